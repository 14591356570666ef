import { describe, expect, it } from 'vitest';
import { linesAsked } from '../../client/model/formula-lines.ts';
import { briefingOf } from '../../shared/game/briefing.ts';
import { newGame } from '../../shared/game/start.ts';
import { viewOf } from '../../shared/game/view.ts';
import { boardOf } from '../game/play.ts';

const board = boardOf('best-offense-2016');
const { state } = viewOf(newGame(board, { seed: 'a formula', luck: 0, theory: 'contested' }), 'ru');

describe('the formulas behind a number', () => {
  it('begin with the very number that planners tell, and end in figures of the scenario and the state, each with its place', () => {
    for (const { rival, margin, fear } of briefingOf(board, state, 'contested', 'ru').toward) {
      const pair = { of: 'ru', towards: rival } as const;
      const [head, ...parts] = linesAsked(board, state, { what: 'margin', ...pair, eyes: 'ru', theory: 'contested' });
      expect(Number(/^\S+ = (\S+) = /.exec(head ?? '')?.[1])).toBeCloseTo(margin, 5);
      expect(parts.some((line) => /\(parameters\.\S+\)$/.test(line))).toBe(true);
      expect(parts.some((line) => /\(pairs\/\S+ trust\)$/.test(line))).toBe(true);
      expect(Number(/^\S+ = (\S+) = /.exec(linesAsked(board, state, { what: 'fear', ...pair })[0] ?? '')?.[1])).toBeCloseTo(
        fear,
        5,
      );
    }
  });
});
