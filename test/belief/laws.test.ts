import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forcesOf } from '../../shared/belief/arsenal.ts';
import { type Eyes, thresholdOf } from '../../shared/belief/threshold.ts';
import { totalWarheads } from '../../shared/capability/force.ts';
import { stabilityOf, TABLE_DEFAULTS } from '../../shared/capability/stability.ts';
import { marginsOf } from '../../shared/crisis/alarm.ts';
import { gaugeOf } from '../../shared/game/briefing.ts';
import { exchangeOn } from '../../shared/game/exchange.ts';
import { fearOf } from '../../shared/politics/fear.ts';
import { DYADS, PAIRS, POWERS, type Power, THEORIES } from '../../shared/scenario/names.ts';
import type { Effect } from '../../shared/state/ledger.ts';
import type { State } from '../../shared/state/state.ts';
import { boardRelabelled, relabelled } from '../crisis/relabel.ts';
import { randomGame } from '../game/random-sheets.ts';
import { board, start, withBattery, withPair, withPower, withWorld } from './table.ts';

/** Every property is tried on the same worlds in every run. */
const RUNS = { seed: 2016, numRuns: 60 };
const HOW = { theory: 'contested', denied: () => ({}) } as const;
const EYES: readonly Eyes[] = ['us', 'ru', 'cn', 'public', 'truth'];

const level = fc.integer({ min: 0, max: 4 });
const share = fc.double({ min: 0.02, max: 0.98, noNaN: true });
const programmes = fc.record({
  penaids: level,
  dispersal: level,
  patrol: level,
  mirv: level,
  glide: level,
  'counter-sensor': level,
  posture: fc.constantFrom('day' as const, 'generated' as const),
});
const batteries = board.scenario.batteries.map(({ id }) => id).filter((id) => start.batteries[id]);
const world = fc.record({
  us: programmes,
  ru: programmes,
  cn: programmes,
  tension: fc.double({ min: 0, max: 100, noNaN: true }),
  trust: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: PAIRS.length, maxLength: PAIRS.length }),
  inventories: fc.array(fc.nat(400), { minLength: batteries.length, maxLength: batteries.length }),
  kills: fc.array(share, { minLength: 8, maxLength: 8 }),
});

/** A world that no game may have come to, but that the formulas must bear. */
const states: fc.Arbitrary<State> = world.map((made) => {
  let state = withWorld(start, { tension: made.tension });
  for (const power of POWERS) state = withPower(state, power, made[power]);
  for (const [i, [a, b]] of PAIRS.entries()) state = withPair(state, `${a}>${b}`, { trust: made.trust[i]! });
  for (const [i, id] of batteries.entries()) state = withBattery(state, id, { inventory: made.inventories[i]! });
  const systems = Object.entries(state.systems).map(([id, system], i) => [id, { ...system, trueKill: made.kills[i % 8]! }]);
  return { ...state, systems: Object.fromEntries(systems) };
});
const pairs = fc.constantFrom(...PAIRS);

/** Sums in another order may part in the last bits. */
const SLACK = 1e-9;

