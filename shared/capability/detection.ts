/**
 * When an attack is noticed (RULES 3): at the missile's burnout by a satellite that sees launches, else once a radar first has
 * the track above its horizon, in its sector and within its range; never before burnout. What a power sees by itself stands
 * apart from what it sees with others' eyes, which nobody lends against himself.
 */

import { othersOf, type Power } from '../scenario/names.ts';
import type { BatteryPlan, Scenario, Sensor, Site } from '../scenario/schema.ts';
import type { TracedCorridor, TrackSample } from './corridor.ts';
import type { UnitVector } from './earth.ts';
import { type RadarFrame, radarFrame, viewFrom } from './radar.ts';

/** Whose eyes help beside one's own: one other power's, or both others'. */
export type Partners = Power | 'both';

export interface Notice {
  /** Since the impulse: half a boost after launch. */
  readonly sinceS: number;
  /** Satellite or radar; null: it is only supposed that somebody sees it. */
  readonly by: string | null;
}

/** When a track is noticed; null: never. */
export type Noticed = (track: TracedCorridor) => Notice | null;

/** As if somebody always saw the launch: what SCIENCE 3.3 takes for granted. */
export const atBurnout = ({ corridor: { boostS } }: TracedCorridor, by: string | null = null): Notice => ({
  sinceS: boostS / 2,
  by,
});

interface Radar {
  readonly id: string;
  readonly frame: RadarFrame;
  readonly rangeKm: number;
}

/**
 * The range at which a radar notices a missile is the longest that is claimed for it: shorter ones are claimed for smaller
 * bodies, or for telling what one sees.
 */
const radarOf = (sensor: Sensor, { lat, lon }: Site): Radar => ({
  id: sensor.id,
  frame: radarFrame({ ...sensor, lat, lon }),
  rangeKm: Math.max(...sensor.rangeKm),
});

/** A step of a track is halved so often to find when it comes into view: then some hundredths of a second are left. */
const HALVINGS = 8;

/** When a radar first has a track in view, since the impulse; infinite: never. */
export function firstInViewS({ frame, rangeKm }: Omit<Radar, 'id'>, samples: readonly TrackSample[]): number {
  let before: TrackSample | null = null;
  for (const sample of samples) {
    if (viewFrom(frame, sample.direction, sample.radiusKm) <= rangeKm) {
      return before === null ? sample.timeS : crossingS({ frame, rangeKm }, before, sample);
    }
    before = sample;
  }
  return Number.POSITIVE_INFINITY;
}

/** Ten seconds of a track are taken as straight: it sags by some hundred metres. */
function crossingS({ frame, rangeKm }: Omit<Radar, 'id'>, from: TrackSample, to: TrackSample): number {
  const [start, end] = [placeOf(from), placeOf(to)];
  let [low, high] = [0, 1];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    const at = {
      x: start.x + middle * (end.x - start.x),
      y: start.y + middle * (end.y - start.y),
      z: start.z + middle * (end.z - start.z),
    };
    if (viewFrom(frame, at, 1) <= rangeKm) high = middle;
    else low = middle;
  }
  return from.timeS + high * (to.timeS - from.timeS);
}

const placeOf = ({ direction, radiusKm }: TrackSample): UnitVector => ({
  x: radiusKm * direction.x,
  y: radiusKm * direction.y,
  z: radiusKm * direction.z,
});

/** The first of several radars to have a track in view. */
function noticedByRadar(radars: readonly Radar[], track: TracedCorridor): Notice | null {
  const burnoutS = track.corridor.boostS / 2;
  let first: Notice | null = null;
  for (const radar of radars) {
    const sinceS = Math.max(burnoutS, firstInViewS(radar, track.samples));
    if (sinceS < (first?.sinceS ?? Number.POSITIVE_INFINITY)) first = { sinceS, by: radar.id };
  }
  return first;
}

const sooner = (one: Notice | null, other: Notice | null): Notice | null =>
  other !== null && (one === null || other.sinceS < one.sinceS) ? other : one;

/** Each track is looked at once. */
function once(look: Noticed): Noticed {
  const known = new Map<TracedCorridor, Notice | null>();
  return (track) => {
    const there = known.get(track);
    if (there !== undefined) return there;
    const notice = look(track);
    known.set(track, notice);
    return notice;
  };
}

export type Lookout = Pick<Scenario, 'sensors' | 'satellites'>;

/** For a battery, when its owner notices a track by himself, or with the eyes of partners. */
export function lookoutOf(
  { sensors, satellites }: Lookout,
  siteOf: (id: string, namedBy: string) => Site,
): (battery: Pick<BatteryPlan, 'owner' | 'site'>, partners: Partners | null) => Noticed {
  const radarsOf = (which: (sensor: Sensor) => boolean): readonly Radar[] =>
    sensors.filter(which).map((sensor) => radarOf(sensor, siteOf(sensor.site, `sensor ${sensor.id}`)));
  const standing = (power: Power): Noticed => {
    const satellite = satellites.find(({ owner }) => owner === power);
    const radars = radarsOf(({ owner, withBattery }) => owner === power && withBattery === undefined);
    return satellite ? (track) => atBurnout(track, satellite.id) : (track) => noticedByRadar(radars, track);
  };
  const eyes: Readonly<Record<Power, Noticed>> = { us: once(standing('us')), ru: once(standing('ru')), cn: once(standing('cn')) };
  const nearby = new Map<string, Noticed>();
  /** A radar that comes with a battery looks out for what stands on its site. */
  const beside = ({ owner, site }: Pick<BatteryPlan, 'owner' | 'site'>): Noticed => {
    const radars = radarsOf((one) => one.owner === owner && one.withBattery !== undefined && one.site === site);
    const near = nearby.get(`${owner} ${site}`) ?? once((track) => noticedByRadar(radars, track));
    nearby.set(`${owner} ${site}`, near);
    return near;
  };
  return (battery, partners) => {
    const { owner } = battery;
    const near = beside(battery);
    const helping = partners === 'both' ? othersOf(owner) : partners === null ? [] : [partners];
    return (track) => {
      const far = eyes[owner](track);
      const own = far !== null && far.sinceS <= track.corridor.boostS / 2 ? far : sooner(far, near(track));
      return helping
        .filter((partner) => !track.corridor.group.startsWith(`${partner}>`))
        .reduce((soonest, partner) => sooner(soonest, eyes[partner](track)), own);
    };
  };
}
