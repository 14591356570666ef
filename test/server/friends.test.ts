import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EMPTY_SHEET } from '../../shared/orders/sheet.ts';
import type { CreateMatch } from '../../shared/protocol/lobby.ts';
import { CLOSE } from '../../shared/protocol/messages.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { come, create, enter, type Guest, type House, join, newBearer, openHouse, post, until } from './house.ts';
import { WISH } from './table.ts';

const FRIENDS: CreateMatch = { ...WISH, friends: true, clock: 'untimed', turnSeconds: undefined, atOnce: false };

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

interface Player {
  readonly bearer: string;
  readonly guest: Guest;
}

/** What was said to a guest in words or phrases; offers that bots made before the friends sat down say neither. */
const wordsOf = ({ lines }: Guest): readonly string[] =>
  lines.map(({ words, phrase }) => words ?? phrase).filter((said) => said !== null);

/** Host and friends in the first `count` seats, in a lobby unless `atOnce`. */
async function sitAll(count: 1 | 2 | 3, wish: Partial<CreateMatch> = {}): Promise<{ code: string; players: Player[] }> {
  const host = newBearer();
  const { code, ticket } = await create(house.origin, { ...FRIENDS, ...wish }, host);
  const players: Player[] = [{ bearer: host, guest: await join(house.origin, code, ticket) }];
  for (const seat of (['ru', 'cn'] as const).slice(0, count - 1)) {
    const bearer = newBearer();
    players.push({ bearer, guest: await enter(house.origin, code, bearer, { seat, nickname: `Friend ${seat}` }) });
  }
  return { code, players };
}

const figures = (guest: Guest) => guest.room.state.toJSON();
const refusal = (key: string) => ({ ok: false, refusal: { key: `refusal.${key}` } });

describe('joining by the code', () => {
  it('seats two friends, tells a fourth that all seats are held, and lets him watch', async () => {
    const { code } = await create(house.origin, FRIENDS);
    expect(await come(house.origin, code, newBearer(), { seat: 'cn' })).toMatchObject({
      place: 'cn',
      because: null,
      scenario: 'quick',
    });
    expect(await come(house.origin, code, newBearer(), { seat: 'cn' })).toMatchObject({ place: 'public', because: 'taken' });
    expect(await come(house.origin, code)).toMatchObject({ place: 'ru', because: null });
    expect(await come(house.origin, code)).toMatchObject({ place: 'public', because: 'full' });
    expect(await come(house.origin, code, newBearer(), { seat: null })).toMatchObject({ place: 'public', because: null });
  });

  it('answers where nobody may sit down, and refuses what is no seat', async () => {
    const { code } = await create(house.origin, { ...FRIENDS, friends: false });
    expect(await come(house.origin, code)).toMatchObject({ place: 'public', because: 'closed' });
    const answer = await post(house.origin, `/api/matches/${code}/join`, { seat: 'moon', nickname: 'Friend' });
    expect(answer.status).toBe(400);
  });

  it('is shown to all in the lobby: who sits where, by which name, and who is ready', async () => {
    const { players } = await sitAll(3);
    const [host, second, third] = players.map((player) => player.guest);
    expect(host!.views[0]).toMatchObject({ viewer: 'public', place: 'us', isHost: true });
    expect(second!.views[0]).toMatchObject({ viewer: 'public', place: 'ru', isHost: false });
    await second!.ask('ready', { ready: true });
    await until(() => figures(third!).seats?.ru?.isReady === true);
    expect(figures(third!)).toMatchObject({
      stage: 'lobby',
      seats: { us: { held: 'person', nickname: 'Host', isHere: true, isReady: false }, ru: { nickname: 'Friend ru' } },
    });
    expect(await second!.ask('start', {})).toMatchObject(refusal('host-only'));
    expect(await host!.ask('start', {})).toMatchObject({ ok: true });
    await until(() => second!.views.at(-1)!.viewer === 'ru');
    expect(third!.views.at(-1)!.viewer).toBe('cn');
  });

  it('gives a late human the seat of a bot in the middle of the game, with what that seat knows', async () => {
    const { code, players } = await sitAll(1, { atOnce: true });
    const { guest } = players[0]!;
    const watcher = await enter(house.origin, code, newBearer(), { seat: null });
    expect(watcher.views.at(-1)!.viewer).toBe('public');
    await guest.ask('lock', { turn: 1, sheet: EMPTY_SHEET });
    await until(() => guest.views.at(-1)!.view.timeline.length > 1);
    expect(await watcher.ask('take', { seat: 'ru' })).toMatchObject({ ok: true });
    await until(() => watcher.views.at(-1)!.viewer === 'ru');
    await watcher.ask('hand-back', { bot: 'hawk' });
    await until(() => watcher.views.at(-1)!.viewer === 'public');
  });
});

