/**
 * Regret matching (Hart and Mas-Colell 2000): each choice is played as often as one regrets not having played it. Where all
 * seats learn so at the same time, nobody moves second, and what they play on average is an answer to what the others do.
 */

export interface Regrets {
  /** How often each choice is to be played now; sums to 1. */
  readonly strategy: () => readonly number[];
  /** Learns what each choice would have brought, as far as that is known by now, the one that was played among them. */
  readonly learn: (values: readonly number[]) => void;
  /** How often each was to be played, on average so far: this, not the last strategy, is what comes to rest. */
  readonly average: () => readonly number[];
}

export function regretsOf(choices: number): Regrets {
  const sums = new Array<number>(choices).fill(0);
  const played = new Array<number>(choices).fill(0);
  const strategy = (): readonly number[] => shares(sums.map((sum) => Math.max(0, sum)));
  return {
    strategy,
    learn(values) {
      const now = strategy();
      const mean = now.reduce((sum, share, i) => sum + share * (values[i] ?? 0), 0);
      now.forEach((share, i) => {
        played[i] = (played[i] ?? 0) + share;
        sums[i] = (sums[i] ?? 0) + (values[i] ?? 0) - mean;
      });
    },
    average: () => shares(played),
  };
}

/** As shares of their sum; where there is nothing to go by, all alike. */
export function shares(weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total > 0 ? weights.map((weight) => weight / total) : weights.map(() => 1 / weights.length);
}

/** The place that a number in [0, 1) falls on. */
export function placeOf(distribution: readonly number[], pick: number): number {
  let left = pick;
  for (const [i, share] of distribution.entries()) {
    if (left < share) return i;
    left -= share;
  }
  return distribution.length - 1;
}
