/** The bots' moves in a game: each from its own seat's view and from addressed draws, so that a game repeats move for move. */
import type { Board } from '../capability/board.ts';
import { type Agreed, type Choices, type Game, type Setup, type Sheets, stateOf } from '../game/game.ts';
import { newGame } from '../game/start.ts';
import { advance } from '../game/turn.ts';
import { viewOf } from '../game/view.ts';
import { draw } from '../math/draw.ts';
import type { Power } from '../scenario/names.ts';
import { type BotName, botChoice, botSheet } from './bot.ts';
import type { Signed } from './thinking.ts';

/** The seats that bots hold, each with its bot. */
export type BotSeats = readonly (readonly [Power, BotName])[];

export function botSheets(game: Game, bots: BotSeats, agreed: Agreed): Sheets {
  const moves = bots.map(([power, bot]) => [
    power,
    botSheet(bot, game.board, { view: viewOf(game, power), draw: drawsOf(game, power), agreed: partnersOf(agreed, power) }),
  ]);
  return Object.fromEntries(moves) as Sheets;
}

export function botChoices(game: Game, bots: BotSeats): Choices {
  const moves = bots.map(([power, bot]) => [power, botChoice(bot, game.board, viewOf(game, power), drawsOf(game, power))]);
  return Object.fromEntries(moves) as Choices;
}

/** A whole game of bots, to its end. */
export function playOut(board: Board, setup: Setup, bots: BotSeats): Game {
  const { turns, parameters } = board.scenario;
  const most = turns + parameters.crisis.perGame * parameters.crisis.rounds;
  let game = newGame(board, setup);
  for (let steps = 0; steps <= most && stateOf(game).world.phase !== 'ended'; steps++) {
    const isCrisis = stateOf(game).world.phase === 'crisis';
    game = advance(
      game,
      isCrisis ? { type: 'round', choices: botChoices(game, bots) } : { type: 'turn', sheets: botSheets(game, bots, []) },
    );
  }
  return game;
}

const partnersOf = (agreed: Agreed, power: Power): readonly Signed[] =>
  agreed.flatMap(([one, other, what]) =>
    one === power ? [{ partner: other, what }] : other === power ? [{ partner: one, what }] : [],
  );

function drawsOf(game: Game, power: Power): (n: number) => number {
  const { seed, luck } = game.setup;
  const { world, crisis } = stateOf(game);
  const round = world.phase === 'crisis' ? crisis.round : 0;
  return (n) => draw({ seed, luck, turn: world.turn, round, rule: 'bot', subject: power, n });
}
