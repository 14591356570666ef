import { geoContains } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greatCircle } from '../../client/map/geodesy.ts';
import { around, closedLine, planeLine } from '../../client/map/lines.ts';
import { FLAT, POLAR, UNITS_PER_DEGREE } from '../../client/map/projection.ts';
import { rangeArc } from '../../client/map/sectors.ts';

const place = fc.record({
  lat: fc.double({ min: -10, max: 85, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
});
const KOZELSK = { lat: 54.03, lon: 35.77 };
const WASHINGTON = { lat: 38.9, lon: -77.04 };

/** Whether a point is inside a closed plane line, by counting crossings of a ray to the right. */
function isWithin(line: readonly { readonly x: number; readonly y: number }[], x: number, y: number): boolean {
  return line.reduce((odd, a, i) => {
    const b = line[(i + line.length - 1) % line.length] ?? a;
    return a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x ? !odd : odd;
  }, false);
}

describe('lines on the flat map', () => {
  it('run on over the cut: no two neighbours are a world apart', () => {
    fc.assert(
      fc.property(place, place, (from, to) => {
        const line = planeLine(FLAT, greatCircle(from, to, 72));
        for (const [i, point] of line.entries()) {
          const before = line[i - 1] ?? point;
          expect(Math.abs(point.x - before.x)).toBeLessThan(FLAT.turn / 2 + 1e-6);
        }
      }),
    );
  });
  it('keep to the great circle: every point is a place on it, the cut or not', () => {
    const pole = cross(vector(KOZELSK), vector(WASHINGTON));
    const line = planeLine(FLAT, greatCircle(KOZELSK, WASHINGTON, 72));
    for (const point of line) expect(Math.abs(dot(pole, vector(FLAT.unproject(point))))).toBeLessThan(1e-9);
    expect(line.at(-1)?.x).toBeCloseTo(FLAT.project(WASHINGTON).x - FLAT.turn, 6);
  });
  it('leave the polar map as it is: nothing repeats there', () => {
    const places = greatCircle(KOZELSK, WASHINGTON, 10);
    expect(planeLine(POLAR, places)).toEqual(places.map((each) => POLAR.project(each)));
  });
});

describe('areas on the flat map', () => {
  it('cover what d3-geo says they cover, over the cut and about the Pole', () => {
    fc.assert(
      fc.property(place, fc.double({ min: 500, max: 6500, noNaN: true }), place, (centre, rangeKm, probe) => {
        const circle = rangeArc(centre, rangeKm, 0, 360);
        const ring = around(circle).map(({ lon, lat }) => [lon, lat]);
        // d3 takes the left of a ring as its outside; a circle by rising azimuth winds the right way.
        const wanted = geoContains({ type: 'Polygon', coordinates: [ring] }, [probe.lon, probe.lat]);
        const line = closedLine(FLAT, circle);
        const at = FLAT.project(probe);
        const found = [-1, 0, 1].some((copy) => isWithin(line, at.x + copy * FLAT.turn, at.y));
        const isAtItsEdge = line.some((point) => Math.hypot(nearest(point.x - at.x), point.y - at.y) < 4 * UNITS_PER_DEGREE);
        if (!isAtItsEdge) expect(found).toBe(wanted);
      }),
    );
  });
});

const nearest = (x: number): number => x - Math.round(x / FLAT.turn) * FLAT.turn;

type Vector = readonly [number, number, number];
function vector({ lat, lon }: { readonly lat: number; readonly lon: number }): Vector {
  const [a, b] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180];
  return [Math.cos(a) * Math.cos(b), Math.cos(a) * Math.sin(b), Math.sin(a)];
}
const cross = (a: Vector, b: Vector): Vector => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
