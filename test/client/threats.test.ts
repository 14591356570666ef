import { describe, expect, it } from 'vitest';
import { forwardMissiles, onWarning } from '../../client/model/threats.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { viewOf } from '../../shared/game/view.ts';
import { EMPTY_SHEET, type Order } from '../../shared/orders/sheet.ts';
import { POWERS } from '../../shared/scenario/names.ts';
import { boardOf } from '../game/play.ts';

const board = boardOf('best-offense-2016');
const start = newGame(board, { seed: 'threats', luck: 0, theory: 'contested' });
const played = (...orders: Order[]) => advance(start, { type: 'turn', sheets: { ru: { ...EMPTY_SHEET, orders } } });
const FORWARD: Order = { kind: 'forward', battery: 'deveselu', deployed: true };
const READY: Order = { kind: 'launch-under-attack', ready: true };

describe('missiles put forward', () => {
  it('are known to every seat and to whoever watches: whose, against whose site, since when', () => {
    const game = played(FORWARD);
    for (const viewer of [...POWERS, 'public'] as const)
      expect(forwardMissiles(board, viewOf(game, viewer).state)).toEqual([
        { power: 'ru', battery: 'deveselu', owner: 'us', since: 1 },
      ]);
  });

  it('are none at the start, and none once they have been pulled back', () => {
    const back = advance(played(FORWARD), {
      type: 'turn',
      sheets: { ru: { ...EMPTY_SHEET, orders: [{ ...FORWARD, deployed: false }] } },
    });
    expect([start, back].map((game) => forwardMissiles(board, viewOf(game, 'us').state))).toEqual([[], []]);
  });
});

describe('launch under attack', () => {
  it('is told of whoever stands ready for it, to everybody, and of nobody else', () => {
    for (const viewer of [...POWERS, 'public'] as const) {
      const { state } = viewOf(played(READY), viewer);
      expect(POWERS.map((power) => onWarning(board, state, power) !== null)).toEqual([false, true, false]);
    }
  });

  it('multiplies the risk of an accident by four, and by two more on alert (RULES 8)', () => {
    const factorOf = (...orders: Order[]) => onWarning(board, viewOf(played(...orders), 'us').state, 'ru')?.factor;
    expect(factorOf(READY)).toBe(4);
    expect(factorOf(READY, { kind: 'posture', posture: 'generated' })).toBe(8);
  });

  it('costs outside crises a quarter of a round: 0.02 x 4 x the largest base fear / 4', () => {
    const { state } = viewOf(played(READY), 'ru');
    const fear = (other: 'us' | 'cn') => 0.4 * (state.world.tension / 100) * (1 - (state.pairs[`ru>${other}`]?.trust ?? 0) / 100);
    expect(onWarning(board, state, 'ru')?.chance).toBeCloseTo(0.02 * Math.max(fear('us'), fear('cn')), 12);
  });
});
