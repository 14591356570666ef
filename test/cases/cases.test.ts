import { describe, expect, it } from 'vitest';
import { figureOf, playCase, readCases } from '../../server/league/case-book.ts';
import { readingOf } from '../../shared/belief/evidence.ts';
import { expectedArriving } from '../../shared/capability/engagement.ts';
import { newGame } from '../../shared/game/start.ts';
import { boardOf } from '../game/play.ts';

describe('the case book', () => {
  const cases = readCases();

  it('is numbered without gaps and begins with the two situations that survive every tuning', () => {
    expect(cases.map((one) => one.number)).toEqual(cases.map((_, i) => i + 1));
    expect(cases.slice(0, 2).map((one) => Object.keys(one.policies))).toEqual([
      ['build', 'cap'],
      ['build', 'cap'],
    ]);
  });

  for (const one of cases) {
    it(`${one.number}. ${one.title}`, () => {
      const games = Object.fromEntries(Object.keys(one.policies).map((policy) => [policy, playCase(one, policy)]));
      const figure = (what: string, policy: string): number => {
        const game = games[policy];
        if (!game) throw new Error(`case ${one.number} has no policy ${policy}`);
        return figureOf(game, what);
      };
      for (const { what, more, less, by } of one.expect) {
        expect(figure(what, more) - figure(what, less), `${what}: ${more} over ${less}. ${one.why}`).toBeGreaterThan(by);
      }
      for (const { what, policy, value, within } of one.holds) {
        expect(Math.abs(figure(what, policy) - value), `${what} under ${policy}`).toBeLessThanOrEqual(within);
      }
    });
  }

  it('rests on the cover that RULES 11 names: .95 of a raid of 4 either way; .65 of 20 with decoys at 36, .92 at 100', () => {
    const board = boardOf('best-offense-2016');
    const { kill, tracking, decoysTaken } = readingOf(
      board,
      newGame(board, { seed: 'x', luck: 0, theory: 'contested' }).start,
      'gbi',
      'owner',
    );
    const cover = (warheads: number, decoys: number, interceptors: number): number =>
      1 -
      expectedArriving({ warheads, decoys, credibleDecoys: 0 }, [{ interceptors, singleShot: kill, tracking, decoysTaken }]) /
        warheads;
    expect(cover(4, 0, 36)).toBeCloseTo(0.95, 1);
    expect(cover(4, 0, 100)).toBeCloseTo(0.95, 1);
    expect(cover(20, 20, 36)).toBeCloseTo(0.65, 1);
    expect(cover(20, 20, 100)).toBeCloseTo(0.92, 1);
  });
});
