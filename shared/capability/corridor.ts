/** Corridors: minimum-energy tracks from launch areas to aims, sampled in time for coverage (RULES 3). */

import { must } from '../assert.ts';
import { sin } from '../math/real.ts';
import type { Power } from '../scenario/names.ts';
import { othersOf } from '../scenario/names.ts';
import type { LaunchArea, Scenario, Site } from '../scenario/schema.ts';
import type { LatLon, UnitVector } from './earth.ts';
import { distanceKm, EARTH_RADIUS_KM, unitVector } from './earth.ts';
import type { Trajectory } from './trajectory.ts';
import { minimumEnergy, positionAt } from './trajectory.ts';

export interface Corridor {
  readonly id: string;
  /** Site ids. */
  readonly from: string;
  readonly to: string;
  /** `ru>us`, attacker and defender; for third states `nk>us` (homeland) and `nk>allies`. */
  readonly group: string;
  /** Relative to the group's other corridors. */
  readonly weight: number;
  readonly rangeKm: number;
  /** Of free flight, which the impulse of the model begins at the middle of the boost. */
  readonly flightTimeS: number;
  readonly apogeeKm: number;
  readonly boostS: number;
}

/** A point of a track. All samples have one shape, since the coverage loop reads a million of them. */
export interface TrackSample {
  /** Since the impulse: half a boost after launch, half a boost before burnout. */
  readonly timeS: number;
  /** Since the sample before: the time that this one stands for. */
  readonly spanS: number;
  readonly altitudeKm: number;
  readonly radiusKm: number;
  readonly direction: UnitVector;
}

export interface TracedCorridor {
  readonly corridor: Corridor;
  readonly defender: Power;
  readonly aim: UnitVector;
  readonly samples: readonly TrackSample[];
}

/** Time between samples, and the least number of steps for short flights. */
const STEP_S = 10;
const LEAST_STEPS = 40;
/** The end is sampled finely: a warhead falls through the window of a low terminal defence in ten seconds. */
const END_S = 100;
const END_STEP_S = 2;

/** Boost of third states' missiles, which launch areas do not give: liquid ICBM, and MRBM (SCIENCE 3.1). */
const THIRD_ICBM_BOOST_S = 270;
const THIRD_MRBM_BOOST_S = 90;
const ICBM_RANGE_KM = 5500;

/** Every launch area against every aim of each other power, and third states against homeland and allied aims. */
export function corridorsOf(
  scenario: Pick<Scenario, 'launchAreas' | 'aims' | 'thirds'>,
  sites: ReadonlyMap<string, Site>,
): TracedCorridor[] {
  const place = (id: string): Site => {
    const site = sites.get(id);
    if (!site) throw new RangeError(`A launch area or aim names the site ${id}, which the scenario does not have.`);
    return site;
  };
  const fromPower = (area: LaunchArea, defender: Power): TracedCorridor[] => {
    const aims = scenario.aims[defender];
    const shared = { group: `${area.power}>${defender}`, weight: area.weight / aims.length, boostS: area.boostS, defender };
    const id = `${area.site}/${area.leg}`;
    return aims.map((aim) => traced({ ...shared, id: `${id}>${aim}`, from: place(area.site), to: place(aim) }));
  };
  const fromThird = (site: string, aims: readonly string[], against: { group: string; defender: Power }): TracedCorridor[] => {
    const shared = { ...against, weight: 1, boostS: null };
    return aims.map((aim) => traced({ ...shared, id: `${site}>${aim}`, from: place(site), to: place(aim) }));
  };
  /** Whoever's homeland a third state aims at also stands before its allies. */
  const threatenedBy = ({ id, homelandAims: [aim] }: Scenario['thirds'][number]): Power =>
    must(place(aim ?? '').owner, `${id} threatens a power`);
  return [
    ...scenario.launchAreas.flatMap((area) => othersOf(area.power).flatMap((other) => fromPower(area, other))),
    ...scenario.thirds.flatMap((third) => {
      const defender = threatenedBy(third);
      return third.launchSites.flatMap((site) => [
        ...fromThird(site, third.homelandAims, { group: `${third.id}>${defender}`, defender }),
        ...fromThird(site, third.alliedAims, { group: `${third.id}>allies`, defender }),
      ]);
    }),
  ];
}

export interface CorridorPlan {
  readonly id: string;
  readonly group: string;
  readonly weight: number;
  /** Null where the launcher does not say: taken by range. */
  readonly boostS: number | null;
  readonly from: LatLon & { readonly id: string };
  readonly to: LatLon & { readonly id: string };
  readonly defender: Power;
}

/** One corridor with its track, sampled every 10 s of its free flight and every 2 s at the end. */
export function traced(plan: CorridorPlan): TracedCorridor {
  const rangeKm = distanceKm(plan.from, plan.to);
  const flight = minimumEnergy(rangeKm);
  const { id, group, weight } = plan;
  const boostS = plan.boostS ?? (rangeKm > ICBM_RANGE_KM ? THIRD_ICBM_BOOST_S : THIRD_MRBM_BOOST_S);
  const { flightTimeS, apogeeKm } = flight;
  return {
    corridor: { id, from: plan.from.id, to: plan.to.id, group, weight, rangeKm, flightTimeS, apogeeKm, boostS },
    defender: plan.defender,
    aim: unitVector(plan.to),
    samples: samplesOf(flight, unitVector(plan.from), unitVector(plan.to)),
  };
}

function samplesOf(flight: Trajectory, from: UnitVector, to: UnitVector): TrackSample[] {
  const angle = flight.rangeKm / EARTH_RADIUS_KM;
  const sinAngle = sin(angle);
  const samples: TrackSample[] = [];
  let beforeS = 0;
  for (const timeS of sampleTimesS(flight.flightTimeS)) {
    const { downrangeKm, altitudeKm } = positionAt(flight, timeS);
    const past = downrangeKm / EARTH_RADIUS_KM;
    const direction = mixed(from, sin(angle - past) / sinAngle, to, sin(past) / sinAngle);
    samples.push({ timeS, spanS: timeS - beforeS, altitudeKm, radiusKm: EARTH_RADIUS_KM + altitudeKm, direction });
    beforeS = timeS;
  }
  return samples;
}

function sampleTimesS(flightTimeS: number): number[] {
  const stepS = Math.min(STEP_S, flightTimeS / LEAST_STEPS);
  const endS = Math.max(0, flightTimeS - END_S);
  const coarse = Math.ceil(endS / stepS);
  const fine = Math.ceil((flightTimeS - endS) / END_STEP_S);
  return [
    ...Array.from({ length: coarse }, (_, i) => i * stepS),
    ...Array.from({ length: fine }, (_, i) => endS + i * END_STEP_S),
    flightTimeS,
  ];
}

function mixed(a: UnitVector, shareA: number, b: UnitVector, shareB: number): UnitVector {
  return { x: shareA * a.x + shareB * b.x, y: shareA * a.y + shareB * b.y, z: shareA * a.z + shareB * b.z };
}
