import { describe, expect, it } from 'vitest';
import type { TracedCorridor } from '../../shared/capability/corridor.ts';
import { traced } from '../../shared/capability/corridor.ts';
import type { Geography } from '../../shared/capability/coverage.ts';
import { coverage, secondsInView, windowsOf } from '../../shared/capability/coverage.ts';
import type { Place } from './places.ts';
import { AMERICAN_TARGETS, PLACES as P, RUSSIAN_BASES, SS18_BASES } from './places.ts';
import { worldOf2016 } from './world.ts';

function track(from: Place, to: Place, boostS: number): TracedCorridor {
  return traced({ id: `${from.id}>${to.id}`, group: 'test', weight: 1, boostS, from, to, defender: 'us' });
}

const midcourse = (burnoutSpeedKmS: number, boostS = 70) => ({
  layer: 'midcourse' as const,
  burnoutSpeedKmS,
  boostS,
  minAltitudeKm: 100,
  maxAltitudeKm: 2000,
  maxRangeKm: 20_000,
});

const RUSSIAN_TRACKS = RUSSIAN_BASES.flatMap((base) =>
  AMERICAN_TARGETS.map((target) => track(base, target, SS18_BASES.includes(base.id) ? 300 : 200)),
);

const engaged = (site: Place, speed: number, delayS: number): string[] =>
  windowsOf({ battery: { owner: 'us' }, site, interceptor: midcourse(speed) }, RUSSIAN_TRACKS, delayS).map(
    (each) => each.corridor,
  );

describe('anchor 15: who can shoot at the 66 Russian tracks (SCIENCE 3.3)', () => {
  it.each([-60, 0, 60])('Deveselu none, with SM-3 IB or IIA, launched %d s after burnout', (delayS) => {
    expect(engaged(P.deveselu, 3.5, delayS)).toEqual([]);
    expect(engaged(P.deveselu, 4.5, delayS)).toEqual([]);
  });

  it.each([-60, 0, 60])('Redzikowo with SM-3 IIA none, launched %d s after burnout', (delayS) => {
    expect(engaged(P.redzikowo, 4.5, delayS)).toEqual([]);
  });

  it('Redzikowo with the cancelled 5.5 km/s interceptor two, and only launched before burnout', () => {
    expect(engaged(P.redzikowo, 5.5, -60)).toEqual(['tatishchevo>washington', 'tatishchevo>new-york']);
    expect(engaged(P.redzikowo, 5.5, 0)).toEqual([]);
    expect(engaged(P.redzikowo, 5.5, 60)).toEqual([]);
  });

  it.each([-60, 0, 60])('Redzikowo with a GBI of 7.5 km/s every one, launched %d s after burnout', (delayS) => {
    expect(engaged(P.redzikowo, 7.5, delayS)).toHaveLength(66);
  });
});

