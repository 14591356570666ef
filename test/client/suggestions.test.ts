import { describe, expect, it } from 'vitest';
import { suggestionsFrom } from '../../client/model/suggestions.ts';
import { briefingOf } from '../../shared/game/briefing.ts';
import { checkSheet } from '../../shared/game/check.ts';
import { optionsFor } from '../../shared/game/options.ts';
import { lineOf } from '../../shared/game/score.ts';
import { newGame } from '../../shared/game/start.ts';
import { viewOf } from '../../shared/game/view.ts';
import { EMPTY_SHEET } from '../../shared/orders/sheet.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import { boardOf } from '../game/play.ts';

function suggested(scenario: 'quick' | 'best-offense-2016', power: Power) {
  const board = boardOf(scenario);
  const { state, theory } = viewOf(newGame(board, { seed: 'begin', luck: 0, theory: 'contested' }), power);
  const options = optionsFor(board, state, power);
  const briefing = briefingOf(board, state, theory, power);
  return { board, state, list: suggestionsFrom({ board, state, power, options, briefing }) };
}

describe('the ways to begin', () => {
  for (const scenario of ['quick', 'best-offense-2016'] as const) {
    for (const power of POWERS) {
      it(`are three for ${power} in ${scenario}, and its sheet takes them all`, () => {
        const { board, state, list } = suggested(scenario, power);
        expect(list.map((each) => each.aim)).toEqual(['strength', 'support', 'calm']);
        const orders = list.flatMap((each) => (each.aim === 'calm' ? [] : [each.option.order]));
        expect(checkSheet(board, state, power, { ...EMPTY_SHEET, orders }).returned).toEqual([]);
      });
    }
  }

  it('fit the seat: China and Russia mend what they fear for, each presses the third state it has most influence on', () => {
    const of = (power: Power) =>
      suggested('best-offense-2016', power).list.map((each) => (each.aim === 'calm' ? each.toward : [each.reason, each.about]));
    expect(of('cn')).toEqual([['defences-feared', 'us'], ['most-influence', 'nk'], 'us']);
    expect(of('ru')).toEqual([['strike-feared', 'us'], ['most-influence', 'iran'], 'us']);
    expect(of('us').slice(1)).toEqual([['shaky-host', 'south-korea'], 'ru']);
  });

  it('add no defence where the aim of cover is full: a test against decoys where there are tests, else what covers most', () => {
    const first = (scenario: 'quick' | 'best-offense-2016') => {
      const { board, state, list } = suggested(scenario, 'us');
      expect(lineOf(board, state, 'us').find(({ id }) => id === 'cover')?.points).toBe(25);
      return list[0];
    };
    // Of GBI, SM-3 Block IB and THAAD, which stand, the public record to October 2016 holds fewest tests of the last.
    expect(first('best-offense-2016')).toMatchObject({
      reason: 'cover-complete',
      option: { order: { kind: 'flight-test', interceptor: 'thaad', decoys: true } },
    });
    expect(first('quick')).toMatchObject({ reason: 'covers', about: 'nk' });
  });
});
