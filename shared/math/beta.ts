/** The Beta distribution: what is believed of a probability after s successes and f failures is Beta(1 + s, 1 + f). */
import stdQuantile from '@stdlib/stats-base-dists-beta-quantile';

export interface Beta {
  readonly a: number;
  readonly b: number;
}

/** A quantile costs about 25 microseconds and a game asks for the same few thousands of times. */
const remembered = new Map<string, number>();
const REMEMBER_AT_MOST = 4096;

/** The value that a Beta(a, b) quantity stays under with probability p. Errors below 1e-10. */
export function betaQuantile(p: number, { a, b }: Beta): number {
  const key = `${p}|${a}|${b}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const value = stdQuantile(p, a, b);
  if (remembered.size >= REMEMBER_AT_MOST) remembered.clear();
  remembered.set(key, value);
  return value;
}

export function betaMean({ a, b }: Beta): number {
  return a / (a + b);
}
