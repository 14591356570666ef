/** Where values stand on a chart, which round values get a line of their own, and where the names of lines find room. */
import { type ScaleLinear, scaleLinear, scalePoint } from 'd3-scale';

export interface Plot {
  readonly count: number;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface ChartScale {
  x(i: number): number;
  readonly y: ScaleLinear<number, number>;
  readonly ticks: readonly number[];
}

/** About so many round values get a line. */
const TICKS = 5;
/** Room for half a mark at either end. */
const INSET = 12;
/** Values closer than this are one value. */
const LEAST_SPAN = 1e-9;

/** From the values and what must be in sight, widened to round steps. */
export function chartScale(values: readonly number[], include: readonly number[], plot: Plot): ChartScale {
  const all = [...values, ...include];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const y = scaleLinear([low, high - low < LEAST_SPAN ? low + 1 : high], [plot.height - plot.bottom, plot.top]).nice(TICKS);
  const across = [plot.left + INSET, plot.width - plot.right - INSET];
  const x = scalePoint(
    Array.from({ length: plot.count }, (_, i) => i),
    across,
  ).align(0);
  return { x: (i) => x(i) ?? plot.left, y, ticks: y.ticks(TICKS) };
}

/** Heights for texts that would like to stand at these: in the same order, none over another, none below the lowest allowed. */
export function apart(heights: readonly number[], gap: number, lowest: number): readonly number[] {
  const order = heights.map((_, i) => i).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0) || a - b);
  const placed = heights.slice();
  let next = Number.NEGATIVE_INFINITY;
  for (const i of order) {
    placed[i] = Math.max(next, placed[i] ?? 0);
    next = placed[i] + gap;
  }
  next = lowest;
  for (const i of order.toReversed()) {
    placed[i] = Math.min(next, placed[i] ?? 0);
    next = placed[i] - gap;
  }
  return placed;
}
