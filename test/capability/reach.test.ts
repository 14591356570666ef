import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flightTimeS, interceptorOrbit } from '../../shared/capability/reach.ts';

/** The slow oracle: every launch angle in turn, Kepler's equation forwards to the point's bearing, the soonest hit. */
function scanned(speed: number, rangeKm: number, altitudeKm: number): number {
  let best = Number.POSITIVE_INFINITY;
  let before: readonly [number, number] | null = null;
  for (let loftDeg = 0.01; loftDeg < 90; loftDeg += 0.02) {
    const now = passing(speed, (loftDeg * Math.PI) / 180, rangeKm / 6371);
    if (before && (before[0] - altitudeKm) * (now[0] - altitudeKm) <= 0) best = Math.min(best, before[1], now[1]);
    before = now;
  }
  return best;
}

/** Altitude and time at which an orbit of a launch angle passes an angle downrange. */
function passing(speed: number, loft: number, angle: number): readonly [number, number] {
  const mu = 398600.4418;
  const p = (6371 * speed * Math.cos(loft)) ** 2 / mu;
  const a = 1 / (2 / 6371 - speed ** 2 / mu);
  const e = Math.sqrt(Math.max(0, 1 - p / a));
  const start = Math.atan2(speed * Math.sin(loft) * Math.sqrt(p / mu), p / 6371 - 1);
  const mean = (nu: number): number => {
    const anomaly = 2 * Math.atan2(Math.sqrt(1 - e) * Math.sin(nu / 2), Math.sqrt(1 + e) * Math.cos(nu / 2));
    return anomaly - e * Math.sin(anomaly);
  };
  const gone = mean(start + angle) - mean(start);
  const timeS = (gone < 0 ? gone + 2 * Math.PI : gone) * Math.sqrt(a ** 3 / mu);
  return [p / (1 + e * Math.cos(start + angle)) - 6371, timeS];
}

describe('the least time of an interceptor to a point', () => {
  it.each([
    [3.5, 500, 300],
    [4.5, 1500, 600],
    [5.5, 300, 900],
    [7.5, 3000, 1000],
    [7.5, 6000, 800],
    [8.5, 2000, 200],
    [9.5, 300, 1000],
  ])('is what a scan of all launch angles finds: %d km/s to %d km out, %d km up', (speed, rangeKm, altitudeKm) => {
    const slow = scanned(speed, rangeKm, altitudeKm);
    expect(Math.abs(flightTimeS(interceptorOrbit(speed), rangeKm, altitudeKm) - slow)).toBeLessThan(0.01 * slow);
  });

  it('does not go through the Earth: above circular speed the quick orbit may be barred', () => {
    const slow = scanned(8.5, 9000, 300);
    expect(Math.abs(flightTimeS(interceptorOrbit(8.5), 9000, 300) - slow)).toBeLessThan(0.01 * slow);
  });

  it('is infinite where the speed does not carry', () => {
    expect(flightTimeS(interceptorOrbit(3), 2000, 100)).toBe(Number.POSITIVE_INFINITY);
    expect(flightTimeS(interceptorOrbit(3), 0, 700)).toBe(Number.POSITIVE_INFINITY);
    expect(flightTimeS(interceptorOrbit(3), 0, 400)).toBeLessThan(400);
  });

  it('is never longer for a faster interceptor, up to circular speed', () => {
    const far = fc.double({ min: 1, max: 8000, noNaN: true });
    const speed = fc.double({ min: 1, max: 7.8, noNaN: true });
    fc.assert(
      fc.property(far, fc.double({ min: 1, max: 1500, noNaN: true }), speed, speed, (rangeKm, altitudeKm, one, other) => {
        const slow = flightTimeS(interceptorOrbit(Math.min(one, other)), rangeKm, altitudeKm);
        const quick = flightTimeS(interceptorOrbit(Math.max(one, other)), rangeKm, altitudeKm);
        expect(quick).toBeLessThanOrEqual(slow * (1 + 1e-9));
      }),
    );
  });

  it('is never less than the straight line at burnout speed', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 3000, noNaN: true }),
        fc.double({ min: 1, max: 1500, noNaN: true }),
        (rangeKm, altitudeKm) => {
          const chordKm = Math.sqrt(
            6371 ** 2 + (6371 + altitudeKm) ** 2 - 2 * 6371 * (6371 + altitudeKm) * Math.cos(rangeKm / 6371),
          );
          expect(flightTimeS(interceptorOrbit(7), rangeKm, altitudeKm)).toBeGreaterThanOrEqual(chordKm / 7 - 1e-6);
        },
      ),
    );
  });
});
