/** What a strategist sets out from, as plain data that can be sent to a worker: all that its seat saw, and a seed of its own. */
import { assert } from '../../assert.ts';
import type { Board } from '../../capability/board.ts';
import { type Game, stateOf } from '../../game/game.ts';
import { stateSeenBy } from '../../game/view.ts';
import { draw } from '../../math/draw.ts';
import type { State } from '../../state/state.ts';
import type { Occasion } from '../bot.ts';
import type { Joint, Seen, Thinking } from '../thinking.ts';

export interface Campaign {
  readonly view: Seen;
  /** What the seat has signed in this turn. */
  readonly agreed: readonly Joint[];
  /** What it saw when the last turns opened, oldest first. */
  readonly past: readonly State[];
  readonly seed: string;
}

/** Turns back that a strategist thinks of: as long as deeds are remembered. */
const REMEMBERED = 3;

export function campaignOf(game: Game, { view, draw: lot, agreed }: Occasion): Campaign {
  assert(view.seat, 'a strategist sits in a seat');
  const power = view.seat;
  const { turn } = stateOf(game).world;
  const past = game.played.flatMap(({ step }, i) => {
    const before = { ...game, played: game.played.slice(0, i) };
    const opened = stateOf(before).world.turn;
    return step.type === 'turn' && opened < turn && opened >= turn - REMEMBERED ? [stateSeenBy(before, power)] : [];
  });
  // From a draw and not from the game's seed: whoever searches must not hold the luck of the game in his hands.
  return { view, agreed, past, seed: `strategist ${lot(900)}` };
}

export function thinkingIn(board: Board, { view, agreed, seed }: Campaign): Thinking {
  const { seat: power, state } = view;
  assert(power, 'a strategist sits in a seat');
  const address = { seed, luck: 0, turn: state.world.turn, round: 0, rule: 'bot', subject: power };
  return { board, view, power, draw: (n) => draw({ ...address, n }), agreed };
}
