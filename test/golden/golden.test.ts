import { describe, expect, it } from 'vitest';
import { batteryCount } from '../../shared/belief/defences.ts';
import { fearedDefence } from '../../shared/belief/deterrence.ts';
import { thirdPower } from '../../shared/belief/threshold.ts';
import { bearingDeg, distanceKm } from '../../shared/capability/earth.ts';
import * as f from '../../shared/capability/engagement.ts';
import * as exchange from '../../shared/capability/exchange.ts';
import { survivingShare } from '../../shared/capability/force.ts';
import { lottoDestroyed } from '../../shared/capability/point-defence.ts';
import { elevationDeg, horizonRangeKm, slantRangeKm } from '../../shared/capability/radar.ts';
import { flightTimeS, interceptorOrbit } from '../../shared/capability/reach.ts';
import { shootLookShootPlan, survivorChances } from '../../shared/capability/shoot-look-shoot.ts';
import { stabilityOf, TABLE_DEFAULTS } from '../../shared/capability/stability.ts';
import { lofted, minimumEnergy, positionAt, rangeOfSpeedKm } from '../../shared/capability/trajectory.ts';
import * as alarm from '../../shared/crisis/alarm.ts';
import { betaQuantile } from '../../shared/math/beta.ts';
import { logistic } from '../../shared/math/real.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import { boardWith, start, withBattery, withCrisis, withPair, withPower, withWorld } from '../belief/table.ts';
import golden from './formulas.json' with { type: 'json' };

const { costsOf, damage, leak } = exchange;
const { baseFear, reciprocalFear } = alarm;

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

type Seen = [warheads: number, decoys: number, warheadsSeen: number, decoysTaken: number];
const layered = (layers: readonly Numbers[]) =>
  layers.map(([m, p, t, taken]) => ({ interceptors: m!, singleShot: p!, tracking: t!, decoysTaken: taken! }));
const flown = (raid: Numbers) => ({ warheads: raid[0]!, credibleDecoys: raid[1]!, decoys: raid[2]! });

type Pair = [attacker: Power, defender: Power, interceptors: number, defenderInterceptors: number, generated: number];
const stability = ([attacker, defender, interceptors, defenderInterceptors, generated]: Pair, suppression = 0) =>
  stabilityOf({
    ...TABLE_DEFAULTS,
    attacker,
    defender,
    interceptors,
    defenderInterceptors,
    posture: generated ? 'generated' : 'day',
    terms: { ...TABLE_DEFAULTS.terms, suppression },
  });

const afraid = boardWith({ alarm: { tension: 0.4, perEscalation: 0.1, generated: 0.05, most: 0.8 } });
const trending = boardWith({ outlook: { margin: 1.25, turnsAhead: 4 } });

/** What Moscow expects at Fort Greely, which all its tracks come within reach of. */
function outlook(...[have, building, ordered, turn, cap]: [number, number, readonly [number, number][], number, number]): number {
  const deeds = ordered.map(([when, amount], i) => [
    `d${i}`,
    { turn: when, power: 'us', kind: 'reinforce', target: 'fort-greely', amount },
  ]);
  const work = { owner: 'us', what: 'battery', battery: 'fort-greely', add: building, start: turn, ready: turn + 2 } as const;
  const state: State = {
    ...withBattery(withWorld(start, { turn }), 'fort-greely', { inventory: have }),
    works: building > 0 ? { w1: work } : {},
    deeds: Object.fromEntries(deeds),
  };
  const picture = fearedDefence('ru', { feared: 'us', restraints: { caps: { 'fort-greely': cap }, worstCase: 1, denied: {} } });
  const { share, present, trend, cap: held } = batteryCount(trending, state, picture, 'fort-greely');
  return share * (present + trend * (1 - held));
}

