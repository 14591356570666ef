/** Allotting a first strike over classes of targets by marginal value: the next warhead goes where it destroys most (RULES 3). */
import { pow } from '../math/real.ts';

/** Targets of one kind, all alike. */
export interface TargetClass {
  readonly aimPoints: number;
  /** Warheads that are lost if all of it is destroyed. */
  readonly atStake: number;
  /** Chance that one warhead destroys what is at its aim point; each further one has the same chance with what is left. */
  readonly kill: number;
}

/** One more warhead for each aim point of a class, as far as they go. */
export interface Round {
  /** Place of the class in the list. */
  readonly of: number;
  /** How many each aim point had before. */
  readonly earlier: number;
  readonly given: number;
  /** What each warhead of it destroys on the average: its marginal value. */
  readonly value: number;
}

/** The chance of one warhead such that `shots` of them leave so much. */
export const killChance = (left: number, shots: number): number => 1 - pow(left, 1 / shots);

/** Where a round destroys less than this, nothing worth a warhead is left: the rest is kept back. */
const NOTHING = 1e-9;

/**
 * The rounds in the order in which they are given, the most valuable first, of equals the class named first. Each round of a
 * class is worth less than the one before, so that no other division of as many warheads destroys more.
 */
export function allotted(warheads: number, classes: readonly TargetClass[]): readonly Round[] {
  const open = classes.map(({ aimPoints, atStake, kill }, of) => ({
    of,
    aimPoints,
    miss: 1 - kill,
    earlier: 0,
    value: aimPoints > 0 ? (atStake / aimPoints) * kill : 0,
  }));
  const rounds: Round[] = [];
  for (let left = warheads; left > 0; ) {
    const next = open.reduce((best, one) => (one.value > best.value ? one : best), open[0] ?? NOBODY);
    if (next.value < NOTHING) break;
    const given = Math.min(left, next.aimPoints);
    rounds.push({ of: next.of, earlier: next.earlier, given, value: next.value });
    left -= given;
    next.earlier += 1;
    next.value *= next.miss;
  }
  return rounds;
}

const NOBODY = { of: 0, aimPoints: 0, miss: 0, earlier: 0, value: 0 };
