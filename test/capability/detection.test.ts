/** When a track is noticed: against the plain `sees` at every second, and by RULES 3. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corridorsOf, type TracedCorridor } from '../../shared/capability/corridor.ts';
import { type Coverage, coverage, coverOf, type Geography } from '../../shared/capability/coverage.ts';
import { lookoutOf } from '../../shared/capability/detection.ts';
import { along } from '../../shared/capability/earth.ts';
import { sees } from '../../shared/capability/radar.ts';
import { minimumEnergy, positionAt } from '../../shared/capability/trajectory.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { Sensor, Site } from '../../shared/scenario/schema.ts';
import { boardOf } from '../game/play.ts';

const { scenario, coverage: shipped } = boardOf('best-offense-2016');
const sites = new Map(scenario.sites.map((site) => [site.id, site]));
const siteOf = (id: string): Site => sites.get(id)!;
const tracks = corridorsOf(scenario, sites);
const NO_SATELLITES: Geography = { ...scenario, satellites: [] };

/** The first second, of fractions of one, in which any of the radars sees the missile; the boost is not looked at. */
function slowlySeenS(radars: readonly Sensor[], { corridor }: TracedCorridor, stepS: number): number {
  const [from, to] = [siteOf(corridor.from), siteOf(corridor.to)];
  const flight = minimumEnergy(corridor.rangeKm);
  for (let timeS = corridor.boostS / 2; timeS < flight.flightTimeS; timeS += stepS) {
    const { downrangeKm, altitudeKm } = positionAt(flight, timeS);
    const below = along(from, to, downrangeKm / corridor.rangeKm);
    const seen = radars.some((radar) => {
      const { lat, lon } = siteOf(radar.site);
      return sees({ ...radar, lat, lon, rangeKm: Math.max(...radar.rangeKm) }, below, altitudeKm);
    });
    if (seen) return timeS;
  }
  return Number.POSITIVE_INFINITY;
}

const looksOf = (table: Coverage, battery: string, group?: string): number => {
  const inGroup = new Set(table.corridors.filter((one) => group === undefined || one.group === group).map(({ id }) => id));
  return (table.windows[battery] ?? [])
    .filter(({ corridor }) => inGroup.has(corridor))
    .reduce((sum, { looks }) => sum + looks, 0);
};

describe('when an attack is noticed (RULES 3)', () => {
  it.each([
    ['hq19-beijing', 'cn'],
    ['hq19-shanghai', 'cn'],
    ['jiuquan-midcourse', 'cn'],
    ['moscow-a135', 'ru'],
    ['s500-belarus', 'ru'],
    ['seongju', 'us'],
  ] as const)('by radars alone, %s: when the plain form first sees it, within a step', (id, owner) => {
    const battery = scenario.batteries.find((one) => one.id === id)!;
    const radars = scenario.sensors.filter(
      (one) => one.owner === owner && (one.withBattery === undefined || one.site === battery.site),
    );
    const noticed = lookoutOf(NO_SATELLITES, siteOf)(battery, null);
    for (const track of tracks.filter(({ defender }) => defender === owner).filter((_, i) => i % 5 === 0)) {
      const slow = slowlySeenS(radars, track, 0.5);
      const fast = noticed(track)?.sinceS ?? Number.POSITIVE_INFINITY;
      if (slow === Number.POSITIVE_INFINITY) expect(fast, track.corridor.id).toBe(slow);
      else expect(Math.abs(fast - slow), track.corridor.id).toBeLessThan(0.75);
    }
  });

  it('by a satellite of its own at burnout, and by nothing that comes sooner', () => {
    for (const owner of ['us', 'ru'] as const) {
      for (const battery of scenario.batteries.filter((one) => one.owner === owner)) {
        for (const window of shipped.windows[battery.id]!) {
          expect(window.detectedS).toBe(shipped.corridors.find(({ id }) => id === window.corridor)!.boostS);
          expect(window.by).toBe(owner === 'us' ? 'sbirs' : 'eks');
        }
      }
    }
  });

  it('by nobody without eyes: then there is no window', () => {
    const blind = coverage({ ...scenario, satellites: [], sensors: [] });
    expect(Object.values(blind.windows).flat()).toEqual([]);
    expect(
      Object.values(blind.shares)
        .flatMap((byGroup) => Object.values(byGroup))
        .every((share) => share === 0),
    ).toBe(true);
  });

  it('leaves a minute of decision before the first launch: nothing is met sooner', () => {
    for (const window of Object.values(shipped.windows).flat()) expect(window.firstS).toBeGreaterThan(window.detectedS + 60);
  });

  it('with a radar that comes with a battery by what stands on that site alone', () => {
    const only = scenario.sensors.filter(({ id }) => id === 'hq19-beijing-radar');
    const table = coverage({ ...scenario, satellites: [], sensors: only });
    expect(table.windows['hq19-beijing']!.length).toBeGreaterThan(0);
    expect(table.windows['hq19-shanghai']).toEqual([]);
    expect(table.windows['jiuquan-midcourse']).toEqual([]);
  });
});

