/**
 * Who can shoot at what: batteries against corridors, by geometry only, worked out once when a scenario loads (RULES 3).
 * Tracks are minimum-energy; a battery's first launch comes DECISION_DELAY_S after its owner notices the attack
 * (detection.ts), by himself or with the eyes of partners.
 */

import { cos } from '../math/real.ts';
import { othersOf, type Power } from '../scenario/names.ts';
import type { BatteryPlan, Interceptor, Scenario, Sensor, Site } from '../scenario/schema.ts';
import type { Corridor, TracedCorridor, TrackSample } from './corridor.ts';
import { corridorsOf } from './corridor.ts';
import { atBurnout, lookoutOf, type Notice, type Noticed, type Partners } from './detection.ts';
import type { LatLon, UnitVector } from './earth.ts';
import { dot, EARTH_RADIUS_KM, unitVector } from './earth.ts';
import { radarFrame, viewFrom } from './radar.ts';
import { interceptorOrbit, timeToPointS } from './reach.ts';

export type { Corridor } from './corridor.ts';

/** From the moment in which an attack is noticed to the first interceptor's launch. */
export const DECISION_DELAY_S = 60;
/** From an intercept to the next launch: was it a hit? */
export const ASSESSMENT_DELAY_S = 60;
/** A track counts as seen when it is in view for so long: less gives a radar no time to tell objects apart. */
export const SEEN_AT_LEAST_S = 60;

/** When a battery can meet a corridor; seconds since the attacker's launch. */
export interface Window {
  readonly corridor: string;
  /** Successive intercepts, each launched after the one before has been judged. */
  readonly looks: number;
  readonly firstS: number;
  readonly lastS: number;
  readonly detectedS: number;
  /** Satellite or radar; null where it is only supposed that somebody sees the launch. */
  readonly by: string | null;
}

export interface Cover {
  /** Only of corridors that the battery can engage. */
  readonly windows: readonly Window[];
  /** By corridor group: weighted share of the group's corridors that it can engage. */
  readonly shares: Readonly<Record<string, number>>;
}

