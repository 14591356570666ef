import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stateOf } from '../../shared/game/game.ts';
import { EMPTY_SHEET, type Order, type Sheet, type Statement } from '../../shared/orders/sheet.ts';
import type { CreateMatch } from '../../shared/protocol/lobby.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import { create, enter, type Guest, type House, join, newBearer, openHouse, until } from './house.ts';
import { WISH } from './table.ts';
import { bytesOf, openTap, type Tap } from './tap.ts';

/** Words that stand nowhere else: what a seat keeps to itself, each in every kind of place where it does. */
const SECRETS = ['dropped-draft', 'private-words', 'channel', 'late-draft'] as const;
const canary = (power: Power, secret: (typeof SECRETS)[number]): string => `canary-${power}-${secret}-5d1f`;

const FRIENDS: CreateMatch = { ...WISH, friends: true, clock: 'untimed', turnSeconds: undefined, scenario: 'quick' };
const OTHER: Readonly<Record<Power, Power>> = { us: 'ru', ru: 'cn', cn: 'us' };

const words = (power: Power, text: string, venue: 'private' | 'forum'): Statement => ({
  speaker: 'minister',
  kind: 'warn',
  target: OTHER[power],
  subject: 'arms',
  venue,
  commitment: null,
  words: text,
  language: 'en',
});
const sheet = (statements: readonly Statement[], orders: readonly Order[] = []): Sheet => ({
  ...EMPTY_SHEET,
  orders: [...orders],
  statements: [...statements],
});

interface Listener {
  readonly name: string;
  readonly tap: Tap;
  readonly guest: Guest;
  /** The seat whose secrets it may hear. */
  readonly seat: Power | null;
}

let house: House;
const listeners: Listener[] = [];
const seats: Partial<Record<Power, { readonly bearer: string; readonly guest: Guest }>> = {};
let code = '';
/** Hidden numbers of the states that were played through, and whose they are; `null`: nobody's. */
const hidden: { readonly of: Power | null; readonly what: string; readonly value: number }[] = [];
/** Ids of what was ordered and is not to be seen yet, by the power that ordered it. */
const unseen: { readonly of: Power; readonly id: string }[] = [];
let heardBeforeTheEnd: readonly (Listener & { readonly bytes: Buffer })[] = [];

async function listen(name: string, seat: Power | null, bearer: string, body: object): Promise<Guest> {
  const tap = await openTap(house.origin);
  const guest = await enter(tap.origin, code, bearer, body);
  listeners.push({ name, tap, guest, seat });
  return guest;
}

function noteHidden(): void {
  const state = stateOf(house.running.registry.find(code)!.game);
  for (const [id, system] of Object.entries(state.systems))
    for (const what of ['trueKill', 'trueDecoy', 'trueTrack'] as const)
      hidden.push({ of: null, what: `${what} of ${id}`, value: system[what] });
  for (const [id, host] of Object.entries(state.hosts)) hidden.push({ of: null, what: `consent of ${id}`, value: host.consent });
  for (const power of POWERS) hidden.push({ of: power, what: `approval of ${power}`, value: state.powers[power].approval });
  for (const [id, pair] of Object.entries(state.pairs))
    hidden.push({ of: id.slice(0, 2) as Power, what: `trust ${id}`, value: pair.trust });
}

async function playTurn(number: number): Promise<void> {
  for (const power of POWERS) {
    const { guest } = seats[power]!;
    await guest.ask('draft', { turn: number, sheet: sheet([words(power, canary(power, 'dropped-draft'), 'forum')]) });
    if (number > 1) await guest.ask('perceive', { turn: number - 1, of: OTHER[power], reading: 'strike' });
    await guest.ask('say', { to: OTHER[power], words: canary(power, 'channel'), phrase: null, language: 'en' });
    const orders: readonly Order[] = number === 1 ? [{ kind: 'penaids' }] : [];
    if (number === 1) unseen.push({ of: power, id: `w1-${power}-0` }, { of: power, id: `d1-${power}-0` });
    await guest.ask('lock', { turn: number, sheet: sheet([words(power, canary(power, 'private-words'), 'private')], orders) });
  }
  const seen = seats.us!.guest.views.length;
  await until(() => seats.us!.guest.views.length > seen);
  while (seats.us!.guest.views.at(-1)!.view.state.world.phase === 'crisis') await playRound();
  noteHidden();
}

