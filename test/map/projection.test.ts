import { geoAzimuthalEquidistant } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { project, UNITS_PER_DEGREE, unproject } from '../../client/map/projection.ts';

const places = fc.record({
  lat: fc.double({ min: -15, max: 89.9, noNaN: true }),
  lon: fc.double({ min: -179.9, max: 180, noNaN: true }),
});
const oracle = geoAzimuthalEquidistant()
  .rotate([100, -90])
  .scale((UNITS_PER_DEGREE * 180) / Math.PI)
  .translate([0, 0]);

describe('the polar projection', () => {
  it('agrees with d3-geo everywhere on the map', () => {
    fc.assert(
      fc.property(places, (place) => {
        const [x, y] = oracle([place.lon, place.lat]) ?? [Number.NaN, Number.NaN];
        const ours = project(place);
        expect(ours.x).toBeCloseTo(x, 5);
        expect(ours.y).toBeCloseTo(y, 5);
      }),
    );
  });
  it('is undone by its inverse', () => {
    fc.assert(
      fc.property(places, (place) => {
        const back = unproject(project(place));
        expect(back.lat).toBeCloseTo(place.lat, 8);
        expect(Math.cos(((back.lon - place.lon) * Math.PI) / 180)).toBeCloseTo(1, 8);
      }),
    );
  });
  it('puts the United States at the foot, China above the Pole to the left, Europe to the right', () => {
    const [kansas, beijing, london] = [
      project({ lat: 39, lon: -98 }),
      project({ lat: 39.9, lon: 116.4 }),
      project({ lat: 51.5, lon: 0 }),
    ];
    expect(kansas.y).toBeGreaterThan(900);
    expect(beijing.y).toBeLessThan(-700);
    expect(beijing.x).toBeLessThan(0);
    expect(london.x).toBeGreaterThan(700);
  });
});
