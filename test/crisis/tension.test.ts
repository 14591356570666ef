import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dampAll, damped, relaxation } from '../../shared/crisis/tension.ts';
import { because, type Contribution } from '../../shared/state/ledger.ts';
import { tensionBy } from '../../shared/state/tension.ts';
import { board, boardWith, gameOn, moved, now, say, still, turn, words } from '../belief/table.ts';

const { parameters } = board.scenario;
const by = (rule: string, add: number): Contribution => tensionBy(rule, add, because('why.test'));
const sum = (list: readonly Contribution[]): number => list.reduce((all, c) => all + ('add' in c ? c.add : 0), 0);

describe('tension (RULES 8)', () => {
  it('rises by 1.6 (1 - T/100) of a raw rise and falls by 1.6 T/100 of a raw fall', () => {
    expect(damped(parameters, 45, 10)).toBeCloseTo(8.8, 12);
    expect(damped(parameters, 45, -10)).toBeCloseTo(-7.2, 12);
    expect(damped(parameters, 100, 10)).toBe(0);
    expect(damped(parameters, 0, -10)).toBeCloseTo(0, 12);
  });

  it('damps every change of a turn by where the turn’s tension stood, so that no order of changes matters', () => {
    const raw = [by('build', 3), by('withdraw', -4), by('fear', 2)];
    const expected = 1.6 * (0.4 * 5 - 0.6 * 4);
    expect(sum(dampAll(parameters, 60, raw))).toBeCloseTo(expected, 12);
    expect(sum(dampAll(parameters, 60, [...raw].reverse()))).toBeCloseTo(expected, 12);
  });

  it('lets statements add at most 5 once damped, each its share, and leaves acts alone', () => {
    const [one, two, act] = dampAll(parameters, 50, [by('statement', 6), by('statement', 4), by('build', 10)]);
    // 0.8 x 10 = 8 damped, held to 5: three parts and two.
    expect(sum([one!])).toBeCloseTo(3, 12);
    expect(sum([two!])).toBeCloseTo(2, 12);
    expect(sum([act!])).toBeCloseTo(0.8 * 10, 12);
  });

  it('counts joint statements among the words, in the same 5', () => {
    const [said, signed, act] = dampAll(parameters, 50, [by('statement', 6), by('joint-statement', 4), by('joint-exercise', 10)]);
    expect(sum([said!])).toBeCloseTo(3, 12);
    expect(sum([signed!])).toBeCloseTo(2, 12);
    expect(sum([act!])).toBeCloseTo(8, 12);
  });

  it('all statements of a turn together move tension by at most 5, whatever they say and wherever it stands', () => {
    const raw = fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), raw, (tension, said) => {
        const together = sum(
          dampAll(
            parameters,
            tension,
            said.map((add) => by('statement', add)),
          ),
        );
        expect(Math.abs(together)).toBeLessThanOrEqual(5 + 1e-9);
      }),
    );
  });

  it('goes 12 in a hundred of the way to 30 by itself, undamped', () => {
    expect(sum([relaxation(parameters, 45)])).toBeCloseTo(-1.8, 12);
    expect(sum([relaxation(parameters, 20)])).toBeCloseTo(1.2, 12);
    expect(sum([relaxation(parameters, 30)])).toBeCloseTo(0, 12);
  });

  it('closes a turn in which nobody acts by relaxation alone, fear not rising by itself', () => {
    const game = turn(gameOn(boardWith({ tension: { relax: 0.12 } }, still)));
    expect(now(game).world.tension).toBeCloseTo(45 - 1.8, 10);
  });

  it('moves in play by what a warning of a head of state in a forum is worth: 2.4 x 1.5 x .5, damped at 45', () => {
    const game = turn(gameOn(still), { us: words(say({ kind: 'warn', target: 'ru' })) });
    expect(moved(game, 'world', 'tension', 'statement')).toBeCloseTo(1.8 * 1.6 * 0.55, 10);
  });

  it('stays between 0 and 100', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: -60, max: 60, noNaN: true }), (tension, raw) => {
        const after = tension + damped(parameters, tension, raw);
        expect(Math.min(100, Math.max(0, after))).toBeGreaterThanOrEqual(0);
        if (raw > 0) expect(after).toBeGreaterThanOrEqual(tension);
        else expect(after).toBeLessThanOrEqual(tension);
      }),
    );
  });
});
