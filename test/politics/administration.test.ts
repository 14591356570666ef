import { describe, expect, it } from 'vitest';
import { rankOf } from '../../shared/politics/administration.ts';
import type { State } from '../../shared/state/state.ts';
import {
  boardWith,
  gameOn,
  moved,
  now,
  quietTurns,
  say,
  shipped,
  standingAt,
  start,
  still,
  turn,
  withCommitment,
  withConsent,
  withPower,
  withWorld,
  words,
} from '../belief/table.ts';

const { administrations } = shipped.scenario;
const third = boardWith({ administrations: { share: 1 / 3 } }, { ...still, scenario: { ...still.scenario, administrations } });
const inauguration = 2;

describe('new administrations (RULES 7)', () => {
  it('a power’s credibility goes a third of the way to fifty when it takes office, and only then', () => {
    for (const [before, after] of [
      [80, 70],
      [20, 30],
      [50, 50],
    ] as const) {
      const state = withWorld(withPower(start, 'us', { credibility: before }), { turn: inauguration });
      expect(now(turn(standingAt(third, state), {})).powers.us.credibility).toBeCloseTo(after, 9);
      const earlier = withPower(start, 'us', { credibility: before });
      expect(now(turn(standingAt(third, earlier), {})).powers.us.credibility).toBe(before);
    }
  });

  it('a host’s consent does the same', () => {
    const state = withWorld(withConsent(start, 'south-korea', 80), { turn: 3 });
    expect(moved(turn(standingAt(third, state), {}), 'hosts/south-korea', 'consent', 'administration')).toBeCloseTo(-10, 9);
  });

  it('a head of state on his way out ranks .75, his ministers as ever', () => {
    expect(rankOf(shipped, 'us', 'head-of-state', 1)).toBe(0.75);
    expect(rankOf(shipped, 'us', 'head-of-state', 2)).toBe(1);
    expect(rankOf(shipped, 'us', 'spokesperson', 1)).toBe(0.5);
    expect(rankOf(shipped, 'ru', 'head-of-state', 1)).toBe(1);
    const warned = (at: number) =>
      moved(turn(standingAt(third, withWorld(start, { turn: at })), { us: words(say({})) }), 'pairs/ru>us', 'trust', 'statement');
    expect(warned(1) / warned(5)).toBeCloseTo(0.75, 9);
  });

  it('the newcomer may openly disown his predecessor’s word at half its price; a minister’s, and his own, at the whole', () => {
    const price = (over: Partial<Parameters<typeof withCommitment>[2]>, at: number): number => {
      const state: State = withWorld(withCommitment(start, 'c1', over), { turn: at });
      const sheet = { orders: [], statements: [], abandon: ['c1'] };
      return moved(turn(standingAt(third, state), { us: sheet }), 'pairs/ru>us', 'trust', 'commitment');
    };
    const whole = price({ made: 1, until: 8 }, 3);
    expect(price({ made: 1, until: 8 }, inauguration)).toBeCloseTo(whole / 2, 9);
    expect(price({ made: 1, until: 8, speaker: 'minister' }, inauguration)).toBeCloseTo(whole, 9);
  });

  it('does so once: of two words disowned on one sheet the first goes at half its price, the second at the whole', () => {
    const state = withWorld(withCommitment(withCommitment(start, 'c1', { until: 8 }), 'c2', { until: 8 }), {
      turn: inauguration,
    });
    const fall = (...abandon: readonly string[]): number =>
      moved(
        turn(standingAt(third, state), { us: { orders: [], statements: [], abandon: [...abandon] } }),
        'pairs/ru>us',
        'trust',
        'commitment',
      );
    expect(fall('c1', 'c2')).toBeCloseTo(3 * fall('c1'), 9);
    expect(fall('c2', 'c1')).toBeCloseTo(3 * fall('c2'), 9);
  });

  it('keeps its word by keeping it: what nobody disowns goes on binding', () => {
    const state = withCommitment(start, 'c1', { made: 1, until: 8 });
    expect(now(quietTurns(standingAt(third, state), 2)).commitments['c1']!.status).toBe('open');
    expect(gameOn(third).start.commitments).toEqual({});
  });
});
