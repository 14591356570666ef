import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layersOf } from '../../shared/belief/defences.ts';
import { surviving } from '../../shared/belief/deterrence.ts';
import { guardsOf } from '../../shared/belief/silo-guard.ts';
import type { Board } from '../../shared/capability/board.ts';
import { exchangeOn } from '../../shared/game/exchange.ts';
import { whyOf } from '../../shared/game/explain.ts';
import { fearOf } from '../../shared/politics/fear.ts';
import type { State } from '../../shared/state/state.ts';
import { check } from '../game/check-why.ts';
import { board, start, withBattery, withWork } from './table.ts';

/** The battery at Beijing stood over China's silos. */
const over: Board = {
  ...board,
  scenario: {
    ...board.scenario,
    batteries: board.scenario.batteries.map((plan) => (plan.id === 'hq19-beijing' ? { ...plan, guardsSilos: true } : plan)),
  },
  plans: { ...board.plans, 'hq19-beijing': { ...board.plans['hq19-beijing']!, guardsSilos: true } },
};
const standing = (inventory: number): State =>
  withBattery(
    {
      ...start,
      batteries: { ...start.batteries, 'hq19-beijing': { ...start.batteries['moscow-a135']!, owner: 'cn', interceptor: 'hq19' } },
    },
    'hq19-beijing',
    { inventory, status: 'active' },
  );
const struck = { striker: 'us', posture: 'day', onWarning: false, withWorks: false } as const;

describe('batteries over silos (SCIENCE 1.3)', () => {
  it('there are none at the start of any scenario that ships', () => {
    for (const power of ['us', 'ru', 'cn'] as const) expect(guardsOf(board, start, power, true)).toEqual([]);
  });

  it('save a share of the silos by the General Lotto: 100 with a chance of a half times 0.9 against 40 warheads', () => {
    // The public record knows nothing of the HQ-19: Beta(1, 1), and tracking Beta(18, 2).
    const defenders = 100 * 0.5 * 0.9;
    const saved = 1 - 40 / (2 * defenders);
    const silos = 40 * (0.1 + 0.9 * saved);
    const others = 33 * (0.1 * 0.9 + 0.9 * 0.1);
    expect(surviving(over, standing(100), 'cn', struck)).toBeCloseTo(silos + others, 9);
  });

  it('never make fewer outlive a strike, nor anything arrive at the striker that was not there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 200 }), (some, more) => {
        const [few, many] = [some, some + more].map((count) => surviving(over, standing(count), 'cn', struck)) as [
          number,
          number,
        ];
        expect(many).toBeGreaterThanOrEqual(few - 1e-9);
        expect(many).toBeLessThanOrEqual(121);
      }),
      { seed: 2016, numRuns: 60 },
    );
  });

  it('count in no layer, and only where forces are struck at all', () => {
    const picture = {
      defender: 'cn',
      group: 'us>cn',
      stance: 'truth',
      outlook: false,
      caps: {},
      worstCase: 0,
      denied: {},
      suppressed: 0,
    } as const;
    expect(layersOf(over, standing(100), picture).some(({ interceptor }) => interceptor === 'hq19')).toBe(false);
    expect(layersOf(board, standing(100), picture).some(({ interceptor }) => interceptor === 'hq19')).toBe(
      (board.coverage.shares['hq19-beijing']?.['us>cn'] ?? 0) > 0,
    );
    expect(surviving(over, standing(0), 'us', { ...struck, striker: 'cn' })).toBe(1367);
  });

  it('calm their owner, and the exchange counts them by what is true of them', () => {
    expect(fearOf(over, standing(100), 'cn', 'us').fear).toBeLessThan(fearOf(over, standing(0), 'cn', 'us').fear);
    const exchange = (count: number) => exchangeOn(over, standing(count), { striker: 'us', struck: 'cn', cause: 'strike' });
    expect(exchange(200).survivingSecond).toBeGreaterThan(exchange(0).survivingSecond);
    // Two warheads a silo are allotted, as the table has them: what is saved is what the table's count says.
    const struck = { striker: 'us', posture: 'day', onWarning: true, withWorks: false, stance: 'truth' } as const;
    for (const count of [0, 20, 200])
      expect(exchange(count).survivingSecond).toBe(Math.round(surviving(over, standing(count), 'cn', struck)));
  });

  it('answer why', () => {
    const building = withWork(standing(50), 'w9', {
      owner: 'cn',
      what: 'battery',
      battery: 'hq19-beijing',
      add: 20,
      start: 1,
      ready: 3,
    });
    for (const what of ['fear', 'surviving', 'arriving'] as const)
      check(whyOf(over, building, { what, of: 'cn', towards: 'us' }), building, over.scenario);
    const asked = { of: 'us', towards: 'cn', eyes: 'us', theory: 'contested' } as const;
    check(whyOf(over, building, { what: 'threshold', ...asked }), building, over.scenario);
    check(
      whyOf(over, building, { what: 'exchange', of: 'us', towards: 'cn', count: 'survivingSecond' }),
      building,
      over.scenario,
    );
    for (const count of ['given', 'destroyed', 'last'] as const)
      check(whyOf(over, building, { what: 'struck', of: 'us', towards: 'cn', leg: 'silo', count }), building, over.scenario);
  });
});
