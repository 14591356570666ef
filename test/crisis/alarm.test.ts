import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Eyes } from '../../shared/belief/threshold.ts';
import { baseFear, marginsOf, publicMargins, reciprocalFear } from '../../shared/crisis/alarm.ts';
import { gaugeOf } from '../../shared/game/briefing.ts';
import { veil } from '../../shared/game/veil.ts';
import { DYADS } from '../../shared/scenario/names.ts';
import { board, boardWith, start, withBattery, withCrisis, withPair, withPower, withWorld } from '../belief/table.ts';
import { boardRelabelled, relabelled } from './relabel.ts';

type Two = readonly [number, number];

/** S7 by the letter, both sides from the same step. */
function slow([tA, tB]: Two, [pA, pB]: Two, times: number): Two {
  const sigma = (x: number): number => 1 / (1 + Math.exp(-x));
  let history: readonly (readonly [number, number])[] = [[tA, tB]];
  for (let k = 0; k < times; k++) {
    const [fA, fB] = history[history.length - 1]!;
    history = [...history, [tA + (1 - tA) * 0.5 * sigma((fB - pB) / 0.12), tB + (1 - tB) * 0.5 * sigma((fA - pA) / 0.12)]];
  }
  return history[times]!;
}
const alarm = (base: number, threshold: number, otherThreshold: number) =>
  reciprocalFear(board, { base, otherBase: base, threshold, otherThreshold });
const unit = fc.double({ min: 0, max: 1, noNaN: true });

describe('alarm (SCIENCE S7)', () => {
  it.each([
    [0.4, [0.73, 0.9], [0.405, 0.419]],
    [0.4, [0.35, 0.83], [0.439, 0.603]],
    [0.2, [0.17, 0.9], [0.208, 0.431]],
  ] as const)('from base %f with thresholds %j comes to the published %j', (base, [pA, pB], [fA, fB]) => {
    const [own, other] = alarm(base, pA, pB);
    expect(own).toBeCloseTo(fA, 3);
    expect(other).toBeCloseTo(fB, 3);
  });

  it('is exactly the thirty-second iterate, not the limit', () => {
    fc.assert(
      fc.property(unit, unit, unit, unit, (base, otherBase, threshold, otherThreshold) => {
        const got = reciprocalFear(board, { base, otherBase, threshold, otherThreshold });
        const [own, other] = slow([base, otherBase], [threshold, otherThreshold], 32);
        expect(got[0]).toBeCloseTo(own, 11);
        expect(got[1]).toBeCloseTo(other, 11);
      }),
    );
    const few = boardWith({ alarm: { iterations: 1 } });
    expect(reciprocalFear(few, { base: 0.2, otherBase: 0.3, threshold: 0.4, otherThreshold: 0.5 })[0]).toBeCloseTo(
      slow([0.2, 0.3], [0.4, 0.5], 1)[0],
      12,
    );
  });

  it('is never under base fear and never more than half of what is left above it', () => {
    fc.assert(
      fc.property(unit, unit, unit, (base, p, q) => {
        const [own] = alarm(base, p, q);
        expect(own).toBeGreaterThanOrEqual(base);
        expect(own).toBeLessThanOrEqual(base + (1 - base) / 2 + 1e-12);
      }),
    );
  });

  it('swaps when the sides are swapped', () => {
    fc.assert(
      fc.property(unit, unit, unit, unit, (base, otherBase, threshold, otherThreshold) => {
        const one = reciprocalFear(board, { base, otherBase, threshold, otherThreshold });
        const other = reciprocalFear(board, {
          base: otherBase,
          otherBase: base,
          threshold: otherThreshold,
          otherThreshold: threshold,
        });
        expect([one[1], one[0]]).toEqual(other);
      }),
    );
  });
});

