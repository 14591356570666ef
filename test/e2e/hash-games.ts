/** Plays random games and hashes every state, gauge and score: the same code for Node and, bundled, for a browser. */
import { type Board, makeBoard } from '../../shared/capability/board.ts';
import { gaugeOf } from '../../shared/game/briefing.ts';
import { commonScore } from '../../shared/game/common-score.ts';
import { type Game, stateOf } from '../../shared/game/game.ts';
import { scoreOf } from '../../shared/game/score.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { hashOf } from '../../shared/hash.ts';
import { loadScenario } from '../../shared/scenario/load.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import { isRefusal } from '../../shared/state/refusal.ts';
import { diceOf, randomChoices, randomSheets } from '../game/random-sheets.ts';

/** Every second game is one of the full scenario, the others are quick ones. */
export interface Asked {
  /** The quick scenario and the full one that it extends, as they lie on disk. */
  readonly quick: unknown;
  readonly full: unknown;
  readonly games: number;
  /** The order in which the seats' sheets come in. */
  readonly arrival: readonly Power[];
}

/** A hash over all states of each game, with what is worked out of each: the gauge, and at the end the scores. */
export function hashesOf({ quick, full, games, arrival }: Asked): string[] {
  const boards = [loadScenario(full), loadScenario(quick, full)].map((scenario) => {
    if (isRefusal(scenario)) throw new Error(scenario.key);
    return makeBoard(scenario);
  });
  return Array.from({ length: games }, (_, i) => {
    const game = played(boards[i % boards.length] as Board, `browser ${i}`, arrival);
    const { board, setup } = game;
    return hashOf({
      states: game.played.map(({ state }) => [state, gaugeOf(board, state, setup.theory)]),
      scores: POWERS.map((power) => scoreOf(game, power)),
      together: commonScore(game),
    });
  });
}

function played(board: Board, seed: string, arrival: readonly Power[]): Game {
  const dice = diceOf(seed);
  let game = newGame(board, { seed, luck: 0, theory: 'contested' });
  while (stateOf(game).world.phase !== 'ended') {
    if (stateOf(game).world.phase === 'crisis') game = advance(game, { type: 'round', choices: randomChoices(dice) });
    else {
      const sheets = randomSheets(game, dice);
      game = advance(game, { type: 'turn', sheets: Object.fromEntries(arrival.map((power) => [power, sheets[power]])) });
    }
  }
  return game;
}
