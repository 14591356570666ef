import { describe, expect, it } from 'vitest';
import { publicMargins } from '../../shared/crisis/alarm.ts';
import { commonScore } from '../../shared/game/common-score.ts';
import type { Game } from '../../shared/game/game.ts';
import { coverOf, secretMeasured, shareStopped } from '../../shared/game/measures.ts';
import { reportOf } from '../../shared/game/report.ts';
import { lineOf, scoreOf } from '../../shared/game/score.ts';
import { veil } from '../../shared/game/veil.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { Battery, Deed, State, Treaty } from '../../shared/state/state.ts';
import { slowFear } from '../belief/slow.ts';
import {
  boardWith,
  quietTurns,
  round,
  standingAt,
  start,
  still,
  board as table,
  turn,
  withBattery,
  withConsent,
  withCrisis,
  withDeeds,
  withPair,
  withPower,
  withWork,
  withWorld,
} from '../belief/table.ts';
import { boardOf, botGame } from './play.ts';

/** The anchors of RULES 9, whatever tuning has made of them: each value worth nothing, then worth everything. */
const SLOPES = {
  cover: [0.5, 0.9],
  alliances: [50, 85],
  arms: [16, 3],
  calm: [70, 25],
  standing: [35, 78],
  'ru-deterrent': [0.6, 0.985],
  'cn-deterrent': [0.25, 0.985],
  europe: [0, 1],
  balanceRung: [2, 7],
  balanceGap: [-20, 10],
  thaad: [0, 1],
  korea: [0, 1],
  koreaTension: [25, 80],
  trade: [3, 0],
  influence: [45, 75],
  credibility: [45, 75],
  approval: [45, 70],
  'trust-cn': [45, 75],
  'us-trust': [20, 50],
  treaties: [0, 3],
  'korea-consent': [70, 40],
} as const satisfies Record<string, readonly [number, number]>;

const board = (() => {
  const { scenario } = table;
  const slopes = Object.fromEntries(
    Object.entries(SLOPES).map(([id, [zeroAt, oneAt]]) => [id, [zeroAt, oneAt] as [number, number]]),
  );
  const weights = { homeland: 0.6, asia: 0.3, europe: 0.1 };
  const score = {
    ...scenario.parameters.score,
    slopes,
    pointsPerObjective: 25,
    armsShare: 0.75,
    rungShare: 0.4,
    coverWeights: weights,
  };
  return { ...table, scenario: { ...scenario, parameters: { ...scenario.parameters, score } } };
})();

const points = (state: State, power: Power, id: string): number =>
  lineOf(board, state, power).find((objective) => objective.id === id)!.points;
const between = (value: number, zeroAt: number, oneAt: number): number =>
  Math.min(1, Math.max(0, (value - zeroAt) / (oneAt - zeroAt)));