describe('three friends', () => {
  it('play turns: each sees his own side, and all go on together', async () => {
    const { players } = await sitAll(3, { atOnce: true });
    const guests = players.map((player) => player.guest);
    for (const guest of guests) expect(await guest.ask('lock', { turn: 1, sheet: EMPTY_SHEET })).toMatchObject({ ok: true });
    await until(() => guests.every((guest) => guest.views.at(-1)!.view.last.turn === 1));
    expect(guests.map((guest) => guest.views.at(-1)?.viewer)).toEqual(['us', 'ru', 'cn']);
  });

  it('get seats, drafts and lines back after the server was stopped and started again', async () => {
    const { code, players } = await sitAll(3, { atOnce: true });
    const sheet = { ...EMPTY_SHEET, orders: [{ kind: 'penaids' }] };
    const [, russian] = players;
    expect(await russian!.guest.ask('draft', { turn: 1, sheet })).toMatchObject({ ok: true });
    await russian!.guest.ask('say', { to: 'cn', words: 'before the stop', phrase: null, language: 'en' });
    await house.running.stop();
    house = await openHouse(house.data);
    const back = await Promise.all(players.map((player) => enter(house.origin, code, player.bearer)));
    expect(back.map((guest) => guest.views.at(-1)!.viewer)).toEqual(['us', 'ru', 'cn']);
    expect(back.map((guest) => guest.views.at(-1)!.draft)).toEqual([null, sheet, null]);
    expect(back.map((guest) => wordsOf(guest))).toEqual([[], ['before the stop'], ['before the stop']]);
  });

  it('speak in channels that only their two ends hear', async () => {
    const { code, players } = await sitAll(3, { atOnce: true });
    const [us, ru, cn] = players.map((player) => player.guest);
    const watcher = await enter(house.origin, code, newBearer(), { seat: null });
    await ru!.ask('say', { to: 'cn', words: 'ours alone', phrase: null, language: 'en' });
    await cn!.ask('say', { to: 'all', words: null, phrase: 'hello', language: 'en' });
    await until(() => wordsOf(us!).length === 1 && wordsOf(ru!).length === 2);
    expect(wordsOf(cn!)).toEqual(['ours alone', 'hello']);
    expect(wordsOf(us!)).toEqual(['hello']);
    expect(watcher.lines).toEqual([]);
  });

  it('go on in another match with the same people, one seat further, however many ask', async () => {
    const { code, players } = await sitAll(3, { atOnce: true, scenario: 'quick' });
    const guests = players.map((player) => player.guest);
    expect(await guests[0]!.ask('rematch', {})).toMatchObject(refusal('not-over'));
    for (let steps = 0; steps < 60 && guests.some((guest) => guest.records.length === 0); steps++) await playOn(guests, code);
    const answers = await Promise.all(guests.map((guest) => guest.ask('rematch', {})));
    const next = answers.map((answer) => (answer.ok ? answer.told : ''));
    expect(new Set(next).size).toBe(1);
    await until(() => guests.every((guest) => guest.moved.length === 1));
    const places = await Promise.all(players.map(({ bearer }) => come(house.origin, next[0] ?? '', bearer)));
    expect(places.map(({ place }) => place)).toEqual(['ru', 'cn', 'us'] satisfies Power[]);
  });
});

