/** What a partner's warning and weapons do for a power against everybody else: the upper rungs' open doors (RULES 5). */
import type { Board } from '../capability/board.ts';
import { othersOf, type Power } from '../scenario/names.ts';
import { rungOf } from '../state/read.ts';
import type { State } from '../state/state.ts';

export interface Help {
  /** Chance, 0 to 1, that silos are fired before a first strike of the rival hits them. */
  readonly warning: number;
  /** The partner's interceptors that stand in the way of the rival's missiles. */
  readonly interceptors: number;
}

/** The most that a partner other than the rival gives. */
export function helpAgainst(board: Board, state: State, power: Power, rival: Power): Help {
  const { warning, interceptors } = board.scenario.parameters.ladder;
  let rung = 0;
  for (const partner of othersOf(power)) if (partner !== rival) rung = Math.max(rung, rungOf(state, power, partner));
  return { warning: warning[rung - 1] ?? 0, interceptors: interceptors[rung - 1] ?? 0 };
}
