/** The bots' moves: each from its own seat's view and from addressed draws, so that a game repeats move for move. */
import { botChoice, botSheet } from '../../shared/bots/bot.ts';
import { type Choices, type Game, type Sheets, stateOf } from '../../shared/game/game.ts';
import { viewOf } from '../../shared/game/view.ts';
import { draw } from '../../shared/math/draw.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { botsOf, type Seats } from './seats.ts';

export function botSheets(game: Game, seats: Seats): Sheets {
  const moves = botsOf(seats).map(([power, bot]) => [
    power,
    botSheet(bot, game.board, viewOf(game, power), drawsOf(game, power)),
  ]);
  return Object.fromEntries(moves) as Sheets;
}

export function botChoices(game: Game, seats: Seats): Choices {
  const moves = botsOf(seats).map(([power, bot]) => [
    power,
    botChoice(bot, game.board, viewOf(game, power), drawsOf(game, power)),
  ]);
  return Object.fromEntries(moves) as Choices;
}

function drawsOf(game: Game, power: Power): (n: number) => number {
  const { seed, luck } = game.setup;
  const { world, crisis } = stateOf(game);
  const round = world.phase === 'crisis' ? crisis.round : 0;
  return (n) => draw({ seed, luck, turn: world.turn, round, rule: 'bot', subject: power, n });
}
