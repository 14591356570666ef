/** Runs phases one after another, numbering the ledger's lines and holding back raw tension until it is damped once. */

import { assert } from '../assert.ts';
import { LIMITS } from '../limits.ts';
import { type Contribution, type Effect, settle } from '../state/ledger.ts';
import type { State } from '../state/state.ts';
import { isTension } from '../state/tension.ts';

/** The work in hand: the state so far, the lines so far, and the tension that waits. */
export interface Running {
  readonly turn: number;
  readonly round: number;
  readonly state: State;
  readonly effects: readonly Effect[];
  readonly tension: readonly Contribution[];
}

export function begin(state: State, round: number): Running {
  return { turn: state.world.turn, round, state, effects: [], tension: [] };
}

/** Settles one phase; its raw tension is kept back. */
export function run(running: Running, contributions: readonly Contribution[]): Running {
  const tension: Contribution[] = [];
  const rest: Contribution[] = [];
  for (const c of contributions) (isTension(c) ? tension : rest).push(c);
  return { ...settled(running, rest), tension: [...running.tension, ...tension] };
}

/** Settles contributions as they are, tension included. */
export function settled(running: Running, contributions: readonly Contribution[]): Running {
  const stamp = { turn: running.turn, round: running.round, n: running.effects.length };
  const { state, effects } = settle(running.state, contributions, stamp);
  const all = effects.length === 0 ? running.effects : [...running.effects, ...effects];
  assert(all.length <= LIMITS.ledgerLinesPerTurn, `a turn writes at most ${LIMITS.ledgerLinesPerTurn} ledger lines`);
  return { ...running, state, effects: all };
}
