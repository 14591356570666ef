import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { destination, unitVector } from '../../shared/capability/earth.ts';
import { elevationDeg, horizonRangeKm, radarFrame, sees, slantRangeKm, viewFrom } from '../../shared/capability/radar.ts';

describe('a radar horizon', () => {
  it.each([
    [100, 1121, 836, 694],
    [300, 1918, 1612, 1439],
    [500, 2445, 2133, 1949],
    [1000, 3357, 3039, 2843],
    [1300, 3764, 3443, 3244],
  ])('has the ranges of SCIENCE 3.2 at %d km: %d, %d, %d at 0, 3 and 5 degrees', (altitudeKm, at0, at3, at5) => {
    expect(Math.abs(horizonRangeKm(altitudeKm, 0) - at0)).toBeLessThan(1);
    expect(Math.abs(horizonRangeKm(altitudeKm, 3) - at3)).toBeLessThan(1);
    expect(Math.abs(horizonRangeKm(altitudeKm, 5) - at5)).toBeLessThan(1);
  });

  it.each([
    [500, 20],
    [1000, 79],
    [2000, 327],
    [3000, 778],
  ])('hides at %d km what is lower than %d km', (rangeKm, lowestKm) => {
    expect(elevationDeg(rangeKm, lowestKm - 1)).toBeLessThan(0);
    expect(elevationDeg(rangeKm, lowestKm + 1)).toBeGreaterThan(0);
  });

  it('inverts: a target at the horizon range stands at the elevation', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 2000, noNaN: true }),
        fc.double({ min: 0, max: 80, noNaN: true }),
        (altitudeKm, elevation) => {
          expect(elevationDeg(horizonRangeKm(altitudeKm, elevation), altitudeKm)).toBeCloseTo(elevation, 6);
        },
      ),
    );
  });

  it('refuses what lies under the ground', () => {
    expect(() => horizonRangeKm(-1, 0)).toThrow(RangeError);
    expect(() => horizonRangeKm(100, 91)).toThrow(RangeError);
  });
});

describe('what a radar sees', () => {
  const seongju = { lat: 36.05, lon: 128.22, rangeKm: 1500, boresightDeg: 340, halfWidthDeg: 60, minElevationDeg: 2 };

  it('lies in front of it, near enough and above the horizon', () => {
    expect(sees(seongju, destination(seongju, 340, 1000), 400)).toBe(true);
    expect(sees(seongju, destination(seongju, 35, 1000), 400)).toBe(true);
    expect(sees(seongju, destination(seongju, 45, 1000), 400)).toBe(false);
    expect(sees(seongju, destination(seongju, 340, 1600), 400)).toBe(false);
    expect(sees(seongju, destination(seongju, 340, 1000), 80)).toBe(false);
  });

  it('counts the straight distance: overhead it is the altitude', () => {
    expect(slantRangeKm(0, 250)).toBeCloseTo(250, 9);
    expect(slantRangeKm(1000, 0)).toBeLessThan(1000);
  });

  it('is the same by vectors as by angles', () => {
    const degrees = fc.double({ min: 0, max: 359.9, noNaN: true });
    const far = fc.double({ min: 1, max: 4000, noNaN: true });
    fc.assert(
      fc.property(
        degrees,
        degrees,
        far,
        fc.double({ min: 1, max: 1500, noNaN: true }),
        (boresightDeg, bearing, farKm, altitudeKm) => {
          const off = Math.abs(bearing - boresightDeg) % 360;
          fc.pre(Math.abs(Math.min(off, 360 - off) - 60) > 1e-6);
          const radar = { ...seongju, boresightDeg };
          const target = destination(radar, bearing, farKm);
          const slantKm = viewFrom(radarFrame(radar), unitVector(target), 6371 + altitudeKm);
          expect(slantKm <= radar.rangeKm).toBe(sees(radar, target, altitudeKm));
        },
      ),
    );
  });
});
