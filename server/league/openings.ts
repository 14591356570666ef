/** Openings: what a seat ordered in its first turn, or in its first two, and how often it won then. */
import { type Tale, winnerOf } from '../../shared/game/tale.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
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
  /** Over what RULES 11 allows, and not by chance: many openings are looked at at once. */
  readonly isTooGood: boolean;
}

/** RULES 11: no single opening wins more. */
export const MOST_OPENING_WINS = 0.45;

/** Fewer games say nothing of an opening. */
export const LEAST_OPENINGS = 20;

/** Those that were played often enough, the most successful first. */
export function openingsOf(tales: readonly Tale[], turns: Opening['turns']): readonly Opening[] {
  const named = (tale: Tale, power: Power): string => (turns === 1 ? tale.openings : tale.openingsOfTwo)[power];
  const decided = tales.map((tale) => ({ tale, winner: winnerOf(tale) })).filter(({ winner }) => winner !== null);
  return POWERS.flatMap((power) => {
    const names = [...new Set(decided.map(({ tale }) => named(tale, power)))].sort();
    return names.map((orders): Opening => {
      const own = decided.filter(({ tale }) => named(tale, power) === orders);
      const hits = own.filter(({ winner }) => winner === power).length;
      const isTooGood = own.length >= LEAST_OPENINGS && wilson(hits, own.length, Z_OF_MANY).low > MOST_OPENING_WINS;
      return { power, turns, orders, games: own.length, wins: wilson(hits, own.length), isTooGood };
    });
  })
    .filter(({ games }) => games >= LEAST_OPENINGS)
    .sort((a, b) => b.wins.estimate - a.wins.estimate || b.games - a.games);
}
