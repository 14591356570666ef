/** Openings: what a seat ordered in its first turn, and how often it won then. */
import { type Tale, winnerOf } from '../../shared/game/tale.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import { type Interval, wilson, Z_OF_MANY } from './intervals.ts';

export interface Opening {
  readonly power: Power;
  /** The kinds, by name. */
  readonly orders: string;
  /** Games that one seat won in which the seat opened so, and in what share of them that seat won. */
  readonly games: number;
  readonly wins: Interval;
  /** Over what RULES 11 allows, and not by chance: many openings are looked at at once. */
  readonly isTooGood: boolean;
}

/** RULES 11: no single opening wins more. */
export const MOST_OPENING_WINS = 0.45;

/** Fewer games say nothing of an opening. */
const LEAST_GAMES = 20;

/** Those that were played often enough, the most successful first. */
export function openingsOf(tales: readonly Tale[]): readonly Opening[] {
  const decided = tales.map((tale) => ({ tale, winner: winnerOf(tale) })).filter(({ winner }) => winner !== null);
  return POWERS.flatMap((power) => {
    const names = [...new Set(decided.map(({ tale }) => tale.openings[power]))].sort();
    return names.map((orders): Opening => {
      const own = decided.filter(({ tale }) => tale.openings[power] === orders);
      const hits = own.filter(({ winner }) => winner === power).length;
      const isTooGood = own.length >= LEAST_GAMES && wilson(hits, own.length, Z_OF_MANY).low > MOST_OPENING_WINS;
      return { power, orders, games: own.length, wins: wilson(hits, own.length), isTooGood };
    });
  })
    .filter(({ games }) => games >= LEAST_GAMES)
    .sort((a, b) => b.wins.estimate - a.wins.estimate || b.games - a.games);
}
