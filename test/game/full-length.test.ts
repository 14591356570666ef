import { describe, expect, it } from 'vitest';
import type { BotName } from '../../shared/bots/bot.ts';
import { type Played, stateOf } from '../../shared/game/game.ts';
import { POWERS, THEORIES } from '../../shared/scenario/names.ts';
import type { Refusal } from '../../shared/state/refusal.ts';
import { boardOf, botGame, type Seats } from './play.ts';

/** Seats by the bits of a number, so that every mix of hawks and doves comes up. */
function seatsOf(i: number): Seats {
  const bot = (bit: number): BotName => ((i >> bit) % 2 === 0 ? 'hawk' : 'dove');
  return { us: bot(0), ru: bot(1), cn: bot(2) };
}

const isSurprise = ({ effects }: Played, { key, args }: Refusal): boolean =>
  key === 'refusal.host' &&
  effects.some(({ rule, subject }) => ['event', 'administration'].includes(rule) && subject === `hosts/${args['host']}`);

describe('a bot game of full length', () => {
  const board = boardOf('best-offense-2016');
  const { turns, parameters } = board.scenario;

  it('ends legally, 300 times: in time or in a way that the rules name, with no bot order returned and all numbers in bounds', () => {
    const endings = { time: 0, strike: 0, accident: 0, none: 0 };
    for (let i = 0; i < 300; i++) {
      const game = botGame(board, `full ${i}`, seatsOf(i), THEORIES[i % 3]);
      const end = stateOf(game);
      endings[end.world.ending] += 1;
      expect(end.world.phase, `game ${i}`).toBe('ended');
      expect(end.world.turn).toBeLessThanOrEqual(turns);
      expect(end.world.exchange === null).toBe(end.world.ending === 'time');
      expect(end.world.crises).toBeLessThanOrEqual(parameters.crisis.perGame);
      // Bots know only bands of consent, whose limits are the rules' own: what looks legal to them is legal.
      // Only a host whose mind an outside event changed on that very morning may still say no.
      expect(game.played.flatMap((played) => played.returned.filter(({ refusal }) => !isSurprise(played, refusal)))).toEqual([]);
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
    expect(endings.time).toBeGreaterThan(500);
  }, 300_000);
});
