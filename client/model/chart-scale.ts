/** Where values stand on a chart, and which round values get a line of their own. */
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
  readonly low: number;
  readonly high: number;
  x(i: number): number;
  y(value: number): number;
}

/** From the values and what must be in sight, widened to round steps. */
export function chartScale(values: readonly number[], include: readonly number[], plot: Plot): ChartScale {
  const all = [...values, ...include];
  const step = stepFor(Math.max(...all) - Math.min(...all));
  const low = Math.floor(Math.min(...all) / step) * step;
  const high = Math.max(low + step, Math.ceil(Math.max(...all) / step) * step);
  const [across, up] = [plot.width - plot.left - plot.right, plot.height - plot.top - plot.bottom];
  // Room for half a mark at either end.
  const inset = 12;
  return {
    low,
    high,
    x: (i) => plot.left + inset + (plot.count < 2 ? 0 : ((across - 2 * inset) * i) / (plot.count - 1)),
    y: (value) => plot.top + up * (1 - (value - low) / (high - low)),
  };
}

/** The round values between two bounds, four to eight of them. */
export function ticksBetween(low: number, high: number): readonly number[] {
  const step = stepFor(high - low);
  const count = Math.round((high - low) / step);
  // Counted, not summed: a sum of tenths would not end on a round number.
  return Array.from({ length: count + 1 }, (_, i) => Math.round((low + i * step) / step) * step);
}

/** Values closer than this are one value. */
const LEAST_SPAN = 1e-9;

/** 1, 2 or 5 times a power of ten. */
function stepFor(span: number): number {
  if (span < LEAST_SPAN) return 1;
  const rough = span / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const [unit = 10] = [1, 2, 5].filter((candidate) => candidate * power >= rough);
  return unit * power;
}
