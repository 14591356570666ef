import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { batteryCount } from '../../shared/belief/defences.ts';
import { fearedDefence } from '../../shared/belief/deterrence.ts';
import { recordQuantile, singleWarheadKill } from '../../shared/belief/evidence.ts';
import { thirdPower } from '../../shared/belief/threshold.ts';
import { killChance } from '../../shared/capability/allotment.ts';
import { bearingDeg, distanceKm } from '../../shared/capability/earth.ts';
import * as f from '../../shared/capability/engagement.ts';
import * as exchange from '../../shared/capability/exchange.ts';
import { survivingShare } from '../../shared/capability/force.ts';
import { drawnWithout, mixedLeakers } from '../../shared/capability/mixed-raid.ts';
import { lottoDestroyed, savedByPointDefence } from '../../shared/capability/point-defence.ts';
import { elevationDeg, horizonRangeKm, slantRangeKm } from '../../shared/capability/radar.ts';
import { flightTimeS, interceptorOrbit } from '../../shared/capability/reach.ts';
import { shootLookShootPlan, survivorChances } from '../../shared/capability/shoot-look-shoot.ts';
import { stabilityOf, TABLE_DEFAULTS } from '../../shared/capability/stability.ts';
import { lofted, minimumEnergy, positionAt, rangeOfSpeedKm } from '../../shared/capability/trajectory.ts';
import * as alarm from '../../shared/crisis/alarm.ts';
import { accidentChance, outbreakChance } from '../../shared/crisis/outbreak.ts';
import { dampAll, damped, relaxation } from '../../shared/crisis/tension.ts';
import { betaQuantile } from '../../shared/math/beta.ts';
import { logistic } from '../../shared/math/real.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { because, type Contribution } from '../../shared/state/ledger.ts';
import type { State } from '../../shared/state/state.ts';
import { tensionBy } from '../../shared/state/tension.ts';
import { board, boardWith, start, withBattery, withCrisis, withPair, withPower, withWorld } from '../belief/table.ts';
import golden from './formulas.json' with { type: 'json' };
import { NO_FORMULA, TWINS } from './twins.ts';

const ROOT = new URL('../../', import.meta.url);

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

const raised = (rule: string, add: number): Contribution => tensionBy(rule, add, because('why.tension.relax', {}));
const added = (all: readonly Contribution[]): number => all.reduce((sum, c) => sum + ('add' in c ? c.add : 0), 0);

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
  savedByPointDefence: (...[silos, attackers, interceptors, singleShot, tracking]: [number, number, number, number, number]) =>
    savedByPointDefence({ silos, attackers, interceptors, singleShot, tracking }),
  killChance: (left: number, shots: number) => killChance(left, shots),
  mixedLeakers: (...[warheads, decoys, ...layer]: [number, number, number, number, number, number]) =>
    mixedLeakers(warheads, decoys, layered([layer])[0]!),
  drawnWithout: (marked: number, all: number, drawn: number) => drawnWithout(marked, all, drawn),
  recordQuantile: (...[p, killA, killB, trackA, trackB]: [number, number, number, number, number]) =>
    recordQuantile({ ...start.systems.gbi!, killA, killB, trackA, trackB }, p),
  singleWarheadKill: (kill: number, tracking: number) => singleWarheadKill({ kill, tracking, decoysTaken: 1 }),
  outbreakChance: (tension: number, smallest: number) => outbreakChance(board, tension, smallest),
  accidentChance: (...[alarm, generated, warned, dispersed, mediated, hotline]: Numbers) =>
    accidentChance(board, {
      alarm: alarm!,
      generated: generated === 1,
      onWarning: warned === 1,
      dispersed: dispersed!,
      mediated: mediated === 1,
      hotline: hotline === 1,
    }),
  damped: (tension: number, raw: number) => damped(board.scenario.parameters, tension, raw),
  relaxation: (tension: number) => added([relaxation(board.scenario.parameters, tension)]),
  dampAll: (tension: number, words: Numbers, act: number) =>
    added(dampAll(board.scenario.parameters, tension, [...words.map((add) => raised('statement', add)), raised('build', act)])),
};

/** Every function of the folders whose business is formulas; what tells of them is worked out again by check-why. */
async function formulasOfTheCore(): Promise<readonly string[]> {
  const files = ['capability', 'belief', 'crisis'].flatMap((folder) =>
    readdirSync(new URL(`shared/${folder}`, ROOT))
      .filter((name) => !/^(explain|why)/.test(name))
      .map((name) => new URL(`shared/${folder}/${name}`, ROOT).pathname),
  );
  const modules = await Promise.all(files.map((file) => import(file) as Promise<Readonly<Record<string, unknown>>>));
  return modules.flatMap((file) => Object.keys(file).filter((name) => typeof file[name] === 'function'));
}

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
  });

  it('or a named twin: no function of the formulas’ folders has neither, and each twin asks what it is named for', async () => {
    const all = await formulasOfTheCore();
    expect(all.length).toBeGreaterThan(100);
    const held = [...Object.keys(FORMULAS), ...NO_FORMULA, ...TWINS.flatMap(({ of, inside = [] }) => [...of, ...inside])];
    expect(all.filter((name) => !held.includes(name))).toEqual([]);
    expect(TWINS.flatMap(({ of, inside = [] }) => [...of, ...inside]).filter((name) => !all.includes(name))).toEqual([]);
    for (const { file, of, through = [] } of TWINS) {
      const text = readFileSync(new URL(file, ROOT), 'utf8');
      expect(
        [...of, ...through].filter((name) => !new RegExp(`\\b${name}\\b`).test(text)),
        file,
      ).toEqual([]);
    }
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
