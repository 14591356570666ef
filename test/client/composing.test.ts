import { describe, expect, it } from 'vitest';
import { emptyStatement, isBrokenByOrders, kindsFor, type Speaking, withKind } from '../../client/model/composing.ts';
import { checkSheet } from '../../shared/game/check.ts';
import { stateOf } from '../../shared/game/game.ts';
import { newGame } from '../../shared/game/start.ts';
import type { Order } from '../../shared/orders/sheet.ts';
import { POWERS } from '../../shared/scenario/names.ts';
import { boardOf } from '../game/play.ts';

const board = boardOf('best-offense-2016');
const state = stateOf(newGame(board, { seed: 'words', luck: 0, theory: 'contested' }));
const reinforce: Order = { kind: 'reinforce', battery: 'fort-greely' };
const speaking = (orders: readonly Order[] = []): Speaking => ({ board, state, power: 'us', orders });

describe('the statement desk', () => {
  for (const power of POWERS) {
    for (const kind of kindsFor({ board, state, power, orders: [] })) {
      it(`begins with a statement that ${power} may make: ${kind}`, () => {
        const statement = withKind({ board, state, power, orders: [] }, emptyStatement(board, power, 'en'), kind);
        const sheet = { orders: [], statements: [statement], abandon: [] };
        expect(checkSheet(board, state, power, sheet).returned).toEqual([]);
      });
    }
  }

  it('offers every kind in play, a denial to whom rivals fear beyond his reach alone', () => {
    const kinds = board.scenario.statementKinds;
    expect(kindsFor(speaking())).toEqual(kinds);
    expect(kindsFor({ ...speaking(), power: 'cn' })).toEqual(kinds.filter((kind) => kind !== 'deny'));
  });

  it('offers a pledge that the orders on the same sheet keep', () => {
    const pledge = withKind(speaking([reinforce]), emptyStatement(board, 'us', 'en'), 'pledge');
    expect(isBrokenByOrders(speaking([reinforce]), pledge)).toBe(false);
  });

  it('warns when an order added afterwards would break the pledge', () => {
    const pledge = withKind(speaking(), emptyStatement(board, 'us', 'en'), 'pledge');
    expect(isBrokenByOrders(speaking(), pledge)).toBe(false);
    expect(isBrokenByOrders(speaking([reinforce]), pledge)).toBe(true);
  });
});
