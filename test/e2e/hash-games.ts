/** Plays random games and hashes every state: the same code for Node and, bundled, for a browser. */
import { makeBoard } from '../../shared/capability/board.ts';
import { stateOf } from '../../shared/game/game.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { hashOf } from '../../shared/hash.ts';
import { loadScenario } from '../../shared/scenario/load.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { isRefusal } from '../../shared/state/refusal.ts';
import { diceOf, randomChoices, randomSheets } from '../game/random-sheets.ts';

/** Hash over all states of each game; `arrival` is the order in which the seats' sheets come in. */
export function hashesOf(raw: unknown, base: unknown, games: number, arrival: readonly Power[]): string[] {
  const scenario = loadScenario(raw, base);
  if (isRefusal(scenario)) throw new Error(scenario.key);
  const board = makeBoard(scenario);
  return Array.from({ length: games }, (_, i) => {
    const dice = diceOf(`browser ${i}`);
    let game = newGame(board, { seed: `browser ${i}`, luck: 0, theory: 'contested' });
    while (stateOf(game).world.phase !== 'ended') {
      if (stateOf(game).world.phase === 'crisis') game = advance(game, { type: 'round', choices: randomChoices(dice) });
      else {
        const sheets = randomSheets(game, dice);
        game = advance(game, { type: 'turn', sheets: Object.fromEntries(arrival.map((power) => [power, sheets[power]])) });
      }
    }
    return hashOf(game.played.map((played) => played.state));
  });
}
