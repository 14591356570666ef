/** The lobby: who sits where, who is ready, how others come, and the rules of this game; then it begins. */
import type { JSX } from 'preact';
import { TIME_FACTORS } from '../../shared/protocol/clocks.ts';
import { num } from '../i18n/format.ts';
import { powerName, say } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { leave, practise, watchReason } from '../model/page.ts';
import type { Table } from '../model/table.ts';
import { hasPractised } from '../net/practice-memory.ts';
import { ScreenHeading } from './heading.tsx';
import { Invite } from './invite.tsx';
import { LobbySeats } from './lobby-seats.tsx';
import { NameField } from './name-field.tsx';
import { PageBar } from './page-bar.tsx';
import { Refused } from './refused.tsx';
import { Retention } from './retention.tsx';

export function Lobby({ table }: { readonly table: Table }): JSX.Element {
  const place = table.place.value;
  return (
    <div class="lobby">
      <PageBar />
      <main>
        <section class="lobby-head">
          <ScreenHeading>{t('lobby.title')}</ScreenHeading>
          <p class="lead-text">{say(table.scenario.title)}</p>
          {watchReason.value === null ? null : <p class="notice">{t(`join.${watchReason.value}`)}</p>}
          <Invite withQr />
        </section>
        <section class="lobby-table" aria-label={t('lobby.table')}>
          <LobbySeats table={table} />
          {place === null ? null : (
            <NameField label={t('lobby.name')} save={(nickname) => void table.dealings.ask('rename', { nickname })} />
          )}
          {place === null || table.figures.value.clock === 'untimed' ? null : <MoreTime table={table} />}
          <RulesOfThisGame table={table} />
          <Refused />
          <Begin table={table} />
          {hasPractised() ? null : (
            <button type="button" class="quiet lobby-practice" onClick={() => void practise(table.code)}>
              {t('lobby.practice')}
            </button>
          )}
        </section>
      </main>
      <footer class="home-foot small dim">
        <Retention />
        <button type="button" class="quiet" onClick={leave}>
          {t('lobby.leave')}
        </button>
      </footer>
    </div>
  );
}

function RulesOfThisGame({ table }: { readonly table: Table }): JSX.Element {
  const { clock, timeFactor, speech, watching, emboldenment } = table.figures.value;
  const isEndDrawn = table.heard.message.value?.view.state.world.endDrawn ?? false;
  return (
    <dl class="lobby-rules">
      <dt>{t('lobby.clock')}</dt>
      <dd>
        {t(`clock-preset.${clock}`)}
        {timeFactor > 1 ? <strong> {t('lobby.time-factor', { factor: num(timeFactor) })}</strong> : null}
      </dd>
      <dt>{t('lobby.speech')}</dt>
      <dd>{t(`speech.${speech}`)}</dd>
      <dt>{t('lobby.length')}</dt>
      <dd>
        {t('home.turns', { count: table.scenario.turns })}
        {isEndDrawn ? <span class="small dim"> {t('home.end-drawn-means')}</span> : null}
      </dd>
      <dt>{t('home.emboldenment')}</dt>
      <dd>{t(emboldenment ? 'home.emboldenment-means' : 'lobby.emboldenment.off')}</dd>
      {watching > 0 ? (
        <>
          <dt>{t('lobby.watching')}</dt>
          <dd>{watching}</dd>
        </>
      ) : null}
    </dl>
  );
}

/** A seat that needs more time has it without having to say so to anybody: the others see only the clock that comes of it. */
function MoreTime({ table }: { readonly table: Table }): JSX.Element {
  return (
    <label class="choice">
      <span>{t('lobby.time')}</span>
      <select disabled={table.dealings.isBusy.value} onChange={(event) => choose(event.currentTarget.value)}>
        {TIME_FACTORS.map((factor) => (
          <option key={factor} value={factor}>
            {t(`lobby.time.${factor * 2}`)}
          </option>
        ))}
      </select>
    </label>
  );

  function choose(value: string): void {
    const factor = TIME_FACTORS.find((one) => String(one) === value);
    if (factor !== undefined) void table.dealings.ask('time', { factor });
  }
}

/** Whoever sits says that he is ready; the host need not wait for seats that nobody takes. */
function Begin({ table }: { readonly table: Table }): JSX.Element {
  const { seats } = table.figures.value;
  const place = table.place.value;
  const own = seats.find((seat) => seat.power === place);
  const bots = seats.filter((seat) => seat.held === 'bot');
  const busy = table.dealings.isBusy.value || table.connection.state.value.at !== 'open';
  return (
    <div class="lobby-begin">
      {own === undefined ? (
        <p class="dim">{t('lobby.you-watch')}</p>
      ) : (
        <button
          type="button"
          class={own.isReady ? 'quiet' : 'primary big'}
          aria-pressed={own.isReady}
          disabled={busy}
          onClick={() => void table.dealings.ask('ready', { ready: !own.isReady })}
        >
          {t(own.isReady ? 'lobby.not-ready' : 'lobby.ready')}
        </button>
      )}
      {table.isHost.value ? (
        <button
          type="button"
          class={own?.isReady === false ? 'quiet' : 'primary big'}
          disabled={busy}
          onClick={() => void table.dealings.ask('start', {})}
        >
          {bots.length === 0
            ? t('lobby.start')
            : t('lobby.start-bots', { powers: bots.map((seat) => powerName(seat.power)).join(', ') })}
        </button>
      ) : (
        <p class="small dim">{t('lobby.host-begins')}</p>
      )}
    </div>
  );
}
