import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planOf } from '../../server/match/hall.ts';
import { remake } from '../../server/match/remake.ts';
import { EMPTY_SHEET } from '../../shared/orders/sheet.ts';
import type { JoinedMatch } from '../../shared/protocol/messages.ts';
import { create, type House, join, openHouse, post, until } from './house.ts';
import { QUICK, START_MS, sitDown, WISH } from './table.ts';

const FRIENDS = { ...WISH, friends: true };

describe('a match that friends may join', () => {
  it("gives a bot's seat to a person, once, and remembers it in the log", async () => {
    const { match, log } = sitDown(planOf('TEST22', QUICK, FRIENDS));
    expect(await match.sit('ru', 'hash')).toBe(true);
    expect(await match.sit('ru', 'other')).toBe(false);
    expect(match.seats.ru.held).toBe('person');
    expect(log.map((one) => one.entry.kind)).toEqual(['sat']);
    const again = remake(match.plan, log, { createdMs: START_MS, nowMs: START_MS });
    expect('seats' in again && again.seats.ru.held).toBe('person');
  });

  it('waits for both, then five seconds in which either may take his lock back', async () => {
    const { match, pass } = sitDown(planOf('TEST22', QUICK, FRIENDS));
    await match.sit('ru', 'hash');
    const lock = { name: 'lock', body: { turn: 1, sheet: EMPTY_SHEET } } as const;
    await match.act('us', lock);
    await pass(20_000);
    expect(match.game.played).toHaveLength(0);
    await match.act('ru', lock);
    await pass(4999);
    expect((await match.act('ru', { name: 'unlock', body: { turn: 1 } })).ok).toBe(true);
    await pass(4999);
    expect(match.game.played).toHaveLength(0);
    await match.act('ru', lock);
    await pass(5000);
    expect(match.game.played).toHaveLength(1);
  });

  it('goes on at the deadline with the last saved draft of whoever has not locked: nobody can stall', async () => {
    const { match, pass } = sitDown(planOf('TEST22', QUICK, FRIENDS));
    await match.sit('ru', 'hash');
    const sheet = { ...EMPTY_SHEET, orders: [{ kind: 'penaids' as const }] };
    await match.act('ru', { name: 'draft', body: { turn: 1, sheet } });
    await pass(60_000);
    const [step] = match.game.played.map((played) => played.step);
    expect(step?.type === 'turn' && step.sheets.ru).toEqual(sheet);
    expect(step?.type === 'turn' && step.sheets.us).toEqual(EMPTY_SHEET);
  });
});

describe('joining by the code', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  const come = async (code: string, body: unknown = {}): Promise<JoinedMatch> =>
    (await (await post(house.origin, `/api/matches/${code}/join`, body)).json()) as JoinedMatch;

  it('seats two friends, tells a fourth that all seats are held, and lets him watch', async () => {
    const { code, ticket } = await create(house.origin, { ...FRIENDS, turnSeconds: null });
    const first = await join(house.origin, code, ticket);
    const wished = await come(code, { seat: 'cn' });
    expect(wished).toMatchObject({ seat: 'cn', because: null, scenario: 'quick' });
    expect(await come(code, { seat: 'cn' })).toMatchObject({ seat: null, because: 'taken' });
    const any = await come(code);
    expect(any.seat).toBe('ru');
    expect(await come(code)).toMatchObject({ seat: null, seatKey: null, because: 'full' });
    const second = await join(house.origin, code, wished.ticket);
    const third = await join(house.origin, code, any.ticket);
    const guests = [first, second, third];
    for (const guest of guests) expect((await guest.ask('lock', { turn: 1, sheet: EMPTY_SHEET })).ok).toBe(true);
    await until(() => guests.every((guest) => guest.views.some((message) => message.view.last.turn === 1)), 12_000);
    expect(guests.map((guest) => guest.views.at(-1)?.viewer)).toEqual(['us', 'cn', 'ru']);
    await Promise.all(guests.map((guest) => guest.room.leave()));
  }, 30_000);

  it('gives the same seat back by its key, and to nobody else by theirs', async () => {
    const { code } = await create(house.origin, FRIENDS);
    const joined = await come(code, { seat: 'ru' });
    const back = await post(house.origin, `/api/matches/${code}/ticket`, { seatKey: joined.seatKey });
    const guest = await join(house.origin, code, ((await back.json()) as { ticket: string }).ticket);
    expect(guest.views.at(-1)?.viewer).toBe('ru');
    expect((await post(house.origin, `/api/matches/${code}/ticket`, { seatKey: 'x'.repeat(43) })).status).toBe(404);
    await guest.room.leave();
  });

  it('gives every friend his seat and his draft back after the server was stopped and started again', async () => {
    const { code, seatKey } = await create(house.origin, { ...FRIENDS, turnSeconds: null });
    const joined = await come(code, { seat: 'cn' });
    const friend = await join(house.origin, code, joined.ticket);
    const sheet = { ...EMPTY_SHEET, orders: [{ kind: 'penaids' }] };
    expect((await friend.ask('draft', { turn: 1, sheet })).ok).toBe(true);
    await house.running.stop();
    house = await openHouse(house.data);
    for (const [key, seat] of [
      [seatKey, 'us'],
      [joined.seatKey, 'cn'],
    ] as const) {
      const ticket = (await (await post(house.origin, `/api/matches/${code}/ticket`, { seatKey: key })).json()) as {
        ticket: string;
      };
      const back = await join(house.origin, code, ticket.ticket);
      expect(back.views.at(-1)?.viewer).toBe(seat);
      expect(back.views.at(-1)?.draft).toEqual(seat === 'cn' ? sheet : null);
      await back.room.leave();
    }
  }, 30_000);

  it('answers where nobody may sit down, and where there is no such match', async () => {
    const { code } = await create(house.origin, WISH);
    expect(await come(code)).toMatchObject({ seat: null, because: 'closed' });
    expect((await post(house.origin, '/api/matches/ZZZZZZ/join', {})).status).toBe(404);
    expect((await post(house.origin, `/api/matches/${code}/join`, { seat: 'moon' })).status).toBe(400);
  });

  it("never lets a seat's draft out to the friend beside it", async () => {
    const { code, ticket } = await create(house.origin, { ...FRIENDS, turnSeconds: null });
    const first = await join(house.origin, code, ticket);
    const second = await join(house.origin, code, (await come(code, { seat: 'ru' })).ticket);
    const words = 'canary-in-a-draft';
    const statement = {
      speaker: 'minister',
      kind: 'warn',
      target: 'ru',
      subject: 'arms',
      venue: 'home',
      commitment: null,
      words,
      language: 'en',
    };
    await first.ask('draft', { turn: 1, sheet: { ...EMPTY_SHEET, statements: [statement] } });
    await second.ask('view', {});
    expect(JSON.stringify(first.views)).not.toContain(words);
    await first.ask('view', {});
    expect(JSON.stringify(first.views)).toContain(words);
    expect(JSON.stringify(second.views)).not.toContain(words);
    expect(JSON.stringify(second.room.state)).not.toContain(words);
    await Promise.all([first, second].map((guest) => guest.room.leave()));
  });
});
