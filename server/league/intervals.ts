/** How sure a count is: intervals of 95 %. */

/** The normal quantile of .975. */
const Z = 1.959_963_984_540_054;

export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** The normal quantile of .9995: where as many as a hundred are looked at, chance names hardly any of them. */
export const Z_OF_MANY = 3.290_526_731_491_926;

/** Wilson's score interval of a share: `hits` of `trials`. Stays within 0 and 1 and says something of no hits at all. */
export function wilson(hits: number, trials: number, z = Z): Interval {
  if (trials === 0) return { estimate: 0, low: 0, high: 1 };
  const share = hits / trials;
  const spread = (z * z) / trials;
  const centre = (share + spread / 2) / (1 + spread);
  const half = (z / (1 + spread)) * Math.sqrt((share * (1 - share)) / trials + spread / (4 * trials));
  return { estimate: share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** The mean of independent values, give or take; one value alone says nothing of its spread. */
export function meanInterval(values: readonly number[]): Interval {
  const n = values.length;
  const estimate = values.reduce((sum, value) => sum + value, 0) / Math.max(1, n);
  if (n < 2) return { estimate, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  const half = Z * Math.sqrt(varianceOf(values, estimate) / n);
  return { estimate, low: estimate - half, high: estimate + half };
}

/** The mean of changes by -1, 0 or 1: that none came in so many games is not known without chance either. */
export function changeInterval(changes: readonly number[]): Interval {
  const most = wilson(0, changes.length).high;
  return changes.some((change) => change !== 0) ? meanInterval(changes) : { estimate: 0, low: -most, high: most };
}

/** Of two values or more, whose mean is known. */
export const varianceOf = (values: readonly number[], mean: number): number =>
  values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);

/** A share of things that come in games, so many of so many in each: games are independent, the things in one are not. */
export function ratioInterval(games: readonly { readonly hits: number; readonly of: number }[]): Interval {
  const of = games.reduce((sum, game) => sum + game.of, 0);
  if (of === 0) return { estimate: 0, low: 0, high: 1 };
  const estimate = games.reduce((sum, game) => sum + game.hits, 0) / of;
  const n = games.length;
  if (n < 2) return { estimate, low: 0, high: 1 };
  // No game differs from another where it never came, or always, and yet that is not known without chance.
  if (estimate === 0 || estimate === 1) return wilson(estimate * of, of);
  const residues = games.reduce((sum, game) => sum + (game.hits - estimate * game.of) ** 2, 0) / (n - 1);
  const half = (Z * Math.sqrt(residues * n)) / of;
  return { estimate, low: Math.max(0, estimate - half), high: Math.min(1, estimate + half) };
}