describe('the aims of RULES 9, each worked out by hand', () => {
  it('cover: weighed shares of the raids on the homeland and on allies in Asia and Europe', () => {
    const aiming = { board, state: start, power: 'us' } as const;
    const [homeland, asia, europe] = [
      shareStopped(aiming, 'nk', 'nk>us'),
      shareStopped(aiming, 'nk', 'nk>allies'),
      shareStopped(aiming, 'iran', 'iran>allies'),
    ];
    expect(coverOf(aiming)).toBeCloseTo(0.6 * homeland + 0.3 * asia + 0.1 * europe, 12);
    expect(points(start, 'us', 'cover')).toBeCloseTo(25 * between(0.6 * homeland + 0.3 * asia + 0.1 * europe, 0.5, 0.9), 12);
  });

  it('alliances: the mean consent of its own hosts, nothing at 50 and full at 85', () => {
    const at = (consent: number): State =>
      ['romania', 'poland', 'turkey', 'south-korea', 'japan'].reduce((state, host) => withConsent(state, host, consent), start);
    expect([at(50), at(67.5), at(85)].map((state) => points(state, 'us', 'alliances'))).toEqual([0, 12.5, 25]);
    expect(points(withConsent(at(67.5), 'serbia', 0), 'us', 'alliances')).toBe(12.5);
  });

  it('calm: three quarters no arms race (orders of all in the last four turns, 16 to 3), a quarter tension 70 to 25', () => {
    const deed = (turnOf: number, power: Power, kind: Deed['kind'], amount = 1): Deed => ({
      turn: turnOf,
      power,
      kind,
      target: '',
      amount,
    });
    const arming = [deed(2, 'us', 'build', 8), deed(3, 'ru', 'penaids'), deed(4, 'cn', 'dispersal'), deed(5, 'ru', 'forward')];
    const others = [deed(1, 'us', 'reinforce', 8), deed(5, 'ru', 'forward', 0), deed(5, 'cn', 'coerce'), deed(6, 'us', 'build')];
    const state = withDeeds(withWorld(start, { turn: 6, tension: 47.5 }), ...arming, ...others);
    expect(points(state, 'us', 'calm')).toBeCloseTo(25 * (0.75 * (12 / 13) + 0.25 * 0.5), 12);
  });

  it('standing: influence 35 to 78', () => {
    for (const power of ['us', 'ru'] as const)
      expect(points(withPower(start, power, { influence: 56.5 }), power, 'standing')).toBeCloseTo(12.5, 12);
  });

  it('deterrent: one less fear of the US, as a slow implementation works it out', () => {
    for (const state of [start, withBattery(start, 'fort-greely', { inventory: 120 })]) {
      for (const power of ['ru', 'cn'] as const) {
        const [zeroAt, oneAt] = SLOPES[`${power}-deterrent`];
        const sure = 1 - slowFear(board, veil(board, state, power), power, 'us');
        expect(points(state, power, 'deterrent'), power).toBeCloseTo(25 * between(sure, zeroAt, oneAt), 6);
      }
    }
  });

  it('europe: one less the US interceptors that stand or are coming on European hosts, of 72', () => {
    expect(points(start, 'ru', 'europe')).toBeCloseTo(25 * (1 - 24 / 72), 12);
    const work = { owner: 'us', what: 'battery', battery: 'redzikowo', add: 24, start: 1, ready: 5 } as const;
    const begun = { ...start.batteries['deveselu']!, site: 'redzikowo', inventory: 0, status: 'building' } as const;
    const rising = withWork({ ...start, batteries: { ...start.batteries, redzikowo: begun } }, 'w1-us-0', work);
    expect(points(rising, 'ru', 'europe')).toBeCloseTo(25 * (1 - 48 / 72), 12);
    expect(points(withBattery(start, 'deveselu', { status: 'suspended' }), 'ru', 'europe')).toBe(25);
    expect(points(withBattery(start, 'aegis-atlantic', { inventory: 500 }), 'ru', 'europe')).toBeCloseTo(25 * (1 - 24 / 72), 12);
  });

  it('balance: its share by the rung with China from 2 to 7, the rest by the gap of influence to China from -20 to 10', () => {
    const at = (rung: number, own: number, theirs: number): State =>
      withPower(withPower({ ...start, ladders: { ...start.ladders, 'ru-cn': { rung } } }, 'ru', { influence: own }), 'cn', {
        influence: theirs,
      });
    expect(points(at(5, 45, 50), 'ru', 'balance')).toBeCloseTo(25 * (0.4 * 0.6 + 0.6 * 0.5), 12);
    expect(points(at(2, 30, 50), 'ru', 'balance')).toBe(0);
    expect(points(at(7, 60, 50), 'ru', 'balance')).toBe(25);
  });

  it('thaad: 0 active, half building or suspended, full where there is none', () => {
    const site: Battery = {
      owner: 'us',
      site: 'seongju',
      interceptor: 'thaad',
      inventory: 48,
      status: 'active',
      suspendedBy: '',
      since: 1,
    };
    const at = (status: Battery['status']): number =>
      points({ ...start, batteries: { ...start.batteries, seongju: { ...site, status } } }, 'cn', 'thaad');
    expect([at('active'), at('building'), at('suspended'), at('withdrawn'), points(start, 'cn', 'thaad')]).toEqual([
      0, 12.5, 12.5, 25, 25,
    ]);
  });

  it('korea: 1 - .6 stage - .4 (tension - 25)/55', () => {
    const at = (stage: number, tension: number): number =>
      points(
        { ...withWorld(start, { tension }), thirds: { ...start.thirds, nk: { ...start.thirds['nk']!, stage } } },
        'cn',
        'korea',
      );
    expect(at(0.5, 52.5)).toBeCloseTo(25 * (1 - 0.3 - 0.2), 12);
    expect(at(0, 20)).toBe(25);
    expect(at(1, 90)).toBeCloseTo(0, 12);
  });

  it('trade: share lost, 3 to 0', () => {
    expect([0, 1.5, 3, 4].map((tradeLost) => points(withPower(start, 'cn', { tradeLost }), 'cn', 'trade'))).toEqual([
      25, 12.5, 0, 0,
    ]);
  });

  it('secret aims: each half-way between its anchors is worth half', () => {
    const pact = (parties: readonly Power[], status: Treaty['status']): Treaty => ({
      parties,
      clauses: [{ type: 'notification' }],
      made: 1,
      status,
      by: [],
      ends: 0,
    });
    const half = (['us', 'ru', 'cn'] as const).reduce(
      (state, power) => withPower(state, power, { influence: 60, credibility: 60, approval: 57.5 }),
      withConsent(withPair(withPair(start, 'ru>cn', { trust: 60 }), 'us>cn', { trust: 35 }), 'south-korea', 55),
    );
    const treaties = { t1: pact(['us', 'ru'], 'in-force'), t2: pact(['us', 'cn'], 'in-force'), t3: pact(['us', 'ru'], 'signed') };
    const state: State = { ...half, treaties };
    const worth = (power: Power, aim: string): number => secretMeasured({ board, state, power }, aim);
    for (const [power, aims] of [
      ['us', ['influence', 'credibility', 'approval']],
      ['ru', ['trust-cn', 'credibility']],
      ['cn', ['influence', 'us-trust', 'korea-consent']],
    ] as const)
      for (const aim of aims) expect(worth(power, aim), `${power}: ${aim}`).toBeCloseTo(0.5, 12);
    expect(worth('ru', 'treaties')).toBeCloseTo(1 / 3, 12);
    expect(
      points({ ...state, powers: { ...state.powers, ru: { ...state.powers.ru, secretAim: 'trust-cn' } } }, 'ru', 'trust-cn'),
    ).toBe(12.5);
  });
});

