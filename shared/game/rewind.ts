/** A game as it stood at the end of a turn: what was played after it is let go. */
import { assert } from '../assert.ts';
import type { Game } from './game.ts';

/** `toTurn` 0: the start. Whoever winds a game back keeps what came after in the log (ARCHITECTURE 2, law 8). */
export function rewoundTo(game: Game, toTurn: number): Game {
  const last = game.played.findLastIndex(({ turn, state }) => turn <= toTurn && state.world.phase === 'orders');
  const kept = game.played.slice(0, last + 1);
  assert((kept.at(-1)?.turn ?? 0) === toTurn, `turn ${toTurn} of this game has been played to its end`);
  return { ...game, played: kept };
}
