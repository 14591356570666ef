import { describe, expect, it } from 'vitest';
import { commonAim } from '../../client/model/common-aim.ts';
import { commonScore } from '../../shared/game/common-score.ts';
import { stateOf } from '../../shared/game/game.ts';
import { newGame } from '../../shared/game/start.ts';
import { viewOf } from '../../shared/game/view.ts';
import { POWERS } from '../../shared/scenario/names.ts';
import { ALL_HAWKS, boardOf, botStep, type Seats } from '../game/play.ts';

const board = boardOf('best-offense-2016');
const DOVES: Seats = { us: 'dove', ru: 'dove', cn: 'dove' };

describe('the common aim', () => {
  it.each([
    ['hawks', ALL_HAWKS],
    ['doves', DOVES],
  ] as const)('is after every step of a game of %s what the core says at the end, whoever looks', (seed, seats) => {
    let game = newGame(board, { seed, luck: 0, theory: 'contested' });
    const phases = new Set<string>();
    for (let step = 0; step < 40 && stateOf(game).world.phase !== 'ended'; step++) {
      for (const viewer of [...POWERS, 'public'] as const)
        expect(commonAim(viewOf(game, viewer)).score).toBeCloseTo(commonScore(game), 9);
      phases.add(stateOf(game).world.phase);
      game = botStep(game, seats);
    }
    expect(commonAim(viewOf(game, 'public')).score).toBeCloseTo(commonScore(game), 9);
    if (seats === ALL_HAWKS) expect(phases).toContain('crisis');
  });

  it('counts the turns that have closed', () => {
    const start = newGame(board, { seed: 'common', luck: 0, theory: 'contested' });
    expect(commonAim(viewOf(start, 'us'))).toMatchObject({ turns: 0, tension: board.scenario.tension });
  });
});
