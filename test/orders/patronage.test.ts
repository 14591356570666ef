import { describe, expect, it } from 'vitest';
import { guiltOf } from '../../shared/politics/blame.ts';
import { thirdsAct } from '../../shared/politics/third-state.ts';
import { board, gameOn, moved, now, orders, start, still, turn, withDeeds } from '../belief/table.ts';

const fresh = gameOn(still);
const press = { kind: 'press', third: 'nk' } as const;

describe('patrons of third states (RULES 7)', () => {
  it('buy influence with a shield or with aid, at the price of its restraint', () => {
    for (const kind of ['shield', 'aid'] as const) {
      const game = turn(fresh, { cn: orders({ kind, third: 'nk' }) });
      const { leverage, restraint } = board.scenario.parameters.orders[kind];
      expect(moved(game, 'leverage/cn>nk', 'value', kind)).toBeCloseTo(leverage, 9);
      expect(moved(game, 'thirds/nk', 'restraint', kind)).toBeCloseTo(restraint, 9);
      expect(moved(game, 'leverage/ru>nk', 'value')).toBe(0);
    }
  });

  it('who stands before it takes half the force of the others’ pressure that turn, not of his own', () => {
    const restraint = (sheets: Parameters<typeof turn>[1]): number =>
      moved(turn(fresh, sheets), 'thirds/nk', 'restraint', 'press');
    const shield = { kind: 'shield', third: 'nk' } as const;
    const plain = restraint({ cn: orders(press) });
    expect(restraint({ cn: orders(press), ru: orders(shield) })).toBeCloseTo(plain / 2, 9);
    expect(restraint({ cn: orders(press, shield) })).toBeCloseTo(plain, 9);
    expect(restraint({ cn: orders(press), ru: orders({ kind: 'shield', third: 'iran' }) })).toBeCloseTo(plain, 9);
  });

  it('who shielded it has looked away when it tests, though another has more influence or has pressed', () => {
    const deed = { turn: 1, power: 'ru', kind: 'shield', target: 'nk', amount: 1 } as const;
    const pressed = { turn: 1, power: 'cn', kind: 'press', target: 'nk', amount: 1 } as const;
    const certain = { ...board, thirds: { ...board.thirds, nk: { ...board.thirds.nk!, testHazard: 1 } } };
    const state = { ...withDeeds(start, deed, pressed), thirds: { ...start.thirds, nk: { ...start.thirds.nk!, restraint: 0 } } };
    const lines = thirdsAct(certain, state, () => 0);
    const told = lines.find((c) => c.subject === 'thirds/nk' && c.variable === 'lookedAway');
    expect(told).toMatchObject({ set: 'ru' });
    expect(lines.some((c) => c.rule === 'idle-patron' && c.subject === 'powers/ru' && c.variable === 'influence')).toBe(true);
    const tested = { ...state, thirds: { ...state.thirds, nk: { ...state.thirds.nk!, lastTest: 1, lookedAway: 'ru' as const } } };
    expect(guiltOf(board, tested, 'ru', 'nk')).toBe('patron');
    expect(guiltOf(board, tested, 'cn', 'nk')).toBe('innocent');
  });

  it('trade pays whom it pays, in the turn after', () => {
    const { income } = board.scenario.parameters.orders.aid;
    const game = turn(fresh, { ru: orders({ kind: 'aid', third: 'iran' }) });
    expect(moved(game, 'powers/ru', 'money', 'aid')).toBeCloseTo(income.ru, 9);
    expect(now(game).thirds.iran!.stage).toBeGreaterThan(start.thirds.iran!.stage);
  });
});
