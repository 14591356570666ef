import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Match } from '../../server/match/match.ts';
import { replay } from '../../shared/game/record.ts';
import { LIMITS } from '../../shared/limits.ts';
import { EMPTY_SHEET } from '../../shared/orders/sheet.ts';
import type { CreateMatch } from '../../shared/protocol/lobby.ts';
import { CLOSE } from '../../shared/protocol/messages.ts';
import { requestSchemas } from '../../shared/protocol/requests.ts';
import { come, create, enter, type Guest, type House, join, newBearer, openHouse, post, until } from './house.ts';
import { QUICK, WISH } from './table.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const SOLO: CreateMatch = { ...WISH, clock: 'untimed', turnSeconds: undefined };
const second = () => new Promise((done) => setTimeout(done, 1100));

async function sit(wish = SOLO): Promise<{ guest: Guest; code: string; bearer: string }> {
  const bearer = newBearer();
  const { code, ticket } = await create(house.origin, wish, bearer);
  return { guest: await join(house.origin, code, ticket), code, bearer };
}

const watch = (code: string): Promise<Guest> => enter(house.origin, code, newBearer(), { seat: null });

/** Each of them explained in protocol/messages.ts; none of them tells what a seat keeps to itself. */
const PUBLIC_FIGURES = [
  'clock',
  'deadlineMs',
  'emboldenment',
  'friends',
  'isOpen',
  'keptUntilMs',
  'pauseEndsMs',
  'pausedBy',
  'pausedMs',
  'phase',
  'round',
  'seats',
  'speech',
  'stage',
  'tension',
  'timeFactor',
  'turn',
  'watching',
];

