/** Changes of government as the seats meet them: whose word weighs less until when, what may be disowned, which host thinks anew. */
import type { Board } from '../../shared/capability/board.ts';
import { isNewlyIn, rankOf } from '../../shared/politics/administration.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { Commitment, State } from '../../shared/state/state.ts';

export type Office =
  /** A successor is elected: what the head of state's word weighs until he comes in that turn, and what it weighs else. */
  | { readonly at: 'leaving'; readonly turn: number; readonly rank: number; readonly full: number }
  /** The successor has just come in. */
  | { readonly at: 'new' };

/** Null: the same administration stays. */
export function officeOf(board: Board, power: Power, turn: number): Office | null {
  const { administrations, parameters } = board.scenario;
  if (isNewlyIn(board, power, turn)) return { at: 'new' };
  const change = administrations.find((one) => one.of === power && turn >= one.electedTurn && turn < one.turn);
  if (change === undefined) return null;
  const rank = rankOf(board, power, 'head-of-state', turn);
  return { at: 'leaving', turn: change.turn, rank, full: parameters.statements.rank['head-of-state'] };
}

/** A host that changes its government, and the turn in which the new one takes office. */
export interface HostOffice {
  readonly host: string;
  readonly turn: number;
}

/** Told once it is elected, at the latest a turn ahead, until it is in office: then its consent goes part of the way to the middle. */
export function hostOfficesOf(board: Board, turn: number): readonly HostOffice[] {
  return board.scenario.administrations
    .filter((change) => board.hosts[change.of] !== undefined)
    .filter((change) => turn <= change.turn && turn >= Math.min(change.electedTurn, change.turn - 1))
    .map((change) => ({ host: change.of, turn: change.turn }));
}

/** When a promise may be given up at part of its price; null: never, or no longer. */
export function disownedIn(board: Board, state: State, commitment: Commitment): number | null {
  const { power, speaker, made, status } = commitment;
  if (speaker !== 'head-of-state' || status !== 'open') return null;
  const { turn } = state.world;
  const change = board.scenario.administrations.find((one) => one.of === power && one.turn >= turn && one.turn > made);
  return change === undefined || change.turn > commitment.until || turn < change.electedTurn ? null : change.turn;
}
