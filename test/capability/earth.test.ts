import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { along, bearingDeg, destination, distanceKm, dot, unitVector } from '../../shared/capability/earth.ts';
import { PLACES as P, RUSSIAN_BASES } from './places.ts';

const base = (id: string) => RUSSIAN_BASES.find((each) => each.id === id)!;
const anywhere = fc.record({
  lat: fc.double({ min: -89, max: 89, noNaN: true }),
  lon: fc.double({ min: -180, max: 179.999, noNaN: true }),
});

describe('earth', () => {
  it.each([
    [base('kozelsk'), P.washington, 7858],
    [base('tatishchevo'), P.washington, 8513],
    [base('dombarovsky'), P.washington, 9184],
    [base('uzhur'), P.seattle, 8182],
    [base('irkutsk'), P.losAngeles, 9564],
    [P.luoyang, P.washington, 11823],
    [P.luoyang, P.losAngeles, 10814],
    [P.luoyang, P.seattle, 9445],
    [P.tonghua, P.losAngeles, 9352],
    [P.yulin, P.seattle, 11051],
    [P.pyongyang, P.seattle, 8267],
    [P.pyongyang, P.losAngeles, 9558],
    [P.pyongyang, P.washington, 11042],
    [P.isfahan, P.washington, 10460],
    [P.malmstrom, P.moscow, 8171],
    [P.malmstrom, P.beijing, 9219],
    [P.deveselu, P.moscow, 1600],
    [P.seongju, P.beijing, 1120],
  ])('gives the distance %o to %o of SCIENCE 3.5 within 3 km: %d', (from, to, km) => {
    expect(Math.abs(distanceKm(from, to) - km)).toBeLessThan(3);
  });

  it('comes out where bearing and distance pointed: destination is their inverse', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (a, b) => {
        fc.pre(distanceKm(a, b) > 1 && distanceKm(a, b) < 19_900);
        expect(distanceKm(destination(a, bearingDeg(a, b), distanceKm(a, b)), b)).toBeLessThan(1e-3);
      }),
    );
  });

  it('measures the same both ways, and nothing to itself', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (a, b) => {
        expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6);
        expect(distanceKm(a, a)).toBe(0);
      }),
    );
  });

  it('divides a great circle in the proportion asked for', () => {
    fc.assert(
      fc.property(anywhere, anywhere, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, share) => {
        fc.pre(distanceKm(a, b) > 1 && distanceKm(a, b) < 19_900);
        const point = along(a, b, share);
        expect(distanceKm(a, point) + distanceKm(point, b)).toBeCloseTo(distanceKm(a, b), 3);
        expect(distanceKm(a, point)).toBeCloseTo(share * distanceKm(a, b), 3);
      }),
    );
  });

  it('goes due east along the equator and due north to the pole', () => {
    expect(bearingDeg({ lat: 0, lon: 0 }, { lat: 0, lon: 90 })).toBeCloseTo(90, 9);
    expect(bearingDeg({ lat: 10, lon: 20 }, { lat: 80, lon: 20 })).toBeCloseTo(0, 9);
  });

  it('has the same angle in vectors as in the haversine', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (a, b) => {
        expect(dot(unitVector(a), unitVector(b))).toBeCloseTo(Math.cos(distanceKm(a, b) / 6371), 9);
      }),
    );
  });
});
