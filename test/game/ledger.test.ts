import { describe, expect, it } from 'vitest';
import { canonical, hashOf } from '../../shared/hash.ts';
import { because, type Contribution, type Effect, settle } from '../../shared/state/ledger.ts';
import type { Json, State } from '../../shared/state/state.ts';
import { boardOf } from './play.ts';
import { randomGame } from './random-sheets.ts';

/** Law 1 by a second, slow hand: lines applied one by one to plain JSON, each only if its `before` is what stands there. */
function applyByHand(start: State, effects: readonly Effect[]): Record<string, Record<string, Json>> {
  const world = JSON.parse(JSON.stringify(start)) as Record<string, Record<string, Json>>;
  for (const e of effects) {
    const [collection = '', id] = e.subject.split('/');
    const holder = world[collection] as Record<string, Json>;
    const where = id === undefined ? holder : e.variable === 'self' ? holder : (holder[id] as Record<string, Json>);
    const key = id !== undefined && e.variable === 'self' ? id : e.variable;
    expect(canonical(where[key] ?? null), `${e.subject}.${e.variable} before ${e.rule}`).toBe(canonical(e.before));
    if (e.after === null && e.variable === 'self') delete where[key];
    else where[key] = e.after;
  }
  return world;
}

describe('the ledger', () => {
  const board = boardOf('quick');

  it('applied in order to the start state gives the state, for 1,000 random games', () => {
    let lines = 0;
    for (let i = 0; i < 1000; i++) {
      const game = randomGame(board, `ledger ${i}`);
      const effects = game.played.flatMap((played) => played.effects);
      lines += effects.length;
      const end = game.played.at(-1)?.state;
      expect(hashOf(applyByHand(game.start, effects))).toBe(hashOf(end));
    }
    expect(lines).toBeGreaterThan(100_000);
  }, 240_000);

  it('numbers the lines of a step without gaps and names a rule and a reason on each', () => {
    for (const played of randomGame(board, 'numbers').played) {
      expect(played.effects.map((e) => e.n)).toEqual(played.effects.map((_, i) => i));
      for (const e of played.effects) {
        expect(e.turn).toBe(played.turn);
        expect(e.rule).not.toBe('');
        expect(e.because.key).toMatch(/^why\./);
      }
    }
  });

  it('sums what several rules want of one number, in whatever order they come, and clamps once at the end', () => {
    const { start } = randomGame(board, 'sum', 0);
    const at = (rule: string, add: number): Contribution => ({
      rule,
      subject: 'powers/us',
      variable: 'approval',
      add,
      because: because('why.test', { rule }),
    });
    const wishes = [at('a', 60), at('b', -30.1), at('c', 0.3)];
    const stamp = { turn: 1, round: 0, n: 0 };
    const results = permutations(wishes).map((order) => hashOf(settle(start, order, stamp)));
    expect(new Set(results).size).toBe(1);
    // 55 + 60 - 30.1 + 0.3 = 85.2: clamping after each wish would have given 100 - 30.1 + 0.3.
    expect(settle(start, wishes, stamp).state.powers.us.approval).toBeCloseTo(85.2, 10);
    expect(settle(start, [at('a', 60)], stamp).state.powers.us.approval).toBe(100);
  });
});

function permutations<T>(list: readonly T[]): T[][] {
  if (list.length <= 1) return [[...list]];
  return list.flatMap((one, i) => permutations(list.filter((_, j) => j !== i)).map((rest) => [one, ...rest]));
}
