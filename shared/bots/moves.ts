/** The bots' moves in a game: each from its own seat's view and from addressed draws, so that a game repeats move for move. */
import type { Board } from '../capability/board.ts';
import { type Choices, type Game, type Setup, type Sheets, type Step, stateOf } from '../game/game.ts';
import { agreedOf, type Deal } from '../game/joint.ts';
import { newGame } from '../game/start.ts';
import { advance } from '../game/turn.ts';
import { stateSeenBy } from '../game/view.ts';
import { draw } from '../math/draw.ts';
import type { BotName, Power } from '../scenario/names.ts';
import { botChoice, botCounters, botOffers, botSheet, botSigns, type Occasion } from './bot.ts';
import { sideOf } from './talks.ts';
import type { Joint, Seen } from './thinking.ts';

/** The seats that bots hold, each with its bot. */
export type BotSeats = readonly (readonly [Power, BotName])[];

export function botSheets(game: Game, bots: BotSeats, deals: readonly Deal[]): Sheets {
  const moves = bots.map(([power, bot]) => [power, botSheet(bot, game.board, occasionOf(game, power, deals))]);
  return Object.fromEntries(moves) as Sheets;
}

export function botChoices(game: Game, bots: BotSeats): Choices {
  const moves = bots.map(([power, bot]) => [power, botChoice(bot, game.board, seenBy(game, power), drawsOf(game, power))]);
  return Object.fromEntries(moves) as Choices;
}

/** What one bot offers at this turn's opening, when so much is already signed. */
export function offersOf(game: Game, [power, bot]: BotSeats[number], deals: readonly Deal[]): readonly Deal[] {
  return botOffers(bot, game.board, occasionOf(game, power, deals)).map((joint) => dealOf(power, joint));
}

/** What a bot would offer a partner in place of what he asked for, dearest first. */
export function countersOf(game: Game, [power, bot]: BotSeats[number], partner: Power, deals: readonly Deal[]): readonly Deal[] {
  return botCounters(bot, game.board, occasionOf(game, power, deals), partner).map((joint) => dealOf(power, joint));
}

const dealOf = (from: Power, { partner, what, terms }: Joint): Deal => ({ from, to: partner, what, ...(terms ? { terms } : {}) });

/** Whether the bot to whom it is made signs an offer, when so much is already signed. */
export function signs(game: Game, [power, bot]: BotSeats[number], offer: Deal, deals: readonly Deal[]): boolean {
  const side = sideOf(offer, power);
  return side !== null && botSigns(bot, game.board, occasionOf(game, power, deals), side);
}

/** What bots agree on among themselves in a turn: each in its turn offers, and whoever is asked answers at once. */
export function botDeals(game: Game, bots: BotSeats, signed: readonly Deal[] = []): readonly Deal[] {
  const deals: Deal[] = [...signed];
  for (const seat of bots)
    for (const offer of offersOf(game, seat, deals)) {
      const asked = bots.find(([power]) => power === offer.to);
      const isStillOpen = signs(game, seat, { ...offer }, deals);
      if (asked && isStillOpen && signs(game, asked, offer, deals)) deals.push(offer);
    }
  return deals;
}

export type Turn = Extract<Step, { type: 'turn' }>;

/** A turn in which only these bots move: they have talked, and hand in their sheets. */
export function botTurn(game: Game, bots: BotSeats, deals = botDeals(game, bots)): Turn {
  const sheets = botSheets(game, bots, deals);
  return deals.length === 0 ? { type: 'turn', sheets } : { type: 'turn', sheets, agreed: agreedOf(deals) };
}

/** How a turn is played by those who hold the seats. */
export type Playing = (game: Game, bots: BotSeats) => Turn;

/** A whole game of bots, to its end; whoever tries something out may change how they play a turn. */
export const playOut = (board: Board, setup: Setup, bots: BotSeats, playing: Playing = botTurn): Game =>
  playOn(newGame(board, setup), bots, playing);

/** A game played on from where it stands, to its end. */
export function playOn(begun: Game, bots: BotSeats, playing: Playing = botTurn): Game {
  const { turns, parameters } = begun.board.scenario;
  const most = turns + parameters.crisis.perGame * parameters.crisis.rounds;
  let game = begun;
  for (let steps = 0; steps <= most && stateOf(game).world.phase !== 'ended'; steps++) {
    const isCrisis = stateOf(game).world.phase === 'crisis';
    game = advance(game, isCrisis ? { type: 'round', choices: botChoices(game, bots) } : playing(game, bots));
  }
  return game;
}

/** What a bot in this seat moves by. */
export function occasionOf(game: Game, power: Power, deals: readonly Deal[]): Occasion {
  const agreed = deals.map((deal) => sideOf(deal, power)).filter((joint): joint is Joint => joint !== null);
  return { view: seenBy(game, power), draw: drawsOf(game, power), agreed };
}

const seenBy = (game: Game, power: Power): Seen => ({
  seat: power,
  theory: game.setup.theory,
  state: stateSeenBy(game, power),
});

function drawsOf(game: Game, power: Power): (n: number) => number {
  const { seed, luck } = game.setup;
  const { world, crisis } = stateOf(game);
  const round = world.phase === 'crisis' ? crisis.round : 0;
  return (n) => draw({ seed, luck, turn: world.turn, round, rule: 'bot', subject: power, n });
}
