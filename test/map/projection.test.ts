import { geoAzimuthalEquidistant, geoEquirectangular } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FLAT, FLAT_SQUEEZE, POLAR, PROJECTIONS, UNITS_PER_DEGREE } from '../../client/map/projection.ts';

const places = fc.record({
  lat: fc.double({ min: -15, max: 89.9, noNaN: true }),
  lon: fc.double({ min: -179.9, max: 180, noNaN: true }),
});
const UNITS_PER_RADIAN = (UNITS_PER_DEGREE * 180) / Math.PI;
const polar = geoAzimuthalEquidistant().rotate([100, -90]).scale(UNITS_PER_RADIAN).translate([0, 0]);
const flat = geoEquirectangular().rotate([-150, 0]).scale(UNITS_PER_RADIAN).translate([0, 0]);
const oracles = {
  polar: (lon: number, lat: number) => polar([lon, lat]) ?? [Number.NaN, Number.NaN],
  flat: (lon: number, lat: number) => {
    const [x, y] = flat([lon, lat]) ?? [Number.NaN, Number.NaN];
    return [x * Math.cos((55 * Math.PI) / 180), y + 50 * UNITS_PER_DEGREE] as const;
  },
};

describe.each(['polar', 'flat'] as const)('the %s projection', (name) => {
  const projection = PROJECTIONS[name];
  it('agrees with d3-geo everywhere on the map', () => {
    fc.assert(
      fc.property(places, (place) => {
        const [x, y] = oracles[name](place.lon, place.lat);
        const ours = projection.project(place);
        expect(ours.x).toBeCloseTo(x, 5);
        expect(ours.y).toBeCloseTo(y, 5);
      }),
    );
  });
  it('is undone by its inverse', () => {
    fc.assert(
      fc.property(places, (place) => {
        const back = projection.unproject(projection.project(place));
        expect(back.lat).toBeCloseTo(place.lat, 8);
        expect(Math.cos(((back.lon - place.lon) * Math.PI) / 180)).toBeCloseTo(1, 8);
        expect(back.lon).toBeGreaterThan(-180);
        expect(back.lon).toBeLessThanOrEqual(180);
      }),
    );
  });
});

describe('the two maps', () => {
  const kansas = { lat: 39, lon: -98 };
  const beijing = { lat: 39.9, lon: 116.4 };
  const london = { lat: 51.5, lon: 0 };
  it('have the United States at the foot, China above the Pole to the left, Europe to the right of the polar one', () => {
    expect(POLAR.project(kansas).y).toBeGreaterThan(900);
    expect(POLAR.project(beijing).y).toBeLessThan(-700);
    expect(POLAR.project(beijing).x).toBeLessThan(0);
    expect(POLAR.project(london).x).toBeGreaterThan(700);
  });
  it('have Europe, Russia, China and the United States from left to right on the flat one, Russia in one piece', () => {
    const along = [london, { lat: 55.7, lon: 37.6 }, beijing, { lat: 66, lon: -170 }, kansas].map(
      (place) => FLAT.project(place).x,
    );
    expect(along).toEqual([...along].sort((a, b) => a - b));
    // From Kaliningrad to the Bering Strait without a jump.
    for (let lon = 20; lon < 190; lon += 1) {
      const step = FLAT.project({ lat: 65, lon: lon + 1 }).x - FLAT.project({ lat: 65, lon }).x;
      expect(step).toBeCloseTo(FLAT_SQUEEZE * UNITS_PER_DEGREE, 9);
    }
  });
});