describe('the score', () => {
  it('is the mean over the turns played, as a share of five times 25', () => {
    const game = quietTurns(standingAt(still, start), 3);
    const ends = game.played.map(({ state }) => lineOf(still, { ...state }, 'ru'));
    const mean = ends.flat().reduce((sum, objective) => sum + objective.points, 0) / ends.length;
    expect(scoreOf(game, 'ru').normalised).toBeCloseTo(mean / 125, 12);
  });
});

/** From the states, not from the time line. */
function slowCommon(game: Game): number {
  const closed = game.played.map(({ state }) => state).filter(({ world }) => world.phase !== 'crisis');
  let [tension, safe] = [0, 0];
  for (const state of closed) {
    tension += state.world.tension / closed.length;
    const margins = publicMargins(game.board, veil(game.board, state, 'public'), game.setup.theory);
    if (margins.every(({ margin }) => margin > 0)) safe += 1 / closed.length;
  }
  return (100 - tension) * safe;
}

describe('the common score (RULES 9)', () => {
  it('is 100 x (1 - mean tension/100) x the share of turns with all public margins above zero', () => {
    const quick = boardOf('quick');
    const games = ['a', 'b', 'c'].map((seed) => botGame(quick, seed, { us: 'dove', ru: 'hawk', cn: 'dove' }));
    const tense = turn(standingAt(still, withWorld(start, { tension: 100 })));
    for (const game of [...games, tense, quietTurns(tense, 2)]) {
      if (game.played.at(-1)!.state.world.exchange === null) expect(commonScore(game)).toBeCloseTo(slowCommon(game), 9);
      expect(reportOf(game).common).toBe(commonScore(game));
    }
  });

  it('counts each turn once, however many rounds a crisis in it takes, and falls when one turn is unsafe', () => {
    const game = quietTurns(standingAt(still, start), 2);
    const [first, second] = game.played;
    const unsafe = {
      ...second!,
      moment: { ...second!.moment, tension: 40, margins: { 'us-ru': 0.1, 'us-cn': 0, 'ru-cn': 0.2 } },
    };
    const safe = { ...first!, moment: { ...first!.moment, tension: 20, margins: { 'us-ru': 0.1, 'us-cn': 0.1, 'ru-cn': 0.2 } } };
    const running = { ...first!, state: withWorld(first!.state, { phase: 'crisis' }), moment: { ...first!.moment, tension: 90 } };
    expect(commonScore({ ...game, played: [safe, running, unsafe] })).toBeCloseTo(100 * (1 - 0.3) * 0.5, 12);
  });

  it('is nothing after nuclear use', () => {
    const doomed = boardWith({ crisis: { hazard: 1000 } }, still);
    const crisis = withCrisis(withWorld(start, { phase: 'crisis' }), { status: 'running', round: 1, first: 'us', second: 'ru' });
    expect(commonScore(round(standingAt(doomed, crisis), { us: 'hold', ru: 'hold' }))).toBe(0);
    expect(commonScore(standingAt(still, start))).toBeGreaterThan(0);
  });
});