describe('base fear', () => {
  const calm = withPair(withWorld(start, { tension: 60 }), 'us>ru', { trust: 25 });
  const crisis = withCrisis(calm, {
    status: 'running',
    first: 'us',
    second: 'ru',
    escalatedFirst: 1,
    escalatedSecond: 2,
    round: 2,
  });

  it('is .4 x tension x mistrust: .4 x .6 x .75', () => {
    expect(baseFear(board, calm, 'us', 'ru')).toBeCloseTo(0.18, 12);
  });

  it('grows by .10 for each time that the other, not oneself, has escalated in the crisis that runs', () => {
    expect(baseFear(board, crisis, 'us', 'ru')).toBeCloseTo(0.38, 12);
    expect(baseFear(board, crisis, 'ru', 'us') - baseFear(board, calm, 'ru', 'us')).toBeCloseTo(0.1, 12);
    expect(baseFear(board, crisis, 'cn', 'us')).toBe(baseFear(board, calm, 'cn', 'us'));
    expect(baseFear(board, withCrisis(crisis, { status: 'none' }), 'us', 'ru')).toBeCloseTo(0.18, 12);
  });

  it('grows by .05 while the other is generated', () => {
    expect(baseFear(board, withPower(calm, 'ru', { posture: 'generated' }), 'us', 'ru')).toBeCloseTo(0.23, 12);
    expect(baseFear(board, withPower(calm, 'us', { posture: 'generated' }), 'us', 'ru')).toBeCloseTo(0.18, 12);
  });

  it('is at most .8', () => {
    const worst = withPair(withWorld(withCrisis(crisis, { escalatedSecond: 9 }), { tension: 100 }), 'us>ru', { trust: 0 });
    expect(baseFear(board, worst, 'us', 'ru')).toBe(0.8);
  });
});

describe('margins and the public gauge', () => {
  it('are threshold less alarm, for both sides of a dyad', () => {
    for (const [, a, b] of DYADS) {
      for (const margin of marginsOf(board, start, [a, b], { eyes: 'truth', theory: 'contested' })) {
        expect(margin.margin).toBeCloseTo(margin.threshold - margin.alarm, 12);
        expect(margin.stakes).toBeCloseTo(margin.costSecond - margin.costFirst, 12);
      }
    }
  });

  it('are the same from whichever side one asks', () => {
    const how = { eyes: 'public', theory: 'contested' } as const;
    const [us, ru] = marginsOf(board, start, ['us', 'ru'], how);
    expect(marginsOf(board, start, ['ru', 'us'], how)).toEqual([ru, us]);
  });

  it('swap when two powers are exchanged with all that is theirs', () => {
    const state = withPower(withWorld(start, { tension: 70 }), 'cn', { dispersal: 2, penaids: 1, posture: 'generated' });
    for (const [, a, b] of DYADS) {
      const mirror = boardRelabelled(board, a, b);
      const mirrored = relabelled(state, a, b);
      for (const [, x, y] of DYADS) {
        for (const eyes of ['us', 'ru', 'cn', 'public', 'truth'] satisfies Eyes[]) {
          const here = marginsOf(board, state, [x, y], { eyes, theory: 'contested' });
          const there = marginsOf(mirror, mirrored, relabelled([x, y] as const, a, b), {
            eyes: relabelled(eyes, a, b),
            theory: 'contested',
          });
          here.forEach((margin, i) => {
            expect(there[i]!.margin).toBeCloseTo(margin.margin, 11);
            expect(there[i]!.of).toBe(relabelled(margin.of, a, b));
          });
        }
      }
    }
  });

  it('show the smaller margin of each of the three dyads, with its own stakes', () => {
    const gauges = publicMargins(board, start, 'contested');
    expect(gauges.map((gauge) => gauge.id)).toEqual(['us-ru', 'us-cn', 'ru-cn']);
    gauges.forEach((gauge, i) => {
      const [, a, b] = DYADS[i]!;
      const both = marginsOf(board, start, [a, b], { eyes: 'public', theory: 'contested' });
      const least = both[0].margin <= both[1].margin ? both[0] : both[1];
      expect(gauge.margin).toBe(least.margin);
      expect(gauge.stakes).toBe(least.stakes);
    });
  });

  it('are alike for all: what is hidden of a seat does not move the gauge', () => {
    const gauge = gaugeOf(board, start, 'contested');
    for (const viewer of ['us', 'ru', 'cn'] as const) {
      const known = veil(board, start, viewer);
      const open = { ...known, pairs: start.pairs };
      expect(gaugeOf(board, { ...open, systems: start.systems }, 'contested')).toEqual(gauge);
    }
    const secret = {
      ...start,
      systems: { ...start.systems, gbi: { ...start.systems['gbi']!, trueKill: 0.01, trueDecoy: 0.99 } },
    };
    expect(gaugeOf(board, withPower(secret, 'us', { money: 9, approval: 5 }), 'contested')).toEqual(gauge);
  });

  it('has the two schools’ margins as the ends of its band, and the contested one between', () => {
    for (const { low, high, margin } of gaugeOf(board, withBattery(start, 'fort-greely', { inventory: 100 }), 'contested')
      .dyads) {
      expect(low).toBeLessThanOrEqual(margin + 1e-12);
      expect(high).toBeGreaterThanOrEqual(margin - 1e-12);
    }
  });
});