describe('looks and windows (SCIENCE 3.3)', () => {
  const looks = (site: Place, from: Place, to: Place, boostS: number): number =>
    windowsOf({ battery: { owner: 'us' }, site, interceptor: midcourse(7.5, 140) }, [track(from, to, boostS)])[0]?.looks ?? 0;
  const kozelsk = RUSSIAN_BASES[0];

  it('Fort Greely has three at North Korean tracks to Seattle, Los Angeles, Chicago and New York', () => {
    for (const city of [P.seattle, P.losAngeles, P.chicago, P.newYork]) expect(looks(P.greely, P.pyongyang, city, 250)).toBe(3);
  });

  it('Fort Greely has one at Kozelsk to New York and Chicago, two or three to Los Angeles and Seattle', () => {
    expect(looks(P.greely, kozelsk, P.newYork, 200)).toBe(1);
    expect(looks(P.greely, kozelsk, P.chicago, 200)).toBe(1);
    expect([2, 3]).toContain(looks(P.greely, kozelsk, P.losAngeles, 200));
    expect([2, 3]).toContain(looks(P.greely, kozelsk, P.seattle, 200));
  });

  it('Fort Greely has two at Luoyang to New York and three or four to the west coast', () => {
    expect(looks(P.greely, P.luoyang, P.newYork, 250)).toBe(2);
    for (const city of [P.losAngeles, P.seattle]) expect([3, 4]).toContain(looks(P.greely, P.luoyang, city, 250));
  });

  it('Fort Greely has one at Isfahan to New York, and Vandenberg two to four at North Korean tracks', () => {
    expect(looks(P.greely, P.isfahan, P.newYork, 250)).toBe(1);
    for (const city of [P.seattle, P.losAngeles, P.chicago, P.newYork]) {
      expect([2, 3, 4]).toContain(looks(P.vandenberg, P.pyongyang, city, 250));
    }
  });

  it('Deveselu does what it was built for: Iran to Bucharest, Rome and Warsaw, Berlin only with 3.5 km/s', () => {
    const meets = (site: Place, speed: number, from: Place, to: Place): boolean =>
      windowsOf({ battery: { owner: 'us' }, site, interceptor: midcourse(speed) }, [track(from, to, 100)]).length > 0;
    for (const from of [P.tabriz, P.isfahan]) {
      for (const to of [P.bucharest, P.rome, P.warsaw]) expect(meets(P.deveselu, 3, from, to)).toBe(true);
      expect(meets(P.deveselu, 3, from, P.berlin)).toBe(false);
      expect(meets(P.deveselu, 3.5, from, P.berlin)).toBe(true);
      for (const to of [P.bucharest, P.rome, P.warsaw, P.berlin]) expect(meets(P.redzikowo, 4.5, from, to)).toBe(true);
    }
  });

  it('come after burnout, decision and fly-out, and before impact', () => {
    const tracks = RUSSIAN_TRACKS.slice(0, 12);
    for (const window of windowsOf({ battery: { owner: 'us' }, site: P.greely, interceptor: midcourse(7.5) }, tracks)) {
      const { corridor } = tracks.find((each) => each.corridor.id === window.corridor)!;
      expect(window.firstS).toBeGreaterThan(corridor.boostS + 60);
      expect(window.lastS).toBeLessThan(corridor.boostS / 2 + corridor.flightTimeS);
      expect(window.firstS).toBeLessThanOrEqual(window.lastS);
      expect(window.looks).toBeGreaterThanOrEqual(1);
    }
  });

  it('are never more for a later decision', () => {
    const total = (delayS: number): number =>
      windowsOf({ battery: { owner: 'us' }, site: P.greely, interceptor: midcourse(7.5) }, RUSSIAN_TRACKS, delayS).reduce(
        (sum, each) => sum + each.looks,
        0,
      );
    expect(total(60)).toBeGreaterThanOrEqual(total(180));
    expect(total(180)).toBeGreaterThanOrEqual(total(600));
  });
});

describe('anchor 15: what the radar at Seongju sees (SCIENCE 3.4)', () => {
  const radar = { rangeKm: [870, 1500, 3000], boresightDeg: 340, halfWidthDeg: 60, minElevationDeg: 2 };

  it.each([
    [P.tonghua, P.chicago, [0, 100, 340]],
    [P.luoyang, P.losAngeles, [0, 270, 570]],
    [P.luoyang, P.chicago, [0, 80, 420]],
    [P.luoyang, P.washington, [0, 10, 360]],
    [P.shaoyang, P.losAngeles, [110, 250, 510]],
    [P.datong, P.losAngeles, [0, 130, 460]],
    [P.datong, P.washington, [0, 0, 240]],
    [P.tianshui, P.losAngeles, [0, 0, 540]],
    [P.tianshui, P.washington, [0, 0, 130]],
    [P.delingha, P.chicago, [0, 0, 0]],
  ] as const)('%o to %o for %o s at 870, 1,500 and 3,000 km', (from, to, expected) => {
    const seconds = secondsInView(radar, P.seongju, track(from, to, 200));
    for (const [i, inView] of expected.entries()) {
      expect(Math.abs(seconds[i]! - inView)).toBeLessThanOrEqual(0.02 * inView);
    }
  });

  it('and the radar at Kurecik sees none of the Russian tracks', () => {
    const kurecik = { lat: 38.349, lon: 37.794 };
    const looking = { ...radar, boresightDeg: 100 };
    for (const each of RUSSIAN_TRACKS) expect(secondsInView(looking, kurecik, each)).toEqual([0, 0, 0]);
  });
});

