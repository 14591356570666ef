import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartScale, ticksBetween } from '../../client/model/chart-scale.ts';

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
        expect(scale.y(scale.high)).toBeLessThan(scale.y(scale.low));
      }),
    );
  });

  it('marks round values, from the lowest to the highest', () => {
    expect(ticksBetween(0, 100)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(ticksBetween(0, 0.8).map((tick) => tick.toFixed(1))).toEqual(['0.0', '0.2', '0.4', '0.6', '0.8']);
  });
});
