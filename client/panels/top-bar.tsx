/** The head of the room: where we are in time, how near the threshold, how tense, and who has committed. */
import type { JSX } from 'preact';
import { countdown, num, quarterOf } from '../i18n/format.ts';
import { powerName, powerShort } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { nowMs } from '../model/now.ts';
import { Gauge } from './gauge.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { useRoom } from './room-context.tsx';
import { SeatMark } from './seat-mark.tsx';
import { Term } from './term.tsx';
import { Why } from './why.tsx';

export function TopBar(): JSX.Element {
  return (
    <header class="top-bar">
      <a class="wordmark" href="./">
        {t('app.title')}
      </a>
      <TurnChip />
      <Gauge />
      <Tension />
      <Seats />
      <Clock />
      <LanguageMenu />
    </header>
  );
}

function TurnChip(): JSX.Element | null {
  const { match } = useRoom();
  const world = match.view.value?.state.world;
  if (!world) return null;
  const quarter = quarterOf(match.board.scenario.start, world.turn);
  return (
    <p class="turn-chip">
      <strong>{t('turn.of', { turn: world.turn, last: world.lastTurn })}</strong>
      <span class="dim">{t('turn.quarter', quarter)}</span>
    </p>
  );
}

function Tension(): JSX.Element | null {
  const { match } = useRoom();
  const tension = match.view.value?.state.world.tension;
  if (tension === undefined) return null;
  return (
    <div class="tension">
      <span>
        <Term id="tension" />{' '}
        <Why subject="world" variable="tension">
          <span class="figure">{num(tension, '0')}</span>
        </Why>
      </span>
      <span class="bar" aria-hidden="true">
        <span style={{ width: `${tension}%` }} />
      </span>
    </div>
  );
}

function Seats(): JSX.Element {
  const { match } = useRoom();
  return (
    <ul class="seats" aria-label={t('seats.label')}>
      {match.figures.value.seats.map((seat) => (
        <li key={seat.power} class={`${seat.power} ${seat.power === match.seat.value ? 'own' : ''}`}>
          <SeatMark power={seat.power} filled={seat.committed} />
          <span aria-hidden="true">{powerShort(seat.power)}</span>
          <span class="sr-only">
            {t('seats.one', {
              power: powerName(seat.power),
              held: t(`held.${seat.held}`),
              done: t(seat.committed ? 'seats.committed' : 'seats.writing'),
            })}
          </span>
          <span class="dim seat-done" aria-hidden="true">
            {t(seat.committed ? 'seats.committed' : seat.held === 'bot' ? 'held.bot' : 'seats.writing')}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function Clock(): JSX.Element {
  const { match } = useRoom();
  const deadline = match.deadlineMs.value;
  if (deadline === null) return <p class="clock dim">{t('clock.none')}</p>;
  const left = deadline - nowMs.value;
  return (
    <p class={`clock figure ${left < 15_000 ? 'short' : ''}`}>
      <span class="sr-only">{t('clock.left')}</span>
      {countdown(left)}
    </p>
  );
}
