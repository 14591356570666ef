/**
 * Whose eyes a power has beside its own: on the ladder's rung of shared warning data, or under a treaty that exchanges them, each
 * sees third parties' launches with the other's satellites and radars (RULES 3, 5 and 7). What its batteries then cover.
 */
import type { Board } from '../capability/board.ts';
import { type Aided, type Cover, coverOf } from '../capability/coverage.ts';
import type { Partners } from '../capability/detection.ts';
import { othersOf, type Power, WARNING_RUNG } from '../scenario/names.ts';
import { memory } from '../state/memory.ts';
import { rungOf } from '../state/read.ts';
import type { State } from '../state/state.ts';
import { clausesBetween } from '../state/treaties.ts';

/** Null: nobody shares with it. */
export function partnersOf(state: State, power: Power): Partners | null {
  return partnersOnce(state.ladders, state.treaties, power, () => {
    const [one, ...more] = othersOf(power).filter((other) => sharesWarning(state, power, other));
    return one === undefined ? null : more.length > 0 ? 'both' : one;
  });
}
/** Every count of interceptors asks, and ladders and treaties seldom change. */
const partnersOnce = memory<Partners | null>();

export const sharesWarning = (state: State, one: Power, other: Power): boolean =>
  rungOf(state, one, other) >= WARNING_RUNG || clausesBetween(state, [one, other], 'data-exchange').length > 0;

/** A battery with the eyes that its owner has now; most gain nothing by others', and then nobody is asked. */
export function aidedNow({ coverage, plans }: Board, state: State, battery: string): Aided {
  const owner = coverage.shared[battery] === undefined ? undefined : plans[battery]?.owner;
  return { battery, partners: owner === undefined ? null : partnersOf(state, owner) };
}

export const sharesNow = (board: Board, state: State, battery: string): Cover['shares'] =>
  coverOf(board.coverage, aidedNow(board, state, battery)).shares;
export const windowsNow = (board: Board, state: State, battery: string): Cover['windows'] =>
  coverOf(board.coverage, aidedNow(board, state, battery)).windows;
