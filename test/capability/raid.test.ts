import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedArriving, leakDistribution } from '../../shared/capability/engagement.ts';
import { sampleRaid } from '../../shared/capability/raid.ts';

const address = (subject: string) => ({ seed: 'raid', luck: 0, turn: 3, round: 0, rule: 'exchange', subject, n: 0 });
const gmd = { interceptors: 44, singleShot: 0.56, tracking: 0.9, decoysTaken: 0.4 };
const terminal = { interceptors: 10, singleShot: 0.7, tracking: 0.95, decoysTaken: 0 };

function meanArriving(
  raid: Parameters<typeof sampleRaid>[0],
  layers: Parameters<typeof sampleRaid>[1],
  commonMode: number,
): number {
  let sum = 0;
  for (let i = 0; i < 4000; i++) sum += sampleRaid(raid, layers, { commonMode, address: address(String(i)) }).arriving;
  return sum / 4000;
}

describe('a sampled raid', () => {
  it('is the same at the same address', () => {
    const raid = { warheads: 20, decoys: 30, credibleDecoys: 3 };
    const once = sampleRaid(raid, [gmd], { commonMode: 0.9, address: address('us>ru') });
    expect(sampleRaid(raid, [gmd], { commonMode: 0.9, address: address('us>ru') })).toEqual(once);
  });

  it('agrees with the expectation in the mean, one layer', () => {
    const raid = { warheads: 20, decoys: 0, credibleDecoys: 5 };
    expect(Math.abs(meanArriving(raid, [gmd], 1) - expectedArriving(raid, [gmd]))).toBeLessThan(0.15);
  });

  it('agrees with the expectation within 3 % where decoys and a second layer make it only nearly linear', () => {
    const raid = { warheads: 30.5, decoys: 40, credibleDecoys: 4 };
    const expected = expectedArriving(raid, [gmd, terminal]);
    expect(Math.abs(meanArriving(raid, [gmd, terminal], 1) - expected)).toBeLessThan(0.03 * expected);
  });

  it('lets everything through when the common mode fails, as often as it should', () => {
    const raid = { warheads: 10, decoys: 0, credibleDecoys: 0 };
    let failed = 0;
    for (let i = 0; i < 4000; i++) {
      const result = sampleRaid(raid, [gmd], { commonMode: 0.9, address: address(String(i)) });
      if (!result.hasFailedTogether) continue;
      failed += 1;
      expect(result.arriving).toBe(10);
    }
    expect(Math.abs(failed / 4000 - 0.1)).toBeLessThan(0.02);
  });

  it('leaks as F7 says: the chance of no leak is the binomial one', () => {
    const raid = { warheads: 11, decoys: 0, credibleDecoys: 0 };
    const layer = { interceptors: 44, singleShot: 0.56, tracking: 1, decoysTaken: 1 };
    let none = 0;
    for (let i = 0; i < 4000; i++) {
      if (sampleRaid(raid, [layer], { commonMode: 1, address: address(String(i)) }).arriving === 0) none += 1;
    }
    expect(Math.abs(none / 4000 - leakDistribution(11, 0.962519)[0]!)).toBeLessThan(0.03);
  });

  it('rounds a count that is not whole by chance, so that the mean is kept', () => {
    expect(Math.abs(meanArriving({ warheads: 2.3, decoys: 0, credibleDecoys: 0 }, [], 1) - 2.3)).toBeLessThan(0.03);
  });

  it('makes no warheads and loses none: what came arrives or is intercepted', () => {
    const whole = fc.nat(200);
    fc.assert(
      fc.property(whole, whole, whole, fc.string({ maxLength: 8 }), (warheads, decoys, credibleDecoys, subject) => {
        const result = sampleRaid({ warheads, decoys, credibleDecoys }, [gmd, terminal], {
          commonMode: 0.9,
          address: address(subject),
        });
        expect(result.arriving + result.intercepted).toBe(warheads);
        expect(result.arriving).toBeGreaterThanOrEqual(0);
        expect(result.intercepted).toBeGreaterThanOrEqual(0);
        expect(Number.isInteger(result.arriving)).toBe(true);
      }),
    );
  });
});
