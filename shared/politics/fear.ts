/** Fear with the restraints that politics gives: caps and denials, weighed by the word of who gave them (RULES 3 and 4). */
import { type Assurance, assuranceOf } from '../belief/deterrence.ts';
import type { Board } from '../capability/board.ts';
import type { Power } from '../scenario/names.ts';
import type { State } from '../state/state.ts';
import { capsOf } from './commitment.ts';
import { allayedOf } from './worst-case.ts';

/** What `afraid` can still count on against `feared`, and how afraid that leaves it: 0 assured, 1 disarmed. */
export function fearOf(board: Board, state: State, afraid: Power, feared: Power): Assurance {
  return assuranceOf(board, state, afraid, {
    feared,
    restraints: { caps: capsOf(board, state, feared), worstCase: 1, denied: allayedOf(board, state, feared, afraid) },
  });
}
