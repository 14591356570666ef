/** The record of a game: with the scenario it is the game, and replaying it proves it. */
import type { Board } from '../capability/board.ts';
import { hashOf } from '../hash.ts';
import { type Game, type Setup, type Step, stateOf } from './game.ts';
import { newGame } from './start.ts';
import { advance } from './turn.ts';

export interface GameRecord {
  /** 2: a file of it may also hold notes, bulletins and undone turns; the game itself is written as in 1. */
  readonly format: 1 | 2;
  readonly scenario: string;
  /** Hash of the scenario's content, so that a record is never replayed on another board. */
  readonly scenarioHash: string;
  readonly setup: Setup;
  readonly steps: readonly Step[];
  /** Hash of the state after each step. */
  readonly hashes: readonly string[];
}

export function recordOf(game: Game): GameRecord {
  const { scenario } = game.board;
  return {
    format: 2,
    scenario: scenario.id,
    scenarioHash: hashOf(scenario),
    setup: game.setup,
    steps: game.played.map((played) => played.step),
    hashes: game.played.map((played) => hashOf(played.state)),
  };
}

/** Where a replay parts from its record: on another scenario, or at a step, counted from 0. */
export type Parting = { readonly at: 'scenario' } | { readonly at: 'step'; readonly step: number };

export interface Replayed {
  /** As far as it could be played. */
  readonly game: Game;
  readonly verified: boolean;
  readonly parting: Parting | null;
}

function isPlayable(phase: string, { type }: Step): boolean {
  if (type === 'end') return phase !== 'ended';
  return phase === (type === 'turn' ? 'orders' : 'crisis');
}

/** The game that a record tells, played again; `verified` when every state came out as recorded. */
export function replay(board: Board, record: GameRecord): Replayed {
  let game = newGame(board, record.setup);
  let parting: Parting | null = record.scenarioHash === hashOf(board.scenario) ? null : { at: 'scenario' };
  for (const [step, played] of record.steps.entries()) {
    const mayPlay = isPlayable(stateOf(game).world.phase, played);
    if (mayPlay) game = advance(game, played);
    if (!mayPlay || hashOf(stateOf(game)) !== record.hashes[step]) parting ??= { at: 'step', step };
    if (!mayPlay) break;
  }
  if (record.hashes.length > record.steps.length) parting ??= { at: 'step', step: record.steps.length };
  return { game, verified: parting === null, parting };
}
