/** Openings: what a seat ordered in its first turn, or in its first two, and how often it won then. */
import { type Tale, winnerOf } from '../../shared/game/tale.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import type { Seated } from './bots.ts';
import { type Interval, wilson, Z_OF_MANY } from './intervals.ts';

export interface Opening {
  readonly power: Power;
  /** How many turns of it are looked at. */
  readonly turns: 1 | 2;
  /** The kinds of order in it, by name: `press + treaty`, and for two turns `press + treaty, then visit`. */
  readonly orders: string;
  /** Games that one seat won in which the seat opened so, and in what share of them that seat won. */
  readonly games: number;
  readonly wins: Interval;
  /** What the seat wins when it begins otherwise, with the same bots in every seat: an opening may only name who plays, or against whom. */
  readonly otherwise: number;
  /** `wins`, less what they win over a third when they begin otherwise: what the opening itself wins. */
  readonly own: Interval;
  /** By itself over what RULES 11 allows, and not by chance: many openings are looked at at once. */
  readonly isTooGood: boolean;
}

/** RULES 11: no single opening wins more. */
export const MOST_OPENING_WINS = 0.45;

/** Fewer games say nothing of an opening. */
export const LEAST_OPENINGS = 20;

/** Those that were played often enough, the most successful first. */
export function openingsOf(games: readonly Seated[], turns: Opening['turns']): readonly Opening[] {
  return POWERS.flatMap((power) => {
    const begun = games.flatMap(({ seats, tale }): readonly Begun[] => {
      const winner = winnerOf(tale);
      const by = seats.find(([seat]) => seat === power)?.[1] ?? '';
      const seating = seats.map(([, bot]) => bot).join();
      return winner === null ? [] : [{ by, seating, orders: namedIn(tale, power, turns), wins: winner === power }];
    });
    const names = [...new Set(begun.map(({ orders }) => orders))].sort();
    return names.map((orders) => ({ power, turns, ...openingIn(begun, orders) }));
  })
    .filter(({ games: count }) => count >= LEAST_OPENINGS)
    .sort((a, b) => b.wins.estimate - a.wins.estimate || b.games - a.games);
}

/** A decided game as one seat began it. */
interface Begun {
  /** Who began it so, and with him all who play. */
  readonly by: string;
  readonly seating: string;
  readonly orders: string;
  readonly wins: boolean;
}

const namedIn = (tale: Tale, power: Power, turns: Opening['turns']): string =>
  (turns === 1 ? tale.openings : tale.openingsOfTwo)[power];

const EVEN = 1 / POWERS.length;
/** So many games stand before the first: who has hardly ever begun otherwise tells little. */
const DOUBT = 3;

/** What is won of these games; as long as they are few, rather `before`. */
const shareWon = (games: readonly Begun[], before: number): number =>
  (games.filter(({ wins }) => wins).length + DOUBT * before) / (games.length + DOUBT);

function openingIn(begun: readonly Begun[], orders: string): Omit<Opening, 'power' | 'turns'> {
  const own = begun.filter((game) => game.orders === orders);
  const hits = own.filter(({ wins }) => wins).length;
  const others = begun.filter((game) => game.orders !== orders);
  const shareOf = ({ by, seating }: Begun): number =>
    shareWon(
      others.filter((game) => game.seating === seating),
      shareWon(
        others.filter((game) => game.by === by),
        EVEN,
      ),
    );
  const shares = new Map(own.map((game) => [game.seating, shareOf(game)]));
  const otherwise = own.reduce((sum, { seating }) => sum + (shares.get(seating) ?? EVEN), 0) / Math.max(1, own.length);
  const less = (interval: Interval): Interval => ({
    estimate: interval.estimate - (otherwise - EVEN),
    low: interval.low - (otherwise - EVEN),
    high: interval.high - (otherwise - EVEN),
  });
  const wins = wilson(hits, own.length);
  const isTooGood = own.length >= LEAST_OPENINGS && less(wilson(hits, own.length, Z_OF_MANY)).low > MOST_OPENING_WINS;
  return { orders, games: own.length, wins, otherwise, own: less(wins), isTooGood };
}
