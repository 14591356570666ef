import { describe, expect, it } from 'vitest';
import { stateOf } from '../../shared/game/game.ts';
import { recordOf, replay } from '../../shared/game/record.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { hashOf } from '../../shared/hash.ts';
import type { Sheet } from '../../shared/orders/sheet.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import { ALL_HAWKS, boardOf, botGame } from './play.ts';
import { diceOf, randomChoices, randomGame, randomSheets } from './random-sheets.ts';

const ORDERS: readonly (readonly Power[])[] = [
  ['us', 'ru', 'cn'],
  ['us', 'cn', 'ru'],
  ['ru', 'us', 'cn'],
  ['ru', 'cn', 'us'],
  ['cn', 'us', 'ru'],
  ['cn', 'ru', 'us'],
];

describe('the same seed and the same sheets', () => {
  const board = boardOf('quick');

  it('give the same hash whichever seat handed in first', () => {
    for (let i = 0; i < 40; i++) {
      const dice = diceOf(`order ${i}`);
      let game = newGame(board, { seed: `order ${i}`, luck: 0, theory: 'contested' });
      while (stateOf(game).world.phase !== 'ended') {
        if (stateOf(game).world.phase === 'crisis') {
          game = advance(game, { type: 'round', choices: randomChoices(dice) });
          continue;
        }
        const sheets = randomSheets(game, dice);
        const outcomes = ORDERS.map((order) => {
          const arrived: Partial<Record<Power, Sheet>> = {};
          for (const power of order) arrived[power] = sheets[power] as Sheet;
          return hashOf(advance(game, { type: 'turn', sheets: arrived }).played.at(-1));
        });
        // The step itself is part of what is hashed; canonical JSON forgets the order of its keys.
        expect(new Set(outcomes).size).toBe(1);
        game = advance(game, { type: 'turn', sheets });
      }
    }
  });

  it('replay from the record to the same states, also through JSON', () => {
    for (const seed of ['a', 'b', 'c']) {
      const game = botGame(board, seed, ALL_HAWKS);
      const record = JSON.parse(JSON.stringify(recordOf(game)));
      const again = replay(board, record);
      expect(again.verified).toBe(true);
      expect(hashOf(stateOf(again.game))).toBe(hashOf(stateOf(game)));
    }
  });

  it('are found out when a step of the record was altered', () => {
    const record = recordOf(randomGame(board, 'altered', 1));
    expect(replay(board, record).verified).toBe(true);
    expect(replay(board, { ...record, steps: [{ type: 'turn', sheets: {} }] }).verified).toBe(false);
  });

  it('do not depend on how the records of the state were built', () => {
    const game = randomGame(board, 'built up', 1);
    const shuffled = { ...game, played: game.played.map((p) => ({ ...p, state: reversedKeys(p.state) })) };
    expect(stateOf(game).world.phase).toBe('orders');
    const sheets = randomSheets(game, diceOf('next'));
    expect(hashOf(advance(shuffled, { type: 'turn', sheets }).played.at(-1)?.state)).toBe(
      hashOf(advance(game, { type: 'turn', sheets }).played.at(-1)?.state),
    );
  });

  it("change only what an order causes: another seat's draws stay as they were", () => {
    const game = newGame(board, { seed: 'address', luck: 0, theory: 'contested' });
    const third = (sheets: Parameters<typeof advance>[1]) => stateOf(advance(game, sheets)).thirds.iran;
    const quiet = third({ type: 'turn', sheets: {} });
    const courting = third({
      type: 'turn',
      sheets: { ru: { orders: [{ kind: 'court', host: 'turkey' }], statements: [], abandon: [] } },
    });
    expect(courting).toEqual(quiet);
    expect(POWERS.length).toBe(3);
  });
});

function reversedKeys<T>(value: T): T {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversedKeys(member)]),
  ) as T;
}
