import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import policy from '../../assets/map/disputed.json' with { type: 'json' };
import polarLand from '../../assets/map/land.json' with { type: 'json' };
import flatLand from '../../assets/map/land-flat.json' with { type: 'json' };
import {
  CLIP_DEG,
  FLAT,
  FLAT_SOUTH_DEG,
  FLAT_SQUEEZE,
  KM_PER_DEGREE,
  MIDDLE_MERIDIAN_DEG,
  POLAR,
  UNITS_PER_DEGREE,
} from '../../client/map/projection.ts';

type Line = readonly (readonly [number, number])[];

/** A solid line this near to a sample point would be seen as running through it. */
const NEAR_KM = 12;

/** The absolute points of integer path text. */
function decode(path: string): Line[] {
  const lines: [number, number][][] = [];
  let [x, y] = [0, 0];
  for (const part of path.match(/[Mml][^Mmlz]*|z/g) ?? []) {
    if (part === 'z') {
      [x, y] = lines.at(-1)?.[0] ?? [0, 0];
      continue;
    }
    const numbers = (part.match(/-?\d+/g) ?? []).map(Number);
    if (part.startsWith('M')) [x, y] = [0, 0];
    if (!part.startsWith('l')) lines.push([]);
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      [x, y] = [x + (numbers[i] ?? 0), y + (numbers[i + 1] ?? 0)];
      lines.at(-1)?.push([x, y]);
    }
  }
  return lines;
}

function isInside(rings: readonly Line[], x: number, y: number): boolean {
  return (
    rings.filter((ring) =>
      ring.reduce((odd, [ax, ay], i) => {
        const [bx, by] = ring[(i + ring.length - 1) % ring.length] ?? [0, 0];
        return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !odd : odd;
      }, false),
    ).length %
      2 ===
    1
  );
}

function distance(line: Line, x: number, y: number): number {
  return Math.min(
    ...line.slice(1).map(([bx, by], i) => {
      const [ax, ay] = line[i] ?? [bx, by];
      const length = (bx - ax) ** 2 + (by - ay) ** 2 || 1;
      const t = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
      return Math.hypot(ax + t * (bx - ax) - x, ay + t * (by - ay) - y);
    }),
  );
}

const samples = policy.areas.flatMap((area) => area.samples.map((place) => [area.id, place[0] ?? 0, place[1] ?? 0] as const));