/** Each group's inputs put to the core's function. */
const FORMULAS: Readonly<Record<string, Formula>> = {
  killProbability: (p: number, n: number) => f.killProbability(p, n),
  killOfShots: (p: number, shots: number) => f.killOfShots(p, shots),
  warheadKill: (tracking: number, kill: number) => f.warheadKill(tracking, kill),
  noLeakIndependent: (kill: number, warheads: number) => f.noLeakIndependent(kill, warheads),
  noLeakCommonMode: (commonMode: number, kill: number, warheads: number) => f.noLeakCommonMode(commonMode, kill, warheads),
  withCommonMode: (arriving: number, warheads: number, commonMode: number) => f.withCommonMode(arriving, warheads, commonMode),
  shootLookShoot: (singleShot: number, first: number, second: number) => f.shootLookShoot({ singleShot, first, second }),
  noLeakProbability: (raid: Numbers, layers: readonly Numbers[], commonMode: number) =>
    f.noLeakProbability(flown(raid), layered(layers), commonMode),
  leak: (...[n, interceptors, singleShot, tracking]: [number, number, number, number]) =>
    leak(n, { interceptors, singleShot, tracking }),
  apparentObjects: (...[warheads, decoys, warheadsSeen, decoysTaken]: Seen) =>
    f.apparentObjects({ warheads, decoys, warheadsSeen, decoysTaken }),
  discriminatedKill: (
    ...[warheads, decoys, warheadsSeen, decoysTaken, interceptors, singleShot, tracking]: [...Seen, number, number, number]
  ) => f.discriminatedKill({ warheads, decoys, warheadsSeen, decoysTaken }, { interceptors, singleShot, tracking }),
  costs: (...[attacker, defender, m, n, generated, suppression]: [...Pair, number]) =>
    stability([attacker, defender, m, n, generated], suppression).attacker,
  index: (...pair: Pair) => stability(pair).index,
  thirdPower: (mu: number, trust: number, rest: number) =>
    thirdPower(boardWith({ threshold: { mu } }), withPair(start, 'us>cn', { trust }), { from: 'us', against: 'ru' }, rest),
  baseFear: (...[tension, trust, escalatedSecond, generated]: [number, number, number, number]) => {
    const tense = withPair(withWorld(start, { tension }), 'us>ru', { trust });
    const crisis = withCrisis(tense, { status: 'running', first: 'us', second: 'ru', escalatedSecond });
    return baseFear(afraid, withPower(crisis, 'ru', { posture: generated ? 'generated' : 'day' }), 'us', 'ru');
  },
  outlook,
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
  expectedArriving: (raid: Numbers, layers: readonly Numbers[]) => f.expectedArriving(flown(raid), layered(layers)),
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
      {
        leg,
        launchers: 1,
        warheads: 1,
        alertDay,
        alertGenerated: 1,
        survivalAlert,
        survivalIdle,
        aimPoints: 1,
        shots: 1,
        mark: 'game',
      },
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

/** What no grid of numbers can ask, and the slow second implementation that it is held to. */
const PUT_TOGETHER: Readonly<Record<string, string>> = {
  passagesOf: 'the steps of expectedArriving: test/game/check-why.ts works each out again',
  marginsOf: 'thresholds and alarms of a state: test/crisis/alarm.test.ts, on test/belief/slow.ts',
  publicMargins: 'the smaller of two margins: test/crisis/alarm.test.ts',
  publicMarginsBySchool: 'the same for every school at once: test/game/explained.test.ts, each end of the band by its own why',
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
    const names = golden.groups.map(({ name }) => name);
    expect([...names].sort()).toEqual(Object.keys(FORMULAS).sort());
    // Whatever these files export is a formula and has its group, or is put together from several and named here.
    const exported = [f, exchange, alarm].flatMap((file) =>
      Object.entries(file).flatMap(([name, value]) => (typeof value === 'function' ? [name] : [])),
    );
    expect(exported.length).toBeGreaterThan(25);
    expect(exported.filter((name) => !names.includes(name)).sort()).toEqual(Object.keys(PUT_TOGETHER).sort());
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
