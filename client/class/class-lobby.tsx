/** A world of an exercise before it begins: where one sits and what that is, who is there too, and the practice turn meanwhile. */
import type { JSX } from 'preact';
import type { ParticipantView } from '../../shared/protocol/exercise-view.ts';
import { powerName, say } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { leave, practise } from '../model/page.ts';
import type { Table } from '../model/table.ts';
import { ScreenHeading } from '../panels/heading.tsx';
import { PageBar } from '../panels/page-bar.tsx';
import { SeatMark } from '../panels/seat-mark.tsx';
import { useScenario } from './use-scenario.ts';
import { placeText } from './world-name.ts';
import '../style/class.css';

export function ClassLobby({ table }: { readonly table: Table }): JSX.Element | null {
  const view = table.exercise.value;
  if (view === null) return null;
  return (
    <div class="class-page gathering">
      <PageBar />
      <main>
        <div class="class-head">
          <p class="dim">{view.title}</p>
          <ScreenHeading>{t('gathering.title', { number: view.number })}</ScreenHeading>
          <p class="lead-text">{t('gathering.you', { place: placeText(view.place) })}</p>
        </div>
        <Practice table={table} view={view} />
        <Role table={table} view={view} />
        <Others table={table} />
        <p class="dim">{t('gathering.waits')}</p>
        <button type="button" class="quiet" onClick={leave}>
          {t('lobby.leave')}
        </button>
      </main>
    </div>
  );
}

interface Props {
  readonly table: Table;
  readonly view: ParticipantView;
}

function Practice({ table, view }: Props): JSX.Element {
  return (
    <section class="prepare-part" aria-label={t('practice.label')}>
      <p role="status">{t(view.hasPractised ? 'gathering.practised' : 'gathering.not-practised')}</p>
      <button type="button" class={view.hasPractised ? 'quiet' : 'primary big'} onClick={() => void practise(table.code)}>
        {t(view.hasPractised ? 'practice.again' : 'home.practice-go')}
      </button>
    </section>
  );
}

/** The brief of the role, to be read while the others come. */
function Role({ table, view: { place } }: Props): JSX.Element | null {
  const scenario = useScenario(table.scenario.id);
  if (place.role === 'observer') return <p class="prepare-part">{t(`task.${place.task}.how`)}</p>;
  return (
    <section class={`prepare-part role ${place.power}`} aria-labelledby="role-title">
      <h2 id="role-title">
        <SeatMark power={place.power} filled /> {powerName(place.power)}
      </h2>
      {scenario === null ? null : <p>{say(scenario.powers[place.power].brief)}</p>}
      <ul class="small">
        {place.portfolios.map((portfolio) => (
          <li key={portfolio}>
            <strong>{t(`portfolio.${portfolio}`)}</strong>: {t(`portfolio.${portfolio}.does`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Others({ table }: { readonly table: Table }): JSX.Element {
  return (
    <ul class="gathered" aria-label={t('lobby.seats')}>
      {table.figures.value.seats.map((seat) => (
        <li key={seat.power} class={seat.power}>
          <SeatMark power={seat.power} filled={seat.held !== 'bot'} />
          <span>{powerName(seat.power)}</span>
          <span class="dim small">{seat.held === 'bot' ? t('held.bot') : seat.nickname}</span>
        </li>
      ))}
    </ul>
  );
}
