import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { backup } from '../../server/cli/backup.ts';
import { readConfig } from '../../server/config.ts';
import { type RunningServer, startServer } from '../../server/main.ts';
import { StartFault } from '../../server/start-fault.ts';
import { EMPTY_SHEET } from '../../shared/orders/sheet.ts';
import { create, enter, join, newBearer, post } from './house.ts';
import { WISH } from './table.ts';

const PASSWORD = 'a password for tests';
let running: RunningServer;
let origin = '';
let data = '';

async function open(...args: string[]): Promise<RunningServer> {
  const server = await startServer(readConfig(['--port', '0', '--host', '127.0.0.1', '--data', data, ...args], {}));
  origin = `http://127.0.0.1:${server.port}`;
  return server;
}

beforeAll(async () => {
  data = mkdtempSync(path(tmpdir(), 'threshold-'));
  running = await open('--ops-password', PASSWORD);
});
afterAll(async () => {
  await running.stop();
  rmSync(data, { recursive: true, force: true });
});

const basic = (password: string): string => `Basic ${Buffer.from(`ops:${password}`).toString('base64')}`;
const ask = (where: string, password: string | null = PASSWORD): Promise<Response> =>
  fetch(origin + where, password === null ? {} : { headers: { authorization: basic(password) } });

describe('for whoever runs the server', () => {
  test('it says that it is alive, and that it is ready once the games of before are back', async () => {
    expect(await (await ask('/healthz', null)).json()).toMatchObject({ ok: true });
    const ready = await ask('/readyz', null);
    expect([ready.status, await ready.json()]).toEqual([200, { ready: true }]);
  });

  test('figures, rooms and copies are behind the password', async () => {
    for (const where of ['/metrics', '/monitor', '/ops/backup']) {
      const method = where === '/ops/backup' ? 'POST' : 'GET';
      for (const password of [null, '', 'wrong', `${PASSWORD} `]) {
        const headers: Record<string, string> = password === null ? {} : { authorization: basic(password) };
        expect((await fetch(origin + where, { method, headers })).status, `${where} with ${password}`).toBe(401);
      }
    }
  });

  test('figures count matches, connections and requests by outcome, and name nobody', async () => {
    const { code, ticket } = await create(origin, { ...WISH, nickname: 'Canary-of-names' });
    const guest = await join(origin, code, ticket);
    await guest.ask('draft', { turn: 1, sheet: EMPTY_SHEET });
    await guest.ask('unlock', { turn: 1 });
    const text = await (await ask('/metrics')).text();
    expect(text).toMatch(/^threshold_matches\{stage="playing"\} [1-9]/m);
    expect(text).toMatch(/^threshold_connections [1-9]/m);
    expect(text).toMatch(/^threshold_requests_total\{request="draft",outcome="ok"\} [1-9]/m);
    expect(text).toMatch(/^threshold_requests_total\{request="unlock",outcome="refusal.not-locked"\} [1-9]/m);
    expect(text).toMatch(/^threshold_commit_seconds_count [1-9]/m);
    expect(text).toMatch(/^process_cpu_seconds_total /m);
    expect(text).not.toContain('Canary-of-names');
    await guest.room.leave();
  });

  test('the rooms are shown without a name and without a script', async () => {
    const { code } = await create(origin, { ...WISH, nickname: '<script>canary' });
    const page = await (await ask('/monitor')).text();
    expect(page).toContain(code);
    expect(page).toContain('us person (away)');
    expect(page).not.toMatch(/script|canary/);
  });

  test('without the option there is nothing there, whatever the password', async () => {
    await running.stop();
    running = await open();
    for (const where of ['/metrics', '/monitor']) expect((await ask(where)).status).toBe(404);
    await running.stop();
    running = await open('--ops-password', PASSWORD);
  });

  test('a short password is refused at the start', () => {
    expect(() => readConfig(['--ops-password', 'short'], {})).toThrow(/at least 12 characters/);
    expect(readConfig([], { OPS_PASSWORD: PASSWORD }).opsPassword).toBe(PASSWORD);
  });
});