describe('the table of a scenario', () => {
  const world: Geography = worldOf2016();
  const table = coverage(world);

  it('has a corridor for every launch area and aim of another power, and for every third state and its aims', () => {
    expect(table.corridors.filter((each) => each.group === 'ru>us')).toHaveLength(11 * 5);
    expect(table.corridors.filter((each) => each.group === 'ru>cn')).toHaveLength(11 * 2);
    expect(table.corridors.filter((each) => each.group === 'nk>us')).toHaveLength(2 * 3);
    expect(table.corridors.filter((each) => each.group === 'nk>allies')).toHaveLength(2 * 3);
    expect(new Set(table.corridors.map((each) => each.id)).size).toBe(table.corridors.length);
  });

  it('counts only corridors that lead to the battery’s owner or its allies', () => {
    const groups = new Map(table.corridors.map((each) => [each.id, each.group]));
    for (const battery of world.batteries) {
      for (const window of table.windows[battery.id]!) {
        const group = groups.get(window.corridor)!;
        expect(group.endsWith(`>${battery.owner}`) || (battery.owner === 'us' && group === 'nk>allies')).toBe(true);
      }
    }
  });

  it('has shares between 0 and 1, which agree with the windows', () => {
    for (const battery of world.batteries) {
      for (const [group, share] of Object.entries(table.shares[battery.id]!)) {
        const inGroup = new Set(table.corridors.filter((each) => each.group === group).map((each) => each.id));
        const hasWindow = table.windows[battery.id]!.some((window) => inGroup.has(window.corridor));
        expect(share > 0).toBe(hasWindow);
        expect(share).toBeLessThanOrEqual(1);
      }
    }
  });

  it('covers Russia and China with Fort Greely, nobody’s ICBM with Deveselu', () => {
    expect(table.shares['greely']!['ru>us']).toBe(1);
    expect(table.shares['greely']!['cn>us']).toBe(1);
    expect(table.shares['greely']!['nk>us']).toBe(1);
    expect(table.shares['deveselu']!['ru>us']).toBe(0);
  });

  it('lets Seongju defend Busan, but no ICBM’s target and not Seoul, which is too near the border', () => {
    expect(table.shares['seongju']!['cn>us']).toBe(0);
    expect(table.shares['seongju']!['nk>us']).toBe(0);
    const defended = table.windows['seongju']!.map((each) => each.corridor);
    expect(defended).toEqual(['pyongyang>busan', 'wonsan>busan']);
  });

  it('defends Moscow from a terminal battery there and nothing else', () => {
    const moscow = table.windows['moscow']!.map((each) => each.corridor);
    expect(moscow.length).toBeGreaterThan(0);
    expect(moscow.every((each) => each.endsWith('>moscow'))).toBe(true);
  });

  it('finds the short window of a low terminal defence, whatever the phase of the sampling', () => {
    const moscow = table.corridors.filter((each) => each.to === 'moscow' && each.group === 'us>ru');
    expect(table.windows['moscow']!.filter((each) => moscow.some(({ id }) => id === each.corridor))).toHaveLength(moscow.length);
  });

  it('sees no fewer tracks with a longer range', () => {
    for (const seen of Object.values(table.seen['tpy2-seongju']!)) {
      expect(seen[0]).toBeLessThanOrEqual(seen[1]!);
      expect(seen[1]).toBeLessThanOrEqual(seen[2]!);
    }
    expect(table.seen['tpy2-seongju']!['cn>us']![2]).toBeGreaterThan(0.5);
  });

  it('names what a scenario lacks', () => {
    expect(() => coverage({ ...world, sites: [] })).toThrow(/does not have/);
  });
});
