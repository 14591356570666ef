import { describe, expect, it } from 'vitest';
import { readingOf } from '../../shared/belief/evidence.ts';
import { stabilityOf, TABLE_DEFAULTS, whyStability } from '../../shared/capability/stability.ts';
import { linesOf, type Why } from '../../shared/capability/why.ts';
import { marginsOf } from '../../shared/crisis/alarm.ts';
import { gaugeOf } from '../../shared/game/briefing.ts';
import { whyOf } from '../../shared/game/explain.ts';
import { stateOf } from '../../shared/game/game.ts';
import { veil } from '../../shared/game/veil.ts';
import { fearOf } from '../../shared/politics/fear.ts';
import { PAIRS, POWERS, THEORIES } from '../../shared/scenario/names.ts';
import { SOURCES } from '../../shared/scenario/sources.ts';
import { read } from '../../shared/state/ledger.ts';
import type { State } from '../../shared/state/state.ts';
import { board, start, withPair, withPower, withWorld } from '../belief/table.ts';
import { randomGame } from './random-sheets.ts';

/** The incomplete beta integral by Simpson's rule and its inverse by halving: knows nothing of the core's own. */
function quantile(p: number, a: number, b: number): number {
  const density = (x: number): number => x ** (a - 1) * (1 - x) ** (b - 1);
  const area = (to: number): number => {
    const [steps, h] = [400, to / 400];
    let sum = 0;
    for (let i = 0; i < steps; i++)
      sum += density(i * h || 1e-12) + 4 * density((i + 0.5) * h) + density(Math.min((i + 1) * h, 1 - 1e-12));
    return (sum * h) / 6;
  };
  const whole = area(1);
  let [low, high] = [0, 1];
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    if (area(middle) / whole < p) low = middle;
    else high = middle;
  }
  return low;
}

/** The functions that a formula may name, written once more. */
const FUNCTIONS = {
  min: Math.min,
  max: Math.max,
  pow: Math.pow,
  logistic: (x: number): number => 1 / (1 + Math.exp(-x)),
  D: (n: number, n50: number): number => 1 - 2 ** (-n / n50),
  Pk: (p: number, shots: number): number => {
    if (Number.isNaN(shots)) return 0;
    const whole = Math.floor(Math.min(shots, 1e6));
    const at = (n: number): number => 1 - (1 - p) ** n;
    return at(whole) + (Math.min(shots, 1e6) - whole) * (at(whole + 1) - at(whole));
  },
  quantile,
};

/** Works the formula's text out from its symbols, then those of its parts; the largest difference of any. */
function check(why: Why, state: State | null): void {
  const symbols = why.parts.map(({ symbol }) => symbol);
  expect(new Set(symbols).size, `${why.what}: symbols`).toBe(symbols.length);
  const work = new Function(...Object.keys(FUNCTIONS), ...symbols, `return ${why.formula};`) as (...all: unknown[]) => number;
  const got = work(...Object.values(FUNCTIONS), ...why.parts.map(({ value }) => value));
  const close = why.formula.includes('quantile') ? 3 : why.what === 'alarm' ? 6 : 9;
  expect(got, `${why.what} = ${why.formula}`).toBeCloseTo(why.value, close);
  expect(why.sources.length).toBeGreaterThan(0);
  for (const source of why.sources) expect(SOURCES[source].reference).not.toBe('');
  for (const { symbol, value, from } of why.parts) {
    expect(why.formula, `${why.what} uses ${symbol}`).toMatch(new RegExp(`\\b${symbol}\\b`));
    if (from.type === 'why') check(from.why, state);
    if (from.type === 'why') expect(from.why.value).toBe(value);
    if (from.type === 'parameter') expect(valueAt(board.scenario, from.path), from.path).toBe(value);
    if (from.type === 'ledger' && state) {
      const cell = read(state, from.subject, from.variable);
      // Inventory may count what is building; posture is a word.
      if (typeof cell === 'number' && from.variable !== 'inventory') expect(cell).toBe(value);
      expect(cell, from.subject).not.toBeNull();
    }
  }
}

const valueAt = (scenario: object, path: string): unknown =>
  path.split('.').reduce<unknown>((inside, key) => (inside as Record<string, unknown>)[key], scenario);

