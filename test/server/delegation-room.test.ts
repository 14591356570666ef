import { afterAll, beforeAll, expect, test } from 'vitest';
import { EMPTY_SHEET, type Sheet } from '../../shared/orders/sheet.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import { create, enter, type House, newBearer, openHouse, until } from './house.ts';
import { WISH } from './table.ts';
import { openTap } from './tap.ts';

/** Words that stand nowhere else: of the sheet that a delegation writes, and of what it says among itself. */
const [ON_SHEET, ASIDE] = ['canary-shared-draft-77ab', 'canary-aside-77ab'];

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const idOf = (bearer: string): string => /^Bearer ([\w-]{22})\./.exec(bearer)?.[1] ?? '';
const sheet = (words: string): Sheet => ({
  ...EMPTY_SHEET,
  statements: [
    {
      speaker: 'minister',
      kind: 'reassure',
      target: 'ru',
      subject: 'arms',
      venue: 'forum',
      commitment: null,
      words,
      language: 'en',
    },
  ],
});

/** A delegation of two in the seat of the United States, a person each in the others, and one who watches. */
async function opened() {
  const bearers = { head: newBearer(), voice: newBearer(), ru: newBearer(), cn: newBearer(), public: newBearer() };
  const { code } = await create(house.origin, { ...WISH, friends: true, clock: 'untimed', turnSeconds: undefined });
  const match = house.running.registry.find(code)!;
  const members = [
    { person: idOf(bearers.head), nickname: 'Head', portfolios: ['head-of-state'] as const },
    { person: idOf(bearers.voice), nickname: 'Voice', portfolios: ['press'] as const },
  ];
  await match.note({ kind: 'seat', power: 'us', seat: { held: 'delegation', members } });
  const alone = (power: 'ru' | 'cn') => ({ held: 'person', person: idOf(bearers[power]), nickname: power }) as const;
  for (const power of ['ru', 'cn'] as const) await match.note({ kind: 'seat', power, seat: alone(power) });
  return { code, bearers };
}

test('a delegation shares its sheet and its words, and not a byte of them goes to anybody else', async () => {
  const { code, bearers } = await opened();
  const others = await Promise.all(
    (['ru', 'cn', 'public'] as const).map(async (name) => {
      const tap = await openTap(house.origin);
      return { name, tap, guest: await enter(tap.origin, code, bearers[name], { seat: null }) };
    }),
  );
  const own = await openTap(house.origin);
  const head = await enter(own.origin, code, bearers.head);
  const voice = await enter(house.origin, code, bearers.voice);
  expect([head.closed, voice.closed]).toEqual([null, null]);

  const saved = await voice.ask('draft', { turn: 1, sheet: sheet(ON_SHEET), base: 0 });
  expect(saved).toMatchObject({ ok: true, receipt: { number: 1 } });
  await voice.ask('say', { to: 'us', words: ASIDE, phrase: null, language: 'en' });
  await until(() => head.drafts.length === 1 && head.lines.some(({ words }) => words === ASIDE));
  expect(head.drafts[0]).toEqual({ turn: 1, sheet: sheet(ON_SHEET), locked: false, number: 1, by: 'Voice' });
  expect(voice.drafts).toEqual([]);
  expect(head.delegations.at(-1)).toMatchObject({ own: 0, delegates: [{ isHere: true }, { nickname: 'Voice', isHere: true }] });
  await head.ask('lock', { turn: 1, sheet: sheet(ON_SHEET), base: 1 });
  await until(() => voice.drafts.at(-1)?.locked === true);

  // What may be heard of it: how many they are, what they are called, and that they are ready.
  const figures = others[0]!.guest.room.state as { seats: Map<Power, { nickname: string; members: number; committed: boolean }> };
  await until(() => figures.seats.get('us')?.committed === true);
  expect(POWERS.map((power) => figures.seats.get(power)?.members)).toEqual([2, 1, 1]);
  expect(figures.seats.get('us')?.nickname).toBe('Head, Voice');
  // Words pass a tap as they are: those who may hear them do.
  expect([ON_SHEET, ASIDE].every((secret) => own.heard().toString('latin1').includes(secret))).toBe(true);
  await own.close();
  for (const { name, tap, guest } of others) {
    await guest.ask('view', {});
    const heard = tap.heard().toString('latin1');
    expect(
      [ON_SHEET, ASIDE, ...Object.values(bearers).map(idOf)].filter((secret) => heard.includes(secret)),
      name,
    ).toEqual([]);
    expect([guest.drafts, guest.delegations]).toEqual([[], []]);
    expect(guest.lines.filter(({ from, to }) => from === to)).toEqual([]);
    await tap.close();
  }
});

test('what one of a delegation taps stands at once before the others of it, and before nobody else', async () => {
  const { code, bearers } = await opened();
  const [head, voice, ru] = await Promise.all(
    [bearers.head, bearers.voice, bearers.ru].map((one) => enter(house.origin, code, one)),
  );
  if (!head || !voice || !ru) throw new Error('three have come');
  await house.running.registry.find(code)?.lead({ name: 'begin' });
  await house.running.registry.find(code)?.lead({ name: 'advance', seen: { turn: 1, round: 0 } });
  await until(() => head.views.at(-1)?.view.last.turn === 1);
  expect(await voice.ask('perceive', { turn: 1, of: 'ru', reading: 'strike' })).toMatchObject({ ok: true });
  const taps = [{ turn: 1, by: 'us', of: 'ru', reading: 'strike' }];
  await until(() => head.perceptions.length === 1 && voice.perceptions.length === 1);
  expect([head.perceptions, voice.perceptions, ru.perceptions]).toEqual([taps, taps, []]);
  await head.ask('perceive', { turn: 1, of: 'ru', reading: null });
  await until(() => voice.perceptions.length === 0);
});

test('one person has one page, and the others of his delegation keep theirs', async () => {
  const { code, bearers } = await opened();
  const head = await enter(house.origin, code, bearers.head);
  const voice = await enter(house.origin, code, bearers.voice);
  await enter(house.origin, code, bearers.voice);
  await until(() => voice.closed !== null);
  expect([voice.closed, head.closed]).toEqual([4100, null]);
});
