import { describe, expect, it } from 'vitest';
import { stateOf } from '../../shared/game/game.ts';
import { type BotName, PERSONALITIES, POWERS, THEORIES } from '../../shared/scenario/names.ts';
import { boardOf, botGame, fairlyReturned, type Seats } from './play.ts';

/** Seats by the digits of a number, so that every mix of bots comes up. */
function seatsOf(i: number): Seats {
  const bot = (digit: number): BotName => PERSONALITIES[(i >> (2 * digit)) % 4] ?? 'dove';
  return { us: bot(0), ru: bot(1), cn: bot(2) };
}

describe('a bot game of full length', () => {
  const board = boardOf('best-offense-2016');
  const { turns, parameters } = board.scenario;

  it('ends legally, 300 times: in time or in a way that the rules name, with no bot order returned and all numbers in bounds', () => {
    const endings = { time: 0, strike: 0, accident: 0, facilitator: 0, none: 0 };
    for (let i = 0; i < 300; i++) {
      const game = botGame(board, `full ${i}`, seatsOf(i), THEORIES[i % 3]);
      const end = stateOf(game);
      endings[end.world.ending] += 1;
      expect(end.world.phase, `game ${i}`).toBe('ended');
      expect(end.world.turn).toBeLessThanOrEqual(turns);
      expect(end.world.exchange === null).toBe(end.world.ending === 'time');
      expect(end.world.crises).toBeLessThanOrEqual(parameters.crisis.perGame);
      expect(game.played.flatMap(({ returned }) => returned)).toEqual(game.played.flatMap(fairlyReturned));
      for (const power of POWERS) {
        const own = end.powers[power];
        for (const value of [own.approval, own.credibility, own.influence, end.world.tension]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(100);
        }
        expect(own.money).toBeGreaterThanOrEqual(0);
      }
    }
    expect(endings.none).toBe(0);
    expect(endings.time).toBeGreaterThan(150);
  }, 300_000);
});