describe.each([
  ['polar', polarLand, POLAR],
  ['flat', flatLand, FLAT],
] as const)('%s land', (...[, land, projection]) => {
  const at = (lon: number, lat: number): readonly [number, number] => {
    const point = projection.project({ lat, lon });
    return [point.x, point.y];
  };
  const coast = decode(land.land);
  const solid = decode(land.borders);
  const dashed = decode(land.dashed);

  describe('disputed land', () => {
    it('covers every area the policy of the game names', () => {
      expect(land.hatched.map((area) => area.id)).toEqual(policy.areas.map((area) => area.id));
      for (const id of [
        'crimea',
        'donbas',
        'taiwan',
        'southern-kurils',
        'kashmir',
        'arunachal-pradesh',
        'golan',
        'kosovo',
        'abkhazia',
        'south-ossetia',
        'transnistria',
        'northern-cyprus',
        'western-sahara',
      ])
        expect(land.hatched.map((area) => area.id)).toContain(id);
    });
    it.each(samples)('%s is hatched at %d E %d N, on land', (id, lon, lat) => {
      const area = land.hatched.find((each) => each.id === id);
      expect(isInside(decode(area?.path ?? ''), ...at(lon, lat))).toBe(true);
      expect(isInside(coast, ...at(lon, lat))).toBe(true);
    });
    it.each(samples)('no solid border runs through %s at %d E %d N', (_id, lon, lat) => {
      const nearest = Math.min(...solid.map((line) => distance(line, ...at(lon, lat))));
      expect((nearest / UNITS_PER_DEGREE) * KM_PER_DEGREE).toBeGreaterThan(
        _id === 'golan' || _id === 'transnistria' ? 2 : NEAR_KM,
      );
    });
    it('has no solid border inside any area, but for its very edge', () => {
      // Where a border ends at an area or runs along it, rounding to whole units may put a point just inside.
      const edge = 4;
      for (const area of land.hatched) {
        const rings = decode(area.path);
        const inside = solid
          .flat()
          .filter(
            ([x, y]) =>
              isInside(rings, x, y) && Math.min(...rings.map((ring) => distance([...ring, ring[0] ?? [x, y]], x, y))) > edge,
          );
        expect(inside, area.id).toEqual([]);
      }
    });
    it('does not spread to undisputed neighbours', () => {
      const all = land.hatched.flatMap((area) => decode(area.path));
      for (const [lon, lat] of [
        [33.4, 46.6],
        [36.2, 48.5],
        [145.0, 43.4],
        [45.0, 45.3],
        [77.2, 28.6],
        [82.0, 34.0],
        [35.3, 32.9],
        [21.5, 44.0],
        [44.8, 41.7],
        [33.0, 34.8],
        [118.0, 25.5],
        [149.8, 46.0],
      ] as const) {
        expect(isInside(all, ...at(lon, lat)), `${lon} ${lat}`).toBe(false);
      }
    });
  });

  describe('border lines', () => {
    it('are dashed and never solid across Korea, at Perekop and on the McMahon line', () => {
      for (const [lon, lat] of [
        [127.2, 38.3],
        [33.7, 46.15],
        [94.3, 29.1],
      ] as const) {
        expect(Math.min(...dashed.map((line) => distance(line, ...at(lon, lat))))).toBeLessThan(12);
        expect(Math.min(...solid.map((line) => distance(line, ...at(lon, lat))))).toBeGreaterThan(6);
      }
    });
    it('stay solid where nobody disputes them, and bend with the 49th parallel', () => {
      for (const lon of [-98, -105, -112])
        expect(Math.min(...solid.map((line) => distance(line, ...at(lon, 49))))).toBeLessThan(2);
    });
  });

  describe('the land file', () => {
    it('holds the small islands on which sites stand', () => {
      for (const [lon, lat] of [
        [-157.98, 21.45],
        [120.9, 23.9],
        [-68.3, 76.57],
      ] as const) {
        expect(
          coast.some((ring) => distance([...ring, ring[0] ?? [0, 0]], ...at(lon, lat)) < 12) || isInside(coast, ...at(lon, lat)),
        ).toBe(true);
      }
    });
    it('has land where land is and sea where sea is', () => {
      for (const [lon, lat] of [
        [-98, 39],
        [37.6, 55.8],
        [116.4, 39.9],
        [100, 62],
        [-42, 72],
      ] as const)
        expect(isInside(coast, ...at(lon, lat)), `${lon} ${lat}`).toBe(true);
      for (const [lon, lat] of [
        [-30, 45],
        [-150, 40],
        [0, 88],
        [51, 42],
        [34, 43.4],
      ] as const)
        expect(isInside(coast, ...at(lon, lat)), `${lon} ${lat}`).toBe(false);
    });
  });
});

describe('the land files', () => {
  it.each(['land.json', 'land-flat.json'])('%s keeps within what a school network should carry', (file) => {
    const raw = readFileSync(new URL(`../../assets/map/${file}`, import.meta.url));
    expect(raw.length).toBeLessThan(120_000);
    expect(gzipSync(raw).length).toBeLessThan(50_000);
  });
  it('are made for the projections in use', () => {
    expect([polarLand.units, polarLand.clipDeg]).toEqual([UNITS_PER_DEGREE, CLIP_DEG]);
    expect([flatLand.units, flatLand.middleDeg, flatLand.southDeg]).toEqual([
      UNITS_PER_DEGREE,
      MIDDLE_MERIDIAN_DEG,
      FLAT_SOUTH_DEG,
    ]);
  });
  it('part no land at the cut of the flat map but Greenland', () => {
    const edge = 180 * FLAT_SQUEEZE * UNITS_PER_DEGREE;
    const touching = decode(flatLand.land)
      .flat()
      .filter(([x]) => Math.abs(Math.abs(x) - edge) < 2);
    for (const [x, y] of touching) {
      const { lat } = FLAT.unproject({ x, y });
      expect(lat).toBeGreaterThan(68);
      expect(lat).toBeLessThan(84);
    }
    expect(touching.length).toBeGreaterThan(0);
  });
});
