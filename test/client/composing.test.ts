import { describe, expect, it } from 'vitest';
import {
  emptyStatement,
  isBrokenByOrders,
  kindsFor,
  pledgesBrokenBy,
  type Speaking,
  withKind,
} from '../../client/model/composing.ts';
import { checkSheet } from '../../shared/game/check.ts';
import { type Game, stateOf } from '../../shared/game/game.ts';
import { optionsFor } from '../../shared/game/options.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import type { Order, Sheet, Statement } from '../../shared/orders/sheet.ts';
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

  it('names the open pledge of deeds that an order would break, as the turn that is then played finds it broken', () => {
    const conditions = [
      { type: 'posture-generated', power: 'us' },
      { type: 'exercise-held', power: 'us' },
    ] as const;
    const statements = conditions.map(
      (condition): Statement => ({
        ...withKind(speaking(), emptyStatement(board, 'us', 'en'), 'pledge'),
        subject: condition.type === 'exercise-held' ? 'exercise' : 'posture',
        commitment: { condition, response: null, until: 4 },
      }),
    );
    const turn = (game: Game, sheet: Sheet): Game => advance(game, { type: 'turn', sheets: { us: sheet } });
    const pledged = turn(newGame(board, { seed: 'pledge', luck: 0, theory: 'contested' }), {
      orders: [],
      statements,
      abandon: [],
    });
    const now = stateOf(pledged);
    expect(Object.values(now.commitments).map(({ kind, status }) => `${kind} ${status}`)).toEqual(['pledge open', 'pledge open']);
    const options = optionsFor(board, now, 'us').filter(({ order, refusal }) => refusal === null && !('partner' in order));
    const told = options.map(({ order }) => {
      const after = stateOf(turn(pledged, { orders: [order], statements: [], abandon: [] })).commitments;
      const broken = Object.keys(now.commitments).filter((id) => after[id]?.status === 'broken');
      expect(pledgesBrokenBy({ state: now, power: 'us' }, order), JSON.stringify(order)).toEqual(broken);
      return broken.length;
    });
    expect(told.filter((count) => count > 0).length).toBeGreaterThan(2);
    expect(pledgesBrokenBy({ state: now, power: 'ru' }, { kind: 'posture', posture: 'generated' })).toEqual([]);
  });
});
