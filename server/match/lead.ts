/** What a facilitator may do to a world, and the entry that it makes in the log: pace, seats, injects, words, and winding back. */
import type { CrisisChoice, InjectedEvent } from '../../shared/game/game.ts';
import { playRefusal } from '../../shared/game/play-refusal.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Sheet } from '../../shared/orders/sheet.ts';
import type { TimeFactor } from '../../shared/protocol/clocks.ts';
import type { Bulletin } from '../../shared/protocol/exercise-view.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { type Refusal, refuse } from '../../shared/state/refusal.ts';
import type { State } from '../../shared/state/state.ts';
import type { Case } from './case.ts';
import { clockFor, goingOn, longer, stopped } from './clock.ts';
import type { Entry } from './entry.ts';
import type { Seat } from './seats.ts';
import { type Table, timeFactor } from './table.ts';

/** Where a match stood when somebody looked. */
interface Moment {
  readonly turn: number;
  readonly round: number;
}

/** `begin`, `advance` and `end` are steps of the match; the others are one entry each. */
export type Lead =
  | { readonly name: 'begin' }
  | { readonly name: 'advance'; readonly seen: Moment }
  | { readonly name: 'end' }
  | { readonly name: 'pause' | 'resume' }
  | { readonly name: 'freeze'; readonly isFrozen: boolean }
  | { readonly name: 'extend'; readonly seconds: number }
  | { readonly name: 'rewind'; readonly toTurn: number; readonly luck: 'same' | 'new' }
  | {
      readonly name: 'bulletin';
      readonly bulletin: Omit<Bulletin, 'id' | 'turn' | 'atMs'>;
      readonly event: InjectedEvent | null;
      /** Its id in the scenario's list; null: made by hand. */
      readonly msel: string | null;
    }
  | { readonly name: 'seat'; readonly power: Power; readonly seat: Seat }
  | { readonly name: 'paper'; readonly power: Power; readonly isOnPaper: boolean }
  | { readonly name: 'sheet'; readonly power: Power; readonly sheet: Sheet; readonly isLocked: boolean }
  | { readonly name: 'choice'; readonly power: Power; readonly choice: CrisisChoice }
  | { readonly name: 'time'; readonly power: Power; readonly factor: TimeFactor }
  | { readonly name: 'mute'; readonly person: string; readonly isMuted: boolean }
  | { readonly name: 'approve'; readonly id: string; readonly isApproved: boolean };
type Of<N extends Lead['name']> = Extract<Lead, { name: N }>;

interface Led {
  readonly table: Table;
  readonly isOver: boolean;
  readonly state: State;
}

/** Why it cannot be done now, whatever it says in detail; null: it can. */
export function leadRefusal({ table, isOver, state }: Led, wish: Lead): Refusal | null {
  const { name } = wish;
  // With the end the record goes out, and nobody could play on without the others' secrets.
  if (isOver) return refuse('refusal.ended');
  if (name === 'begin') return table.hasBegun ? refuse('refusal.has-begun') : null;
  const isForPlay = name === 'advance' || name === 'end' || name === 'pause' || name === 'extend' || name === 'rewind';
  if (isForPlay && !table.hasBegun) return refuse('refusal.not-begun');
  return name === 'advance' ? goneOn(wish.seen, state) : null;
}

/** Pressed twice, or while the step came of itself, it must not take the next one too. */
function goneOn(seen: Moment, { world, crisis }: State): Refusal | null {
  if (seen.turn !== world.turn) return refuse('refusal.stale-turn', { turn: world.turn, sent: seen.turn });
  const isSame = seen.round === crisis.round;
  return isSame ? null : refuse('refusal.stale-round', { round: crisis.round, sent: seen.round });
}

export function leadEntry(at: Case, wish: Exclude<Lead, { name: 'begin' | 'advance' | 'end' }>): Entry | Refusal {
  const { table, nowMs, state } = at;
  switch (wish.name) {
    case 'pause':
      return { kind: 'held', hold: 'paused', clock: stopped(table.clock, 'facilitator', nowMs) };
    case 'resume':
      return table.hold === 'none'
        ? refuse('refusal.not-held')
        : { kind: 'held', hold: 'none', clock: goingOn(table.clock, nowMs) };
    case 'freeze':
      return wish.isFrozen
        ? { kind: 'held', hold: 'frozen', clock: stopped(table.clock, 'facilitator', nowMs) }
        : leadEntry(at, { name: 'resume' });
    case 'extend':
      return table.clock.at === 'none'
        ? refuse('refusal.no-clock')
        : { kind: 'clock', clock: longer(table.clock, wish.seconds * 1000), pauseOf: null };
    case 'rewind':
      return rewound(at, wish);
    case 'bulletin':
      return bulletin(at, wish);
    case 'seat':
      return { kind: 'seat', power: wish.power, seat: wish.seat };
    case 'paper':
      return { kind: 'paper', power: wish.power, isOnPaper: wish.isOnPaper };
    case 'sheet':
      return sheet(at, wish);
    case 'choice': {
      const { turn } = state.world;
      const { round } = state.crisis;
      const body = { turn, round, choice: wish.choice };
      return playRefusal(state, wish.power, false, { name: 'choose', body }) ?? { kind: 'choose', power: wish.power, ...body };
    }
    case 'time':
      return { kind: 'time', power: wish.power, factor: wish.factor };
    case 'mute':
      return { kind: 'muted', person: wish.person, isMuted: wish.isMuted };
    case 'approve':
      return approved(at, wish);
  }
}

/** The world then stands still until the facilitator lets it go on: nobody is to lose time while he explains. */
function rewound({ plan, state, table, nowMs }: Case, { toTurn, luck }: Of<'rewind'>): Entry | Refusal {
  const { turn } = state.world;
  if (toTurn >= turn) return refuse('refusal.not-played-yet', { turn: toTurn });
  const branch = table.branch + 1;
  const opening = { ...state, world: { ...state.world, phase: 'orders' as const, turn: toTurn + 1 } };
  const clock = stopped(clockFor(plan.pace, opening, { nowMs, factor: timeFactor(table) }), 'facilitator', nowMs);
  return { kind: 'rewound', toTurn, branch, luck: luck === 'new' ? branch : table.luck, clock };
}

function bulletin({ table, state, newId, nowMs }: Case, { bulletin: said, event, msel }: Of<'bulletin'>): Entry | Refusal {
  if (table.bulletins.length >= LIMITS.exerciseLines) return refuse('refusal.too-many-notes', { most: LIMITS.exerciseLines });
  return { kind: 'bulletin', bulletin: { ...said, id: newId, turn: state.world.turn, atMs: nowMs }, event, msel };
}

/** What a seat without a device wrote on paper. */
function sheet({ state, table }: Case, { power, sheet: written, isLocked }: Of<'sheet'>): Entry | Refusal {
  if (!table.paper[power]) return refuse('refusal.not-on-paper');
  const { turn } = state.world;
  const refusal = playRefusal(state, power, false, { name: 'draft', body: { turn } });
  return refusal ?? { kind: isLocked ? 'lock' : 'draft', power, turn, sheet: written };
}

/** A line of a channel that waits, or words on a sheet (by their key, which table.ts makes). */
function approved({ table }: Case, { id, isApproved }: Of<'approve'>): Entry | Refusal {
  const line = table.waiting.find((one) => one.id === id) ?? null;
  return { kind: 'passed', id, line, isApproved };
}
