import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Writing } from '../../client/model/writing.ts';
import { createOutbox } from '../../client/net/outbox.ts';
import type { Action } from '../../server/match/judge.ts';
import type { Match } from '../../server/match/match.ts';
import { EMPTY_SHEET, type Order, type Sheet } from '../../shared/orders/sheet.ts';
import type { SeenView } from '../../shared/protocol/messages.ts';
import type { Portfolio } from '../../shared/protocol/portfolio.ts';
import { sameSheet } from '../../shared/protocol/sheet-changes.ts';
import { planFor, sitDown } from '../server/table.ts';

const REINFORCE: Order = { kind: 'reinforce', battery: 'deveselu' };
const VISIT: Order = { kind: 'visit', battery: 'deveselu' };
const PATROL: Order = { kind: 'patrol' };
const GLIDE: Order = { kind: 'glide' };

const PLAN = planFor();

/** A page of somebody in the delegation, on a line to the real match. */
function pageOf(match: Match, person: string) {
  const outbox = createOutbox();
  const writing = new Writing(outbox);
  const [state, seen] = [{ world: { turn: 1, phase: 'orders' } }, { draft: null, draftNumber: 0, locked: false }];
  writing.receive({ view: { state }, ...seen } as unknown as SeenView, true);
  const online = (): void =>
    outbox.resume((name, { id, ...body }) => match.act({ person, nickname: person }, id, { name, body } as unknown as Action));
  online();
  match.listen((event) => {
    const draft = match.table.drafts.us;
    if (event.what !== 'draft' || event.by === person || !draft) return;
    writing.hear({ turn: 1, sheet: draft.sheet, locked: draft.isLocked, number: draft.number, by: draft.by });
  });
  const add = (order: Order): void => writing.change({ ...writing.sheet.value, orders: [...writing.sheet.value.orders, order] });
  const remove = (order: Order): void =>
    writing.change({ ...writing.sheet.value, orders: writing.sheet.value.orders.filter((one) => one.kind !== order.kind) });
  return { writing, add, remove, online, offline: () => outbox.pause() };
}

async function twoAtOneSheet(second: Portfolio = 'head-of-state') {
  const members = [
    { person: 'anna', nickname: 'Anna', portfolios: ['head-of-state'] as const },
    { person: 'boris', nickname: 'Boris', portfolios: [second] },
  ];
  const { match } = await sitDown({ ...PLAN, seats: { ...PLAN.seats, us: { held: 'delegation', members } } });
  await match.setPresent(new Set(['anna', 'boris']), true);
  const kept = (): Sheet => match.table.drafts.us?.sheet ?? EMPTY_SHEET;
  return { match, kept, anna: pageOf(match, 'anna'), boris: pageOf(match, 'boris') };
}
const orders = (...list: Order[]): Sheet => ({ ...EMPTY_SHEET, orders: list });
/** All that wants to be saved has been. */
const settled = () => vi.advanceTimersByTimeAsync(10_000);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('two who write on one sheet', () => {
  it('see each other’s lines, and by whom', async () => {
    const { anna, boris } = await twoAtOneSheet();
    boris.add(PATROL);
    await settled();
    expect(anna.writing.sheet.value).toEqual(orders(PATROL));
    expect(anna.writing.saving.value).toEqual({ at: 'changed', by: 'Boris', isLocked: false });
    expect(boris.writing.saving.value).toMatchObject({ at: 'saved', receipt: { number: 1 } });
  });

  it('lose nothing by writing at the same time', async () => {
    const { anna, boris, kept } = await twoAtOneSheet();
    anna.add(REINFORCE);
    boris.add(PATROL);
    await settled();
    boris.remove(REINFORCE);
    anna.add(VISIT);
    await settled();
    for (const sheet of [anna.writing.sheet.value, boris.writing.sheet.value, kept()])
      expect(sameSheet(sheet, orders(PATROL, VISIT))).toBe(true);
    expect([anna, boris].map(({ writing }) => writing.saving.value.at)).not.toContain('refused');
  });

  it('lose nothing while one of them is cut off, and take back what he took back', async () => {
    const { anna, boris, kept } = await twoAtOneSheet();
    boris.offline();
    boris.add(PATROL);
    await settled();
    boris.remove(PATROL);
    boris.add(GLIDE);
    anna.add(REINFORCE);
    await settled();
    boris.online();
    await settled();
    expect(sameSheet(kept(), orders(REINFORCE, GLIDE))).toBe(true);
    expect(sameSheet(boris.writing.sheet.value, kept())).toBe(true);
  });

  it('end up with one sheet that has what each added and not what either took off, however they take turns', async () => {
    const all = [REINFORCE, VISIT, PATROL, GLIDE];
    for (let seed = 1; seed < 40; seed++) {
      const { anna, boris, kept } = await twoAtOneSheet();
      const wanted = new Set<Order>();
      for (let i = 0; i < 8; i++) {
        // Each line belongs to one of the two, so that what is wanted in the end is certain.
        const at = (seed * 7 + i * i * 3) % all.length;
        const page = at % 2 === 0 ? anna : boris;
        const order = all[at]!;
        if (wanted.has(order)) page.remove(order);
        else page.add(order);
        if (!wanted.delete(order)) wanted.add(order);
        await vi.advanceTimersByTimeAsync((seed * i * 113) % 900);
      }
      await settled();
      for (const sheet of [anna.writing.sheet.value, boris.writing.sheet.value, kept()])
        expect(sameSheet(sheet, orders(...wanted)), `seed ${seed}`).toBe(true);
    }
  });

  it('find one of them locked it, and what the other was writing comes back once it is unlocked', async () => {
    const { anna, boris, kept } = await twoAtOneSheet('defence');
    boris.add(REINFORCE);
    await anna.writing.lock();
    await settled();
    expect([boris.writing.locked.value, boris.writing.sheet.value]).toEqual([true, orders()]);
    await anna.writing.unlock();
    await settled();
    expect([kept(), anna.writing.sheet.value, boris.writing.sheet.value]).toEqual(Array(3).fill(orders(REINFORCE)));
  });

  it('sign nothing that they have not seen', async () => {
    const { match, anna, boris } = await twoAtOneSheet('defence');
    boris.add(REINFORCE);
    // The change reaches the server just before the signature does.
    const signature = vi.advanceTimersByTimeAsync(500).then(() => anna.writing.lock());
    const early = match.act({ person: 'anna', nickname: '' }, 'unseen-1', {
      name: 'lock',
      body: { turn: 1, sheet: EMPTY_SHEET, base: 7 },
    });
    expect(await early).toMatchObject({ refusal: { key: 'refusal.draft-moved-on' } });
    await signature;
    expect(match.table.drafts.us).toMatchObject({ isLocked: true, sheet: orders(REINFORCE) });
  });

  it('are shown what the server has where one wrote what is another’s', async () => {
    const { anna, boris } = await twoAtOneSheet('press');
    anna.add(PATROL);
    await settled();
    boris.add(REINFORCE);
    await settled();
    expect(boris.writing.saving.value).toMatchObject({ refusal: { key: 'refusal.not-your-portfolio' } });
    expect(boris.writing.sheet.value).toEqual(orders(PATROL));
  });
});