describe('a room', () => {
  test('lets a person play a quick game to its end: receipts, views, and at last a record that proves the game', async () => {
    const { guest } = await sit();
    for (let steps = 0; steps < 40 && guest.records.length === 0; steps++) {
      const { view } = guest.views.at(-1)!;
      const { turn, phase } = view.state.world;
      const seen = guest.views.length;
      const party = view.state.crisis.first === 'us' || view.state.crisis.second === 'us';
      const answer =
        phase === 'crisis'
          ? await guest.ask('choose', { turn, round: view.state.crisis.round, choice: party ? 'stand-down' : 'watch' })
          : await guest.ask('lock', { turn, sheet: { ...EMPTY_SHEET, orders: [{ kind: 'penaids' }] } });
      expect(answer.ok).toBe(true);
      await until(() => guest.views.length > seen);
      if (steps % 10 === 9) await second();
      await until(() => guest.records.length > 0 || guest.views.at(-1)!.view.state.world.phase !== 'ended');
    }
    expect(guest.views.at(-1)!.view.state.world.phase).toBe('ended');
    expect(replay(QUICK.board(), guest.records[0]!).verified).toBe(true);
    await guest.room.leave();
  });

  test('shows a spectator the public view alone, and takes no order from him', async () => {
    const { guest, code } = await sit();
    const spectator = await watch(code);
    expect(spectator.views[0]).toMatchObject({ viewer: 'public', draft: null, view: { seat: null } });
    expect(await spectator.ask('lock', { turn: 1, sheet: EMPTY_SHEET })).toMatchObject({
      ok: false,
      refusal: { key: 'refusal.not-your-seat' },
    });
    const sheet = { ...EMPTY_SHEET, orders: [{ kind: 'penaids' }] };
    expect(await guest.ask('draft', { turn: 1, sheet })).toMatchObject({ ok: true, receipt: { orders: 1 } });
    await guest.ask('view', {});
    expect(guest.views.at(-1)).toMatchObject({ viewer: 'us', draft: sheet, locked: false });
    await spectator.ask('view', {});
    expect(JSON.stringify(spectator.views)).not.toContain('"kind":"penaids"');
  });

  test('keeps in the state that all see public figures only, and moves it when somebody commits', async () => {
    const { guest, code } = await sit({ ...WISH, turnSeconds: 3600 });
    const spectator = await watch(code);
    const state = () => spectator.room.state.toJSON();
    await until(() => state().seats?.us !== undefined);
    expect(Object.keys(state()).sort()).toEqual(PUBLIC_FIGURES);
    expect(state().seats).toMatchObject({
      us: { held: 'person', committed: false },
      ru: { held: 'bot', bot: 'dove', committed: true },
    });
    expect(state().deadlineMs).toBeGreaterThan(Date.now() + 3_500_000);
    await guest.ask('lock', { turn: 1, sheet: EMPTY_SHEET });
    await until(() => spectator.views.some(({ view }) => view.state.world.turn > 1 || view.state.world.phase !== 'orders'));
  });

  test('tells everybody whether emboldenment is in force: as the scenario has it, unless somebody wished otherwise', async () => {
    const usual = QUICK.scenario.parameters.crisis.emboldenment > 0;
    for (const wished of [undefined, true, false]) {
      const { guest, code } = await sit({ ...SOLO, emboldenment: wished });
      const spectator = await watch(code);
      const told = () => spectator.room.state.toJSON().emboldenment;
      await until(() => told() !== undefined);
      expect(told()).toBe(wished ?? usual);
      await guest.room.leave();
    }
  });

  test('is entered with a ticket only, and a ticket serves once', async () => {
    const { code, ticket } = await create(house.origin, SOLO);
    await expect(join(house.origin, code, 'made-up')).rejects.toThrow(/ticket is not valid/);
    const first = await join(house.origin, code, ticket);
    await expect(join(house.origin, code, ticket)).rejects.toThrow(/ticket is not valid/);
    expect((await first.ask('view', {})).ok).toBe(true);
  });

  test('keeps no place for who has no ticket, and lets no ticket into another room', async () => {
    const { guest, code } = await sit();
    const other = await create(house.origin, SOLO);
    for (let i = 0; i < LIMITS.spectators + 20; i++)
      expect((await post(house.origin, `/matchmake/joinById/${code}`, { ticket: 'made-up' })).status).toBe(403);
    await expect(join(house.origin, code, other.ticket)).rejects.toThrow(/ticket is not valid/);
    expect((await watch(code)).views[0]).toMatchObject({ viewer: 'public' });
    expect((await guest.ask('view', {})).ok).toBe(true);
  });

  test('holds so many watchers and no more, on the way or there, and its player gets in all the same', async () => {
    const { guest, code, bearer } = await sit();
    guest.room.connection.close();
    const asked = Array.from({ length: LIMITS.spectators + 5 }, () =>
      post(house.origin, `/api/matches/${code}/join`, { seat: null, nickname: 'Crowd' }),
    );
    const answers = await Promise.all(asked);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(LIMITS.spectators);
    for (const refused of answers.filter(({ status }) => status !== 200))
      expect(await refused.json()).toMatchObject({ key: 'refusal.watchers-full' });
    for (const answer of answers.filter(({ status }) => status === 200)) {
      const { ticket } = (await answer.json()) as { ticket: string };
      expect((await post(house.origin, `/matchmake/joinById/${code}`, { ticket })).status).toBe(200);
    }
    expect((await post(house.origin, `/api/matches/${code}/join`, { seat: null, nickname: 'Late' })).status).toBe(503);
    expect((await enter(house.origin, code, bearer)).views[0]).toMatchObject({ viewer: 'us' });
  });

  test('gives the seat back to the person who holds it, and to nobody else', async () => {
    const { guest, code, bearer } = await sit();
    await guest.ask('draft', { turn: 1, sheet: { ...EMPTY_SHEET, orders: [{ kind: 'dispersal' }] } });
    guest.room.connection.close();
    expect(await come(house.origin, code)).toMatchObject({ place: 'public', because: 'closed' });
    const back = await enter(house.origin, code, bearer);
    expect(back.views[0]).toMatchObject({ viewer: 'us', draft: { orders: [{ kind: 'dispersal' }] } });
  });

  test('shows a seat in one page only, the one that came last, and says so to the other', async () => {
    const { guest, code, bearer } = await sit();
    const tab = await enter(house.origin, code, bearer);
    await until(() => guest.closed !== null);
    expect(guest.closed).toBe(CLOSE.elsewhere);
    expect(await tab.ask('draft', { turn: 1, sheet: EMPTY_SHEET })).toMatchObject({ ok: true });
    expect(tab.closed).toBeNull();
  });

  test('counts a request that is sent again once, and answers it again', async () => {
    const { guest } = await sit();
    const sheet = { ...EMPTY_SHEET, orders: [{ kind: 'penaids' }] };
    expect(await guest.ask('say', { to: 'ru', words: 'once', phrase: null, language: 'en' }, 'say-it-once')).toMatchObject({
      ok: true,
    });
    expect(await guest.ask('say', { to: 'ru', words: 'once', phrase: null, language: 'en' }, 'say-it-once')).toMatchObject({
      ok: true,
    });
    expect(guest.lines.filter((line) => line.words === 'once')).toHaveLength(1);
    expect(await guest.ask('lock', { turn: 1, sheet }, 'lock-it-once')).toMatchObject({ ok: true });
    await until(() => guest.views.at(-1)!.view.timeline.length > 1);
    expect(await guest.ask('lock', { turn: 1, sheet }, 'lock-it-once')).toMatchObject({ ok: true });
  });

  test('cannot be made by a guest: the doors for that are shut', async () => {
    for (const method of ['create', 'joinOrCreate', 'join']) {
      const answer = await post(house.origin, `/matchmake/${method}/match`, { code: 'AAAAAA' });
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
  });
});

describe('a bad message harms only itself:', () => {
  test('whatever the body of a request, the answer is an answer and the room goes on', async () => {
    const { guest } = await sit();
    const bodies = fc.oneof(
      fc.anything({ maxDepth: 3 }),
      fc.record({ turn: fc.anything(), sheet: fc.anything(), round: fc.anything(), choice: fc.anything() }),
    );
    const names = fc.constantFrom(...(Object.keys(requestSchemas) as (keyof typeof requestSchemas)[]));
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(names, bodies, async (name, body) => {
        fc.pre(!requestSchemas[name].safeParse({ id: 'request-1', ...(body as object) }).success);
        sent += 1;
        if (sent % (LIMITS.requestsPerSecond - 2) === 0) await second();
        const answer = await guest.ask(name, plain(body) as object);
        expect(answer.ok === false).toBe(true);
      }),
      { numRuns: 80 },
    );
    await second();
    expect(await guest.ask('draft', { turn: 1, sheet: EMPTY_SHEET })).toMatchObject({ ok: true });
  });

  test('an unknown word sent without asking for an answer is nothing', async () => {
    const { guest } = await sit();
    guest.room.send('no-such-word', { a: 1 });
    expect((await guest.ask('view', {})).ok).toBe(true);
  });

  test('garbage on the wire closes at most the connection that sent it', async () => {
    const { guest, code } = await sit();
    const noisy = await watch(code);
    for (const bytes of [[13, 255, 255, 255], [13], [10, 200, 193, 193], [255, 0, 1]])
      noisy.room.connection.send(new Uint8Array(bytes));
    await second();
    expect((await guest.ask('view', {})).ok).toBe(true);
  });

  test('more requests than a second may hold are refused one by one, and the next second is free again', async () => {
    const { guest } = await sit();
    await second();
    const answers = await Promise.all(
      Array.from({ length: LIMITS.requestsPerSecond + 10 }, () => guest.ask('unlock', { turn: 1 })),
    );
    const tooFast = answers.filter((answer) => !answer.ok && answer.refusal.key === 'refusal.too-fast');
    expect(tooFast.length).toBeGreaterThanOrEqual(10);
    await second();
    expect((await guest.ask('draft', { turn: 1, sheet: EMPTY_SHEET })).ok).toBe(true);
  });

  test('a handler that throws answers with a refusal, writes one line, and room and server live on', async () => {
    const { guest } = await sit();
    const lines: string[] = [];
    const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean(lines.push(String(text))));
    const act = vi.spyOn(Match.prototype, 'act').mockImplementation(() => {
      throw new Error('our own mistake');
    });
    const answer = await guest.ask('draft', { turn: 1, sheet: EMPTY_SHEET });
    act.mockRestore();
    stderr.mockRestore();
    expect(answer).toEqual({ ok: false, refusal: { refused: true, key: 'refusal.server', args: {} } });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({ event: 'request-failed', request: 'draft' });
    expect((await guest.ask('draft', { turn: 1, sheet: EMPTY_SHEET })).ok).toBe(true);
    expect((await fetch(`${house.origin}/healthz`)).status).toBe(200);
  });
});

/** What survives the wire: functions, symbols and big numbers have no form there. */
function plain(body: unknown): unknown {
  const text = JSON.stringify(body, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  return text === undefined ? undefined : JSON.parse(text);
}