const played = randomGame(board, 'why', 4);
const tense = withPair(withPower(withWorld(start, { tension: 80 }), 'cn', { posture: 'generated', dispersal: 2 }), 'us>ru', {
  trust: 5,
});
/** Russia has looked into the GBI, holds its missiles ready to launch on warning, and puts out American eyes. */
const informed: State = {
  ...withPower(start, 'ru', { launchUnderAttack: true, 'counter-sensor': 2, penaids: 1 }),
  insights: { 'ru>gbi': { killA: 2, killB: 3, decoyA: 4, decoyB: 1 } },
};
const states: readonly State[] = [start, stateOf(played), tense, informed];

describe('why?', () => {
  it('fear: the number itself, and a formula that comes to it at every step down', () => {
    for (const state of states) {
      for (const [of, towards] of PAIRS) {
        const why = whyOf(board, state, { what: 'fear', of, towards });
        expect(why.value).toBeCloseTo(fearOf(board, state, of, towards).fear, 12);
        check(why, state);
        expect(whyOf(board, state, { what: 'arriving', of, towards }).value).toBeCloseTo(
          fearOf(board, state, of, towards).arriving,
          9,
        );
      }
    }
  });

  it('threshold, alarm and margin, by every pair of eyes and in each school', () => {
    for (const state of states) {
      for (const [of, towards] of PAIRS) {
        for (const eyes of [of, 'public', 'truth'] as const) {
          for (const theory of THEORIES) {
            const [margin] = marginsOf(board, state, [of, towards], { eyes, theory });
            const why = whyOf(board, state, { what: 'margin', of, towards, eyes, theory });
            expect(why.value).toBeCloseTo(margin.margin, 12);
            const threshold = whyOf(board, state, { what: 'threshold', of, towards, eyes, theory });
            expect(threshold.value).toBeCloseTo(margin.threshold, 12);
            expect(whyOf(board, state, { what: 'alarm', of, towards, eyes, theory }).value).toBe(margin.alarm);
            if (theory === 'contested') check(why, state);
          }
        }
      }
    }
  });

  it('the public gauge, each dyad', () => {
    for (const state of states) {
      const known = veil(board, state, 'public');
      for (const { id, margin } of gaugeOf(board, state, 'contested').dyads) {
        const why = whyOf(board, known, { what: 'gauge', dyad: id, theory: 'contested' });
        expect(why.value).toBeCloseTo(margin, 12);
        check(why, known);
      }
    }
  });

  it('coverage of every battery and group, by the corridors’ weights', () => {
    for (const [battery, shares] of Object.entries(board.coverage.shares)) {
      for (const [group, share] of Object.entries(shares)) {
        const why = whyOf(board, start, { what: 'coverage', battery, group });
        expect(why.value).toBe(share);
        check(why, start);
      }
    }
  });

  it('a reading of the evidence, by each stance', () => {
    for (const [state, { id }] of [start, informed].flatMap((state) =>
      board.scenario.interceptors.map((one) => [state, one] as const),
    )) {
      for (const stance of ['rival', 'owner', 'public', 'truth'] as const) {
        const reading = readingOf(board, state, id, stance);
        for (const [what, value] of [
          ['kill', reading.kill],
          ['tracking', reading.tracking],
          ['decoys-taken', reading.decoysTaken],
        ] as const) {
          const why = whyOf(board, state, { what, interceptor: id, stance });
          expect(why.value).toBe(value);
          check(why, state);
        }
      }
    }
  });

  it('the tables of SCIENCE 2.4, as the command line prints them', () => {
    for (const attacker of POWERS) {
      for (const defender of POWERS.filter((power) => power !== attacker)) {
        const asked = { ...TABLE_DEFAULTS, attacker, defender, interceptors: 44, siloInterceptors: 100 };
        const why = whyStability(asked);
        expect(why.value).toBeCloseTo(stabilityOf(asked).attacker.breakEven, 12);
        expect(linesOf(why)[0]).toMatch(
          /^threshold = [\d.]+ = min\(1, \(costFirst \+ taboo\) \/ costSecond\) {3}\[kent-thaler, rules\]$/,
        );
      }
    }
  });
});