export interface Coverage {
  readonly corridors: readonly Corridor[];
  /** By battery id, with its owner's eyes alone. */
  readonly windows: Readonly<Record<string, Cover['windows']>>;
  readonly shares: Readonly<Record<string, Cover['shares']>>;
  /** By battery id, what it is with the eyes of partners; only where these notice something sooner. */
  readonly shared: Readonly<Record<string, Readonly<Partial<Record<Partners, Cover>>>>>;
  /** Sensor id, corridor group: weighted share of tracks in view for 60 s or more, for each of its contested ranges. */
  readonly seen: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

/** A battery, and whose eyes help its owner's. */
export interface Aided {
  readonly battery: string;
  readonly partners: Partners | null;
}

const NOTHING: Cover = { windows: [], shares: {} };

/** What a battery covers; most gain nothing by partners' eyes. */
export function coverOf({ windows, shares, shared }: Coverage, { battery, partners }: Aided): Cover {
  const helped = partners === null ? undefined : shared[battery]?.[partners];
  return helped ?? { windows: windows[battery] ?? NOTHING.windows, shares: shares[battery] ?? NOTHING.shares };
}

/** The part of a scenario that geometry depends on. */
export type Geography = Pick<
  Scenario,
  'sites' | 'interceptors' | 'sensors' | 'satellites' | 'batteries' | 'launchAreas' | 'aims' | 'thirds'
>;

/** The whole table. Throws RangeError where the scenario names a site or interceptor that it does not have. */
export function coverage(scenario: Geography): Coverage {
  const sites = new Map(scenario.sites.map((site) => [site.id, site]));
  const interceptors = new Map(scenario.interceptors.map((interceptor) => [interceptor.id, interceptor]));
  const traced = corridorsOf(scenario, sites);
  const groups = groupsOf(traced);
  const windows: Record<string, Cover['windows']> = {};
  const shares: Record<string, Cover['shares']> = {};
  const shared: Record<string, Readonly<Partial<Record<Partners, Cover>>>> = {};
  const lookout = lookoutOf(scenario, (id, namedBy) => known(sites, id, namedBy));
  for (const battery of scenario.batteries) {
    const site = known(sites, battery.site, `battery ${battery.id}`);
    const interceptor = known(interceptors, battery.interceptor, `battery ${battery.id}`);
    const coverBy = (noticed: Noticed): Cover => {
      const met = windowsOf({ battery, site, interceptor }, traced, DECISION_DELAY_S, noticed);
      return { windows: met, shares: sharesOf(new Set(met.map((window) => window.corridor)), groups, battery.owner) };
    };
    const alone = lookout(battery, null);
    const own = coverBy(alone);
    windows[battery.id] = own.windows;
    shares[battery.id] = own.shares;
    const towards = traced.filter(({ defender }) => defender === battery.owner);
    const helped = [...othersOf(battery.owner), 'both' as const].flatMap((partners) => {
      const together = lookout(battery, partners);
      const isSooner = towards.some((track) => together(track)?.sinceS !== alone(track)?.sinceS);
      return isSooner ? [[partners, coverBy(together)] as const] : [];
    });
    if (helped.length > 0) shared[battery.id] = Object.fromEntries(helped);
  }
  const seen: Record<string, Record<string, readonly number[]>> = {};
  for (const sensor of scenario.sensors) {
    seen[sensor.id] = seenBy(sensor, known(sites, sensor.site, `sensor ${sensor.id}`), groups);
  }
  return { corridors: traced.map((each) => each.corridor), windows, shares, shared, seen };
}

export interface InView {
  readonly sensor: string;
  readonly corridor: string;
  readonly rangeKm: number;
  readonly seconds: number;
}

/** Every track that a discriminating radar has in view at all, for each of its contested ranges. */
export function viewsOf(scenario: Geography): readonly InView[] {
  const sites = new Map(scenario.sites.map((site) => [site.id, site]));
  const traced = corridorsOf(scenario, sites);
  return scenario.sensors
    .filter((sensor) => sensor.discriminates)
    .flatMap((sensor) => {
      const site = known(sites, sensor.site, `sensor ${sensor.id}`);
      const looking = traced.filter((track) => track.defender === sensor.owner);
      return looking.flatMap((track) =>
        secondsInView(sensor, site, track)
          .map((seconds, i) => ({ sensor: sensor.id, corridor: track.corridor.id, rangeKm: sensor.rangeKm[i] ?? 0, seconds }))
          .filter(({ seconds }) => seconds > 0),
      );
    });
}

/** Seconds for which a radar has a track in view at each of its ranges. */
export function secondsInView(
  sensor: Pick<Sensor, 'rangeKm' | 'boresightDeg' | 'halfWidthDeg' | 'minElevationDeg'>,
  site: LatLon,
  track: TracedCorridor,
): readonly number[] {
  const frame = radarFrame({ ...sensor, lat: site.lat, lon: site.lon });
  const seconds = sensor.rangeKm.map(() => 0);
  for (const sample of track.samples) {
    const slantKm = viewFrom(frame, sample.direction, sample.radiusKm);
    if (slantKm === Number.POSITIVE_INFINITY) continue;
    for (const [i, rangeKm] of sensor.rangeKm.entries()) {
      if (slantKm <= rangeKm) seconds[i] = (seconds[i] ?? 0) + sample.spanS;
    }
  }
  return seconds;
}

interface StandingBattery {
  readonly battery: Pick<BatteryPlan, 'owner'>;
  readonly site: LatLon;
  readonly interceptor: Omit<Interceptor, 'id' | 'name' | 'fastMidcourse' | 'record'>;
}

/** The windows of a battery on the corridors that lead to its owner or to those it protects. */
export function windowsOf(
  standing: StandingBattery,
  traced: readonly TracedCorridor[],
  delayS = DECISION_DELAY_S,
  noticed: Noticed = (track) => atBurnout(track),
): Window[] {
  const { site, interceptor, battery } = standing;
  const at = unitVector(site);
  const orbit = interceptorOrbit(interceptor.burnoutSpeedKmS);
  const cosReach = cos(Math.min(Math.PI, interceptor.maxRangeKm / EARTH_RADIUS_KM));
  const flyOutS = (sample: TrackSample): number => {
    if (sample.altitudeKm < interceptor.minAltitudeKm) return Number.POSITIVE_INFINITY;
    if (sample.altitudeKm > interceptor.maxAltitudeKm) return Number.POSITIVE_INFINITY;
    const cosAngle = dot(at, sample.direction);
    if (cosAngle < cosReach) return Number.POSITIVE_INFINITY;
    return interceptor.boostS / 2 + timeToPointS(orbit, cosAngle, sample.radiusKm);
  };
  const windows: Window[] = [];
  for (const track of traced) {
    if (track.defender !== battery.owner) continue;
    if (interceptor.layer === 'terminal' && !defendsAim(at, track.aim, cosReach)) continue;
    const notice = noticed(track);
    const window = notice && windowOn(track, flyOutS, { ...notice, delayS });
    if (window) windows.push(window);
  }
  return windows;
}

/**
 * Goes along the track once, firing as soon as an intercept is possible (SCIENCE G11). An impulse stands for a boost at
 * its middle, for both missiles: the attacker's burnout is half a boost after his track begins, and the interceptor
 * loses half of its own. So counted, the table of SCIENCE 3.3 comes out.
 */
function windowOn(
  track: TracedCorridor,
  flyOutS: (sample: TrackSample) => number,
  { sinceS, by, delayS }: Notice & { readonly delayS: number },
): Window | null {
  const { id, boostS } = track.corridor;
  const soonestS = sinceS + delayS;
  let looks = 0;
  let firstS = 0;
  let lastS = 0;
  let readyS = soonestS;
  for (const sample of track.samples) {
    if (sample.timeS < soonestS) continue;
    const launchS = sample.timeS - flyOutS(sample);
    if (launchS < soonestS) continue;
    lastS = sample.timeS;
    if (launchS < readyS) continue;
    if (looks === 0) firstS = sample.timeS;
    looks += 1;
    readyS = sample.timeS + ASSESSMENT_DELAY_S;
  }
  if (looks === 0) return null;
  const sinceLaunchS = boostS / 2;
  return {
    corridor: id,
    looks,
    firstS: sinceLaunchS + firstS,
    lastS: sinceLaunchS + lastS,
    detectedS: sinceLaunchS + sinceS,
    by,
  };
}

const defendsAim = (at: UnitVector, aim: UnitVector, cosReach: number): boolean => dot(at, aim) >= cosReach;

function groupsOf(traced: readonly TracedCorridor[]): ReadonlyMap<string, readonly TracedCorridor[]> {
  const groups = new Map<string, TracedCorridor[]>();
  for (const each of traced) {
    const group = groups.get(each.corridor.group);
    if (group) group.push(each);
    else groups.set(each.corridor.group, [each]);
  }
  return groups;
}

function sharesOf(
  met: ReadonlySet<string>,
  groups: ReadonlyMap<string, readonly TracedCorridor[]>,
  owner: Power,
): Record<string, number> {
  const shares: Record<string, number> = {};
  for (const [name, group] of groups) {
    if (group[0]?.defender === owner) shares[name] = weightedShare(group, (each) => met.has(each.corridor.id));
  }
  return shares;
}

function seenBy(
  sensor: Sensor,
  site: Site,
  groups: ReadonlyMap<string, readonly TracedCorridor[]>,
): Record<string, readonly number[]> {
  const seen: Record<string, readonly number[]> = {};
  for (const [name, group] of groups) {
    if (group[0]?.defender !== sensor.owner) continue;
    const seconds = new Map(group.map((each) => [each, secondsInView(sensor, site, each)]));
    seen[name] = sensor.rangeKm.map((_, i) => weightedShare(group, (each) => (seconds.get(each)?.[i] ?? 0) >= SEEN_AT_LEAST_S));
  }
  return seen;
}

function weightedShare(group: readonly TracedCorridor[], counts: (each: TracedCorridor) => boolean): number {
  let all = 0;
  let counted = 0;
  for (const each of group) {
    all += each.corridor.weight;
    if (counts(each)) counted += each.corridor.weight;
  }
  return all === 0 ? 0 : counted / all;
}

function known<T>(things: ReadonlyMap<string, T>, id: string, namedBy: string): T {
  const thing = things.get(id);
  if (thing === undefined) throw new RangeError(`The scenario's ${namedBy} names ${id}, which the scenario does not have.`);
  return thing;
}
