import { describe, expect, test } from 'vitest';
import { remake } from '../../server/match/remake.ts';
import { stateOf } from '../../shared/game/game.ts';
import { EMPTY_SHEET } from '../../shared/orders/sheet.ts';
import { type BotName, POWERS, type Power } from '../../shared/scenario/names.ts';
import { isRefusal } from '../../shared/state/refusal.ts';
import { HOST, planFor, SHELF, sitDown, type Table } from './table.ts';

const FULL = SHELF.get('best-offense-2016')!;
const among = (us: BotName, ru: BotName, cn: BotName, seat: Power | null = 'us') =>
  sitDown(planFor({ seat, bots: { us, ru, cn } }, FULL));
const offersOf = (table: Table) => table.match.table.lines.filter(({ offer }) => offer !== null);

describe('bots', () => {
  test('offer at the opening of a turn, through the same lines as people, and answer one another at once', async () => {
    const table = await among('dove', 'institutionalist', 'institutionalist');
    const offers = offersOf(table);
    expect(offers.some(({ from, to }) => from !== 'us' && to === 'us')).toBe(true);
    const between = offers.filter(({ from, to }) => from !== 'us' && to !== 'us');
    expect(between.length).toBeGreaterThan(0);
    const signed = table.match.table.lines.filter(({ signs }) => signs !== null).map(({ signs }) => signs);
    expect(between.some(({ id }) => signed.includes(id))).toBe(true);
    expect(offers.filter(({ to }) => to === 'us').filter(({ id }) => signed.includes(id))).toEqual([]);
    expect(table.log.filter(({ entry }) => entry.kind === 'said')).toHaveLength(table.match.table.lines.length);
  });

  test('bring what they signed to the turn, as an agreement of the step that a re-made match repeats', async () => {
    const table = await among('dove', 'institutionalist', 'institutionalist');
    await table.ask(HOST, { name: 'lock', body: { turn: 1, sheet: EMPTY_SHEET } });
    await table.pass(0);
    const { step, returned } = table.match.game.played[0]!;
    expect(step.type === 'turn' && step.agreed?.some(([one, other]) => one === 'ru' && other === 'cn')).toBe(true);
    expect(returned).toEqual([]);
    // The next turn opens with offers of its own.
    expect(offersOf(table).some(({ turn }) => turn === stateOf(table.match.game).world.turn)).toBe(true);
    const again = remake(table.match.plan, table.log);
    expect(isRefusal(again)).toBe(false);
    expect(again).toMatchObject({ table: table.match.table });
  });

  test('keep an offer to a person open for him to sign', async () => {
    const table = await among('dove', 'institutionalist', 'institutionalist');
    const toMe = offersOf(table).find(({ to }) => to === 'us')!;
    expect(await table.ask(HOST, { name: 'sign', body: { offer: toMe.id } })).toMatchObject({ ok: true });
  });

  test('answer an offer that they would not sign with one that they would, and a counter-offer never with another', async () => {
    const table = await among('hawk', 'dove', 'opportunist', 'ru');
    const battery = table.match.plan.board.scenario.batteries.find((plan) => plan.owner === 'cn' && plan.build)!.id;
    const terms = { partners: ['cn' as const], clauses: [{ type: 'no-battery' as const, battery }] };
    const before = table.match.table.lines.length;
    expect(await table.ask(HOST, { name: 'offer', body: { to: 'cn', what: 'treaty', terms } })).toMatchObject({ ok: true });
    const [asked, answer, ...more] = table.match.table.lines.slice(before);
    expect(more).toEqual([]);
    expect(answer).toMatchObject({ from: 'cn', to: 'ru', offer: { counters: asked!.id } });
    // It stands by its own offer: signed by the person, it binds.
    expect(await table.ask(HOST, { name: 'sign', body: { offer: answer!.id } })).toMatchObject({ ok: true });
  });

  test('come back in the next turn to an offer for which they had no hand free', async () => {
    const table = await among('dove', 'dove', 'institutionalist', 'ru');
    for (const what of ['climb', 'joint-exercise', 'joint-statement', 'hotline'] as const)
      await table.ask(HOST, { name: 'offer', body: { to: 'cn', what } });
    const { lines } = table.match.table;
    const asked = lines[lines.findIndex(({ phrase }) => phrase === 'signed-enough') - 1]!;
    expect(asked).toMatchObject({ from: 'ru', to: 'cn', turn: 1 });
    await table.ask(HOST, { name: 'lock', body: { turn: 1, sheet: EMPTY_SHEET } });
    await table.pass(0);
    expect(table.match.table.lines.filter(({ signs }) => signs === asked.id)).toMatchObject([{ from: 'cn', turn: 2 }]);
    expect(remake(table.match.plan, table.log)).toMatchObject({ table: table.match.table });
  });

  test('that distrust everybody offer nothing to those whom they distrust', async () => {
    const table = await among('hawk', 'hawk', 'hawk');
    for (const { from, to } of offersOf(table)) expect([from, to].sort()).toEqual(['cn', 'ru']);
  });

  test('talk in a world that nobody plays', async () => {
    const table = await among('institutionalist', 'institutionalist', 'institutionalist', null);
    expect(new Set(offersOf(table).map(({ from }) => from)).size).toBeGreaterThan(1);
    expect(POWERS.every((power) => table.match.table.seats[power].held === 'bot')).toBe(true);
  });
});
