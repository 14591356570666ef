/** The bots' moves: each from its own seat's view and from addressed draws, so that a game repeats move for move. */
import { botChoice, botSheet, botSigns } from '../../shared/bots/bot.ts';
import { type Agreed, type Choices, type Game, type Sheets, stateOf } from '../../shared/game/game.ts';
import { viewOf } from '../../shared/game/view.ts';
import { draw } from '../../shared/math/draw.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { Case } from './case.ts';
import type { Entry } from './entry.ts';
import { blankLine } from './judge-talk.ts';
import { botsOf, type Seats } from './seats.ts';

export function botSheets(game: Game, seats: Seats, agreed: Agreed): Sheets {
  const moves = botsOf(seats).map(([power, bot]) => [
    power,
    botSheet(bot, game.board, { view: viewOf(game, power), draw: drawsOf(game, power), agreed: partnersOf(agreed, power) }),
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

/** What a bot answers to an offer that was made to it: its signature, or nothing. */
export function botReply(game: Game, at: Case, entry: Entry): Entry | null {
  if (entry.kind !== 'said' || entry.line.offer === null) return null;
  const { id, from, to } = entry.line;
  const bot = botsOf(at.table.seats).find(([power]) => power === to);
  if (!bot || !botSigns(bot[1], viewOf(game, bot[0]), from)) return null;
  return { kind: 'said', line: { ...blankLine(at, bot[0], from), signs: id } };
}

const partnersOf = (agreed: Agreed, power: Power): readonly Power[] =>
  agreed.flatMap(([one, other]) => (one === power ? [other] : other === power ? [one] : []));

function drawsOf(game: Game, power: Power): (n: number) => number {
  const { seed, luck } = game.setup;
  const { world, crisis } = stateOf(game);
  const round = world.phase === 'crisis' ? crisis.round : 0;
  return (n) => draw({ seed, luck, turn: world.turn, round, rule: 'bot', subject: power, n });
}