describe('shared eyes (RULES 3: a sensor, own or shared)', () => {
  const looks = (partners: Power | 'both' | null, group: string): number => {
    const ids = new Set(shipped.corridors.filter((one) => one.group === group).map(({ id }) => id));
    return scenario.batteries
      .filter(({ owner }) => owner === 'cn')
      .flatMap(({ id }) => coverOf(shipped, { battery: id, partners }).windows)
      .filter(({ corridor }) => ids.has(corridor))
      .reduce((sum, each) => sum + each.looks, 0);
  };

  it('let China meet American missiles that Russia sees, and Russian ones that America sees', () => {
    expect(looks('ru', 'us>cn')).toBeGreaterThan(looks(null, 'us>cn'));
    expect(looks('us', 'ru>cn')).toBeGreaterThan(looks(null, 'ru>cn'));
    expect([looks('both', 'us>cn'), looks('both', 'ru>cn')]).toEqual([looks('ru', 'us>cn'), looks('us', 'ru>cn')]);
  });

  it('never show a partner’s own missiles', () => {
    expect(looks('ru', 'ru>cn')).toBe(looks(null, 'ru>cn'));
    expect(looks('us', 'us>cn')).toBe(looks(null, 'us>cn'));
  });

  it('are worth nothing to whose satellites see everything', () => {
    expect(Object.keys(shipped.shared).map((id) => scenario.batteries.find((one) => one.id === id)!.owner)).toEqual([
      'cn',
      'cn',
      'cn',
    ]);
  });

  it('help against third states, whoever lends them', () => {
    const alone = coverage({ ...scenario, satellites: scenario.satellites.filter(({ owner }) => owner !== 'us'), sensors: [] });
    expect(looksOf(alone, 'fort-greely')).toBe(0);
    const helped = alone.shared['fort-greely']!;
    expect(helped.ru!.shares).toMatchObject({ 'nk>us': 1, 'cn>us': 1, 'ru>us': 0 });
    expect(helped.cn).toBeUndefined();
    expect(helped.both!.shares).toEqual(helped.ru!.shares);
  });
});

it('more sensors never mean fewer looks', () => {
  const some = fc.subarray(scenario.sensors.map(({ id }) => id));
  fc.assert(
    fc.property(some, some, (few, more) => {
      const table = (ids: readonly string[]): Coverage =>
        coverage({ ...NO_SATELLITES, sensors: scenario.sensors.filter(({ id }) => ids.includes(id)) });
      const [less, all] = [table(few), table([...few, ...more])];
      for (const { id } of scenario.batteries) expect(looksOf(all, id)).toBeGreaterThanOrEqual(looksOf(less, id));
    }),
    { numRuns: 8 },
  );
});