async function playRound(): Promise<void> {
  const { crisis, world } = seats.us!.guest.views.at(-1)!.view.state;
  const seen = seats.us!.guest.views.length;
  for (const power of POWERS) {
    const choice = power === crisis.first || power === crisis.second ? 'stand-down' : 'watch';
    await seats[power]!.guest.ask('choose', { turn: world.turn, round: crisis.round, choice });
  }
  await until(() => seats.us!.guest.views.length > seen);
}

beforeAll(async () => {
  house = await openHouse();
  const bearer = newBearer();
  const created = await create(house.origin, FRIENDS, bearer);
  code = created.code;
  // The host enters by his first ticket, so that the tap hears him from the beginning as it hears the others.
  const tap = await openTap(house.origin);
  const guest = await join(tap.origin, code, created.ticket);
  listeners.push({ name: 'us', tap, guest, seat: 'us' });
  seats.us = { bearer, guest };
  for (const power of ['ru', 'cn'] as const) {
    const person = newBearer();
    seats[power] = { bearer: person, guest: await listen(power, power, person, { seat: power }) };
  }
  await listen('spectator', null, newBearer(), { seat: null });
  noteHidden();
  await playTurn(1);
  // In the middle: somebody late, and each seat once more from another page.
  await listen('late spectator', null, newBearer(), { seat: null });
  for (const power of POWERS) {
    const { bearer: person } = seats[power]!;
    seats[power] = { bearer: person, guest: await listen(`${power} again`, power, person, {}) };
  }
  await playTurn(2);
  // A draft that nobody locks, still open when everything so far is looked at.
  for (const power of POWERS)
    await seats[power]!.guest.ask('draft', { turn: 3, sheet: sheet([words(power, canary(power, 'late-draft'), 'forum')]) });
  await Promise.all(listeners.filter(({ guest: one }) => one.closed === null).map(({ guest: one }) => one.ask('view', {})));
  heardBeforeTheEnd = listeners.map((listener) => ({ ...listener, bytes: listener.tap.heard() }));
  await playTurn(3);
  await playTurn(4);
  await until(() => seats.us!.guest.records.length > 0);
  await listen('spectator after the end', null, newBearer(), { seat: null });
}, 120_000);

afterAll(async () => {
  for (const { tap } of listeners) await tap.close();
  await house.close();
});

/** Whether a listener's seat may know a secret of a power: his own, or one that was told to him. */
function mayHear(seat: Power | null, power: Power, secret: (typeof SECRETS)[number]): boolean {
  if (seat === power) return true;
  return (secret === 'private-words' || secret === 'channel') && seat === OTHER[power];
}

