/** How each entry of the log makes the next table. */
import { LIMITS } from '../../shared/limits.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import type { Entry, LoggedEntry } from './entry.ts';
import { isHeldBy, membersOf, type Seat } from './seats.ts';
import type { ByPower, Draft, Table } from './table.ts';
import { led } from './table-led.ts';

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
      return withDraft(table, entry, { sheet: entry.sheet, isLocked: entry.kind === 'lock', savedAtMs: atMs });
    case 'unlock': {
      const draft = table.drafts[entry.power];
      return draft ? withDraft(table, entry, { ...draft, isLocked: false }) : table;
    }
    case 'choose':
      return { ...withoutStrike(table, entry.power), choices: { ...table.choices, [entry.power]: entry.choice } };
    case 'strike-asked':
      return { ...table, choices: without(table.choices, entry.power), strikes: { ...table.strikes, [entry.power]: entry.by } };
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
      return {
        ...table,
        drafts: {},
        choices: {},
        strikes: {},
        clock: entry.clock,
        ...(entry.step.type === 'turn' ? { injects: [], closed: withTurn(table.closed, entry.turn, atMs) } : {}),
      };
    default:
      return led(table, entry, atMs);
  }
}

const withTurn = (closed: Table['closed'], turn: number, playedMs: number): Table['closed'] =>
  [...closed, { turn, playedMs, undoneMs: null }].slice(-LIMITS.exerciseLines);

type Drafted = Extract<Entry, { kind: 'draft' | 'lock' | 'unlock' }>;

function withDraft(table: Table, { power, by }: Drafted, draft: Omit<Draft, 'number' | 'by'>): Table {
  const number = (table.drafts[power]?.number ?? 0) + 1;
  return { ...table, drafts: { ...table.drafts, [power]: { ...draft, number, by: by ?? '' } } };
}

function without<T>(by: ByPower<T>, power: Power): ByPower<T> {
  const { [power]: _gone, ...rest } = by;
  return rest;
}

const withoutStrike = (table: Table, power: Power): Table => ({ ...table, strikes: without(table.strikes, power) });

/** The last tap of a seat on another counts. */
function withPerception(taps: Table['perceptions'], tap: Extract<Entry, { kind: 'perceived' }>): Table['perceptions'] {
  const { power, turn, of, reading } = tap;
  const others = taps.filter((one) => one.by !== power || one.turn !== turn || one.of !== of);
  return reading === null ? others : [...others, { turn, by: power, of, reading }];
}

/** A new holder finds the seat as the last one left it, draft included, but neither ready nor covered; who is gone asks for no strike. */
function withSeat(table: Table, power: Power, seat: Seat): Table {
  const asks = table.strikes[power];
  const next: Table = {
    ...(asks === undefined || isHeldBy(seat, asks) ? table : withoutStrike(table, power)),
    seats: { ...table.seats, [power]: seat },
    ready: { ...table.ready, [power]: false },
    covered: { ...table.covered, [power]: false },
  };
  return table.hasBegun ? withSeen(next) : next;
}

function withSeen(table: Table): Table {
  const seen: Record<string, Power> = { ...table.seen };
  for (const power of POWERS) for (const { person } of membersOf(table.seats[power])) seen[person] ??= power;
  return { ...table, seen };
}

function withPause(used: Table['pausesUsed'], power: Power | null): Table['pausesUsed'] {
  return power === null ? used : { ...used, [power]: (used[power] ?? 0) + 1 };
}
