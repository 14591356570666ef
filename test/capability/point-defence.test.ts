import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lottoDestroyed, savedByPointDefence } from '../../shared/capability/point-defence.ts';
import { stabilityOf, TABLE_DEFAULTS } from '../../shared/capability/stability.ts';

/** The published strategies played out: the richer side uniform up to twice its mean, the poorer gives up the rest. */
function playedOut(attackers: number, defenders: number, random: () => number): number {
  const [poor, rich] = [Math.min(attackers, defenders), Math.max(attackers, defenders)];
  const of = (own: number): number => (own < rich && random() > poor / rich ? 0 : random() * 2 * rich);
  let destroyed = 0;
  for (let i = 0; i < 40_000; i++) if (of(attackers) > of(defenders)) destroyed += 1;
  return destroyed / 40_000;
}

describe('the defence of silos', () => {
  it.each([
    [2, 1, 0.75],
    [1, 2, 0.25],
    [1, 0.5, 0.75],
    [1, 1, 0.5],
    [3, 1, 0.8333],
  ])('has the worked values of SCIENCE 1.3: %d attackers and %d defenders a silo lose %d', (a, d, lost) => {
    expect(lottoDestroyed(a, d)).toBeCloseTo(lost, 4);
    let n = 0;
    const random = (): number => {
      n += 1;
      return (n * 0.6180339887498949 + Math.abs(Math.sin(n)) * 7919.77) % 1;
    };
    expect(Math.abs(playedOut(a, d, random) - lost)).toBeLessThan(0.02);
  });

  it('saves a share between 0 and 1, more with more interceptors and less against more attackers', () => {
    const number = fc.double({ min: 0, max: 2000, noNaN: true });
    fc.assert(
      fc.property(number, number, number, fc.integer({ min: 1, max: 500 }), (attackers, interceptors, more, silos) => {
        const field = { silos, attackers, interceptors, singleShot: 0.7, tracking: 0.9 };
        const saved = savedByPointDefence(field);
        expect(saved).toBeGreaterThanOrEqual(0);
        expect(saved).toBeLessThanOrEqual(1);
        expect(savedByPointDefence({ ...field, interceptors: interceptors + more })).toBeGreaterThanOrEqual(saved - 1e-12);
        expect(savedByPointDefence({ ...field, attackers: attackers + more })).toBeLessThanOrEqual(saved + 1e-12);
      }),
      { seed: 2016 },
    );
  });

  it('steadies where the same number round cities unsettles', () => {
    const asked = { ...TABLE_DEFAULTS, attacker: 'us', defender: 'ru' } as const;
    const bare = stabilityOf(asked);
    const round = {
      silos: stabilityOf({ ...asked, siloInterceptors: 200 }),
      cities: stabilityOf({ ...asked, defenderInterceptors: 200 }),
    };
    expect(round.silos.index).toBeGreaterThan(bare.index);
    expect(round.cities.index).toBeLessThan(bare.index);
  });
});