describe('of everything that ever reaches a listener, byte for byte,', () => {
  it('the search itself works: each seat does hear its own secrets, in words, ids and numbers', () => {
    for (const { seat, bytes } of heardBeforeTheEnd.filter(({ name }) => name.endsWith('again'))) {
      expect(bytes.includes(canary(seat!, 'late-draft')), `${seat} hears its own draft`).toBe(true);
      expect(bytes.includes(canary(seat!, 'channel')), `${seat} hears its own channel`).toBe(true);
      expect(bytes.includes(`w1-${seat}-0`), `${seat} sees its own work`).toBe(true);
      const own = hidden.filter(({ of, value }) => of === seat && !Number.isInteger(value));
      expect(
        own.some(({ value }) => bytes.includes(bytesOf(value))),
        `${seat} hears numbers of its own`,
      ).toBe(true);
    }
  });

  it('no words of another seat: dropped drafts, open drafts, private statements, channels', () => {
    const leaks = heardBeforeTheEnd.flatMap(({ name, seat, bytes }) =>
      POWERS.flatMap((power) =>
        SECRETS.filter((secret) => !mayHear(seat, power, secret) && bytes.includes(canary(power, secret))).map(
          (secret) => `${name} hears ${secret} of ${power}`,
        ),
      ),
    );
    expect(leaks).toEqual([]);
  });

  it('no order of another seat that is not to be seen yet', () => {
    const leaks = heardBeforeTheEnd.flatMap(({ name, seat, bytes }) =>
      unseen.filter(({ of, id }) => of !== seat && bytes.includes(id)).map(({ id }) => `${name} hears ${id}`),
    );
    expect(leaks).toEqual([]);
  });

  it('no secret aim of another seat: its id is a plain word, so it is looked for where it would stand', () => {
    const truth = stateOf(house.running.registry.find(code)!.game).powers;
    const told = listeners.flatMap(({ seat, guest }) => guest.views.map(({ view }) => ({ seat, powers: view.state.powers })));
    expect(told.length).toBeGreaterThan(20);
    for (const { seat, powers } of told)
      for (const power of POWERS) expect(powers[power].secretAim).toBe(power === seat ? truth[power].secretAim : '');
  });

  it('no tap of another seat on how it reads its rivals, until the record is out', () => {
    const before = listeners.flatMap(({ seat, guest }) => guest.views.map((message) => ({ seat, taps: message.perceptions })));
    expect(before.some(({ taps }) => taps.length > 0)).toBe(true);
    for (const { seat, taps } of before) expect(taps.filter(({ by }) => by !== seat)).toEqual([]);
    const told = listeners.find(({ name }) => name === 'spectator')!.guest.perceptions;
    expect(told.map(({ turn, by, of }) => `${turn} ${by} ${of}`).sort()).toEqual(
      [1, 2, 3].flatMap((turn) => POWERS.map((power) => `${turn} ${power} ${OTHER[power]}`)).sort(),
    );
  });

  it('no hidden number: what is true of a system, how a host really stands, what another seat is approved and trusted', () => {
    // A number that everybody starts from, or that is round, proves nothing wherever it is found.
    const start = new Set(hidden.slice(0, hidden.length / 3).map(({ value }) => value));
    const telling = hidden.filter(({ of, value }) => !Number.isInteger(value * 4) && (of === null || !start.has(value)));
    expect(telling.length).toBeGreaterThan(20);
    const leaks = heardBeforeTheEnd.flatMap(({ name, seat, bytes }) =>
      telling
        .filter(({ of, value }) => (of === null || of !== seat) && bytes.includes(bytesOf(value)))
        .map(({ what, value }) => `${name} hears ${what} (${value})`),
    );
    expect(leaks).toEqual([]);
  });

  it('after the end, when the record is out: still no dropped draft and no channel of others', () => {
    const leaks = listeners.flatMap(({ name, seat, tap }) => {
      const bytes = tap.heard();
      return POWERS.flatMap((power) =>
        (['dropped-draft', 'channel'] as const)
          .filter((secret) => !mayHear(seat, power, secret) && bytes.includes(canary(power, secret)))
          .map((secret) => `${name} hears ${secret} of ${power}`),
      );
    });
    expect(leaks).toEqual([]);
  });
});

describe('saving a draft, or a tap on how one reads a rival,', () => {
  it('sends nobody else anything at all, however large it is', async () => {
    const { code: other, ticket } = await create(house.origin, FRIENDS);
    const us = await join(house.origin, other, ticket);
    const tap = await openTap(house.origin);
    const ru = await enter(tap.origin, other);
    await us.ask('view', {});
    await ru.ask('view', {});
    const before = tap.heard().length;
    // Of no turn that was told: it is judged, refused, and heard of by nobody either way.
    await us.ask('perceive', { turn: 0, of: 'ru', reading: 'strike' });
    for (const length of [0, 1, 100, 280])
      await us.ask('draft', { turn: 1, sheet: sheet([words('us', 'x'.repeat(length), 'forum')]) });
    await new Promise((done) => setTimeout(done, 300));
    // A ping of WebSocket is two bytes, and comes by its own clock.
    expect(tap.heard().length - before).toBeLessThanOrEqual(2);
    expect(ru.closed).toBeNull();
    await tap.close();
  });
});
