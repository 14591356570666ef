import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Trajectory } from '../../shared/capability/trajectory.ts';
import { LONGEST_RANGE_KM, lofted, minimumEnergy, positionAt, rangeOfSpeedKm } from '../../shared/capability/trajectory.ts';
import { agrees, VECTORS } from './vectors.ts';

/** The slow oracle: the two-body problem integrated step by step, knowing nothing of ellipses. */
function integrated({ burnoutSpeedKmS, loftAngleDeg }: Trajectory, timeS: number): { downrangeKm: number; altitudeKm: number } {
  const loft = (loftAngleDeg * Math.PI) / 180;
  let state = [0, 6371, burnoutSpeedKmS * Math.cos(loft), burnoutSpeedKmS * Math.sin(loft)];
  const steps = Math.max(1, Math.ceil(timeS));
  const h = timeS / steps;
  const moved = (by: number[], share: number): number[] => state.map((x, i) => x + share * by[i]!);
  for (let i = 0; i < steps; i++) {
    const k1 = change(state);
    const k2 = change(moved(k1, h / 2));
    const k3 = change(moved(k2, h / 2));
    const k4 = change(moved(k3, h));
    state = state.map((x, j) => x + (h / 6) * (k1[j]! + 2 * k2[j]! + 2 * k3[j]! + k4[j]!));
  }
  const [x, y] = state as [number, number];
  return { downrangeKm: Math.atan2(x, y) * 6371, altitudeKm: Math.hypot(x, y) - 6371 };
}

function change([x, y, vx, vy]: number[]): number[] {
  const pull = -398600.4418 / Math.hypot(x!, y!) ** 3;
  return [vx!, vy!, pull * x!, pull * y!];
}

describe('a minimum-energy trajectory', () => {
  it.each(VECTORS.G_minenergy)('has the worked values of SCIENCE 3.1 for $range_km km', (row) => {
    const flight = minimumEnergy(row.range_km);
    expect(agrees(flight.burnoutSpeedKmS, row.v)).toBe(true);
    expect(agrees(flight.loftAngleDeg, row.gamma_deg)).toBe(true);
    expect(agrees(flight.apogeeKm, row.apogee_km)).toBe(true);
    expect(agrees(flight.flightTimeS, row.T_s)).toBe(true);
    expect(agrees(flight.eccentricity, row.e)).toBe(true);
    expect(agrees(flight.semiMajorAxisKm, row.a_km)).toBe(true);
  });

  it('leaves at (pi - range angle) / 4 above the horizon (G3)', () => {
    for (const rangeKm of [300, 5500, 10_000, 19_000]) {
      const gammaDeg = ((Math.PI - rangeKm / 6371) / 4) * (180 / Math.PI);
      expect(minimumEnergy(rangeKm).loftAngleDeg).toBeCloseTo(gammaDeg, 6);
    }
  });

  it('needs less speed than any other trajectory of its range', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 300, max: 15_000, noNaN: true }),
        fc.double({ min: 0.3, max: 3, noNaN: true }),
        (rangeKm, factor) => {
          const least = minimumEnergy(rangeKm);
          expect(lofted(rangeKm, least.apogeeKm * factor).burnoutSpeedKmS).toBeGreaterThanOrEqual(least.burnoutSpeedKmS - 1e-9);
        },
      ),
    );
  });

  it.each([
    [3.5, 1386],
    [4.5, 2476],
    [5.5, 4135],
    [6.5, 6816],
    [7.0, 8910],
    [7.5, 12176],
  ])('turns %d km/s into the range of SCIENCE G8: %d km', (speed, rangeKm) => {
    expect(Math.abs(rangeOfSpeedKm(speed) - rangeKm)).toBeLessThan(1);
  });

  it('inverts: the range of its burnout speed is its range', () => {
    fc.assert(
      fc.property(fc.double({ min: 100, max: 19_000, noNaN: true }), (rangeKm) => {
        expect(rangeOfSpeedKm(minimumEnergy(rangeKm).burnoutSpeedKmS)).toBeCloseTo(rangeKm, 3);
      }),
    );
  });

  it('anchor 13: a 10,000 km ICBM leaves at 7.20 km/s, rises to 1,320 km and flies 32.2 min, within .5 %', () => {
    const flight = minimumEnergy(10_000);
    expect(agrees(flight.burnoutSpeedKmS, 7.2, { relative: 0.005 })).toBe(true);
    expect(agrees(flight.apogeeKm, 1320, { relative: 0.005 })).toBe(true);
    expect(agrees(flight.flightTimeS / 60, 32.2, { relative: 0.005 })).toBe(true);
  });
});

describe('a lofted trajectory', () => {
  it.each(VECTORS.G_lofted)('has the worked values of SCIENCE G9 for $range km under $apogee km', (row) => {
    const flight = lofted(row.range, row.apogee);
    expect(agrees(flight.burnoutSpeedKmS, row.v)).toBe(true);
    expect(agrees(flight.loftAngleDeg, row.gamma_deg)).toBe(true);
    expect(agrees(flight.flightTimeS, row.T_s)).toBe(true);
    expect(agrees(flight.eccentricity, row.e)).toBe(true);
    expect(agrees(flight.semiMajorAxisKm, row.a_km)).toBe(true);
  });

  it('anchor 14: the Hwasong-15 test of November 2017 flies 50.3 min free', () => {
    expect(Math.abs(lofted(950, 4475).flightTimeS / 60 - 50.3)).toBeLessThan(0.1);
  });
});

describe('the place of a missile in time', () => {
  const flights = [minimumEnergy(300), minimumEnergy(5500), minimumEnergy(12_000), lofted(950, 4475), lofted(8000, 400)];

  it('agrees with the two-body problem integrated step by step to 10 m', () => {
    for (const flight of flights) {
      for (const share of [0.02, 0.25, 0.5, 0.8, 0.99]) {
        const slow = integrated(flight, share * flight.flightTimeS);
        const quick = positionAt(flight, share * flight.flightTimeS);
        expect(Math.abs(quick.downrangeKm - slow.downrangeKm)).toBeLessThan(0.01);
        expect(Math.abs(quick.altitudeKm - slow.altitudeKm)).toBeLessThan(0.01);
      }
    }
  });

  it('starts and ends on the ground and is at the apogee half-way', () => {
    for (const flight of flights) {
      expect(positionAt(flight, 0)).toEqual({ downrangeKm: 0, altitudeKm: 0 });
      expect(positionAt(flight, flight.flightTimeS)).toEqual({ downrangeKm: flight.rangeKm, altitudeKm: 0 });
      const top = positionAt(flight, flight.flightTimeS / 2);
      expect(top.altitudeKm).toBeCloseTo(flight.apogeeKm, 6);
      expect(top.downrangeKm).toBeCloseTo(flight.rangeKm / 2, 6);
    }
  });
});

describe('an impossible flight', () => {
  it('is refused as a RangeError', () => {
    for (const rangeKm of [0, -1, Number.NaN, LONGEST_RANGE_KM]) expect(() => minimumEnergy(rangeKm)).toThrow(RangeError);
    for (const apogeeKm of [0, -5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => lofted(1000, apogeeKm)).toThrow(RangeError);
    expect(() => rangeOfSpeedKm(0)).toThrow(RangeError);
  });
});