describe('laws of the model, on random worlds', () => {
  it('more interceptors: never more leakers, never less fear of them', () => {
    fc.assert(
      fc.property(states, pairs, fc.constantFrom(...batteries), fc.nat(200), (state, [afraid, feared], battery, more) => {
        const before = fearOf(board, state, afraid, feared);
        const inventory = state.batteries[battery]!.inventory + more;
        const after = fearOf(board, withBattery(state, battery, { inventory }), afraid, feared);
        expect(after.arriving).toBeLessThanOrEqual(before.arriving + SLACK);
        expect(after.fear).toBeGreaterThanOrEqual(before.fear - SLACK);
      }),
      RUNS,
    );
  });

  it('more dispersal: never fewer survivors, never more fear', () => {
    fc.assert(
      fc.property(states, pairs, level, (state, [afraid, feared], more) => {
        const before = fearOf(board, state, afraid, feared);
        const after = fearOf(
          board,
          withPower(state, afraid, { dispersal: state.powers[afraid].dispersal + more }),
          afraid,
          feared,
        );
        expect(after.surviving).toBeGreaterThanOrEqual(before.surviving - SLACK);
        expect(after.fear).toBeLessThanOrEqual(before.fear + SLACK);
      }),
      RUNS,
    );
  });

  it('higher single-shot kill of one’s own defence: never higher cost of going first', () => {
    fc.assert(
      fc.property(states, pairs, share, (state, [from, against], better) => {
        const own = new Set(board.scenario.batteries.filter(({ owner }) => owner === from).map(({ interceptor }) => interceptor));
        const systems = Object.entries(state.systems).map(([id, system]) => [
          id,
          own.has(id) ? { ...system, trueKill: Math.max(system.trueKill, better) } : system,
        ]);
        const cost = (of: State): number => thresholdOf(board, of, { from, against }, { ...HOW, eyes: 'truth' }).costFirst;
        expect(cost({ ...state, systems: Object.fromEntries(systems) })).toBeLessThanOrEqual(cost(state) + SLACK);
      }),
      RUNS,
    );
  });

  it('the same of the tables of SCIENCE 2.4, and more of its own interceptors too', () => {
    const posture = fc.constantFrom('day' as const, 'generated' as const);
    fc.assert(
      fc.property(
        pairs,
        posture,
        fc.tuple(share, share),
        fc.tuple(fc.nat(600), fc.nat(200)),
        ([attacker, defender], stance, p, m) => {
          const [low, high] = [Math.min(...p), Math.max(...p)];
          const [interceptors, more] = m;
          const asked = { ...TABLE_DEFAULTS, attacker, defender, posture: stance };
          const cost = (singleShot: number, count: number): number =>
            stabilityOf({ ...asked, singleShot, interceptors: count }).attacker.costFirst;
          expect(cost(high, interceptors)).toBeLessThanOrEqual(cost(low, interceptors) + SLACK);
          expect(cost(low, interceptors + more)).toBeLessThanOrEqual(cost(low, interceptors) + SLACK);
        },
      ),
      RUNS,
    );
  });

  it('thresholds, alarms, fears and the gauge keep within their bounds', () => {
    fc.assert(
      fc.property(states, fc.constantFrom(...THEORIES), fc.constantFrom(...EYES), (state, theory, eyes) => {
        const { lambda, mu } = board.scenario.parameters.threshold;
        for (const [, a, b] of DYADS) {
          for (const margin of marginsOf(board, state, [a, b], { eyes, theory })) {
            expect(margin.threshold).toBeGreaterThanOrEqual(0);
            expect(margin.threshold).toBeLessThanOrEqual(1);
            expect(margin.alarm).toBeGreaterThanOrEqual(0);
            expect(margin.alarm).toBeLessThanOrEqual(1);
            expect(margin.costFirst).toBeGreaterThanOrEqual(0);
            // Own damage at most 1, damage not done at most lambda, the third power at most mu.
            expect(margin.costFirst).toBeLessThanOrEqual(1 + lambda + mu + SLACK);
            expect(margin.costSecond).toBeLessThanOrEqual(1 + lambda + SLACK);
          }
        }
        for (const [afraid, feared] of PAIRS) {
          const { fear, surviving, arriving } = fearOf(board, state, afraid, feared);
          expect(fear).toBeGreaterThanOrEqual(0);
          expect(fear).toBeLessThanOrEqual(1);
          expect(arriving).toBeLessThanOrEqual(surviving + SLACK);
          expect(surviving).toBeLessThanOrEqual(totalWarheads(forcesOf(board, state, afraid, true)) + SLACK);
        }
        for (const { low, high, margin } of gaugeOf(board, state, theory).dyads) {
          expect(low).toBeLessThanOrEqual(high);
          expect(margin).toBeGreaterThanOrEqual(-1);
          expect(margin).toBeLessThanOrEqual(1);
        }
      }),
      RUNS,
    );
  });

  it('powers exchanged with all that is theirs: fear, exchange and gauge go with the names', () => {
    for (const [, a, b] of DYADS) {
      const mirror = boardRelabelled(board, a, b);
      fc.assert(
        fc.property(states, (state) => {
          const mirrored = relabelled(state, a, b);
          const other = (power: Power): Power => relabelled(power, a, b);
          for (const [x, y] of PAIRS) {
            const [here, there] = [fearOf(board, state, x, y), fearOf(mirror, mirrored, other(x), other(y))];
            expect(there.fear).toBeCloseTo(here.fear, 9);
            expect(there.interceptors).toBeCloseTo(here.interceptors, 9);
            const struck = exchangeOn(board, state, { striker: x, struck: y, cause: 'strike' });
            const elsewhere = exchangeOn(mirror, mirrored, { striker: other(x), struck: other(y), cause: 'strike' });
            expect(Math.abs(elsewhere.arrivingOnFirst - struck.arrivingOnFirst)).toBeLessThanOrEqual(1);
            expect(elsewhere.launchedFirst).toBe(struck.launchedFirst);
          }
        }),
        { seed: 2016, numRuns: 10 },
      );
    }
  });
});

describe('nothing comes from nothing and nothing is lost', () => {
  it('an exchange accounts for every warhead', () => {
    fc.assert(
      fc.property(states, pairs, (state, [striker, struck]) => {
        const x = exchangeOn(board, state, { striker, struck, cause: 'strike' });
        const spent = board.scenario.counterforce[striker][struck] ?? 0;
        expect(x.arrivingOnSecond + x.interceptedBySecond + spent).toBe(x.launchedFirst);
        expect(x.arrivingOnFirst + x.interceptedByFirst).toBe(x.survivingSecond);
        expect(x.survivingSecond).toBeLessThanOrEqual(Math.round(totalWarheads(forcesOf(board, state, struck))));
        const counts = [x.arrivingOnFirst, x.arrivingOnSecond, x.interceptedByFirst, x.interceptedBySecond];
        expect(Math.min(...counts)).toBeGreaterThanOrEqual(0);
      }),
      RUNS,
    );
  });

  it('over random games interceptors stand, are being built, or were taken away: each that was begun, and no other', () => {
    let begun = 0;
    for (let i = 0; i < 20; i++) {
      const game = randomGame(board, `books ${i}`);
      let before = game.start;
      for (const { state, effects } of game.played) {
        for (const id of Object.keys({ ...before.batteries, ...state.batteries })) {
          const added = effects.reduce((sum, line) => sum + started(line, id), 0);
          // Withdrawn by an order or a treaty, or replaced by its better successor.
          const gone = effects.some((line) => line.subject === `batteries/${id}` && line.after === 'withdrawn');
          if (gone) expect(held(state, id) <= added).toBe(true);
          else expect(held(state, id)).toBe(held(before, id) + added);
          begun += added;
        }
        before = state;
      }
    }
    expect(begun).toBeGreaterThan(100);
  });
});

const held = (state: State, battery: string): number =>
  (state.batteries[battery]?.inventory ?? 0) +
  Object.values(state.works).reduce((sum, work) => sum + (work.battery === battery ? work.add : 0), 0);

/** Interceptors for the battery that this line of the ledger begins to build. */
const started = ({ rule, after }: Effect, battery: string): number => {
  if (rule !== 'work-begins') return 0;
  const work = after as { readonly battery?: string; readonly add?: number } | null;
  return work?.battery === battery ? (work.add ?? 0) : 0;
};
