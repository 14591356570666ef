import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cluster, pushApart, type Spot } from '../../client/map/clusters.ts';
import type { MapSite, Side } from '../../client/map/picture.ts';

const spot = (id: string, x: number, y: number, site: Partial<MapSite> = {}): Spot => ({
  at: { x, y },
  radius: 12,
  site: {
    id,
    name: id,
    label: id,
    detail: '',
    lat: 0,
    lon: 0,
    side: 'ru',
    glyph: 'launch',
    status: 'normal',
    priority: 1,
    ...site,
  },
});
const options = { distance: 18, alone: null };
const SCREEN = { width: 300, height: 300 };
const crowds = fc
  .array(
    fc.record({
      x: fc.integer({ min: 0, max: 300 }),
      y: fc.integer({ min: 0, max: 300 }),
      side: fc.constantFrom<Side>('us', 'ru', 'cn'),
    }),
    { maxLength: 40 },
  )
  .map((list) => list.map(({ x, y, side }, i) => spot(`s${i}`, x, y, { side })));

describe('clusters', () => {
  it('hold every site exactly once', () => {
    fc.assert(
      fc.property(crowds, (crowd) => {
        const ids = cluster(crowd, options).flatMap((mark) => mark.sites.map((site) => site.id));
        expect(ids.toSorted()).toEqual(crowd.map(({ site }) => site.id).toSorted());
      }),
    );
  });
  it('never mix sides, so that the frame stays true', () => {
    fc.assert(
      fc.property(crowds, (crowd) => {
        expect(cluster(crowd, options).every((mark) => new Set(mark.sites.map((site) => site.side)).size === 1)).toBe(true);
      }),
    );
  });
  it('gather what is nearer than the distance and nothing else', () => {
    const marks = cluster([spot('a', 0, 0), spot('b', 17, 0), spot('c', 40, 0)], options);
    expect(marks.map((mark) => mark.sites.length).toSorted()).toEqual([1, 2]);
  });
  it('leave the selected site and cities alone', () => {
    expect(cluster([spot('a', 0, 0), spot('b', 5, 0)], { distance: 18, alone: 'b' })).toHaveLength(2);
    expect(cluster([spot('a', 0, 0), spot('c', 5, 0, { glyph: 'city' })], options)).toHaveLength(2);
  });
});

describe('marks that touch', () => {
  it('are pushed apart, never further than a leader may reach', () => {
    fc.assert(
      fc.property(crowds, (crowd) => {
        for (const mark of pushApart(cluster(crowd, options), SCREEN)) {
          expect(Math.hypot(mark.at.x - mark.anchor.x, mark.at.y - mark.anchor.y)).toBeLessThanOrEqual(26.001);
        }
      }),
    );
  });
  it('are never pushed off the screen: each is as far from an edge as its place is, or wholly to be seen', () => {
    const beyond = (at: number, size: number): number => Math.max(0, 12 - at, at - (size - 12));
    fc.assert(
      fc.property(crowds, (crowd) => {
        for (const { at, anchor } of pushApart(cluster(crowd, options), SCREEN)) {
          expect(beyond(at.x, SCREEN.width)).toBeLessThanOrEqual(beyond(anchor.x, SCREEN.width));
          expect(beyond(at.y, SCREEN.height)).toBeLessThanOrEqual(beyond(anchor.y, SCREEN.height));
        }
      }),
    );
  });
  it('part even from one and the same point', () => {
    const [a, b] = pushApart(cluster([spot('a', 50, 50, { side: 'us' }), spot('b', 50, 50)], options), SCREEN);
    expect(Math.hypot((a?.at.x ?? 0) - (b?.at.x ?? 0), (a?.at.y ?? 0) - (b?.at.y ?? 0))).toBeGreaterThan(24);
  });
  it('give way to a city, which is a place', () => {
    const marks = pushApart(
      cluster([spot('moscow', 50, 50, { glyph: 'city', priority: 9 }), spot('a', 52, 50)], options),
      SCREEN,
    );
    expect(marks.find((mark) => mark.id === 'moscow')?.at).toEqual({ x: 50, y: 50 });
  });
});
