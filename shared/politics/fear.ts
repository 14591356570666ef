/** Fear with the restraints that politics gives: caps, denials, inspection, each by its weight (RULES 3 and 4). */
import { type Assurance, assuranceOf } from '../belief/deterrence.ts';
import type { Board } from '../capability/board.ts';
import { type Power, pairId } from '../scenario/names.ts';
import { memory } from '../state/memory.ts';
import type { State } from '../state/state.ts';
import { restraintsOf } from './restraint.ts';

/** A turn compares its end with its beginning, and the score, the briefing and the bots ask of the same states. */
const fearedOnce = memory<Assurance>();

/** What `afraid` can still count on against `feared`, and how afraid that leaves it: 0 assured, 1 disarmed. */
export function fearOf(board: Board, state: State, afraid: Power, feared: Power): Assurance {
  return fearedOnce(board, state, pairId(afraid, feared), () =>
    assuranceOf(board, state, afraid, { feared, restraints: restraintsOf(board, state, feared, afraid) }),
  );
}
