import { describe, expect, it } from 'vitest';
import { checkSheet, slotsOf } from '../../shared/game/check.ts';
import { sheetSchema } from '../../shared/orders/shapes.ts';
import type { Order, Statement, Undertaking } from '../../shared/orders/sheet.ts';
import {
  board,
  capOf,
  gameOn,
  last,
  moved,
  now,
  orders,
  quietTurns,
  returnedKeys,
  say,
  standingAt,
  start,
  still,
  turn,
  withPower,
  words,
} from '../belief/table.ts';
import { boardOf } from '../game/play.ts';

const soft: readonly Order[] = [
  { kind: 'court', host: 'romania' },
  { kind: 'court', host: 'poland' },
  { kind: 'court', host: 'turkey' },
  { kind: 'court', host: 'japan' },
  { kind: 'court', host: 'belarus' },
];
const keys = (sheet: ReturnType<typeof orders>, state = start, power: 'us' | 'ru' | 'cn' = 'us', on = board): readonly string[] =>
  checkSheet(on, state, power, sheet).returned.map((one) => one.refusal.key);

describe('the sheet (RULES 2)', () => {
  it('has four orders and two statements; under approval 20 an order less, over 75 a statement more', () => {
    const slots = (approval: number) => slotsOf(board, withPower(start, 'us', { approval }), 'us');
    expect(slots(55)).toEqual({ orders: 4, statements: 2 });
    expect(slots(20)).toEqual({ orders: 4, statements: 2 });
    expect(slots(19.9)).toEqual({ orders: 3, statements: 2 });
    expect(slots(75)).toEqual({ orders: 4, statements: 2 });
    expect(slots(75.1)).toEqual({ orders: 4, statements: 3 });
  });

  it('returns the order that has no slot with its reason, and plays the rest', () => {
    const unpopular = standingAt(still, withPower(start, 'us', { approval: 10 }));
    const game = turn(unpopular, { us: orders(...soft.slice(0, 4)) });
    expect(last(game).returned).toEqual([
      { power: 'us', what: 'order', index: 3, refusal: expect.objectContaining({ key: 'refusal.order-slots' }) },
    ]);
    expect(Object.keys(now(game).deeds)).toHaveLength(3);
  });

  it('gives a slot that a refused order leaves to the next one', () => {
    const list: readonly Order[] = [{ kind: 'court', host: 'atlantis' }, ...soft.slice(0, 3)];
    expect(keys(orders(...list))).toEqual(['refusal.no-such-host']);
  });

  it('pays 12, 6 and 8 a turn, and carries over at most one turn’s income', () => {
    const first = turn(gameOn(still));
    expect([first, quietTurns(first, 1), quietTurns(first, 4)].map((game) => now(game).powers.us.money)).toEqual([12, 24, 24]);
    expect(now(first).powers).toMatchObject({ ru: { money: 6 }, cn: { money: 8 } });
  });

  it('takes upkeep of a quarter for each level of dispersal', () => {
    const state = withPower(start, 'cn', { dispersal: 3 });
    expect(now(turn(standingAt(still, state))).powers.cn.money).toBeCloseTo(7.25, 12);
  });

  it('returns what there is no money for, and lets something cheaper behind it through', () => {
    const sheet = orders(
      { kind: 'build', battery: 's500-moscow' },
      { kind: 'build', battery: 's500-belarus' },
      { kind: 'court', host: 'belarus' },
    );
    const game = turn(gameOn(still), { ru: sheet });
    expect(last(game).returned.map((one) => [one.index, one.refusal.key])).toEqual([[1, 'refusal.money']]);
    expect(now(game).powers.ru.money).toBe(6 - 5 - 1);
  });

  it('takes no order twice: one battery, one order, whatever the kind; one test of a system, with or without decoys', () => {
    expect(keys(orders({ kind: 'reinforce', battery: 'deveselu' }, { kind: 'withdraw', battery: 'deveselu' }))).toEqual([
      'refusal.twice',
    ]);
    expect(keys(orders(soft[0]!, soft[0]!))).toEqual(['refusal.twice']);
    const test = { kind: 'flight-test', interceptor: 'gbi' } as const;
    expect(keys(orders({ ...test, decoys: true }, { ...test, decoys: false }))).toEqual(['refusal.twice']);
    expect(keys(orders({ kind: 'penaids' }, { kind: 'penaids' }), start, 'cn')).toEqual(['refusal.twice']);
  });

  it('refuses kinds that the scenario does not play: no posture in the quick game', () => {
    const quick = boardOf('quick');
    expect(quick.scenario.orderKinds).toHaveLength(9);
    expect(keys(orders({ kind: 'posture', posture: 'generated' }), start, 'us', quick)).toEqual(['refusal.not-in-play']);
  });

  it('refuses a commitment that nothing in the scenario could test: no alert in the quick game, which has an exercise of two navies', () => {
    const quick = boardOf('quick');
    const line = (condition: Undertaking['condition'], response: Undertaking['response']): Statement =>
      say({ kind: 'red-line', subject: 'posture', commitment: { condition, response, until: 3 } });
    const alert = { type: 'posture-generated', power: 'ru' } as const;
    expect(keys(words(line(alert, 'build')), start, 'us', quick)).toEqual(['refusal.condition-not-in-play']);
    const exercise = line({ type: 'exercise-held', power: 'ru' }, 'build');
    expect(keys(words({ ...exercise, subject: 'exercise' }), start, 'us', quick)).toEqual([]);
    expect(keys(words(line({ type: 'third-test', third: 'nk' }, 'posture')), start, 'us', quick)).toEqual([
      'refusal.not-in-play',
    ]);
    expect(keys(words(line(alert, 'build')))).toEqual([]);
  });

  it('refuses a second statement of the same kind to the same about the same', () => {
    expect(keys(words(say({}), say({ speaker: 'minister', venue: 'home' })))).toEqual(['refusal.twice']);
    expect(keys(words(say({}), say({ kind: 'condemn' }), say({ target: 'cn' })))).toEqual(['refusal.statement-slots']);
  });

  it.each([
    [{ target: 'us' }, 'refusal.to-yourself'],
    [{ venue: 'private', target: 'all' }, 'refusal.private-to-all'],
    [{ subject: 'weather' }, 'refusal.no-such-subject'],
    [{ kind: 'pledge' }, 'refusal.commitment-missing'],
    [{ commitment: capOf('deveselu', 24) }, 'refusal.commitment-unwanted'],
    [{ kind: 'pledge', speaker: 'state-media', commitment: capOf('deveselu', 24) }, 'refusal.media-cannot-bind'],
    [{ kind: 'pledge', commitment: capOf('moscow-a135', 80) }, 'refusal.pledge-own-acts'],
    [{ kind: 'red-line', commitment: { ...capOf('deveselu', 24), response: 'build' } }, 'refusal.line-others-acts'],
    [{ kind: 'red-line', commitment: capOf('moscow-a135', 80) }, 'refusal.line-needs-response'],
    [{ kind: 'pledge', commitment: { ...capOf('deveselu', 24), response: 'build' } }, 'refusal.pledge-no-response'],
    [{ kind: 'pledge', commitment: capOf('deveselu', 24, 1) }, 'refusal.commitment-over'],
    [{ kind: 'pledge', commitment: capOf('deveselu', 24, 10) }, 'refusal.commitment-long'],
    [{ kind: 'pledge', commitment: capOf('deveselu', 23) }, 'refusal.condition-holds'],
  ] as const)('refuses words that cannot be meant: %j', (patch, key) => {
    expect(keys(words(say(patch as Partial<Statement>)))).toEqual([key]);
  });

  it('is of a closed shape: no more than four orders, 280 characters, known names, no control characters', () => {
    const good = orders(soft[0]!);
    expect(sheetSchema.safeParse(good).success).toBe(true);
    expect(sheetSchema.safeParse(orders(...soft)).success).toBe(false);
    expect(sheetSchema.safeParse({ ...good, extra: 1 }).success).toBe(false);
    expect(sheetSchema.safeParse(words(say({ words: 'x'.repeat(280) }))).success).toBe(true);
    expect(sheetSchema.safeParse(words(say({ words: 'x'.repeat(281) }))).success).toBe(false);
    expect(sheetSchema.safeParse(words(say({ words: 'two\nlines' }))).success).toBe(false);
  });

  it('left empty costs nothing', () => {
    const game = turn(gameOn(still));
    expect(returnedKeys(game)).toEqual([]);
    expect(moved(game, 'powers/us', 'approval')).toBe(0);
  });
});
