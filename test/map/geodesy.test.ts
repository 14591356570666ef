import { geoDistance } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { destination, distanceKm, greatCircle } from '../../client/map/geodesy.ts';
import { rangeArc, sectorOutline } from '../../client/map/sectors.ts';
import { tickParts } from '../../client/map/tracks.ts';

const place = fc.record({
  lat: fc.double({ min: -10, max: 85, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
});
const KOZELSK = { lat: 54.03, lon: 35.77 };
const WASHINGTON = { lat: 38.9, lon: -77.04 };
const thule = {
  id: 't',
  lat: 76.57,
  lon: -68.3,
  boresightDeg: 357,
  halfWidthDeg: 120,
  rangeKm: 5556,
  side: 'us',
  emphasis: true,
} as const;

describe('lines on the sphere', () => {
  it('lead to a place at the wanted distance', () => {
    fc.assert(
      fc.property(
        place,
        fc.double({ min: 0, max: 360, noNaN: true }),
        fc.double({ min: 1, max: 9000, noNaN: true }),
        (from, bearing, km) => {
          const to = destination(from, bearing, km);
          expect(geoDistance([from.lon, from.lat], [to.lon, to.lat]) * 6371).toBeCloseTo(km, 0);
        },
      ),
    );
  });
  it('give the published distance from Kozelsk to Washington', () => {
    expect(Math.abs(distanceKm(KOZELSK, WASHINGTON) - 7858)).toBeLessThan(8);
  });
  it('start and end a great circle at its two places', () => {
    const line = greatCircle(KOZELSK, WASHINGTON, 10);
    expect(line).toHaveLength(11);
    expect(line[0]?.lat).toBeCloseTo(KOZELSK.lat, 9);
    expect(line.at(-1)?.lon).toBeCloseTo(WASHINGTON.lon, 9);
  });
});

describe('radar sectors', () => {
  it('start at the radar and keep their arc at its range, at most three degrees of azimuth apart', () => {
    const outline = sectorOutline(thule);
    expect(outline[0]?.lat).toBeCloseTo(thule.lat, 9);
    const far = outline.filter((at) => Math.abs(distanceKm(thule, at) - thule.rangeKm) < 1);
    expect(far.length).toBeGreaterThanOrEqual(80);
    expect(Math.max(...outline.map((at) => distanceKm(thule, at)))).toBeLessThan(thule.rangeKm + 1);
  });
  it('are a whole circle without a spoke when nothing is hidden from the radar', () => {
    const outline = sectorOutline({ ...thule, halfWidthDeg: 180 });
    expect(outline.every((at) => Math.abs(distanceKm(thule, at) - thule.rangeKm) < 1)).toBe(true);
  });
  it('span exactly the azimuths asked for', () => {
    expect(rangeArc(thule, 1000, 10, 40)[0]).toEqual(destination(thule, 10, 1000));
    expect(rangeArc(thule, 1000, 10, 40).at(-1)).toEqual(destination(thule, 40, 1000));
  });
});

/** Ground covered after so many seconds of a minimum-energy flight, by small steps of Newton's law in the plane. */
function flownKm(rangeKm: number, seconds: number): number {
  const [mu, radius] = [398_600.44, 6371];
  const half = rangeKm / radius / 2;
  const speed = Math.sqrt(((2 * mu) / radius) * (Math.sin(half) / (1 + Math.sin(half))));
  // The best angle of a flight over a sphere is a quarter turn less half the range, halved.
  const loft = Math.PI / 4 - half / 2;
  let [x, y, u, v] = [0, radius, speed * Math.cos(loft), speed * Math.sin(loft)];
  const step = 0.05;
  for (let t = 0; t < seconds; t += step) {
    const pull = -mu / Math.hypot(x, y) ** 3;
    u += pull * x * step;
    v += pull * y * step;
    x += u * step;
    y += v * step;
  }
  return Math.atan2(x, y) * radius;
}

describe('the ticks of a track', () => {
  const parts = tickParts({ from: KOZELSK, to: WASHINGTON });
  const rangeKm = distanceKm(KOZELSK, WASHINGTON);
  it('stand where the missile is after every five minutes of its flight', () => {
    expect(parts).toHaveLength(5);
    for (const [i, part] of parts.entries()) expect(part * rangeKm).toBeCloseTo(flownKm(rangeKm, (i + 1) * 300), -1);
  });
  it('are closer together in the middle, where the missile is high and slow', () => {
    expect((parts[3] ?? 0) - (parts[2] ?? 0)).toBeLessThan(parts[0] ?? 0);
  });
});
