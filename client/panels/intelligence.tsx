/** Intelligence: what is known of each rival's forces and how, and how far the public evidence and the planners differ. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { othersOf, type Power, PROGRAMMES } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import { num } from '../i18n/format.ts';
import { nameOf, powerName, siteName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { contestedRadars, type KnownBattery, knownBatteries, programmesUnderWay, systemsOf } from '../model/intelligence.ts';
import { LearningOrders } from './learning-orders.tsx';
import { PartnerChoice } from './partner-choice.tsx';
import { useRoom } from './room-context.tsx';
import { SystemCard } from './system-card.tsx';
import { isTerm, Term } from './term.tsx';
import { ThirdRaids } from './third-raids.tsx';
import { ForwardRow, OnWarningRow } from './threats.tsx';
import { Why } from './why.tsx';

type About = Power | 'thirds';

export function Intelligence(): JSX.Element | null {
  const { match } = useRoom();
  const state = match.view.value?.state;
  const seat = match.seat.value;
  const about = useSignal<About>(seat === 'us' ? 'ru' : 'us');
  if (!state || seat === null) return null;
  const abouts: readonly About[] = [...othersOf(seat), 'thirds', seat];
  return (
    <div class="intelligence">
      <h2 class="sr-only">{t('tab.intelligence')}</h2>
      <PartnerChoice
        label={t('intelligence.about')}
        ids={abouts}
        chosen={about.value}
        name={(id) => (id === 'thirds' ? t('table.thirds') : id === seat ? t('intelligence.own') : powerName(id))}
        choose={(id) => (about.value = id)}
      />
      {about.value === 'thirds' ? <ThirdRaids state={state} /> : <OfPower state={state} power={about.value} />}
    </div>
  );
}

function OfPower({ state, power }: { readonly state: State; readonly power: Power }): JSX.Element {
  const { match } = useRoom();
  const isOwn = power === match.seat.value;
  return (
    <>
      <section aria-labelledby="known-title">
        <h3 id="known-title">{t(isOwn ? 'intelligence.ours' : 'intelligence.known')}</h3>
        <KnownList known={knownBatteries(match.board, state, power)} />
        <Programmes state={state} power={power} />
        <p class="small dim">
          {t(isOwn ? 'intelligence.looks-mean' : 'intelligence.hidden')} <Term id="looks" />
        </p>
      </section>
      <section aria-labelledby="systems-title">
        <h3 id="systems-title">{t('intelligence.systems')}</h3>
        <p class="small dim">
          {t(isOwn ? 'intelligence.systems-own' : 'intelligence.systems-rival')} <Term id="dilemma" />
          {isOwn ? (
            <>
              {' '}
              {t('intelligence.truth')} <Term id="illusion" />
            </>
          ) : null}
        </p>
        {systemsOf(match.board, state, power).map((system) => (
          <SystemCard key={system.interceptor} system={system} isOwn={isOwn} />
        ))}
      </section>
      <Radars state={state} power={power} />
      <LearningOrders about={power} />
    </>
  );
}

function KnownList({ known }: { readonly known: readonly KnownBattery[] }): JSX.Element {
  const { match } = useRoom();
  if (known.length === 0) return <p class="dim small">{t('intelligence.no-batteries')}</p>;
  return (
    <ul class="known-list">
      {known.map(({ standing, knowledge, looks }) => (
        <li key={standing.battery}>
          <span>
            {nameOf(match.board, standing.battery)} <span class="dim small">{standing.interceptor}</span>
          </span>
          <Why subject={`batteries/${standing.battery}`} variable="inventory">
            <span class="figure">
              {num(standing.inventory, '0')}
              {standing.coming > 0 ? ` ${t('table.coming-by', { add: standing.coming, turn: standing.ready ?? 0 })}` : null}
            </span>
          </Why>
          <span class="small dim">
            {t(`status.${standing.status}`)} · {t(`knowledge.${knowledge}`)} · {t('intelligence.looks', { count: looks })}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Penetration aids, dispersal, alert, missiles forward: known once they are finished, by inspectors before, or at once when they are in the open. */
function Programmes({ state, power }: { readonly state: State; readonly power: Power }): JSX.Element {
  const levels = state.powers[power];
  const { penaids, dispersal, posture } = levels;
  return (
    <dl class="beliefs programmes">
      <div>
        <dt>
          <Term id="penaids" />
        </dt>
        <dd>
          <Level power={power} variable="penaids" level={penaids} />
        </dd>
      </div>
      <div>
        <dt>
          <Term id="dispersal" />
        </dt>
        <dd>
          <Level power={power} variable="dispersal" level={dispersal} />
        </dd>
      </div>
      {PROGRAMMES.filter((each) => each !== 'penaids' && each !== 'dispersal' && levels[each] > 0).map((each) => (
        <div key={each}>
          <dt>{t(`order.${each}`)}</dt>
          <dd>
            <Level power={power} variable={each} level={levels[each]} />
          </dd>
        </div>
      ))}
      {programmesUnderWay(state, power).map(([id, { what, add, ready, seenBy }]) => (
        <div key={id}>
          <dt>{isTerm(what) ? <Term id={what} /> : t(`order.${what}`)}</dt>
          <dd>
            {t('table.coming-by', { add, turn: ready })}
            {seenBy ? <span class="small dim"> · {t('knowledge.inspected')}</span> : null}
          </dd>
        </div>
      ))}
      <div class={posture === 'generated' ? 'alert' : ''}>
        <dt>
          <Term id="posture" />
        </dt>
        <dd>{t(`posture.${posture}`)}</dd>
      </div>
      <OnWarningRow state={state} power={power} />
      <ForwardRow state={state} power={power} />
    </dl>
  );
}

interface LevelProps {
  readonly power: Power;
  readonly variable: string;
  readonly level: number;
}

function Level({ power, variable, level }: LevelProps): JSX.Element {
  return (
    <Why subject={`powers/${power}`} variable={variable}>
      {t('programme.level', { level })}
    </Why>
  );
}

/** Radars whose range is in dispute: the owner's figure against the one that rivals must assume. */
function Radars({ state, power }: { readonly state: State; readonly power: Power }): JSX.Element | null {
  const { match } = useRoom();
  const radars = contestedRadars(match.board, state, power);
  if (radars.length === 0) return null;
  return (
    <section aria-labelledby="radars-title">
      <h3 id="radars-title">{t('intelligence.radars')}</h3>
      <p class="small dim">
        {t('intelligence.radars-explain')} <Term id="discrimination" />
      </p>
      <table class="plain">
        <caption class="sr-only">{t('intelligence.radars')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.place')}</th>
            <th scope="col">{t('intelligence.owner-says')}</th>
            <th scope="col">{t('intelligence.rivals-assume')}</th>
          </tr>
        </thead>
        <tbody>
          {radars.map((radar) => (
            <tr key={radar.id} class={power}>
              <th scope="row">{siteName(match.board, radar.site)}</th>
              <td class="figure">{t('table.km', { km: num(radar.rangeKm[0] ?? 0) })}</td>
              <td class="figure">{t('table.km', { km: num(radar.rangeKm.at(-1) ?? 0) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
