import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leakersUniform } from '../../shared/capability/engagement.ts';
import {
  MOST_INTERCEPTORS,
  MOST_OBJECTS,
  shootLookShootPlan,
  survivorChances,
} from '../../shared/capability/shoot-look-shoot.ts';
import { agrees, VECTORS } from './vectors.ts';

const problem = fc.record({
  looks: fc.integer({ min: 1, max: 3 }),
  objects: fc.integer({ min: 1, max: 8 }),
  interceptors: fc.integer({ min: 0, max: 16 }),
  singleShot: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
});

describe('the best plan over several looks', () => {
  it.each(VECTORS.F11_sls)('F11: $looks looks W=$W M=$M p=$p', (row) => {
    const plan = shootLookShootPlan({ looks: row.looks, objects: row.W, interceptors: row.M, singleShot: row.p });
    expect(agrees(plan.expectedLeakers, row.leak)).toBe(true);
    expect(plan.firstSalvo).toBe(row.first_salvo);
  });

  it('T25: a third look against 10 warheads with 20 interceptors of .5', () => {
    expect(shootLookShootPlan({ looks: 3, objects: 10, interceptors: 20, singleShot: 0.5 }).expectedLeakers).toBeCloseTo(
      0.9786,
      4,
    );
  });

  it('anchor 6: 44 interceptors and two looks let 1.14 of 20 through, one salvo 3.44', () => {
    const plan = shootLookShootPlan({ looks: 2, objects: 20, interceptors: 44, singleShot: 0.56 });
    expect(plan.expectedLeakers).toBeCloseTo(1.138, 3);
    expect(leakersUniform({ objects: 20, interceptors: 44, singleShot: 0.56, tracking: 1 })).toBeCloseTo(3.438, 3);
  });

  it('never does worse for another look or another interceptor', () => {
    fc.assert(
      fc.property(problem, (asked) => {
        const plain = shootLookShootPlan(asked).expectedLeakers + 1e-9;
        expect(shootLookShootPlan({ ...asked, looks: asked.looks + 1 }).expectedLeakers).toBeLessThanOrEqual(plain);
        expect(shootLookShootPlan({ ...asked, interceptors: asked.interceptors + 1 }).expectedLeakers).toBeLessThanOrEqual(plain);
      }),
    );
  });

  it('has chances of survivors that sum to 1 and have the mean of F8', () => {
    fc.assert(
      fc.property(problem, ({ objects, interceptors, singleShot }) => {
        const chances = survivorChances(objects, interceptors, singleShot);
        const mean = chances.reduce((sum, chance, k) => sum + k * chance, 0);
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
        expect(mean).toBeCloseTo(leakersUniform({ objects, interceptors, singleShot, tracking: 1 }), 9);
      }),
    );
  });

  it('refuses what its table has no room for', () => {
    const fits = { looks: 2, objects: 10, interceptors: 10, singleShot: 0.5 };
    expect(() => shootLookShootPlan({ ...fits, objects: MOST_OBJECTS + 1 })).toThrow(RangeError);
    expect(() => shootLookShootPlan({ ...fits, interceptors: MOST_INTERCEPTORS + 1 })).toThrow(RangeError);
    expect(() => shootLookShootPlan({ ...fits, objects: 2.5 })).toThrow(RangeError);
  });
});
