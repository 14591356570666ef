/**
 * What lies on the table besides the game: who sits where, what they handed in for the present step, the clock, what was
 * said. A value: each entry of the log makes the next table, so the log alone gives it back after a restart.
 */
import type { Choices, InjectedEvent } from '../../shared/game/game.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Sheet } from '../../shared/orders/sheet.ts';
import type { ChannelLine } from '../../shared/protocol/channel.ts';
import type { TimeFactor } from '../../shared/protocol/clocks.ts';
import type { Bulletin } from '../../shared/protocol/exercise-view.ts';
import type { Perception } from '../../shared/protocol/perception.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import { type Clock, NO_CLOCK } from './clock.ts';
import type { Entry, Hold, LoggedEntry } from './entry.ts';
import { botsOf, type Seat, type Seats } from './seats.ts';
import { led } from './table-led.ts';

export interface Draft {
  readonly sheet: Sheet;
  readonly isLocked: boolean;
  readonly savedAtMs: number;
}

type ByPower<T> = Readonly<Partial<Record<Power, T>>>;

export interface Table {
  readonly hasBegun: boolean;
  readonly seats: Seats;
  /** Ready marks of the lobby. */
  readonly ready: ByPower<boolean>;
  /** Persons for whom a caretaker plays. */
  readonly covered: ByPower<boolean>;
  readonly drafts: ByPower<Draft>;
  readonly choices: Choices;
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
    bulletins: [],
    injects: [],
    paper: {},
    muted: [],
    waiting: [],
    judgedWords: {},
  };
}

/** The table after an entry; a resolved step clears what was handed in for it. */
export function withEntry(table: Table, logged: LoggedEntry): Table {
  const next = withEvent(table, logged);
  if (logged.request === null) return next;
  return { ...next, requests: [...next.requests, logged.request].slice(-LIMITS.rememberedRequests) };
}

function withEvent(table: Table, { atMs, entry }: LoggedEntry): Table {
  switch (entry.kind) {
    case 'draft':
    case 'lock':
      return withDraft(table, entry.power, { sheet: entry.sheet, isLocked: entry.kind === 'lock', savedAtMs: atMs });
    case 'unlock': {
      const draft = table.drafts[entry.power];
      return draft ? withDraft(table, entry.power, { ...draft, isLocked: false }) : table;
    }
    case 'choose':
      return { ...table, choices: { ...table.choices, [entry.power]: entry.choice } };
    case 'seat':
      return withSeat(table, entry.power, entry.seat);
    case 'ready':
      return { ...table, ready: { ...table.ready, [entry.power]: entry.isReady } };
    case 'begun':
      return { ...withSeen(table), hasBegun: true, clock: entry.clock };
    case 'covered':
      return { ...table, covered: { ...table.covered, [entry.power]: entry.isCovered } };
    case 'clock':
      return { ...table, clock: entry.clock, pausesUsed: withPause(table.pausesUsed, entry.pauseOf) };
    case 'said':
      return { ...table, lines: [...table.lines, entry.line] };
    case 'time':
      return { ...table, factors: { ...table.factors, [entry.power]: entry.factor } };
    case 'perceived':
      return { ...table, perceptions: withPerception(table.perceptions, entry) };
    case 'rematch':
      return { ...table, rematch: entry.code };
    case 'resolved':
      return { ...table, drafts: {}, choices: {}, clock: entry.clock, ...(entry.step.type === 'turn' ? { injects: [] } : {}) };
    default:
      return led(table, entry);
  }
}

function withDraft(table: Table, power: Power, draft: Draft): Table {
  return { ...table, drafts: { ...table.drafts, [power]: draft } };
}

/** Powers that people play, by a device or on paper, and those that bots play. */
export const peopleAt = ({ seats, paper }: Table): readonly Power[] =>
  POWERS.filter((power) => seats[power].held !== 'bot' || paper[power]);
export const botsAt = ({ seats, paper }: Table): ReturnType<typeof botsOf> => botsOf(seats).filter(([power]) => !paper[power]);

/** The clock is one for all: it gives what the seat needs that needs most. */
export const timeFactor = ({ factors }: Table): number => Math.max(1, ...Object.values(factors));

/** The last tap of a seat on another counts. */
function withPerception(taps: Table['perceptions'], tap: Extract<Entry, { kind: 'perceived' }>): Table['perceptions'] {
  const { power, turn, of, reading } = tap;
  const others = taps.filter((one) => one.by !== power || one.turn !== turn || one.of !== of);
  return reading === null ? others : [...others, { turn, by: power, of, reading }];
}

/** A new holder finds the seat as the last one left it, draft included, but neither ready nor covered. */
function withSeat(table: Table, power: Power, seat: Seat): Table {
  const next: Table = {
    ...table,
    seats: { ...table.seats, [power]: seat },
    ready: { ...table.ready, [power]: false },
    covered: { ...table.covered, [power]: false },
  };
  return table.hasBegun ? withSeen(next) : next;
}

function withSeen(table: Table): Table {
  const seen: Record<string, Power> = { ...table.seen };
  for (const [power, seat] of Object.entries(table.seats)) if (seat.held === 'person') seen[seat.person] ??= power as Power;
  return { ...table, seen };
}

function withPause(used: Table['pausesUsed'], power: Power | null): Table['pausesUsed'] {
  return power === null ? used : { ...used, [power]: (used[power] ?? 0) + 1 };
}