describe('a backup', () => {
  const entriesIn = (file: string): unknown[] => {
    const raw = new DatabaseSync(file, { readOnly: true });
    const rows = raw.prepare('select * from entries order by match_code, seq').all();
    raw.close();
    return rows.map((row) => ({ ...row }));
  };

  test('of a running server is whole, is not written over anything, and is refused without the password', async () => {
    const { code, ticket } = await create(origin, WISH);
    const guest = await join(origin, code, ticket);
    await guest.ask('draft', { turn: 1, sheet: EMPTY_SHEET });
    await guest.room.leave();
    const file = path(data, 'copy.sqlite');
    expect(await backup([file, '--server', origin], { OPS_PASSWORD: PASSWORD })).toContain(file);
    expect(entriesIn(file).length).toBeGreaterThan(1);
    await expect(backup([file, '--server', origin], { OPS_PASSWORD: PASSWORD })).rejects.toThrow(/is there already/);
    const other = path(data, 'other.sqlite');
    await expect(backup([other, '--server', origin], {})).rejects.toThrow(/does not take this password/);
    await expect(backup([other, '--data', data], {})).rejects.toThrow(/A server has this log open/);
    await running.stop();
    expect(entriesIn(file)).toEqual(entriesIn(path(data, 'threshold.sqlite')));
    running = await open('--ops-password', PASSWORD);
  });

  test('of a stopped server is the log, and a server started on it has the games', async () => {
    const bearer = newBearer();
    const { code } = await create(origin, { ...WISH, clock: 'untimed', turnSeconds: undefined }, bearer);
    await running.stop();
    const before = data;
    const elsewhere = mkdtempSync(path(tmpdir(), 'threshold-'));
    await backup([path(elsewhere, 'threshold.sqlite'), '--data', before], {});
    expect(statSync(path(elsewhere, 'threshold.sqlite')).size).toBeGreaterThan(10_000);
    data = elsewhere;
    running = await open('--ops-password', PASSWORD);
    expect((await enter(origin, code, bearer)).views.at(-1)?.viewer).toBe('us');
    rmSync(before, { recursive: true, force: true });
  });

  test('that is asked for without a file, or of no folder, says what to do', async () => {
    await expect(backup([], {})).rejects.toThrow(StartFault);
    await expect(backup([], {})).rejects.toThrow(/Name one file/);
    await expect(backup([path(data, 'x.sqlite'), '--data', path(data, 'nowhere')], {})).rejects.toThrow(/There is no folder/);
    await expect(backup([path(data, 'nowhere', 'x.sqlite')], {})).rejects.toThrow(/There is no folder .*nowhere: make it/);
    for (const address of ['localhost:2567', 'nowhere'])
      await expect(backup([path(data, 'x.sqlite'), '--server', address], {})).rejects.toThrow(
        /is no address of a server: write it out/,
      );
  });
});

describe('/check', () => {
  test('the server tells its time, and opens a socket to whoever asks, before it says that there is no such room', async () => {
    const { nowMs } = (await (await fetch(`${origin}/api/time`)).json()) as { nowMs: number };
    expect(Math.abs(nowMs - Date.now())).toBeLessThan(5000);
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/check/NOROOM?sessionId=check`);
    const isOpen = await new Promise<boolean>((done) => {
      socket.onopen = () => done(true);
      socket.onerror = () => done(false);
    });
    expect(isOpen).toBe(true);
    socket.close();
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  });
});

describe('the log of events', () => {
  test('names no person, no secret, no ticket, no phrase and no words of anybody', async () => {
    const lines: string[] = [];
    const write = vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean(lines.push(String(text))));
    const bearer = newBearer();
    const { code, ticket } = await create(origin, { ...WISH, friends: true, nickname: 'Canary-name' }, bearer);
    const guest = await join(origin, code, ticket);
    const told = await guest.ask('phrase', {});
    await guest.ask('say', { to: 'ru', words: 'canary-words', phrase: null, language: 'en' });
    await guest.ask('lock', { turn: 1, sheet: EMPTY_SHEET });
    await post(origin, `/api/matches/${code}/phrase`, { phrase: 'zoo zoo zoo', nickname: 'Canary-name' });
    await guest.room.leave();
    await running.stop();
    running = await open('--ops-password', PASSWORD);
    write.mockRestore();
    const text = lines.join('');
    expect(lines.length).toBeGreaterThan(0);
    for (const line of text.trim().split('\n'))
      expect(JSON.parse(line)).toMatchObject({ at: expect.any(String), event: expect.any(String) });
    const [id = '', secret = ''] = bearer.replace('Bearer ', '').split('.');
    const phrase = (told.ok && told.told) || 'none';
    for (const canary of [id, secret, ticket, phrase, 'canary-words', 'Canary-name', PASSWORD])
      expect(text).not.toContain(canary);
  });
});

describe('behind a reverse proxy', () => {
  const knock = (address: string): Promise<Response> =>
    fetch(`${origin}/api/matches/AAAAAA/join`, { method: 'POST', headers: { 'x-forwarded-for': address } });
  const wearOut = async (address: string): Promise<void> => {
    for (let i = 0; i < 60; i++) await knock(address);
  };

  test('what one address gets wrong is counted against it alone, once the server was told of the proxy', async () => {
    await running.stop();
    running = await open('--behind-proxy');
    await wearOut('192.0.2.1');
    expect((await knock('192.0.2.1')).status).toBe(429);
    expect((await knock('192.0.2.2')).status).toBe(400);
  });

  test('without that word nobody gets away by naming another address', async () => {
    await running.stop();
    running = await open('--ops-password', PASSWORD);
    await wearOut('192.0.2.1');
    expect((await knock('192.0.2.2')).status).toBe(429);
  });
});
