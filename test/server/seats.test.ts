import { describe, expect, test } from 'vitest';
import { remake } from '../../server/match/remake.ts';
import { movedOn } from '../../server/match/seats.ts';
import { EMPTY_SHEET, type Sheet } from '../../shared/orders/sheet.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import { HOST, personOf, planFor, START_MS, sitDown, threeSit } from './table.ts';

const RUSSIAN = personOf('ru');
const CHINESE = personOf('cn');
const start = { name: 'start', body: {} } as const;
const ready = (isReady: boolean) => ({ name: 'ready', body: { ready: isReady } }) as const;
const take = (seat: Power) => ({ name: 'take', body: { seat } }) as const;
const handBack = { name: 'hand-back', body: { bot: 'dove' } } as const;
const seatBot = (seat: Power, bot: 'hawk' | 'dove') => ({ name: 'seat-bot', body: { seat, bot } }) as const;
const PENAIDS: Sheet = { ...EMPTY_SHEET, orders: [{ kind: 'penaids' }] };
const refusal = (key: string) => ({ ok: false, refusal: { key: `refusal.${key}` } });

describe('a lobby', () => {
  test('takes no orders and runs no clock until the host begins', async () => {
    const table = await sitDown(planFor({ friends: true }), { isLobby: true });
    expect(table.match.stage).toBe('lobby');
    expect(await table.ask(HOST, { name: 'lock', body: { turn: 1, sheet: PENAIDS } })).toMatchObject(refusal('not-begun'));
    await table.pass(10_000_000);
    expect(table.match.game.played).toHaveLength(0);
    expect(await table.ask(RUSSIAN, start)).toMatchObject(refusal('host-only'));
    expect(await table.ask(HOST, start)).toMatchObject({ ok: true });
    expect(table.match.stage).toBe('playing');
    expect(table.match.deadlineMs()).toBe(table.nowMs() + 60_000);
    expect(await table.ask(HOST, start)).toMatchObject(refusal('has-begun'));
  });

  test('begins by itself when three persons are ready, and a mark can be taken back', async () => {
    const table = await threeSit({}, { isLobby: true });
    for (const power of ['us', 'ru'] as const) await table.ask(personOf(power), ready(true));
    await table.ask(HOST, ready(false));
    await table.ask(CHINESE, ready(true));
    expect(table.match.stage).toBe('lobby');
    await table.ask(HOST, ready(true));
    expect(table.match.stage).toBe('playing');
  });

  test('lets people change seats and the host choose the bots of the others', async () => {
    const table = await sitDown(planFor({ friends: true }), { isLobby: true });
    await table.match.sit({ person: RUSSIAN, nickname: 'Ivan' }, 'ru');
    expect(await table.ask(CHINESE, take('ru'))).toMatchObject(refusal('seat-taken'));
    expect(await table.ask(RUSSIAN, take('cn'))).toMatchObject(refusal('one-seat-each'));
    await table.ask(RUSSIAN, handBack);
    expect(await table.ask(RUSSIAN, take('cn'))).toMatchObject({ ok: true });
    expect(await table.ask(RUSSIAN, seatBot('ru', 'hawk'))).toMatchObject(refusal('host-only'));
    expect(await table.ask(HOST, seatBot('ru', 'hawk'))).toMatchObject({ ok: true });
    expect(await table.ask(HOST, seatBot('cn', 'hawk'))).toMatchObject(refusal('seat-taken'));
    await table.ask(RUSSIAN, { name: 'rename', body: { nickname: 'Wei' } });
    expect(table.match.table.seats).toEqual({
      us: { held: 'person', person: HOST, nickname: 'Host' },
      ru: { held: 'bot', bot: 'hawk' },
      cn: { held: 'person', person: RUSSIAN, nickname: 'Wei' },
    });
  });

  test('is begun by anyone seated once the host has been gone for a minute', async () => {
    const table = await threeSit({}, { isLobby: true });
    await table.here('ru', 'cn');
    expect(await table.ask(RUSSIAN, start)).toMatchObject(refusal('host-only'));
    await table.pass(60_000);
    expect(await table.ask('a passer-by', start)).toMatchObject(refusal('host-only'));
    expect(await table.ask(RUSSIAN, start)).toMatchObject({ ok: true });
  });
});

describe('a seat in play', () => {
  test('is taken over from a bot by a late human, and handed back', async () => {
    const table = await sitDown(planFor({ friends: true }));
    expect(await table.ask(RUSSIAN, take('ru'))).toMatchObject({ ok: true });
    expect(await table.ask(RUSSIAN, { name: 'draft', body: { turn: 1, sheet: PENAIDS } })).toMatchObject({ ok: true });
    await table.ask(HOST, { name: 'lock', body: { turn: 1, sheet: EMPTY_SHEET } });
    await table.pass(5000);
    expect(table.match.game.played).toHaveLength(0);
    expect(await table.ask(RUSSIAN, handBack)).toMatchObject({ ok: true });
    await table.pass(0);
    expect(table.match.game.played).toHaveLength(1);
  });

  test('is not given to who has seen the secrets of another', async () => {
    const table = await sitDown(planFor({ friends: true }));
    await table.ask(RUSSIAN, take('ru'));
    await table.ask(RUSSIAN, handBack);
    expect(await table.ask(RUSSIAN, take('cn'))).toMatchObject(refusal('knows-another-seat'));
    expect(await table.match.sit({ person: RUSSIAN, nickname: '' }, 'cn')).toMatchObject({ key: 'refusal.knows-another-seat' });
    expect(await table.match.move(HOST, { person: RUSSIAN, nickname: '' })).toMatchObject({ key: 'refusal.knows-another-seat' });
    expect(await table.ask(RUSSIAN, take('ru'))).toMatchObject({ ok: true });
  });

  test('goes over to another device with its draft, and the old device only watches', async () => {
    const table = await threeSit();
    await table.ask(RUSSIAN, { name: 'draft', body: { turn: 1, sheet: PENAIDS } });
    expect(await table.match.move(RUSSIAN, { person: 'phone', nickname: 'Ivan' })).toBeNull();
    expect(table.match.table.drafts.ru?.sheet).toEqual(PENAIDS);
    expect(await table.ask(RUSSIAN, { name: 'lock', body: { turn: 1, sheet: PENAIDS } })).toMatchObject(refusal('not-your-seat'));
    expect(await table.ask('phone', { name: 'lock', body: { turn: 1, sheet: PENAIDS } })).toMatchObject({ ok: true });
  });

  test('stays shut where no friends were asked for', async () => {
    const table = await sitDown();
    expect(await table.ask(RUSSIAN, take('ru'))).toMatchObject(refusal('seats-closed'));
  });

  test('is in the log with whoever held it when', async () => {
    const table = await threeSit();
    await table.ask(RUSSIAN, handBack);
    await table.ask(RUSSIAN, take('ru'));
    expect(remake(table.match.plan, table.log)).toMatchObject({ table: { seats: table.match.table.seats } });
    expect(table.log.every((line) => line.atMs === START_MS)).toBe(true);
  });
});

test('with each rematch everybody moves one seat on, and after three is where he began', () => {
  const { seats } = planFor();
  const once = movedOn(seats);
  expect(once.ru).toEqual(seats.us);
  expect(POWERS.every((power) => JSON.stringify(once[power]) !== JSON.stringify(seats[power]))).toBe(true);
  expect(movedOn(movedOn(once))).toEqual(seats);
});
