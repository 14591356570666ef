/**
 * What takes from a rival planner's worst case (RULES 3): a standing denial, a visit to the site, what his own
 * intelligence has learnt of the system. Each leaves a share of what the others left.
 */
import type { Board } from '../capability/board.ts';
import type { Power } from '../scenario/names.ts';
import { earlierDeeds, sorted } from '../state/read.ts';
import type { State } from '../state/state.ts';
import { denialsOf } from './commitment.ts';

/** By battery of `owner`, the share of the worst case that the planners of `by` no longer assume, 0 to 1. */
export function allayedOf(board: Board, state: State, owner: Power, by: Power): Readonly<Record<string, number>> {
  const denied = denialsOf(state, owner);
  const allayed: Record<string, number> = {};
  for (const [id, battery] of sorted(state.batteries)) {
    if (battery.owner !== owner) continue;
    const left = (1 - (denied[id] ?? 0)) * (1 - seenAt(board, state, id)) * (1 - learntOf(board, state, by, battery.interceptor));
    if (left < 1) allayed[id] = 1 - left;
  }
  return allayed;
}

/** Who has been there remembers for so long what he saw. */
function seenAt(board: Board, state: State, battery: string): number {
  const { inspected, memory } = board.scenario.parameters.orders.visit;
  return earlierDeeds(state, memory).some((deed) => deed.kind === 'visit' && deed.target === battery) ? inspected : 0;
}

function learntOf(board: Board, state: State, by: Power, interceptor: string): number {
  return state.insights[`${by}>${interceptor}`] === undefined ? 0 : board.scenario.parameters.orders.intelligence.dispels;
}
