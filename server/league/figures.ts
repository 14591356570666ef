/** Figures with their intervals in words, the same in text and on the page. */
import type { Interval } from './intervals.ts';
import type { Figure, Unit } from './verdict.ts';

export const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;

const spoken =
  (one: (value: number) => string) =>
  ({ estimate, low, high }: Interval): string =>
    // What is known without chance has no interval.
    low === high ? one(estimate) : `${one(estimate)} (${bound(low, one)} to ${bound(high, one)})`;

/** One game alone says nothing of its spread. */
const bound = (value: number, one: (value: number) => string): string => (Number.isFinite(value) ? one(value) : '?');

export const share = spoken(percent);
export const score = spoken((value) => value.toFixed(3));
export const points = spoken((value) => value.toFixed(1));

const BY_UNIT: Readonly<Record<Unit, (value: Interval) => string>> = { share, score, points };

export const inUnit = ({ unit, value }: Omit<Figure, 'of'>): string => BY_UNIT[unit](value);

/** Where a line is not from this run. */
export const source = (from: string | undefined): string => (from === undefined ? '' : ` [${from}]`);

export const told = ({ of, note, ...figure }: Figure): string => [of, inUnit(figure), note].filter(Boolean).join(' ');
