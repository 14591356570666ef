import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Side } from '../../shared/capability/exchange.ts';
import { costs, costsOf, DEFAULT_TERMS, damage, leak } from '../../shared/capability/exchange.ts';
import { survivors, totalWarheads } from '../../shared/capability/force.ts';
import { COUNTERFORCE_2016, FORCES_2016 } from '../../shared/scenario/forces-2016.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { agrees, VECTORS } from './vectors.ts';

const terms = { ...DEFAULT_TERMS, suppression: 0 };

function side(power: Power, rival: Power, posture: 'day' | 'generated', interceptors: number): Side {
  return {
    total: totalWarheads(FORCES_2016[power]),
    survivors: survivors(FORCES_2016[power], { posture, launchUnderAttack: 0, mobileAlertShift: 0 }),
    counterforce: COUNTERFORCE_2016[power][rival] ?? 0,
    defence: { interceptors, singleShot: 0.56, tracking: 0.9 },
  };
}

describe('the cost of going first', () => {
  it.each(VECTORS.S_pairs)('SCIENCE 2.4: $i against $j, generated $gen, M=$M_i', (row) => {
    const i = row.i.toLowerCase() as Power;
    const j = row.j.toLowerCase() as Power;
    const posture = row.gen ? 'generated' : 'day';
    const us = side(i, j, posture, row.M_i);
    const rival = side(j, i, posture, 0);
    const mine = costs(us, rival, terms);
    expect(agrees(mine.costFirst, row.C_F_i)).toBe(true);
    expect(agrees(mine.costSecond, row.C_S_i)).toBe(true);
    expect(agrees(mine.breakEven, row['p*_i'])).toBe(true);
    expect(agrees(mine.arriving, row.arrive_on_i)).toBe(true);
    expect(agrees(costs(rival, us, terms).breakEven, row['p*_j'])).toBe(true);
  });

  it.each([
    ['day', 0.1173, 0.7046],
    ['generated', 0.4739, 0.9231],
  ] as const)('SCIENCE 2.4: Russia against China, %s: %d and %d', (posture, ours, his) => {
    const ru = side('ru', 'cn', posture, 0);
    const cn = side('cn', 'ru', posture, 0);
    expect(costs(ru, cn, terms).breakEven).toBeCloseTo(ours, 3);
    expect(costs(cn, ru, terms).breakEven).toBeCloseTo(his, 3);
  });

  it('anchor 10: 1.25 of 9.94 and 23.0 of 45.2 Chinese retaliators arrive through 44 interceptors', () => {
    const defence = { interceptors: 44, singleShot: 0.56, tracking: 0.9 };
    expect(leak(9.94, defence)).toBeCloseTo(1.249, 3);
    expect(leak(45.22, defence)).toBeCloseTo(23.04, 2);
  });

  it('anchor 11: 44 interceptors move the US-Russia index by -.04 day to day and -.0004 generated', () => {
    const index = (posture: 'day' | 'generated', interceptors: number): number => {
      const us = side('us', 'ru', posture, interceptors);
      const ru = side('ru', 'us', posture, 0);
      return costs(us, ru, terms).breakEven * costs(ru, us, terms).breakEven;
    };
    expect(index('day', 44) - index('day', 0)).toBeCloseTo(-0.0414, 3);
    expect(index('generated', 44) - index('generated', 0)).toBeCloseTo(-0.0004, 4);
  });

  it('does damage as S3 says', () => {
    const expected = [
      [1, 0.0069],
      [10, 0.067],
      [100, 0.5],
      [200, 0.75],
      [400, 0.9375],
    ] as const;
    for (const [arriving, share] of expected) expect(damage(arriving, 100)).toBeCloseTo(share, 4);
  });

  it('depends on suppression only in being struck first, which it makes dearer', () => {
    const us = side('us', 'cn', 'day', 44);
    const cn = side('cn', 'us', 'day', 0);
    const blinded = costs(us, cn, { ...terms, suppression: 1 });
    const whole = costs(us, cn, terms);
    expect(blinded.costFirst).toBe(whole.costFirst);
    expect(blinded.costSecond).toBeGreaterThan(whole.costSecond);
    expect(blinded.costSecond).toBeCloseTo(costs({ ...us, defence: cn.defence }, cn, terms).costSecond, 12);
  });

  it('rises by the taboo and by the third power, and never passes a threshold of 1', () => {
    const arrivals = { onUsFirst: 10, onRivalFirst: 900, onUsSecond: 100, onRivalSecond: 500 };
    const plain = costsOf(arrivals, DEFAULT_TERMS);
    const dear = costsOf(arrivals, { ...DEFAULT_TERMS, taboo: 0.15, thirdParty: 0.05 });
    expect(dear.costFirst - plain.costFirst).toBeCloseTo(0.2, 12);
    expect(costsOf(arrivals, { ...DEFAULT_TERMS, taboo: 5 }).breakEven).toBe(1);
  });

  it('keeps threshold within (0, 1] and leaks within what was sent', () => {
    const warheads = fc.double({ min: 0, max: 2000, noNaN: true });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(warheads, warheads, share, share, (sent, interceptors, singleShot, tracking) => {
        const through = leak(sent, { interceptors, singleShot, tracking });
        expect(through).toBeGreaterThanOrEqual(0);
        expect(through).toBeLessThanOrEqual(sent);
        const arrivals = { onUsFirst: through, onRivalFirst: sent, onUsSecond: sent, onRivalSecond: through };
        const { breakEven } = costsOf(arrivals, DEFAULT_TERMS);
        expect(breakEven).toBeGreaterThanOrEqual(0);
        expect(breakEven).toBeLessThanOrEqual(1);
      }),
    );
  });
});
