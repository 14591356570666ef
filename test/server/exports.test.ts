import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TABLES } from '../../shared/export/names.ts';
import { type RecordFile, readRecord } from '../../shared/export/record-file.ts';
import { replay } from '../../shared/game/record.ts';
import { POWERS } from '../../shared/scenario/names.ts';
import { rowsOf } from '../export/slow-csv.ts';
import { come, create, enter, type Guest, type House, newBearer, openHouse, until } from './house.ts';
import { QUICK, WISH } from './table.ts';

let house: House;
let code: string;
let guest: Guest;
const player = newBearer();
const FILES = ['record.json', ...TABLES.map((name) => `${name}.csv`)];

const fetchFile = (file: string, bearer = player, from = house): Promise<Response> =>
  fetch(`${from.origin}/api/matches/${code}/export/${file}`, {
    // A line kept open from one test to the next may be closed under it.
    headers: { authorization: bearer, connection: 'close' },
  });
const bytesOf = async (file: string, from = house): Promise<string> => (await fetchFile(file, player, from)).text();
const sheetWith = (words: string) => ({
  orders: [],
  statements: [
    { speaker: 'minister', kind: 'warn', target: 'ru', subject: 'arms', venue: 'home', commitment: null, words, language: 'en' },
  ],
  abandon: [],
});

beforeAll(async () => {
  house = await openHouse();
  ({ code } = await create(
    house.origin,
    { ...WISH, nickname: 'Zebedee', speech: 'free', friends: true, clock: 'untimed', atOnce: true },
    player,
  ));
  guest = await enter(house.origin, code, player);
});
afterAll(() => house.close());

async function playOn(turn: number): Promise<void> {
  const view = guest.views.at(-1)?.view;
  if (view?.state.world.phase === 'crisis')
    await guest.ask('choose', { turn: view.state.world.turn, round: view.state.crisis.round, choice: 'hold' });
  else
    await guest.ask('lock', {
      turn,
      sheet: turn === 1 ? sheetWith('Zebedee speaks') : { orders: [], statements: [], abandon: [] },
    });
}

describe('what is kept of a game', () => {
  test('is given to nobody while the game goes on', async () => {
    for (const file of FILES) {
      const answer = await fetchFile(file);
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ key: 'refusal.not-over' });
    }
  });

  test('is there for who was at the table once it has ended, and proves itself', async () => {
    for (let steps = 0; guest.records.length === 0 && steps < 20; steps++) {
      const seen = guest.views.length;
      await playOn(guest.views.at(-1)?.view.state.world.turn ?? 1);
      await until(() => guest.views.length > seen || guest.records.length > 0);
    }
    const record = readRecord(await bytesOf('record.json')) as RecordFile;
    expect(record).not.toHaveProperty('refused');
    expect(replay(QUICK.board(), record).verified).toBe(true);
    expect(record.seats.us).toEqual({ held: 'person', name: 'Zebedee', bot: null });
    expect(record.attendance.filter(({ seat }) => seat === 'us').every(({ locked }) => locked)).toBe(true);
  });

  test('comes as tables too, as an attachment, in UTF-8', async () => {
    for (const name of TABLES) {
      const answer = await fetchFile(`${name}.csv`);
      expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="threshold-${code}-${name}.csv"`);
      expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(Buffer.from(await answer.arrayBuffer()).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    }
    expect(rowsOf(await bytesOf('participation.csv')).length).toBe(1 + 4 * POWERS.length);
  });

  test('names nobody where it is asked for without names', async () => {
    for (const file of FILES) {
      expect(await bytesOf(`${file}?anonymous=1`)).not.toContain('Zebedee');
    }
    expect(await bytesOf('record.json')).toContain('Zebedee speaks');
  });

  test('is refused to strangers, to who only watched, and to nobody in particular', async () => {
    const watcher = newBearer();
    await come(house.origin, code, watcher, { seat: null });
    for (const bearer of [newBearer(), watcher]) {
      const answer = await fetchFile('record.json', bearer);
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ refused: true, key: 'refusal.not-at-table' });
    }
    expect((await fetchFile('record.json', '')).status).toBe(401);
    expect((await fetchFile('secrets.csv')).status).toBe(404);
  });

  test('is the same, byte for byte, when the room is gone and only the log is left', async () => {
    const before = await Promise.all(FILES.map((file) => bytesOf(file)));
    await house.running.hall.abandon(code);
    expect(house.running.registry.find(code)).toBeUndefined();
    expect(await Promise.all(FILES.map((file) => bytesOf(file)))).toEqual(before);
    await house.running.stop();
    const again = await openHouse(house.data);
    expect(await Promise.all(FILES.map((file) => bytesOf(file, again)))).toEqual(before);
    house = again;
  });
});
