/** The record of a game: with the scenario it is the game, and replaying it proves it. */
import type { Board } from '../capability/board.ts';
import { hashOf } from '../hash.ts';
import type { Game, Setup, Step } from './game.ts';
import { newGame } from './start.ts';
import { advance } from './turn.ts';

export interface GameRecord {
  readonly format: 1;
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
    format: 1,
    scenario: scenario.id,
    scenarioHash: hashOf(scenario),
    setup: game.setup,
    steps: game.played.map((played) => played.step),
    hashes: game.played.map((played) => hashOf(played.state)),
  };
}

/** The game that a record tells, played again; `verified` when every state came out as recorded. */
export function replay(board: Board, record: GameRecord): { readonly game: Game; readonly verified: boolean } {
  let game = newGame(board, record.setup);
  for (const step of record.steps) game = advance(game, step);
  const same = game.played.every((played, i) => hashOf(played.state) === record.hashes[i]);
  return { game, verified: same && record.scenarioHash === hashOf(board.scenario) };
}
