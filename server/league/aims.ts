/** How far each aim is reached and how much that differs from game to game, and what the drawn ones decide: what pars are fitted to. */
import { type Tale, winnerOf } from '../../shared/game/tale.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import { type Interval, meanInterval, varianceOf, wilson } from './intervals.ts';

export interface Aim {
  readonly power: Power;
  readonly id: string;
  readonly isSecret: boolean;
  /** Games without nuclear use in which the seat had it. */
  readonly games: number;
  /** 0 to 1. */
  readonly reached: Interval;
  /** Standard deviation of that from game to game: where it is nothing, no play moves the aim. Null: one game alone has none. */
  readonly spread: number | null;
  /** What the seat won of the games that one seat won, the secret aim being this one. */
  readonly wins: Interval | null;
}

/** Seat by seat, public aims before secret ones. */
export function aimsOf(tales: readonly Tale[]): readonly Aim[] {
  const peaceful = tales.filter(({ ending }) => ending === 'time');
  return POWERS.flatMap((power) => {
    const all = peaceful.flatMap((tale) => tale.aims[power].map((aim) => ({ ...aim, winner: winnerOf(tale) })));
    const names = [...new Map(all.map(({ id, secret }) => [`${secret} ${id}`, { id, secret }])).values()];
    return names
      .sort((a, b) => Number(a.secret) - Number(b.secret) || (a.id < b.id ? -1 : 1))
      .map(({ id, secret }): Aim => {
        const own = all.filter((aim) => aim.id === id && aim.secret === secret);
        const shares = own.map(({ reached }) => reached);
        const mean = meanInterval(shares);
        const decided = own.filter(({ winner }) => winner !== null);
        const won = decided.filter(({ winner }) => winner === power);
        return {
          power,
          id,
          isSecret: secret,
          games: own.length,
          reached: within(mean),
          spread: shares.length < 2 ? null : Math.sqrt(varianceOf(shares, mean.estimate)),
          wins: secret ? wilson(won.length, decided.length) : null,
        };
      });
  });
}

/** Give or take, but nobody reaches less than nothing or more than all of an aim. */
const within = ({ estimate, low, high }: Interval): Interval => ({ estimate, low: Math.max(0, low), high: Math.min(1, high) });
