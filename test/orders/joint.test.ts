import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { botSheet, botSigns } from '../../shared/bots/bot.ts';
import { checkSheet } from '../../shared/game/check.ts';
import { type Agreed, type Game, type Sheets, stateOf } from '../../shared/game/game.ts';
import { advance } from '../../shared/game/turn.ts';
import { viewOf } from '../../shared/game/view.ts';
import { hashOf } from '../../shared/hash.ts';
import type { Order } from '../../shared/orders/sheet.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import { board, moved, orders, returnedKeys, standingAt, start, still } from '../belief/table.ts';
import { boardOf } from '../game/play.ts';

const exerciseWith = (partner: Power): Order => ({ kind: 'joint-exercise', partner });
const RU_CN: Agreed = [['ru', 'cn', 'joint-exercise']];
const quiet = standingAt(still, start);
const trustIn = (trust: number): Game => {
  const pair = { ...start.pairs['ru>cn']!, trust };
  return standingAt(still, { ...start, pairs: { ...start.pairs, 'ru>cn': pair, 'cn>ru': pair } });
};
const turn = (game: Game, sheets: Sheets, agreed?: Agreed): Game =>
  advance(game, agreed ? { type: 'turn', sheets, agreed } : { type: 'turn', sheets });
const both: Sheets = { ru: orders(exerciseWith('cn')), cn: orders(exerciseWith('ru')) };

