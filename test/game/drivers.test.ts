import { beforeAll, expect, test } from 'vitest';
import { driversOf } from '../../shared/game/drivers.ts';
import type { Game } from '../../shared/game/game.ts';
import { boardOf, botGame } from './play.ts';

let game: Game;
beforeAll(() => {
  game = botGame(boardOf('quick'), 'drivers', { us: 'hawk', ru: 'hawk', cn: 'opportunist' });
});

test('the change of tension in each turn is the difference of the turns’ ends, and its reasons are lines of it', () => {
  const ends = game.played.filter(({ state }) => state.world.phase !== 'crisis').map(({ state }) => state.world.tension);
  const drivers = driversOf(game);
  expect(drivers.length).toBe(ends.length);
  for (const [i, { change, reasons }] of drivers.entries()) {
    const before = i === 0 ? game.start.world.tension : (ends[i - 1] as number);
    expect(change).toBeCloseTo((ends[i] as number) - before, 9);
    expect(reasons.map((one) => Math.abs(one.change))).toEqual(
      [...reasons.map((one) => Math.abs(one.change))].sort((a, b) => b - a),
    );
  }
});

test('the smallest margin is that of the time line, and is its threshold less its alarm', () => {
  const moments = game.played.filter(({ state }) => state.world.phase !== 'crisis').map(({ moment }) => moment);
  for (const [i, { smallest }] of driversOf(game).entries()) {
    expect(smallest.threshold - smallest.alarm).toBeCloseTo(smallest.margin, 12);
    if (i < moments.length - 1) expect(smallest.margin).toBeCloseTo(Math.min(...Object.values(moments[i]?.margins ?? {})), 12);
  }
});
