import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { raidOfThird, testHazard, thirdsAct } from '../../shared/politics/third-state.ts';
import type { Contribution } from '../../shared/state/ledger.ts';
import type { State, ThirdState } from '../../shared/state/state.ts';
import { board, gameOn, moved, now, orders, start, still, turn, withDeeds, withWorld } from '../belief/table.ts';

const withThird = (patch: Partial<ThirdState>, id = 'nk'): State => ({
  ...start,
  thirds: { ...start.thirds, [id]: { ...start.thirds[id]!, ...patch } },
});
const raid = (patch: Partial<ThirdState>) => raidOfThird(board, withThird(patch).thirds['nk']!);
/** What third states do when draws come out so. */
const acts = (state: State, tests: boolean, succeeds = true): readonly Contribution[] =>
  thirdsAct(board, state, (rule, subject) =>
    rule === 'third-test' ? (tests && subject === 'nk' ? 0 : 0.999999) : succeeds ? 0 : 0.999999,
  );
const add = (list: readonly Contribution[], subject: string, variable: string): number =>
  list.filter((c) => c.subject === subject && c.variable === variable).reduce((sum, c) => sum + ('add' in c ? c.add : 0), 0);

describe('the raid to be covered (RULES 7)', () => {
  it.each([
    [0, 2],
    [1, 4],
    [5, 12],
    [9, 20],
    [10, 20],
    [50, 20],
  ])('after %i successes has %i warheads: 2, 2 more for each, at most 20', (successes, warheads) => {
    expect(raid({ successes }).warheads).toBe(warheads);
  });

  it('carries one decoy each from stage .8 on, none before', () => {
    expect(raid({ stage: 0.79, successes: 3 })).toMatchObject({ warheads: 8, decoys: 0 });
    expect(raid({ stage: 0.8, successes: 3 })).toMatchObject({ warheads: 8, decoys: 8 });
  });
});

describe('tests by third states', () => {
  it('come with hazard h (1 - restraint/100), more by .004 for each point of tension above the start', () => {
    expect(testHazard(board, start, 'nk')).toBeCloseTo(0.55 * 0.7, 12);
    expect(testHazard(board, start, 'iran')).toBeCloseTo(0.22 * 0.45, 12);
    expect(testHazard(board, withWorld(start, { tension: 70 }), 'nk')).toBeCloseTo(0.55 * 0.7 * 1.1, 12);
    expect(testHazard(board, withThird({ restraint: 100 }), 'nk')).toBe(0);
  });

  it('are a probability at any restraint and tension', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (restraint, tension) => {
        const chance = testHazard(board, withWorld(withThird({ restraint }), { tension }), 'nk');
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('count towards the raid only if they succeed at stage .6 or more', () => {
    expect(add(acts(withThird({ stage: 0.6 }), true), 'thirds/nk', 'successes')).toBe(1);
    expect(add(acts(withThird({ stage: 0.6 }), true, false), 'thirds/nk', 'successes')).toBe(0);
    expect(add(acts(withThird({ stage: 0.59 }), true), 'thirds/nk', 'successes')).toBe(0);
  });

  it('raise tension and the fears of those who live under them, and move the programme on: half as far when they fail', () => {
    const hit = acts(start, true);
    expect(add(hit, 'world', 'tension')).toBeGreaterThan(0);
    expect(add(hit, 'hosts/south-korea', 'consent')).toBe(5);
    expect(add(hit, 'hosts/romania', 'consent')).toBe(0);
    expect(add(hit, 'powers/us', 'approval')).toBeLessThan(0);
    expect(add(acts(start, true, false), 'thirds/nk', 'stage')).toBeCloseTo(add(hit, 'thirds/nk', 'stage') / 2, 12);
  });

  it('do not stop the programme by staying away: a quiet turn brings .012 (1 - r/130)', () => {
    expect(add(acts(start, false), 'thirds/nk', 'stage')).toBeCloseTo(0.012 * (1 - 30 / 130), 12);
  });

  it('cost the patron that looked away influence: China, unless it pressed in this turn or the two before', () => {
    const idle = (state: State): number => add(acts(state, true), 'powers/cn', 'influence');
    const pressed = (when: number, third = 'nk', power: 'cn' | 'ru' = 'cn'): State =>
      withWorld(withDeeds(start, { turn: when, power, kind: 'press', target: third, amount: 1 }), { turn: 5 });
    expect(idle(start)).toBe(-1);
    for (const when of [3, 4, 5]) expect(idle(pressed(when))).toBe(0);
    expect(idle(pressed(2))).toBe(-1);
    expect(idle(pressed(4, 'iran'))).toBe(-1);
    expect(idle(pressed(4, 'nk', 'ru'))).toBe(-1);
    expect(add(acts(start, false), 'powers/cn', 'influence')).toBe(0);
  });

  it('are the patron’s who has most influence now: a China that spent its own no longer answers', () => {
    const spent: State = { ...start, leverage: { ...start.leverage, 'cn>nk': { value: 10 } } };
    expect(add(acts(spent, true), 'powers/cn', 'influence')).toBe(0);
    expect(add(acts(spent, true), 'powers/ru', 'influence')).toBe(-1);
  });
});

describe('pressing a third state', () => {
  const press = orders({ kind: 'press', third: 'nk' });

  it('works with one’s influence on it and uses it up: China 60 of 60 gets 14 and spends 7', () => {
    const game = turn(gameOn(still), { cn: press });
    expect(moved(game, 'thirds/nk', 'restraint')).toBeCloseTo(14, 10);
    expect(moved(game, 'leverage/cn>nk', 'value')).toBeCloseTo(-7, 10);
  });

  it('works less for who has less: Russia 20 of 60 a third, the US 5 of 60 a twelfth', () => {
    expect(moved(turn(gameOn(still), { ru: press }), 'thirds/nk', 'restraint')).toBeCloseTo(14 / 3, 10);
    expect(moved(turn(gameOn(still), { us: press }), 'thirds/nk', 'restraint')).toBeCloseTo(14 / 12, 10);
  });

  it('adds up when several press in the same turn', () => {
    const game = turn(gameOn(still), { cn: press, ru: press, us: press });
    expect(moved(game, 'thirds/nk', 'restraint')).toBeCloseTo(14 * (1 + 1 / 3 + 1 / 12), 10);
  });

  it('is worth two fifths when repeated within four turns, on the influence that is left', () => {
    const again = turn(turn(gameOn(still), { cn: press }), { cn: press });
    expect(moved(again, 'thirds/nk', 'restraint')).toBeCloseTo(14 * (53 / 60) * 0.4, 10);
    expect(now(again).thirds['nk']!.restraint).toBeLessThanOrEqual(100);
  });
});