describe('a joint exercise (RULES 5)', () => {
  it('at sea is not in the same league as a rung: it counts for less trust, in every scenario, and opens no door', () => {
    for (const id of ['best-offense-2016', 'quick', 'lesson', 'thaad', 'practice']) {
      const { orders: p, ladder } = boardOf(id).scenario.parameters;
      expect(p.jointExercise.trust, id).toBeGreaterThan(0);
      expect(p.jointExercise.trust, id).toBeLessThanOrEqual(ladder.trust / 2);
    }
  });

  it('that was signed and ordered by both costs each 1, gains each trust and standing, and is seen by all', () => {
    const done = turn(quiet, both, RU_CN);
    const idle = turn(quiet, {});
    for (const [one, other] of [
      ['ru', 'cn', 'joint-exercise'],
      ['cn', 'ru', 'joint-exercise'],
    ] as const) {
      expect(moved(done, `pairs/${one}>${other}`, 'trust') - moved(idle, `pairs/${one}>${other}`, 'trust')).toBeCloseTo(3.5, 10);
      expect(moved(done, `powers/${one}`, 'influence') - moved(idle, `powers/${one}`, 'influence')).toBeCloseTo(1.2, 10);
      expect(moved(done, `powers/${one}`, 'money') - moved(idle, `powers/${one}`, 'money')).toBe(-1);
    }
    expect(returnedKeys(done)).toEqual([]);
    const seen = Object.values(viewOf(done, 'public').state.deeds).filter((deed) => deed.kind === 'joint-exercise');
    expect(seen.map((deed) => `${deed.power} ${deed.target}`).sort()).toEqual(['cn ru', 'ru cn']);
  });

  it('does 3.5, then 1.4 for trust when it is repeated', () => {
    const once = turn(quiet, both, RU_CN);
    const twice = turn(once, both, RU_CN);
    const idle = turn(once, {});
    expect(moved(twice, 'pairs/ru>cn', 'trust') - moved(idle, 'pairs/ru>cn', 'trust')).toBeCloseTo(1.4, 10);
  });

  it('of which one half was struck costs nobody anything but the trust of whoever was left waiting', () => {
    const half = turn(quiet, { ru: orders(exerciseWith('cn')) }, RU_CN);
    const idle = turn(quiet, {});
    expect(returnedKeys(half)).toEqual(['refusal.left-waiting']);
    expect(moved(half, 'pairs/ru>cn', 'trust') - moved(idle, 'pairs/ru>cn', 'trust')).toBeCloseTo(-3, 10);
    for (const what of ['pairs/cn>ru trust', 'powers/ru money', 'powers/ru influence', 'powers/cn influence']) {
      const [subject = '', variable = ''] = what.split(' ');
      expect(moved(half, subject, variable), what).toBeCloseTo(moved(idle, subject, variable), 10);
    }
  });

  it('that nobody signed comes back and changes nothing at all', () => {
    const unsigned = turn(quiet, both);
    expect(returnedKeys(unsigned)).toEqual(['refusal.not-signed', 'refusal.not-signed']);
    expect(stateOf(unsigned)).toEqual(stateOf(turn(quiet, {})));
  });

  it('is not ordered with oneself, nor with whom one trusts too little', () => {
    const keyOf = (game: Game, power: Power, partner: Power) =>
      checkSheet(board, stateOf(game), power, orders(exerciseWith(partner))).returned.map((one) => one.refusal.key);
    expect(keyOf(quiet, 'ru', 'ru')).toEqual(['refusal.to-yourself']);
    expect(keyOf(trustIn(9.9), 'ru', 'cn')).toEqual(['refusal.too-little-trust']);
    expect(keyOf(trustIn(10), 'ru', 'cn')).toEqual([]);
  });

  it('is judged before the turn by the own half alone: a preview does not tell whether the partner still comes', () => {
    const sheet = orders(exerciseWith('cn'));
    expect(checkSheet(board, viewOf(quiet, 'ru').state, 'ru', sheet).returned).toEqual([]);
  });

  it('looks the same to the third power whether a half was struck or nothing was signed', () => {
    const struck = turn(quiet, { ru: orders(exerciseWith('cn')) }, RU_CN);
    const unsigned = turn(quiet, { ru: orders(exerciseWith('cn')) });
    for (const viewer of ['us', 'public'] as const) expect(viewOf(struck, viewer)).toEqual(viewOf(unsigned, viewer));
  });

  it('comes out the same in whichever order the sheets and the names of the pair arrive', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...POWERS], { minLength: 3 }),
        fc.subarray(['us', 'ru', 'cn'] as Power[]),
        fc.boolean(),
        (arrival, willing, flip) => {
          const pairs: Agreed = flip
            ? [
                ['ru', 'cn', 'joint-exercise'],
                ['us', 'ru', 'joint-exercise'],
              ]
            : [
                ['us', 'ru', 'joint-exercise'],
                ['cn', 'ru', 'joint-exercise'],
              ];
          const sheetOf = (power: Power) =>
            power === 'ru' ? orders(exerciseWith('cn'), exerciseWith('us')) : orders(exerciseWith('ru'));
          const handed = (order: readonly Power[]) =>
            Object.fromEntries(order.filter((p) => willing.includes(p)).map((p) => [p, sheetOf(p)]));
          expect(hashOf(stateOf(turn(quiet, handed(arrival), pairs)))).toBe(
            hashOf(stateOf(turn(quiet, handed(POWERS), [...pairs].reverse()))),
          );
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('bots and joint exercises', () => {
  it('sign by their trust in whoever offers', () => {
    const signs = (bot: 'hawk' | 'dove', trust: number) =>
      botSigns(
        bot,
        board,
        { view: viewOf(trustIn(trust), 'cn'), draw: () => 0.5, agreed: [] },
        { partner: 'ru', what: 'joint-exercise' },
      );
    expect([signs('dove', 19), signs('dove', 20), signs('hawk', 44), signs('hawk', 45)]).toEqual([false, true, false, true]);
  });

  it('order what was signed and nothing else of the kind; a hawk strikes its half now and then, a dove never', () => {
    const jointOrders = (bot: 'hawk' | 'dove', luck: number, partners: readonly Power[]) =>
      botSheet(bot, board, {
        view: viewOf(quiet, 'cn'),
        draw: () => luck,
        agreed: partners.map((partner) => ({ partner, what: 'joint-exercise' as const })),
      }).orders.filter((order) => order.kind === 'joint-exercise');
    expect(jointOrders('dove', 0.1, ['ru'])).toEqual([exerciseWith('ru')]);
    expect(jointOrders('hawk', 0.1, ['ru'])).toEqual([]);
    expect(jointOrders('hawk', 0.9, ['ru'])).toEqual([exerciseWith('ru')]);
    for (const bot of ['hawk', 'dove'] as const) expect(jointOrders(bot, 0.9, [])).toEqual([]);
  });
});
