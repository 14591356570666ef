/** Charts as SVG, written by hand and without a library: dots with their intervals on a scale, and the bounds they should keep. */
import type { Interval } from './intervals.ts';
import type { Bounds } from './verdict.ts';

export interface Dot {
  readonly name: string;
  readonly value: Interval;
  /** What is to be read at it. */
  readonly told: string;
}

export interface DotChart {
  readonly title: string;
  readonly dots: readonly Dot[];
  /** Where the dots should be; a band behind them. */
  readonly wanted?: Bounds;
  /** What must be in sight. */
  readonly include: readonly number[];
  readonly tick: (value: number) => string;
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const [PLOT, NAMES, RIGHT, ROW, TOP, BOTTOM] = [490, 240, 20, 22, 8, 28];
/** About how wide a letter is; nothing here can measure text. */
const LETTER = 6.4;

/** A line of the chart for each dot, its interval through it. */
export function dotChart({ title, dots, wanted, include, tick }: DotChart): string {
  const finite = dots.flatMap(({ value }) => [value.estimate, value.low, value.high]).filter(Number.isFinite);
  const scale = scaleOf([...finite, ...include, ...(wanted ?? []).filter(Number.isFinite)]);
  const left = 10 + Math.max(NAMES, ...dots.map(({ name }) => Math.ceil(LETTER * name.length)));
  const width = left + PLOT + RIGHT;
  const x = (value: number): number => {
    const inside = Math.min(scale.high, Math.max(scale.low, value));
    return left + (PLOT * (inside - scale.low)) / (scale.high - scale.low);
  };
  const height = TOP + dots.length * ROW + BOTTOM;
  const floor = height - BOTTOM;
  return [
    // Longer names make a wider drawing, never a smaller one: it is scrolled.
    `<svg viewBox="0 0 ${width} ${height}" style="min-width: ${Math.round(0.75 * width)}px" role="img" aria-label="${escaped(title)}">`,
    wanted
      ? `<rect class="wanted" x="${at(x(wanted[0]))}" y="${TOP}" width="${at(x(wanted[1]) - x(wanted[0]))}" height="${floor - TOP}"/>`
      : '',
    ...scale.ticks.map(
      (value) =>
        `<line class="grid" x1="${at(x(value))}" x2="${at(x(value))}" y1="${TOP}" y2="${floor}"/><text class="tick" x="${at(x(value))}" y="${floor + 18}">${escaped(tick(value))}</text>`,
    ),
    ...dots.map((dot, i) => dotRow(dot, { name: left - 10, y: TOP + (i + 0.5) * ROW, x })),
    '</svg>',
  ].join('');
}

/** Where a row stands, its name ends, and a value falls. */
interface Placed {
  readonly name: number;
  readonly y: number;
  readonly x: (value: number) => number;
}

function dotRow({ name, value, told }: Dot, { name: end, y, x }: Placed): string {
  return [
    `<g><title>${escaped(`${name}: ${told}`)}</title>`,
    `<text class="name" x="${end}" y="${at(y + 4)}">${escaped(name)}</text>`,
    `<line class="spread" x1="${at(x(value.low))}" x2="${at(x(value.high))}" y1="${at(y)}" y2="${at(y)}"/>`,
    `<circle class="dot" cx="${at(x(value.estimate))}" cy="${at(y)}" r="4.5"/></g>`,
  ].join('');
}

const at = (value: number): string => String(Math.round(10 * value) / 10);

/** Bounds widened to round steps, and the round values between them. */
export function scaleOf(values: readonly number[]): {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
} {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const step = stepFor(most - least);
  const [from, to] = [Math.floor(least / step), Math.max(Math.floor(least / step) + 1, Math.ceil(most / step))];
  // Counted, not summed: a sum of tenths would not end on a round number.
  const ticks = Array.from({ length: to - from + 1 }, (_, i) => (from + i) * step);
  return { low: from * step, high: to * step, ticks };
}

/** 1, 2 or 5 times a power of ten, for about five steps. */
function stepFor(span: number): number {
  if (!(span > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(span / 5));
  return [1, 2, 5, 10].map((unit) => unit * power).find((step) => step >= span / 5) ?? span;
}
