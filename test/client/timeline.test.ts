import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StepNews } from '../../client/model/headlines.ts';
import { laneOf, markOf, newsOf, timelineOf } from '../../client/model/timeline.ts';
import type { Game } from '../../shared/game/game.ts';
import { newGame } from '../../shared/game/start.ts';
import { viewOf } from '../../shared/game/view.ts';
import { ALL_HAWKS, boardOf, botStep } from '../game/play.ts';

const board = boardOf('best-offense-2016');

/** Some steps of hawks, as the seat of the US saw each. */
function played(count: number): { readonly game: Game; readonly steps: readonly StepNews[] } {
  let game = newGame(board, { seed: 'time line', luck: 0, theory: 'contested' });
  const steps: StepNews[] = [];
  for (let i = 0; i < count; i++) {
    game = botStep(game, ALL_HAWKS);
    const view = viewOf(game, 'us');
    steps.push({ ...view.last, effects: view.effects });
  }
  return { game, steps };
}
const { game, steps } = played(5);
const view = viewOf(game, 'us');
const strip = timelineOf(board, view, steps);

describe('the time line', () => {
  it('has every turn of the game once, in order, and one of them is now', () => {
    expect(strip.map((each) => each.turn)).toEqual(Array.from({ length: view.state.world.lastTurn }, (_, i) => i + 1));
    expect(strip.filter((each) => each.when === 'now').map((each) => each.turn)).toEqual([view.state.world.turn]);
  });

  it('ends each turn as the game itself ended it, crisis rounds included', () => {
    for (const { turn, end } of strip.filter((each) => each.when === 'past')) {
      const last = game.played.filter((one) => one.turn === turn).at(-1);
      expect(end?.tension).toBe(last?.state.world.tension);
    }
  });

  it('marks exactly the turns in which a third state tested', () => {
    const tested = new Set(
      game.played.flatMap((one) => one.effects.filter((e) => e.variable === 'lastTest').map(() => one.turn)),
    );
    const told = strip.filter((each) => each.headlines.some((h) => h.type === 'news' && h.key.startsWith('headline.third')));
    expect(told.map((each) => each.turn)).toEqual([...tested].sort((a, b) => a - b));
    expect(told.every((each) => each.marks.includes('test'))).toBe(true);
  });

  it('tells nothing of what is still to come', () => {
    const ahead = strip.filter((each) => each.when === 'ahead');
    expect(ahead.length).toBeGreaterThan(0);
    expect(ahead.every((each) => each.end === null && each.headlines.length === 0 && each.marks.length === 0)).toBe(true);
  });

  it('gives a reader who came late the words and events of the last turn that who was there had read', () => {
    const { turn } = view.last;
    const said = (known: readonly StepNews[]) =>
      newsOf(board, view, known, turn)
        .flatMap((headline) =>
          headline.type === 'words' ? [JSON.stringify(headline.said)] : headline.type === 'event' ? [headline.text.en] : [],
        )
        .sort();
    expect(said(steps).length).toBeGreaterThan(0);
    expect(said([])).toEqual(said(steps));
  });

  it('marks a head of state and no lesser speaker', () => {
    const words = strip.flatMap((each) => each.headlines).filter((headline) => headline.type === 'words');
    for (const headline of words) {
      expect(markOf(headline) === 'words').toBe(headline.type === 'words' && headline.said.speaker === 'head-of-state');
    }
  });
});

describe('the drawing', () => {
  const values = fc.array(fc.float({ min: -1, max: 100, noNaN: true }), { minLength: 1, maxLength: 16 });

  it('puts more above less, and nothing outside its lane or into the other', () => {
    fc.assert(
      fc.property(values, (known) => {
        for (const what of ['tension', 'margin'] as const) {
          const place = laneOf(what, known);
          const places = [...known].sort((a, b) => a - b).map(place);
          for (const [i, y] of places.entries()) {
            expect(y).toBeLessThanOrEqual((places[i - 1] ?? 1) + 1e-9);
            expect(what === 'tension' ? y <= 0.5 : y >= 0.5 && y <= 1).toBe(true);
          }
        }
      }),
    );
  });

  it('shows a small change as small: one point of tension moves the line by little', () => {
    const place = laneOf('tension', [50, 51]);
    expect(place(50) - place(51)).toBeLessThan(0.05);
  });
});
