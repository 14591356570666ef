import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EMPTY_SHEET } from '../../shared/orders/sheet.ts';
import { create, enter, join, newBearer, until } from './house.ts';
import { listening, type Program, startProgram } from './program.ts';
import { WISH } from './table.ts';

let data = '';
const started: ChildProcess[] = [];
beforeEach(() => {
  data = mkdtempSync(path(tmpdir(), 'threshold-'));
});
afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  rmSync(data, { recursive: true, force: true });
});

function start(...args: string[]): Program {
  const program = startProgram(data, ...args);
  started.push(program.child);
  return program;
}

describe('a command whose reader has read enough', () => {
  test('ends without a word: nobody is there to hear a complaint', async () => {
    const child = spawn(process.execPath, ['server/cli/main.ts', 'scenario', 'schema'], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let complaint = '';
    child.stderr.on('data', (chunk) => {
      complaint += chunk;
    });
    const code = await new Promise((done) => child.on('close', done));
    expect({ code, complaint }).toEqual({ code: 0, complaint: '' });
  });
});

test.each([
  [
    ['--help'],
    /threshold serve \[--port N\][\s\S]*threshold backup[\s\S]*threshold simulate[\s\S]*threshold replay[\s\S]*threshold model/,
  ],
  [['serve', '--help'], /--scenarios FOLDER +scenarios of your own[\s\S]*--behind-proxy/],
  [['scenario', 'check', '--help'], /^threshold scenario list/],
  [['simulate', '--help'], /strategist alone: the second level/],
])('%j tells how it is written, and that is no mistake', async (args, told) => {
  const child = spawn(process.execPath, ['server/cli/main.ts', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: string[] = [];
  child.stdout.on('data', (chunk) => chunks.push(String(chunk)));
  expect(await new Promise((done) => child.on('close', done))).toBe(0);
  expect(chunks.join('')).toMatch(told);
});

describe('the server as a program', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'ends with 0 on %s, even with a guest in a room and a second signal on top',
    async (signal) => {
      const program = start('--port', '0');
      const origin = await listening(program);
      expect(program.out()).toMatch(/^Threshold is at http:\/\/localhost:\d+\/\n$/);
      const { code, ticket } = await create(origin, WISH);
      await join(origin, code, ticket);
      program.child.kill(signal);
      program.child.kill(signal);
      expect(await program.ended).toBe(0);
      const events = program
        .complaint()
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { event: string; error?: string });
      expect(events.filter(({ error }) => error !== undefined)).toEqual([]);
    },
  );

  test('with --demo names a world to watch, which plays while somebody looks', async () => {
    const program = start('--port', '0', '--demo');
    const origin = await listening(program);
    await until(() => program.out().includes('?watch='));
    const code = /\?watch=([2-9A-Z]{6})\n/.exec(program.out())?.[1] ?? '';
    const guest = await enter(origin, code);
    await until(() => guest.views.some(({ view }) => view.timeline.length > 1 || view.state.world.turn > 1));
    await guest.room.leave();
  });

  test('a second one on the same log gets one sentence and exit code 2, and the first plays on', async () => {
    const first = start('--port', '0');
    const origin = await listening(first);
    const second = start('--port', '0');
    expect(await second.ended).toBe(2);
    expect(second.complaint()).toMatch(
      /^The file .*threshold\.sqlite is in use by another server: stop that one, or give this one its own folder with --data\.\n$/,
    );
    expect((await fetch(`${origin}/healthz`)).ok).toBe(true);
  });

  test('a port that is taken is one sentence and exit code 2', async () => {
    const other = createServer();
    const port = await new Promise<number>((done) =>
      other.listen(0, '127.0.0.1', () => done((other.address() as { port: number }).port)),
    );
    const program = start('--port', String(port));
    expect(await program.ended).toBe(2);
    expect(program.complaint()).toBe(`Port ${port} is in use: stop the program that has it, or choose another with --port.\n`);
    other.close();
  });

  test('an option it does not know is one sentence and exit code 2', async () => {
    const program = start('--colour');
    expect(await program.ended).toBe(2);
    expect(program.complaint()).toMatch(/--colour.*\nthreshold serve \[--port N\]/);
  });

  test.skipIf(!existsSync('/proc'))(
    'a folder that its parent denies is one sentence and exit code 2, and no endless search for it',
    async () => {
      const program = start('--port', '0', '--data', '/proc/games');
      expect(await program.ended).toBe(2);
      expect(program.complaint()).toBe('The folder /proc/games cannot be made (ENOENT): choose another with --data.\n');
    },
  );

  test('killed again and again it loses nothing that it gave a receipt for, and opens the same games again', async () => {
    let program = start('--port', '0');
    let origin = await listening(program);
    const bearer = newBearer();
    const { code } = await create(origin, { ...WISH, clock: 'untimed', turnSeconds: undefined }, bearer);
    let turn = 1;
    for (let kill = 0; kill < 4; kill++) {
      const guest = await enter(origin, code, bearer);
      const before = guest.views[0]!;
      if (kill > 0) expect(before.draft).toEqual({ ...EMPTY_SHEET, orders: [{ kind: 'penaids' }] });
      const sheet = { ...EMPTY_SHEET, orders: [{ kind: 'penaids' }] };
      if (kill % 2 === 1) {
        await guest.ask('lock', { turn, sheet });
        await until(() => guest.views.at(-1)!.view.timeline.length > before.view.timeline.length);
      }
      turn = guest.views.at(-1)!.view.state.world.turn;
      expect(guest.views.at(-1)!.view.state.world.phase).toBe('orders');
      expect(await guest.ask('draft', { turn, sheet })).toMatchObject({ ok: true });
      program.child.kill('SIGKILL');
      await program.ended;
      program = start('--port', '0');
      origin = await listening(program);
    }
    expect(turn).toBeGreaterThan(1);
  });
});
