import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Eyes, thresholdOf as thresholdUnder } from '../../shared/belief/threshold.ts';
import type { Board } from '../../shared/capability/board.ts';
import { PAIRS, type Power, THEORIES, type Theory } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import { slowThreshold } from './slow.ts';
import { board, boardWith, start, withBattery, withPair, withPower } from './table.ts';

/** Where nobody has denied anything. */
const thresholdOf = (
  on: Board,
  state: State,
  dyad: { readonly from: Power; readonly against: Power },
  how: { readonly eyes: Eyes; readonly theory: Theory },
) => thresholdUnder(on, state, dyad, { ...how, denied: () => ({}) });

const EYES: readonly Eyes[] = ['us', 'ru', 'cn', 'public', 'truth'];
const of = (state: State, theory: Theory = 'contested', eyes: Eyes = 'public') =>
  thresholdOf(board, state, { from: 'us', against: 'ru' }, { eyes, theory });

describe('the threshold (RULES 8, Kent and Thaler)', () => {
  it('agrees with a slow implementation for every pair, theory and pair of eyes', () => {
    for (const [a, b] of PAIRS) {
      for (const theory of THEORIES) {
        for (const eyes of EYES) {
          const slow = slowThreshold(board, start, [a, b], { eyes, theory });
          const quick = thresholdOf(board, start, { from: a, against: b }, { eyes, theory });
          expect(quick.costFirst).toBeCloseTo(slow.costFirst, 9);
          expect(quick.costSecond).toBeCloseTo(slow.costSecond, 9);
          expect(quick.threshold).toBeCloseTo(slow.threshold, 9);
        }
      }
    }
  });

  it('agrees with it whatever stands, however dispersed, alert, trusting', () => {
    const drawn = fc.record({
      gbi: fc.integer({ min: 0, max: 500 }),
      a135: fc.integer({ min: 0, max: 300 }),
      penaids: fc.integer({ min: 0, max: 4 }),
      dispersal: fc.integer({ min: 0, max: 4 }),
      patrol: fc.integer({ min: 0, max: 4 }),
      mirv: fc.integer({ min: 0, max: 3 }),
      glide: fc.integer({ min: 0, max: 2 }),
      blinding: fc.integer({ min: 0, max: 2 }),
      generated: fc.boolean(),
      trust: fc.integer({ min: 0, max: 100 }),
      theory: fc.constantFrom(...THEORIES),
      eyes: fc.constantFrom(...EYES),
      pair: fc.constantFrom(...PAIRS),
    });
    fc.assert(
      fc.property(drawn, ({ gbi, a135, dispersal, blinding, generated, trust, theory, eyes, pair: [a, b], ...levels }) => {
        let state = withBattery(withBattery(start, 'fort-greely', { inventory: gbi }), 'moscow-a135', { inventory: a135 });
        for (const power of ['us', 'ru', 'cn'] as const)
          state = withPower(state, power, {
            ...levels,
            dispersal: power === 'us' ? 0 : dispersal,
            'counter-sensor': blinding,
          });
        state = withPower(state, b, { posture: generated ? 'generated' : 'day' });
        for (const [x, y] of PAIRS) state = withPair(state, `${x}>${y}`, { trust });
        const slow = slowThreshold(board, state, [a, b], { eyes, theory });
        const quick = thresholdOf(board, state, { from: a, against: b }, { eyes, theory });
        expect(quick.threshold).toBeCloseTo(slow.threshold, 9);
        expect(quick.stakes).toBeCloseTo(slow.costSecond - slow.costFirst, 9);
      }),
      { numRuns: 150 },
    );
  });

  it('is the table of SCIENCE 2.4 for US and Russia without defences, taboo and third power: .7695 and .9180', () => {
    const bare = boardWith({ threshold: { taboo: 0, mu: 0 } });
    const disarmed: State = { ...start, batteries: {} };
    const at = (from: 'us' | 'ru', against: 'us' | 'ru', state = disarmed) =>
      thresholdOf(bare, state, { from, against }, { eyes: 'public', theory: 'contested' });
    expect(at('us', 'ru').costFirst).toBeCloseTo(0.7725, 4);
    expect(at('us', 'ru').costSecond).toBeCloseTo(1.004, 4);
    expect(at('us', 'ru').threshold).toBeCloseTo(0.7695, 4);
    expect(at('ru', 'us').threshold).toBeCloseTo(0.918, 4);
    const alert = withPower(withPower(disarmed, 'us', { posture: 'generated' }), 'ru', { posture: 'generated' });
    expect(at('us', 'ru', alert).threshold).toBeCloseTo(0.9974, 4);
  });

  it('lies lower with one’s own defence where whoever goes first blinds the other’s, and never higher than where nobody is blinded', () => {
    expect(of(start, 'destabilise').costSecond).toBeGreaterThan(of(start, 'contested').costSecond);
    expect(of(start, 'contested').costSecond).toBeGreaterThan(of(start, 'stabilise').costSecond);
    expect(of(start, 'destabilise').costFirst).toBe(of(start, 'stabilise').costFirst);
    expect(of(start, 'destabilise').threshold).toBeLessThan(of(start, 'stabilise').threshold);
  });

  it('adds mu x hostility x k / (k + r) for the third power that stays intact: China, 121 against 1367 - 380', () => {
    const without = thresholdOf(
      boardWith({ threshold: { mu: 0 } }),
      start,
      { from: 'us', against: 'ru' },
      { eyes: 'public', theory: 'contested' },
    );
    expect(of(start).costFirst - without.costFirst).toBeCloseTo((0.05 * 0.75 * 121) / (121 + 987), 12);
  });

  it('costs the taboo over and above, but keeps it out of the stakes', () => {
    const free = thresholdOf(
      boardWith({ threshold: { taboo: 0 } }),
      start,
      { from: 'us', against: 'cn' },
      { eyes: 'public', theory: 'contested' },
    );
    const full = thresholdOf(board, start, { from: 'us', against: 'cn' }, { eyes: 'public', theory: 'contested' });
    expect(full.threshold - free.threshold).toBeCloseTo(0.15 / full.costSecond, 10);
    expect(full.stakes).toBe(free.stakes);
  });

  it('is never above one, nor below none', () => {
    for (const [a, b] of PAIRS) {
      for (const posture of ['day', 'generated'] as const) {
        const state = withPower(withPower(start, a, { posture }), b, { posture });
        const { threshold } = thresholdOf(board, state, { from: a, against: b }, { eyes: 'truth', theory: 'stabilise' });
        expect(threshold).toBeGreaterThan(0);
        expect(threshold).toBeLessThanOrEqual(1);
      }
    }
  });

  it('reckons with forces in being: works and trend change nothing', () => {
    const busy: State = { ...start, works: {}, world: { ...start.world, turn: 7 } };
    expect(of(busy, 'contested', 'ru')).toEqual(of(start, 'contested', 'ru'));
  });

  it('lets each read its own defence flatteringly and the other’s prudently; the worst case is for rivals alone', () => {
    const one: State = { ...start, batteries: { 'aegis-pacific': start.batteries['aegis-pacific']! } };
    const none: State = { ...start, batteries: {} };
    const rival = (state: State) =>
      thresholdOf(board, state, { from: 'ru', against: 'us' }, { eyes: 'ru', theory: 'contested' }).costSecond;
    const openly = (state: State) =>
      thresholdOf(board, state, { from: 'ru', against: 'us' }, { eyes: 'public', theory: 'contested' }).costSecond;
    expect(rival(one)).toBeGreaterThan(rival(none));
    expect(openly(one)).toBe(openly(none));
    expect(of(one, 'contested', 'us').costFirst).toBe(of(none, 'contested', 'us').costFirst);
  });

  it('takes what a school says of suppression from the scenario, with a source for each', () => {
    const blind = boardWith({ theories: { contested: { suppression: 1 } } });
    const dyad = { from: 'us', against: 'ru' } as const;
    expect(thresholdOf(blind, start, dyad, { eyes: 'public', theory: 'contested' })).toEqual(
      thresholdOf(board, start, dyad, { eyes: 'public', theory: 'destabilise' }),
    );
    const { theories } = board.scenario.parameters;
    expect(THEORIES.map((theory) => theories[theory].suppression)).toEqual([0, 0.5, 1]);
    expect(theories.stabilise.source).not.toBe(theories.destabilise.source);
  });
});
