/** The head of the room: where we are in time, how near the threshold, how tense, and who has committed. */
import type { JSX } from 'preact';
import type { SeatFigures } from '../../shared/protocol/messages.ts';
import type { State } from '../../shared/state/state.ts';
import { quarterOf } from '../i18n/format.ts';
import { powerName, powerShort } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { Gauge } from './gauge.tsx';
import { useGauges } from './gauge-words.ts';
import { LanguageMenu } from './language-menu.tsx';
import { MatchClock } from './match-clock.tsx';
import { useRoom } from './room-context.tsx';
import { SeatMark } from './seat-mark.tsx';
import { SeatMenu } from './seat-menu.tsx';
import { Term } from './term.tsx';
import { Why } from './why.tsx';
import { isWide } from './wide.ts';

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
      <MatchClock />
      <SeatMenu />
      <LanguageMenu />
    </header>
  );
}

/** Which turn of how many; of a drawn end the window. */
export function turnOf({ turn, lastTurn, endDrawn, phase }: State['world']): string {
  return endDrawn && phase !== 'ended'
    ? t('turn.window', { turn, first: lastTurn - 2, last: lastTurn })
    : t('turn.of', { turn, last: lastTurn });
}

export function TurnChip(): JSX.Element | null {
  const { match } = useRoom();
  const world = match.view.value?.state.world;
  if (!world) return null;
  const quarter = quarterOf(match.board.scenario.start, world.turn);
  return (
    <p class="turn-chip">
      <strong>{turnOf(world)}</strong>
      <span class="dim">{t('turn.quarter', quarter)}</span>
    </p>
  );
}

export function Tension(): JSX.Element | null {
  const { match } = useRoom();
  const gauges = useGauges();
  const tension = match.view.value?.state.world.tension;
  if (tension === undefined) return null;
  const figure = <span class="figure">{gauges.tension(tension)}</span>;
  return (
    <div class="tension">
      {isWide.value ? (
        <span>
          <Term id="tension" />{' '}
          <Why subject="world" variable="tension">
            {figure}
          </Why>
        </span>
      ) : (
        // Room for one finger only: the ledger that it opens explains the word.
        <Why subject="world" variable="tension">
          <span class="tension-word">{t('term.tension')}</span> {figure}
        </Why>
      )}
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
            {t('seats.one', { power: powerName(seat.power), held: holderOf(seat), done: t(stateKey(seat)) })}
          </span>
          <span class="dim seat-done" aria-hidden="true">
            {seat.held === 'person' && seat.power !== match.place.value ? `${shortHolder(seat)} · ` : ''}
            {t(stateKey(seat))}
          </span>
        </li>
      ))}
    </ul>
  );
}

const holderOf = (seat: SeatFigures): string => (seat.held === 'person' ? seat.nickname : t('held.bot'));

/** Of a delegation the names would not fit: how many they are. */
const shortHolder = ({ members, nickname }: SeatFigures): string =>
  members > 1 ? t('seats.members', { count: members }) : nickname;

/** In one word: a bot, away, covered, writing or committed. */
function stateKey(seat: SeatFigures): string {
  if (seat.held === 'bot') return 'held.bot';
  if (seat.bot === 'caretaker') return 'seats.covered';
  if (!seat.isHere) return 'seats.away';
  return seat.committed ? 'seats.committed' : 'seats.writing';
}
