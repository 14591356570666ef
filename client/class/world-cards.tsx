/** All worlds as cards, in the order in which they need help: why, how far they are, how tense, and who is there. */
import type { JSX } from 'preact';
import type { Need, WorldCard, WorldSeat } from '../../shared/protocol/exercise-view.ts';
import { num } from '../i18n/format.ts';
import { powerName, powerShort } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { aim } from '../model/console-keys.ts';
import { nowMs } from '../model/now.ts';
import { GaugeLine } from '../panels/gauge.tsx';
import { SeatMark } from '../panels/seat-mark.tsx';
import { useConsole, useDesk } from './at-desk.tsx';
import { WorldClock } from './world-clock.tsx';

export function WorldCards(): JSX.Element {
  const { desk } = useDesk();
  const view = useConsole();
  const needing = view.worlds.filter(({ needs }) => needs.length > 0).length;
  return (
    <>
      <button
        type="button"
        class={`all-worlds ${desk.target.value === 'all' ? 'chosen' : ''}`}
        aria-pressed={desk.target.value === 'all'}
        onClick={() => aim(desk, 'all')}
      >
        <strong>{t('console.all', { count: view.worlds.length })}</strong>
        <span class={needing > 0 ? 'reason' : 'good small'}>
          {needing > 0 ? t('console.needing', { count: needing }) : t('console.none-needing')}
        </span>
      </button>
      <ul class="world-cards">
        {view.worlds.map((world) => (
          <Card key={world.code} world={world} />
        ))}
      </ul>
    </>
  );
}

function Card({ world }: { readonly world: WorldCard }): JSX.Element {
  const { desk } = useDesk();
  const isChosen = desk.target.value === world.code;
  const [first] = world.needs;
  return (
    <li>
      <button
        type="button"
        class={`world-card ${isChosen ? 'chosen' : ''} ${first === undefined ? '' : `needs ${first.why}`}`}
        aria-pressed={isChosen}
        onClick={() => aim(desk, world.code)}
      >
        <span class="world-head">
          <strong>{t('world.name', { number: world.number })}</strong>
          <span class="small dim">{stageText(world)}</span>
          <WorldClock world={world} skewMs={desk.skewMs.value} />
        </span>
        {first === undefined ? null : <span class="world-need">{needText(first, desk.skewMs.value)}</span>}
        {world.stage === 'lobby' ? null : <Figures world={world} />}
        <span class="world-seats">
          {world.seats.map((seat) => (
            <Seat key={seat.power} seat={seat} />
          ))}
        </span>
      </button>
    </li>
  );
}

function Figures({ world }: { readonly world: WorldCard }): JSX.Element {
  return (
    <span class="world-figures">
      <span class="small">
        {t('world.tension')} <span class="figure">{num(world.tension, '0')}</span>
      </span>
      <span class="bar" aria-hidden="true">
        <span style={{ width: `${world.tension}%` }} />
      </span>
      <span class="small">
        {t('world.margin')} <span class="figure">{num(world.margin, '2')}</span>
      </span>
      <GaugeLine margin={world.margin} low={world.margin} high={world.margin} />
    </span>
  );
}

function Seat({ seat }: { readonly seat: WorldSeat }): JSX.Element {
  const state = t(seatState(seat));
  return (
    <span class={`world-seat ${seat.power} ${seat.isHere || seat.people.length === 0 ? '' : 'gone'}`}>
      <SeatMark power={seat.power} filled={seat.committed} />
      <span aria-hidden="true" class="small">
        {powerShort(seat.power)} {seat.people.length > 0 ? `×${seat.people.length}` : ''}
      </span>
      <span class="small dim">
        <span class="sr-only">{powerName(seat.power)}: </span>
        {state}
      </span>
    </span>
  );
}

export function seatState(seat: WorldSeat): string {
  if (seat.isOnPaper) return 'world.paper';
  if (seat.people.length === 0) return 'held.bot';
  if (seat.isCovered) return 'world.covered';
  if (!seat.isHere) return 'seats.away';
  if (seat.committed) return 'seats.committed';
  return seat.drafted > 0 ? 'world.drafting' : 'world.no-draft';
}

function stageText({ stage, phase, turn, lastTurn, round, ending }: WorldCard): string {
  if (stage === 'lobby') return t('world.lobby');
  if (stage === 'over') return t('world.over', { ending });
  if (phase === 'crisis') return t('world.crisis', { turn, round });
  return t('turn.of', { turn, last: lastTurn });
}

export function needText({ why, power, sinceMs }: Need, skewMs: number): string {
  const minutes = sinceMs === 0 ? 0 : Math.floor((nowMs.value + skewMs - sinceMs) / 60_000);
  const reason = t(`need.${why}`, { power: power === null ? '' : powerName(power) }).trim();
  return minutes > 0 ? t('need.since', { reason, count: minutes }) : reason;
}
