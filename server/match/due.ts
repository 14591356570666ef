/** What is due next in a match, and when: the one place that knows how clock, locks, absence and pauses come together. */

import { asStrategist } from '../../shared/bots/strategist/levels.ts';
import { COVER_AFTER_MS, GRACE_MS } from '../../shared/protocol/clocks.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import { type Pace, presetOf } from './clock.ts';
import { botsAt, peopleAt, type Table } from './table.ts';

/** `cover`: a caretaker takes over; `stop`: everybody is gone and the clock waits; `resume`: a pause is over. Epoch ms. */
export type Due =
  | { readonly what: 'step' | 'stop' | 'resume'; readonly atMs: number }
  | { readonly what: 'cover'; readonly atMs: number; readonly power: Power };

/** A choice takes a tenth of a second; others may wait for the same worker. */
const THINKING_MS = 2000;

/** Who is connected, and since when who is not. */
export interface Presence {
  readonly here: ReadonlySet<string>;
  /** Whether anybody at all looks. */
  readonly isWatched: boolean;
  readonly goneMs: Readonly<Partial<Record<Power, number>>>;
  /** Since when no player is here; null: somebody is. */
  readonly emptyMs: number | null;
}

export interface Standing {
  readonly pace: Pace;
  readonly state: State;
  readonly table: Table;
  readonly presence: Presence;
  /** When the present step began, and since when everybody is ready for the next. */
  readonly sinceMs: number;
  readonly readySinceMs: number | null;
}

export function nextDue(at: Standing): Due | null {
  const { pace, state, table } = at;
  if (state.world.phase === 'ended' || !table.hasBegun || table.hold !== 'none') return null;
  if (peopleAt(table).length === 0) return unplayedDue(at);
  const dues = [stepDue(at), ...(presetOf(pace).isLive ? absenceDues(at) : []), resumeDue(table)];
  return dues.filter((due) => due !== null).sort((a, b) => a.atMs - b.atMs)[0] ?? null;
}

/** A world that only bots play goes on while somebody looks; in an exercise also unseen, with the others' clock. */
function unplayedDue(at: Standing): Due | null {
  const { pace, presence, sinceMs } = at;
  if (pace.isLed && pace.watchMs === 0) return stepDue(at);
  return presence.isWatched || pace.isLed ? { what: 'step', atMs: sinceMs + pace.watchMs } : null;
}

/** Whether a seat has handed in what the present step wants of it. Bots always have, and so has who is covered. */
export function hasCommitted(state: State, table: Table, power: Power): boolean {
  if (!table.paper[power] && (table.seats[power].held === 'bot' || table.covered[power])) return true;
  return state.world.phase === 'crisis' ? table.choices[power] !== undefined : (table.drafts[power]?.isLocked ?? false);
}

export function isEverybodyReady(state: State, table: Table): boolean {
  return table.hasBegun && peopleAt(table).length > 0 && POWERS.every((power) => hasCommitted(state, table, power));
}

/** At the deadline, or a grace after the last lock; alone there is nobody to wait for. */
function stepDue({ pace, state, sinceMs, table, readySinceMs }: Standing): Due | null {
  // A crisis by the day is played by the sheets' standing instructions, at once, but for the time that a strategist thinks.
  if (state.world.phase === 'crisis' && !presetOf(pace).isLive)
    return { what: 'step', atMs: sinceMs + (botsAt(table).some(([, bot]) => asStrategist(bot)) ? THINKING_MS : 0) };
  const { clock } = table;
  const deadline = clock.at === 'running' ? clock.endsAtMs : Number.POSITIVE_INFINITY;
  const players = peopleAt(table).filter((power) => !table.covered[power]).length;
  const ready = readySinceMs === null ? Number.POSITIVE_INFINITY : readySinceMs + (players > 1 ? GRACE_MS : 0);
  const atMs = Math.min(deadline, ready);
  return Number.isFinite(atMs) ? { what: 'step', atMs } : null;
}

function absenceDues({ table, presence }: Standing): readonly Due[] {
  const { clock } = table;
  if (presence.emptyMs !== null) return clock.at === 'running' ? [{ what: 'stop', atMs: presence.emptyMs + COVER_AFTER_MS }] : [];
  return POWERS.flatMap((power): readonly Due[] => {
    const goneMs = presence.goneMs[power];
    return goneMs === undefined || table.covered[power] || table.paper[power]
      ? []
      : [{ what: 'cover', power, atMs: goneMs + COVER_AFTER_MS }];
  });
}

function resumeDue({ clock }: Table): Due | null {
  return clock.at === 'stopped' && clock.untilMs !== null ? { what: 'resume', atMs: clock.untilMs } : null;
}
