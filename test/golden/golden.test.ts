import { describe, expect, it } from 'vitest';
import { bearingDeg, distanceKm } from '../../shared/capability/earth.ts';
import * as f from '../../shared/capability/engagement.ts';
import { costsOf, damage } from '../../shared/capability/exchange.ts';
import { survivingShare } from '../../shared/capability/force.ts';
import { lottoDestroyed } from '../../shared/capability/point-defence.ts';
import { elevationDeg, horizonRangeKm, slantRangeKm } from '../../shared/capability/radar.ts';
import { flightTimeS, interceptorOrbit } from '../../shared/capability/reach.ts';
import { shootLookShootPlan, survivorChances } from '../../shared/capability/shoot-look-shoot.ts';
import { lofted, minimumEnergy, positionAt, rangeOfSpeedKm } from '../../shared/capability/trajectory.ts';
import { reciprocalFear } from '../../shared/crisis/alarm.ts';
import { betaQuantile } from '../../shared/math/beta.ts';
import { logistic } from '../../shared/math/real.ts';
import { boardWith } from '../belief/table.ts';
import golden from './formulas.json' with { type: 'json' };

type Inputs = readonly never[];
type Formula = (...inputs: Inputs) => unknown;
type Numbers = readonly number[];

const inventory = ([objects, interceptors, singleShot, tracking]: Numbers) =>
  ({ objects, interceptors, singleShot, tracking }) as {
    objects: number;
    interceptors: number;
    singleShot: number;
    tracking: number;
  };
const place = ([lat, lon]: Numbers) => ({ lat: lat!, lon: lon! });
const schelling = boardWith({ alarm: { reciprocal: 0.5, width: 0.12, iterations: 64 } });

/** Each group's inputs put to the core's function. */
const FORMULAS: Readonly<Record<string, Formula>> = {
  killProbability: (p: number, n: number) => f.killProbability(p, n),
  killOfShots: (p: number, shots: number) => f.killOfShots(p, shots),
  requiredKill: (noLeak: number, warheads: number) => f.requiredKill(noLeak, warheads),
  requiredShots: (kill: number, singleShot: number, tracking: number) => f.requiredShots(kill, { singleShot, tracking }),
  leakDistribution: (warheads: number, kill: number) => f.leakDistribution(warheads, kill),
  shootLookShootImperfect: (...[singleShot, first, second, atSurvivors, atDead]: [number, number, number, number, number]) =>
    f.shootLookShootImperfect({ singleShot, first, second }, { atSurvivors, atDead }),
  layeredKill: (kills: Numbers) => f.layeredKill(kills),
  leakersUniform: (...given: Numbers) => f.leakersUniform(inventory(given)),
  noLeakUniform: (...given: Numbers) => f.noLeakUniform(inventory(given)),
  survivorChances: (...[objects, salvo, p, tracking]: [number, number, number, number]) =>
    survivorChances(objects, salvo, p, tracking),
  leakersRandom: (...given: Numbers) => f.leakersRandom(inventory(given)),
  noLeakRandom: (...given: Numbers) => f.noLeakRandom(inventory(given), given[4]!),
  shootLookShootPlan: (...[looks, objects, interceptors, singleShot]: [number, number, number, number]) =>
    shootLookShootPlan({ looks, objects, interceptors, singleShot }).expectedLeakers,
  expectedArriving: (raid: Numbers, layers: readonly Numbers[]) =>
    f.expectedArriving(
      { warheads: raid[0]!, credibleDecoys: raid[1]!, decoys: raid[2]! },
      layers.map(([m, p, t, taken]) => ({ interceptors: m!, singleShot: p!, tracking: t!, decoysTaken: taken! })),
    ),
  minimumEnergy: (rangeKm: number) => minimumEnergy(rangeKm),
  lofted: (rangeKm: number, apogeeKm: number) => lofted(rangeKm, apogeeKm),
  positionAt: (rangeKm: number, share: number) => {
    const flight = minimumEnergy(rangeKm);
    return { timeS: share * flight.flightTimeS, ...positionAt(flight, share * flight.flightTimeS) };
  },
  rangeOfSpeedKm: (speed: number) => rangeOfSpeedKm(speed),
  distanceKm: (a: Numbers, b: Numbers) => distanceKm(place(a), place(b)),
  bearingDeg: (a: Numbers, b: Numbers) => bearingDeg(place(a), place(b)),
  elevationAndSlant: (d: number, h: number) => ({ elevationDeg: elevationDeg(d, h), slantRangeKm: slantRangeKm(d, h) }),
  horizonRangeKm: (h: number, elevation: number) => horizonRangeKm(h, elevation),
  interceptorTimeS: (speed: number, d: number, h: number) => flightTimeS(interceptorOrbit(speed), d, h),
  damage: (n: number, n50: number) => damage(n, n50),
  survivingShare: (
    ...[leg, alertDay, survivalAlert, survivalIdle, launchUnderAttack]: ['silo' | 'mobile', number, number, number, number]
  ) =>
    survivingShare(
      { leg, launchers: 1, warheads: 1, alertDay, alertGenerated: 1, survivalAlert, survivalIdle, mark: 'game' },
      { posture: 'day', launchUnderAttack, mobileAlertShift: 0 },
    ),
  costsOf: (
    ...[onUsFirst, onRivalFirst, onUsSecond, onRivalSecond, n50, lambda, taboo]: [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ]
  ) => costsOf({ onUsFirst, onRivalFirst, onUsSecond, onRivalSecond }, { n50, lambda, taboo, thirdParty: 0 }),
  betaQuantile: (p: number, a: number, b: number) => betaQuantile(p, { a, b }),
  logistic: (x: number) => logistic(x),
  reciprocalFear: (...[base, otherBase, threshold, otherThreshold]: [number, number, number, number]) =>
    reciprocalFear(schelling, { base, otherBase, threshold, otherThreshold }),
  lottoDestroyed: (attackers: number, defenders: number) => lottoDestroyed(attackers, defenders),
};

/** The largest difference of any number, as a share of it, or as it is below 1. Only what the golden value names counts. */
function apart(expected: unknown, got: unknown): number {
  if (typeof expected === 'number') return Math.abs(Number(got) - expected) / Math.max(1, Math.abs(expected));
  return Math.max(
    ...Object.entries(expected as object).map(([key, value]) => apart(value, (got as Record<string, unknown>)[key])),
  );
}

describe('each formula on a grid worked out by another method (golden.py)', () => {
  it('has a group for every formula, and a formula for every group', () => {
    expect(golden.groups.map(({ name }) => name).sort()).toEqual(Object.keys(FORMULAS).sort());
  });

  it.each(golden.groups)('$name: $method', ({ name, tolerance, cases }) => {
    expect(cases.length).toBeGreaterThan(3);
    for (const each of cases as readonly { in: unknown; out: unknown }[]) {
      const got = FORMULAS[name]!(...(each.in as Inputs));
      const difference = apart(each.out, got);
      // Not a number is no agreement.
      expect(difference <= tolerance, `${JSON.stringify(each.in)}: ${JSON.stringify(got)}, off by ${difference}`).toBe(true);
    }
  });
});
