/**
 * What politics takes from fear (RULES 3 and 4): caps, pledged or signed, replace the trend; denials, visits, inspection
 * and one's own intelligence each take a share of what the others left of a rival planner's worst case.
 */
import type { Restraints } from '../belief/deterrence.ts';
import type { Board } from '../capability/board.ts';
import { othersOf, type Power } from '../scenario/names.ts';
import { memory } from '../state/memory.ts';
import { earlierDeeds, sorted } from '../state/read.ts';
import type { State } from '../state/state.ts';
import { clausesBetween } from '../state/treaties.ts';
import { capsOf, denialsOf, heirsOf, presentAt } from './commitment.ts';

/** What restrains `feared` in the eyes of `afraid`. */
export function restraintsOf(board: Board, state: State, feared: Power, afraid: Power): Restraints {
  return { caps: capsOn(board, state, feared), worstCase: 1, denied: allayedOf(board, state, feared, afraid) };
}

/** By battery, the weight with which a cap replaces the trend: a pledge's by its speaker's word, a treaty's by whether it is inspected. */
function capsOn(board: Board, state: State, owner: Power): Readonly<Record<string, number>> {
  const { capSigned, capInspected } = board.scenario.parameters.treaties;
  const caps = { ...capsOf(board, state, owner) };
  for (const other of othersOf(owner)) {
    const weight = clausesBetween(state, [owner, other], 'inspection').length > 0 ? capInspected : capSigned;
    for (const { battery, count } of clausesBetween(state, [owner, other], 'cap'))
      if (board.plans[battery]?.owner === owner && count <= presentAt(state, battery))
        for (const id of heirsOf(state, battery)) caps[id] = Math.max(caps[id] ?? 0, weight);
  }
  return caps;
}

/** By battery of `owner`, the share of the worst case that the planners of `by` no longer assume, 0 to 1. */
export function allayedOf(board: Board, state: State, owner: Power, by: Power): Readonly<Record<string, number>> {
  const denied = denialsOf(state, owner);
  const inspected =
    clausesBetween(state, [owner, by], 'inspection').length > 0 ? board.scenario.parameters.treaties.inspected : 0;
  const { visit } = board.scenario.parameters.orders;
  const visited = visitedOf(board, state);
  const allayed: Record<string, number> = {};
  for (const [id, battery] of sorted(state.batteries)) {
    if (battery.owner !== owner) continue;
    const unseen = 1 - Math.max(inspected, visited.has(id) ? visit.inspected : 0);
    const left = unseen * (1 - (denied[id] ?? 0)) * (1 - learntOf(board, state, by, battery.interceptor));
    if (left < 1) allayed[id] = 1 - left;
  }
  return allayed;
}

/** Batteries that have been visited: who has been there remembers for so long what he saw. */
function visitedOf(board: Board, state: State): ReadonlySet<string> {
  const deeds = earlierDeeds(state, board.scenario.parameters.orders.visit.memory);
  return visitedOnce(deeds, deeds, '', () => new Set(deeds.filter(({ kind }) => kind === 'visit').map(({ target }) => target)));
}
const visitedOnce = memory<ReadonlySet<string>>();

function learntOf(board: Board, state: State, by: Power, interceptor: string): number {
  return state.insights[`${by}>${interceptor}`] === undefined ? 0 : board.scenario.parameters.orders.intelligence.dispels;
}
