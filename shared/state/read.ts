/** Walking through a state: members in an order that depends on their ids alone, never on how a record was built. */

import { must } from '../assert.ts';
import type { OrderKind, Power } from '../scenario/names.ts';
import { dyadOf, EXERCISE_RUNGS, pairId } from '../scenario/names.ts';
import { memory } from './memory.ts';
import type { Deed, PairState, State, Work } from './state.ts';

type Entries = readonly (readonly [string, unknown])[];
/** Records of a state never change, so each is sorted once; sorting them anew was the largest single cost of a turn. */
const sortedOnce = new WeakMap<object, Entries>();

/** The entries of a record sorted by id: sums of floating-point numbers must not depend on insertion order. */
export function sorted<T>(record: Readonly<Record<string, T>>): readonly (readonly [string, T])[] {
  const known = sortedOnce.get(record);
  if (known) return known as readonly (readonly [string, T])[];
  const entries = Object.keys(record)
    .sort()
    .map((id) => [id, record[id] as T] as const);
  sortedOnce.set(record, entries);
  return entries;
}

export function pairOf(state: State, from: Power, to: Power): PairState {
  return must(state.pairs[pairId(from, to)], 'two powers are a pair');
}

export function trustOf(state: State, from: Power, to: Power): number {
  return pairOf(state, from, to).trust;
}

/** How far two powers have come on their ladder of cooperation. */
export function rungOf(state: State, one: Power, other: Power): number {
  return state.ladders[dyadOf(one, other)].rung;
}

/**
 * Whether everybody knows of a work: at once when it stands on a host's soil (the host debates it), else from half-time on,
 * when satellites have seen enough. Programmes of offence are seen when they are finished, by inspectors before.
 */
export function workIsSeen(work: Work, hosted: boolean, turn: number): boolean {
  if (work.what !== 'battery') return false;
  return hosted || work.start === 0 || 2 * (turn - work.start) >= work.ready - work.start;
}

/** Deeds of the last `turns` turns before this one: what this turn's own orders do is not yet remembered. */
export function earlierDeeds({ deeds, world: { turn } }: State, turns: number): readonly Deed[] {
  return earlierOnce(deeds, deeds, `${turn} ${turns}`, () => {
    const earlier: Deed[] = [];
    for (const [, deed] of sorted(deeds)) if (deed.turn < turn && deed.turn >= turn - turns) earlier.push(deed);
    return earlier;
  });
}
/** Each fear and each soft order asks what was done before. */
const earlierOnce = memory<readonly Deed[]>();

/** Deeds of the turn that is being resolved. */
export function deedsNow({ deeds, world }: State): readonly Deed[] {
  const now: Deed[] = [];
  for (const [, deed] of sorted(deeds)) if (deed.turn === world.turn) now.push(deed);
  return now;
}

const EXERCISES: readonly OrderKind[] = ['exercise', 'joint-exercise'];

/** Whether a deed was an exercise: with an ally, at sea with another power, or as a rung of the ladder. */
export const isExercise = ({ kind, amount }: Deed): boolean =>
  EXERCISES.includes(kind) || (kind === 'climb' && EXERCISE_RUNGS.includes(amount));

/** The state as it will stand when the next turn opens: what was ordered now is then part of the past. */
export function nextTurn(state: State): State {
  return { ...state, world: { ...state.world, turn: state.world.turn + 1 } };
}
