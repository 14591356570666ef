import { geoDistance } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { destination, distanceKm, greatCircle } from '../../client/map/geodesy.ts';
import { rangeArc, sectorOutline } from '../../client/map/sectors.ts';
import { flightMinutes, tickParts } from '../../client/map/tracks.ts';

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

describe('the ticks of a track', () => {
  it.each([
    [1000, 7.91],
    [5500, 21.93],
    [8000, 27.99],
    [10_000, 32.18],
    [12_000, 35.72],
  ])('follow the minimum-energy flight of %d km in %d min', (km, minutes) => {
    expect(flightMinutes(km)).toBeCloseTo(minutes, 2);
  });
  it('stand five minutes apart along the way', () => {
    const parts = tickParts({ id: 'x', from: KOZELSK, to: WASHINGTON, side: 'ru', style: 'corridor' });
    const minutes = flightMinutes(distanceKm(KOZELSK, WASHINGTON));
    expect(parts).toHaveLength(Math.floor((minutes * 0.98) / 5));
    expect((parts[1] ?? 0) - (parts[0] ?? 0)).toBeCloseTo(5 / minutes, 9);
  });
});
