/**
 * New administrations: whoever takes office is believed neither as much nor as little as his predecessor, may disown one of
 * his promises at half its price, and until he does the one who leaves speaks with less weight (RULES 7).
 */
import type { Board } from '../capability/board.ts';
import type { Power, Speaker } from '../scenario/names.ts';
import { because, type Contribution } from '../state/ledger.ts';
import type { State } from '../state/state.ts';
import { consentBy } from './host.ts';

/** Phase 1: credibility, or a host's consent, goes part of the way to the middle. */
export function administrationsChange(board: Board, state: State, turn: number): readonly Contribution[] {
  const { share, middle } = board.scenario.parameters.administrations;
  return board.scenario.administrations
    .filter((change) => change.turn === turn)
    .map(({ of }): Contribution => {
      const why = because('why.administration', { about: of });
      const power = powerNamed(state, of);
      if (power === null) return consentBy('administration', of, (middle - (state.hosts[of]?.consent ?? middle)) * share, why);
      const add = (middle - state.powers[power].credibility) * share;
      return { rule: 'administration', subject: `powers/${power}`, variable: 'credibility', add, because: why };
    });
}

const powerNamed = (state: State, of: string): Power | null => (of in state.powers ? (of as Power) : null);

/** What a speaker's word weighs in a turn: a head of state on his way out ranks lower. */
export function rankOf(board: Board, power: Power, speaker: Speaker, turn: number): number {
  const { parameters, administrations } = board.scenario;
  const rank = parameters.statements.rank[speaker];
  const leaves = administrations.some((change) => change.of === power && turn >= change.electedTurn && turn < change.turn);
  return speaker === 'head-of-state' && leaves ? Math.min(rank, parameters.administrations.outgoingRank) : rank;
}

/** Whether a power's new administration has just come in: then its predecessor's word may be disowned more cheaply. */
export function isNewlyIn(board: Board, power: Power, turn: number): boolean {
  return board.scenario.administrations.some((change) => change.of === power && change.turn === turn);
}
