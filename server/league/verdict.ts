/** Whether a figure is where it should be, and whether chance could turn that round. */
import type { Interval } from './intervals.ts';

export type Unit = 'share' | 'points' | 'score';

export interface Figure {
  readonly of: string;
  readonly unit: Unit;
  readonly value: Interval;
  /** What else is to be said of it. */
  readonly note?: string;
}

/** What is wanted: from here to there, both included; infinite where any will do. */
export type Bounds = readonly [number, number];

export interface Judged {
  readonly figures: readonly Figure[];
  readonly holds: 'yes' | 'no' | 'not measured';
  /** False: the interval reaches over a bound, and more games could turn it round. */
  readonly isSure: boolean;
}

export const NOT_MEASURED: Judged = { figures: [], holds: 'not measured', isSure: false };

const isIn = (value: number, [from, to]: Bounds): boolean => value >= from && value <= to;
const isSurelyIn = ({ low, high }: Interval, bounds: Bounds): boolean => isIn(low, bounds) && isIn(high, bounds);
const isSurelyOut = ({ low, high }: Interval, [from, to]: Bounds): boolean => high < from || low > to;

/** A few figures: each has to be in the bounds. */
export function judge(figures: readonly Figure[], bounds: Bounds): Judged {
  if (figures.length === 0) return NOT_MEASURED;
  const holds = figures.every(({ value }) => isIn(value.estimate, bounds));
  const isSure = holds
    ? figures.every(({ value }) => isSurelyIn(value, bounds))
    : figures.some(({ value }) => isSurelyOut(value, bounds));
  return { figures, holds: holds ? 'yes' : 'no', isSure };
}

/** Of many figures so many are named. */
const MOST_NAMED = 8;

/** Many figures at once: among so many, chance puts some outside, so only those count that are surely outside. Named are they. */
export function judgeMany(figures: readonly Figure[], bounds: Bounds): Judged {
  if (figures.length === 0) return NOT_MEASURED;
  const out = figures.filter(({ value }) => isSurelyOut(value, bounds));
  const doubtful = figures.filter(({ value }) => !isIn(value.estimate, bounds));
  const farthest = [...(out.length > 0 ? out : doubtful.length > 0 ? doubtful : figures)].sort(
    (a, b) => beyond(b, bounds) - beyond(a, bounds),
  );
  const isSure = out.length > 0 || figures.every(({ value }) => isSurelyIn(value, bounds));
  const named = farthest.slice(0, out.length + doubtful.length > 0 ? MOST_NAMED : 1);
  return { figures: named, holds: out.length > 0 ? 'no' : 'yes', isSure };
}

/** How far outside the bounds, below 0 inside. */
const beyond = ({ value: { estimate } }: Figure, [from, to]: Bounds): number => Math.max(from - estimate, estimate - to);
