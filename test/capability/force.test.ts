import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { survivors, totalLaunchers, totalWarheads } from '../../shared/capability/force.ts';
import { FORCES_2016 } from '../../shared/scenario/forces-2016.ts';

const day = { posture: 'day', launchUnderAttack: 0, mobileAlertShift: 0 } as const;
const generated = { ...day, posture: 'generated' } as const;

describe('the forces of September 2016', () => {
  it.each([
    ['us', 681, 1367],
    ['ru', 508, 1796],
    ['cn', 101, 121],
  ] as const)('have the totals of New START or the Bulletin: %s %d launchers, %d warheads', (power, launchers, warheads) => {
    expect(totalLaunchers(FORCES_2016[power])).toBe(launchers);
    expect(totalWarheads(FORCES_2016[power])).toBe(warheads);
  });

  it.each([
    ['us', 557.8, 819.35, 755.4],
    ['ru', 213.43, 789.56, 540.2],
    ['cn', 9.94, 45.22, 27.9],
  ] as const)(
    'anchors 9 and 11: %s keeps %d day to day, %d generated, %d with launch under attack at one half',
    (power, atDay, atGenerated, underAttack) => {
      const legs = FORCES_2016[power];
      expect(survivors(legs, day)).toBeCloseTo(atDay, 2);
      expect(survivors(legs, generated)).toBeCloseTo(atGenerated, 2);
      expect(Math.abs(survivors(legs, { ...day, launchUnderAttack: 0.5 }) - underAttack)).toBeLessThan(0.06);
    },
  );

  it.each([
    [-0.1, 7.3],
    [0, 9.94],
    [0.15, 13.9],
    [0.4, 20.5],
    [0.7, 28.42],
    [0.9, 33.7],
    [3, 33.7],
  ])('save Chinese ICBM warheads as mobile alert shifts by %d: %d', (mobileAlertShift, saved) => {
    expect(Math.abs(survivors(FORCES_2016.cn, { ...day, mobileAlertShift }) - saved)).toBeLessThan(0.06);
  });

  it('never keep more than there is, nor fewer for more warning or dispersal', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom('us', 'ru', 'cn'), share, share, share, (power, u, more, shift) => {
        const legs = FORCES_2016[power as 'us'];
        const before = survivors(legs, { ...day, launchUnderAttack: u * more });
        expect(survivors(legs, { ...day, launchUnderAttack: u })).toBeGreaterThanOrEqual(before - 1e-9);
        expect(survivors(legs, { ...day, launchUnderAttack: u * more, mobileAlertShift: shift })).toBeGreaterThanOrEqual(
          before - 1e-9,
        );
        expect(before).toBeLessThanOrEqual(totalWarheads(legs));
      }),
    );
  });
});
