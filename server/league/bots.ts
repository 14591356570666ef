/** How bots do against one another, whatever seat they are in: who wins, and who comes out ahead of whom. */
import type { BotSeats } from '../../shared/bots/moves.ts';
import { type Tale, winnerOf } from '../../shared/game/tale.ts';
import { BOT_NAMES, type BotName } from '../../shared/scenario/names.ts';
import { type Interval, wilson } from './intervals.ts';

export interface Standing {
  readonly bot: BotName;
  /** Share of the games that one seat won, of those in which the bot sat, that it won; and what chance would give it. */
  readonly wins: Interval;
  readonly byChance: number;
  /** Of games without nuclear use: in what share of its encounters it came out ahead of each other bot; a draw is half. */
  readonly ahead: Readonly<Partial<Record<BotName, Interval>>>;
}

export interface Seated {
  readonly seats: BotSeats;
  readonly tale: Tale;
}

export function standingsOf(games: readonly Seated[]): readonly Standing[] {
  const bots = BOT_NAMES.filter((bot) => games.some((game) => seatsOf(game, bot).length > 0));
  return bots.map((bot) => {
    const own = games.filter((game) => seatsOf(game, bot).length > 0 && winnerOf(game.tale) !== null);
    const seatCount = sum(own.map((game) => seatsOf(game, bot).length));
    const won = own.filter(({ seats, tale }) => seats.some(([power, name]) => name === bot && power === winnerOf(tale)));
    return {
      bot,
      wins: wilson(won.length, own.length),
      byChance: own.length === 0 ? 0 : seatCount / (3 * own.length),
      ahead: Object.fromEntries(
        bots.flatMap((other) => {
          const shares = other === bot ? [] : games.flatMap((game) => aheadIn(game, bot, other));
          return shares.length === 0 ? [] : [[other, wilson(sum(shares), shares.length)]];
        }),
      ),
    };
  });
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

const seatsOf = ({ seats }: Seated, bot: BotName) => seats.filter(([, name]) => name === bot).map(([power]) => power);

/** One number a game: two encounters in the same game are no two games. */
function aheadIn(game: Seated, bot: BotName, other: BotName): readonly number[] {
  const { ending, scores } = game.tale;
  if (ending !== 'time') return [];
  const duels = seatsOf(game, bot).flatMap((own) =>
    seatsOf(game, other).map((its) => (scores[own] > scores[its] ? 1 : scores[own] === scores[its] ? 0.5 : 0)),
  );
  return duels.length === 0 ? [] : [sum(duels) / duels.length];
}