/** Everybody locks an empty sheet or stands aside in a crisis, and the match's own clock is not waited for. */
async function playOn(guests: readonly Guest[], code: string): Promise<void> {
  const seen = guests.map((guest) => guest.views.length);
  const { state } = guests[0]!.views.at(-1)!.view;
  for (const guest of guests) {
    const { viewer } = guest.views.at(-1)!;
    const party = state.crisis.first === viewer || state.crisis.second === viewer;
    if (state.world.phase === 'crisis')
      await guest.ask('choose', { turn: state.world.turn, round: state.crisis.round, choice: party ? 'stand-down' : 'watch' });
    else await guest.ask('lock', { turn: state.world.turn, sheet: EMPTY_SHEET });
  }
  // The grace after the last lock, which nobody here needs.
  const match = house.running.registry.find(code)!;
  await until(() => match.dueMs() !== null);
  await until(() => guests.every((guest, i) => guest.views.length > seen[i]!));
}

describe('a seat phrase', () => {
  it('moves the seat to another device, once, however it is typed', async () => {
    const { code, players } = await sitAll(2, { atOnce: true });
    const { guest } = players[1]!;
    const answer = await guest.ask('phrase', {});
    const phrase = (answer.ok && answer.told) || '';
    expect(phrase.split(' ')).toHaveLength(3);
    const wrong = await post(house.origin, `/api/matches/${code}/phrase`, { phrase: 'zoo zoo zoo', nickname: 'Phone' });
    expect(wrong.status).toBe(403);
    const phone = newBearer();
    const typed = phrase.toUpperCase().replaceAll(' ', '-');
    const moved = await post(house.origin, `/api/matches/${code}/phrase`, { phrase: typed, nickname: 'Phone' }, phone);
    const { place, ticket } = (await moved.json()) as { place: Power; ticket: string };
    expect(place).toBe('ru');
    const onPhone = await join(house.origin, code, ticket);
    expect(onPhone.views.at(-1)!.viewer).toBe('ru');
    await until(() => guest.views.at(-1)!.viewer === 'public');
    const again = await post(house.origin, `/api/matches/${code}/phrase`, { phrase, nickname: 'Phone' });
    expect(again.status).toBe(403);
  });

  it('is not told to who holds no seat', async () => {
    const { code } = await sitAll(1, { atOnce: true });
    const watcher = await enter(house.origin, code, newBearer(), { seat: null });
    expect(await watcher.ask('phrase', {})).toMatchObject(refusal('not-your-seat'));
  });
});

describe('erasing', () => {
  it('is the host’s alone, tells everybody, and leaves no byte of the match in the log', async () => {
    const canary = `canary-${randomBytes(9).toString('hex')}`;
    const { code, players } = await sitAll(2, { atOnce: true });
    const [host, friend] = players.map((player) => player.guest);
    await friend!.ask('say', { to: 'us', words: canary, phrase: null, language: 'en' });
    expect(await friend!.ask('erase', {})).toMatchObject(refusal('host-only'));
    await host!.ask('erase', {}).catch(() => undefined);
    await until(() => friend!.closed !== null);
    expect([host!.closed, friend!.closed]).toEqual([CLOSE.erased, CLOSE.erased]);
    expect((await post(house.origin, `/api/matches/${code}/join`, { nickname: 'Late' })).status).toBe(404);
  });

  it('comes to every match on its date', async () => {
    const { code } = await sitAll(1, { atOnce: true });
    await house.running.stop();
    const raw = new DatabaseSync(`${house.data}/threshold.sqlite`);
    raw.exec(`update matches set erase_ms = 1 where code = '${code}'`);
    raw.close();
    house = await openHouse(house.data);
    expect((await post(house.origin, `/api/matches/${code}/join`, { nickname: 'Late' })).status).toBe(404);
    await house.running.stop();
    const after = new DatabaseSync(`${house.data}/threshold.sqlite`);
    const rows = after.prepare('select count(*) as n from entries where match_code = ?').get(code);
    after.close();
    house = await openHouse(house.data);
    expect(rows?.['n']).toBe(0);
  });
});
