import { describe, expect, it } from 'vitest';
import type { Game } from '../../shared/game/game.ts';
import { flightTest } from '../../shared/orders/flight-test.ts';
import { gameOn, moved, now, orders, quietTurns, returnedKeys, start, still, turn } from '../belief/table.ts';

const generate = { cn: orders({ kind: 'posture', posture: 'generated' }) };
const stand = { cn: orders({ kind: 'posture', posture: 'day' }) };
const fresh = gameOn(still);
const posture = (game: Game): string => now(game).powers.cn.posture;

describe('generated forces (RULES 5)', () => {
  it('cost 2 and raise tension by 8, damped, in the turn of the order', () => {
    const game = turn(fresh, generate);
    expect(posture(game)).toBe('generated');
    expect(moved(game, 'powers/cn', 'money', 'order')).toBe(-2);
    expect(moved(game, 'world', 'tension', 'posture')).toBeCloseTo(8 * 1.6 * 0.55, 10);
  });

  it('last two turns running at most, then end by themselves', () => {
    const one = turn(fresh, generate);
    expect(posture(quietTurns(one, 1))).toBe('generated');
    expect(posture(quietTurns(one, 2))).toBe('day');
  });

  it('cost 2 money a turn for the turns they last: 4 for two, not 6', () => {
    const game = quietTurns(turn(fresh, generate), 2);
    const paid = game.played.flatMap((step) => step.effects).filter((e) => e.subject === 'powers/cn' && e.variable === 'money');
    const spent = paid.filter((e) => e.rule === 'order').reduce((sum, e) => sum + Number(e.before) - Number(e.after), 0);
    const upkeep = paid.filter((e) => e.rule === 'income').reduce((sum, e) => sum + Number(e.because.args['upkeep']), 0);
    expect(spent + upkeep).toBe(4);
  });

  it('can be stood down at will, for nothing, and calm', () => {
    const game = turn(turn(fresh, generate), stand);
    expect(posture(game)).toBe('day');
    expect(moved(game, 'powers/cn', 'money', 'order')).toBe(0);
    expect(moved(game, 'world', 'tension', 'posture')).toBeLessThan(0);
  });

  it('are not generated twice, nor stood down from nothing', () => {
    expect(returnedKeys(turn(turn(fresh, generate), generate))).toEqual(['refusal.posture-already']);
    expect(returnedKeys(turn(fresh, stand))).toEqual(['refusal.posture-already']);
  });
});

describe('flight tests', () => {
  const order = { kind: 'flight-test', interceptor: 'gbi', decoys: true } as const;
  const result = (hit: number, told: number, decoys = true) =>
    flightTest.drawn!({ board: still, state: start, power: 'us' }, { ...order, decoys }, (n) => (n === 0 ? hit : told)).map(
      (c) => [c.variable, 'add' in c ? c.add : 0],
    );

  it('count as three observations, hit or miss, and against decoys tell of those too', () => {
    expect(result(0, 0.9999999, false)).toEqual([['killA', 3]]);
    expect(result(0.9999999, 0, false)).toEqual([['killB', 3]]);
    expect(result(0, 0.9999999)).toEqual([
      ['killA', 3],
      ['decoyB', 3],
    ]);
    expect(result(0.9999999, 0)).toEqual([
      ['killB', 3],
      ['decoyA', 3],
    ]);
  });

  it('are public: every power reads the same new counts', () => {
    const game = turn(fresh, { us: orders({ ...order, decoys: false }) });
    const { killA, killB } = now(game).systems['gbi']!;
    expect(killA + killB).toBe(10 + 9 + 3);
  });

  it('are of one’s own systems', () => {
    expect(returnedKeys(turn(fresh, { ru: orders(order) }))).toEqual(['refusal.not-your-system']);
    expect(returnedKeys(turn(fresh, { ru: orders({ ...order, interceptor: 's500' }) }))).toEqual([]);
  });

  it('draw from the truth: many of them come out as the kill probability, to which they are credited', () => {
    const truth = start.systems['gbi']!;
    const n = 10_000;
    let hits = 0;
    for (let i = 0; i < n; i++) if (result((i + 0.5) / n, 0.5, false)[0]![0] === 'killA') hits += 1;
    expect(hits / n).toBeCloseTo(truth.trueKill, 3);
  });
});
