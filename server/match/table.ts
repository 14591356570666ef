/**
 * What lies on the table besides the game: who sits where, what they handed in for the present step, the clock, what was
 * said. A value: each entry of the log makes the next table, so the log alone gives it back after a restart.
 */
import type { Choices, InjectedEvent } from '../../shared/game/game.ts';
import type { Sheet } from '../../shared/orders/sheet.ts';
import type { ChannelLine } from '../../shared/protocol/channel.ts';
import type { TimeFactor } from '../../shared/protocol/clocks.ts';
import type { Bulletin, UndoneTurn } from '../../shared/protocol/exercise-view.ts';
import type { Perception } from '../../shared/protocol/perception.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import { type Clock, NO_CLOCK } from './clock.ts';
import type { Hold } from './entry.ts';
import { botsOf, type Seats } from './seats.ts';

export interface Draft {
  readonly sheet: Sheet;
  readonly isLocked: boolean;
  readonly savedAtMs: number;
  /** Counts the changes of this turn: who writes on an older one than the last is told so. */
  readonly number: number;
  /** Who of a delegation changed it last; empty: who sits there alone. */
  readonly by: string;
}

export type ByPower<T> = Readonly<Partial<Record<Power, T>>>;

export interface Table {
  readonly hasBegun: boolean;
  readonly seats: Seats;
  /** Ready marks of the lobby. */
  readonly ready: ByPower<boolean>;
  /** Persons for whom a caretaker plays. */
  readonly covered: ByPower<boolean>;
  readonly drafts: ByPower<Draft>;
  readonly choices: Choices;
  /** Strikes that wait for a second of their delegation: the person who wants it. */
  readonly strikes: ByPower<string>;
  readonly clock: Clock;
  readonly pausesUsed: ByPower<number>;
  /** Seats that need more time than the clock's preset gives. */
  readonly factors: ByPower<TimeFactor>;
  /** How the seats read one another, turn by turn. */
  readonly perceptions: readonly Perception[];
  readonly lines: readonly ChannelLine[];
  /** The last requests that counted. */
  readonly requests: readonly string[];
  /** Seats whose secrets a person has seen: in play he may go back to that one only. By person. */
  readonly seen: Readonly<Record<string, Power>>;
  readonly rematch: string | null;
  readonly hold: Hold;
  /** How often a facilitator wound the match back, and the luck that draws have since; 0: never. */
  readonly branch: number;
  readonly luck: number;
  /** Every turn that was played to its end, those that were undone too; `undoneMs` null: it counts. */
  readonly closed: readonly ClosedTurn[];
  readonly bulletins: readonly TabledBulletin[];
  /** What a facilitator lets happen in the next turn. */
  readonly injects: readonly InjectedEvent[];
  readonly paper: ByPower<boolean>;
  /** Persons whose typed words go nowhere. */
  readonly muted: readonly string[];
  /** Lines that wait for the facilitator. */
  readonly waiting: readonly ChannelLine[];
  /** What he said to words on sheets, by their key. */
  readonly judgedWords: Readonly<Record<string, boolean>>;
}

export type ClosedTurn = Omit<UndoneTurn, 'undoneMs'> & { readonly undoneMs: number | null };

export interface TabledBulletin extends Bulletin {
  readonly msel: string | null;
}

export function newTable(seats: Seats): Table {
  return {
    hasBegun: false,
    seats,
    ready: {},
    covered: {},
    drafts: {},
    choices: {},
    strikes: {},
    clock: NO_CLOCK,
    pausesUsed: {},
    factors: {},
    perceptions: [],
    lines: [],
    requests: [],
    seen: {},
    rematch: null,
    hold: 'none',
    branch: 0,
    luck: 0,
    closed: [],
    bulletins: [],
    injects: [],
    paper: {},
    muted: [],
    waiting: [],
    judgedWords: {},
  };
}

/** Powers that people play, by a device or on paper, and those that bots play. */
export const peopleAt = ({ seats, paper }: Table): readonly Power[] =>
  POWERS.filter((power) => seats[power].held !== 'bot' || paper[power]);
export const botsAt = ({ seats, paper }: Table): ReturnType<typeof botsOf> => botsOf(seats).filter(([power]) => !paper[power]);
/** The clock is one for all: it gives what the seat needs that needs most. */
export const timeFactor = ({ factors }: Table): number => Math.max(1, ...Object.values(factors));

export const undoneIn = ({ closed }: Table): readonly UndoneTurn[] =>
  closed.flatMap(({ turn, playedMs, undoneMs }) => (undoneMs === null ? [] : [{ turn, playedMs, undoneMs }]));
