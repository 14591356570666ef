import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apart, chartScale } from '../../client/model/chart-scale.ts';

const plot = { count: 5, width: 560, height: 240, left: 44, right: 14, top: 14, bottom: 28 };
const number = fc.double({ min: -1000, max: 1000, noNaN: true });

describe('a chart', () => {
  it('keeps every value inside its frame, higher values higher up', () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 30 }), (values) => {
        const scale = chartScale(values, [0], plot);
        for (const value of values) {
          expect(scale.y(value)).toBeGreaterThanOrEqual(plot.top - 1e-6);
          expect(scale.y(value)).toBeLessThanOrEqual(plot.height - plot.bottom + 1e-6);
        }
        const [low, high] = [scale.ticks[0] ?? 0, scale.ticks.at(-1) ?? 0];
        expect(scale.y(high)).toBeLessThan(scale.y(low));
      }),
    );
  });

  it('marks round values, from the lowest to the highest', () => {
    expect(chartScale([0, 97], [], plot).ticks).toEqual([0, 20, 40, 60, 80, 100]);
    expect(chartScale([0.75], [0], plot).ticks).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
    expect(chartScale([0], [0], plot).ticks.length).toBeGreaterThan(1);
  });

  it('sets its turns evenly from the left; a single turn stands at the left', () => {
    const { x } = chartScale([1], [0], plot);
    expect([0, 1, 2, 3, 4].map(x)).toEqual([56, 175.5, 295, 414.5, 534].map((at) => expect.closeTo(at, 6)));
    expect(chartScale([1], [0], { ...plot, count: 1 }).x(0)).toBe(56);
  });

  it('leaves every name at the end of a line room of its own', () => {
    expect(apart([100, 40, 100, 102], 12, 212)).toEqual([100, 40, 112, 124]);
    fc.assert(
      fc.property(fc.array(fc.double({ min: 14, max: 212, noNaN: true }), { maxLength: 12 }), (wished) => {
        const heights = [...apart(wished, 12, 212)].sort((a, b) => a - b);
        for (const [i, height] of heights.entries()) {
          expect(height).toBeLessThanOrEqual(212);
          if (i > 0) expect(height - (heights[i - 1] ?? 0)).toBeGreaterThanOrEqual(12 - 1e-9);
        }
      }),
    );
  });
});
