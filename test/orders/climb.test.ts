import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { surviving } from '../../shared/belief/deterrence.ts';
import { helpAgainst } from '../../shared/belief/partner.ts';
import type { Agreed, Game, Sheets } from '../../shared/game/game.ts';
import { advance } from '../../shared/game/turn.ts';
import { viewOf } from '../../shared/game/view.ts';
import { fearOf } from '../../shared/politics/fear.ts';
import { DYADS, PAIRS } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import { leftOf } from '../belief/slow.ts';
import {
  board,
  boardWith,
  gameOn,
  moved,
  now,
  orders,
  quietTurns,
  returnedKeys,
  standingAt,
  start,
  still,
  withPair,
} from '../belief/table.ts';

const RU_CN: Agreed = [['ru', 'cn', 'climb']];
const both: Sheets = {
  ru: orders({ kind: 'climb', partner: 'cn' }),
  cn: orders({ kind: 'climb', partner: 'ru' }),
};
const turn = (game: Game, sheets: Sheets, agreed: Agreed = RU_CN): Game => advance(game, { type: 'turn', sheets, agreed });
const at = (rung: number, trust = 100): State =>
  withPair(withPair({ ...start, ladders: { ...start.ladders, 'ru-cn': { rung } } }, 'ru>cn', { trust }), 'cn>ru', { trust });

describe('the ladder of Russia and China (RULES 5)', () => {
  it('begins after the first command-post exercise, and one rung costs each an order: more trust, more standing', () => {
    const game = turn(gameOn(still), both);
    expect(now(gameOn(still)).ladders['ru-cn'].rung).toBe(3);
    expect(now(game).ladders['ru-cn'].rung).toBe(4);
    for (const [own, other] of [
      ['ru', 'cn'],
      ['cn', 'ru'],
    ] as const) {
      expect(moved(game, `pairs/${own}>${other}`, 'trust', 'climb')).toBeCloseTo(7, 9);
      expect(moved(game, `powers/${own}`, 'influence', 'climb')).toBeCloseTo(1.2, 9);
    }
  });

  it.each([1, 2, 3, 4, 5, 6, 7])('asks for the trust of rung %i of each, and no less', (rung) => {
    const gate = still.scenario.parameters.ladder.gates[rung - 1]!;
    expect(now(turn(standingAt(still, at(rung - 1, gate)), both)).ladders['ru-cn'].rung).toBe(rung);
    const short = turn(standingAt(still, at(rung - 1, gate - 1)), both);
    expect(returnedKeys(short)).toEqual(['refusal.too-little-trust', 'refusal.too-little-trust']);
    expect(now(short).ladders['ru-cn'].rung).toBe(rung - 1);
  });

  it('ends at a permanent joint defence', () => {
    expect(returnedKeys(turn(standingAt(still, at(7)), both))).toEqual(['refusal.top-rung', 'refusal.top-rung']);
  });

  it('is not climbed by halves, nor by what was signed for something else', () => {
    const half = turn(gameOn(still), { ru: both.ru! });
    expect(now(half).ladders['ru-cn'].rung).toBe(3);
    expect(returnedKeys(half)).toEqual(['refusal.left-waiting']);
    expect(moved(half, 'pairs/ru>cn', 'trust', 'left-waiting')).toBeLessThan(0);
    const other = turn(gameOn(still), both, [['ru', 'cn', 'joint-exercise']]);
    expect(returnedKeys(other)).toEqual(['refusal.not-signed', 'refusal.not-signed']);
  });

  it('brings the pair back to more trust than it began with', () => {
    const drifting = boardWith({ drift: { trust: 0.5 } }, still);
    const trust = (rung: number): number => {
      const risen = { ...start, ladders: { ...start.ladders, 'ru-cn': { rung } } };
      return now(quietTurns(standingAt(drifting, risen), 7)).pairs['ru>cn']!.trust;
    };
    expect(trust(3)).toBeCloseTo(52, 9);
    expect(trust(5)).toBeCloseTo(52 + 20 * (1 - 0.5 ** 7), 6);
  });

  it('is climbed in the open: everybody sees the rung', () => {
    for (const viewer of ['us', 'public'] as const)
      expect(viewOf(turn(gameOn(still), both), viewer).state.ladders['ru-cn'].rung).toBe(4);
  });
});

describe('the doors that upper rungs open', () => {
  it('shared warning saves silos from a strike of the third power, as a slow reading has it, and of nobody else', () => {
    for (const [rung, warned] of [
      [3, 0],
      [4, 0.05],
      [5, 0.1],
      [6, 0.14],
      [7, 0.2],
    ] as const) {
      const struck = { posture: 'day', onWarning: false, withWorks: false } as const;
      for (const power of ['ru', 'cn'] as const)
        expect(surviving(board, at(rung), power, { ...struck, striker: 'us' })).toBeCloseTo(
          leftOf(power, 'us', { generated: false, dispersal: 0, warned }),
          9,
        );
      expect(surviving(board, at(rung), 'cn', { ...struck, striker: 'ru' })).toBeCloseTo(
        leftOf('cn', 'ru', { generated: false, dispersal: 0 }),
        9,
      );
    }
  });

  it('lent interceptors stand in the way of the third power alone', () => {
    const met = (state: State, attacker: 'us' | 'cn'): number => fearOf(board, state, attacker, 'ru').interceptors;
    expect(met(at(7), 'us') - met(at(5), 'us')).toBeCloseTo(16, 9);
    expect(met(at(6), 'us') - met(at(5), 'us')).toBeCloseTo(6, 9);
    expect(met(at(7), 'cn')).toBeCloseTo(met(at(5), 'cn'), 9);
  });

  it('never make a partner more afraid, and treat all pairs alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), fc.constantFrom(...DYADS), (rung, [dyad, one, other]) => {
        const on = (height: number): State => ({ ...start, ladders: { ...start.ladders, [dyad]: { rung: height } } });
        for (const [afraid, feared] of PAIRS) {
          if (afraid !== one && afraid !== other) continue;
          expect(fearOf(board, on(rung + 1), afraid, feared).fear).toBeLessThanOrEqual(
            fearOf(board, on(rung), afraid, feared).fear + 1e-12,
          );
        }
        const third = (['us', 'ru', 'cn'] as const).find((power) => power !== one && power !== other)!;
        expect(helpAgainst(board, on(rung), one, third)).toEqual(helpAgainst(board, on(rung), other, third));
        expect(helpAgainst(board, on(rung), one, other)).toEqual({ warning: 0, interceptors: 0 });
      }),
    );
  });
});
