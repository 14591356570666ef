/** What many games come to: shares with their intervals, means, and how the order slots were used. */
import { type Tale, winnerOf } from '../../shared/game/tale.ts';
import type { OrderKind, Power } from '../../shared/scenario/names.ts';
import { type Interval, meanInterval, wilson } from './intervals.ts';

export interface Findings {
  readonly nuclearUse: Interval;
  readonly byStrike: number;
  readonly byAccident: number;
  /** Of games that ended in time and that one seat won. */
  readonly wins: Readonly<Record<Power, Interval>>;
  /** The first turn that winners ordered most often, and in how many of the games that one seat won it was the winner's. */
  readonly opening: { readonly orders: string; readonly share: Interval };
  /** Of games without nuclear use. */
  readonly scores: Readonly<Record<Power, Interval>>;
  /** Of all games: the common score, 0 to 100. */
  readonly common: Interval;
  readonly crises: number;
  readonly turns: number;
  readonly tension: number;
  readonly smallestMargin: number;
  /** Share of games that ended on each rung of Russia's and China's ladder. */
  readonly rungs: Readonly<Record<string, number>>;
  /** Share of games in which they stood on each rung at their highest. */
  readonly rungsReached: Readonly<Record<string, number>>;
  /** Share of a seat's orders that were of each kind. */
  readonly orders: Readonly<Record<Power, Readonly<Partial<Record<OrderKind, number>>>>>;
}

export function findingsOf(tales: readonly Tale[]): Findings {
  const share = (claim: (tale: Tale) => boolean): number => tales.filter(claim).length / Math.max(1, tales.length);
  const mean = (of: (tale: Tale) => number): number => tales.reduce((sum, tale) => sum + of(tale), 0) / Math.max(1, tales.length);
  const peaceful = tales.filter(({ ending }) => ending === 'time');
  const decided = peaceful.map(winnerOf).filter((power) => power !== null);
  const byPower = <T>(of: (power: Power) => T): Readonly<Record<Power, T>> => ({ us: of('us'), ru: of('ru'), cn: of('cn') });
  return {
    nuclearUse: wilson(tales.length - peaceful.length, tales.length),
    byStrike: share(({ ending }) => ending === 'strike'),
    byAccident: share(({ ending }) => ending === 'accident'),
    wins: byPower((power) => wilson(decided.filter((winner) => winner === power).length, decided.length)),
    opening: commonestOpening(peaceful),
    scores: byPower((power) => meanInterval(peaceful.map(({ scores }) => scores[power]))),
    common: meanInterval(tales.map(({ common }) => common)),
    crises: mean(({ crises }) => crises),
    turns: mean(({ turns }) => turns),
    tension: mean(({ tension }) => tension),
    smallestMargin: mean(({ smallestMargin }) => smallestMargin),
    rungs: sharesBy(tales, ({ rung }) => rung),
    rungsReached: sharesBy(tales, ({ rungReached }) => rungReached),
    orders: byPower((power) => slotShares(tales, power)),
  };
}

function commonestOpening(peaceful: readonly Tale[]): Findings['opening'] {
  const won = peaceful.flatMap((tale) => {
    const winner = winnerOf(tale);
    return winner === null ? [] : [`${winner}: ${tale.openings[winner]}`];
  });
  const counts = [...new Set(won)].sort().map((orders) => ({ orders, count: won.filter((one) => one === orders).length }));
  const [most = { orders: '', count: 0 }] = counts.sort((a, b) => b.count - a.count);
  return { orders: most.orders, share: wilson(most.count, won.length) };
}

function sharesBy(tales: readonly Tale[], of: (tale: Tale) => number): Readonly<Record<string, number>> {
  const values = tales.map(of);
  const share = (value: number): number => values.filter((one) => one === value).length / values.length;
  return Object.fromEntries([...new Set(values)].sort((a, b) => a - b).map((value) => [value, share(value)]));
}

function slotShares(tales: readonly Tale[], power: Power): Readonly<Partial<Record<OrderKind, number>>> {
  const counts = new Map<OrderKind, number>();
  for (const { orders } of tales)
    for (const [kind, count] of Object.entries(orders[power])) {
      const known = kind as OrderKind;
      counts.set(known, (counts.get(known) ?? 0) + count);
    }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return Object.fromEntries([...counts].sort().map(([kind, count]) => [kind, count / all]));
}
