import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LoggedEntry } from '../../server/match/entry.ts';
import { StartFault } from '../../server/start-fault.ts';
import { openStore } from '../../server/store/open.ts';
import type { Store } from '../../server/store/store.ts';
import { EMPTY_SHEET } from '../../shared/orders/sheet.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'threshold-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => join(folder, 'threshold.sqlite');
const entry = (turn: number): LoggedEntry => ({
  atMs: turn,
  request: `request ${turn}`,
  entry: { kind: 'draft', power: 'us', turn, sheet: EMPTY_SHEET },
});
const row = (code: string) => ({
  code,
  scenario: 'quick',
  scenario_hash: 'x',
  plan: '{}',
  created_ms: 1,
  erase_ms: 1000,
});

function mountAt(where: string, options: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', where], { stdio: 'ignore' });
}

const unmount = (where: string): void => void execFileSync('umount', [where]);

function mayMount(): boolean {
  const where = mkdtempSync(join(tmpdir(), 'threshold-'));
  try {
    mountAt(where, 'size=1m');
    unmount(where);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(where, { recursive: true });
  }
}

async function fault(): Promise<StartFault> {
  const error: unknown = await openStore(folder).then(
    (store) => store.close(),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StartFault);
  return error as StartFault;
}

describe('the store', () => {
  test('gives back what was appended, in order and without a gap, after it was closed and opened', async () => {
    let store: Store = await openStore(folder);
    await store.createMatch(row('AAAAAA'));
    await store.createMatch(row('BBBBBB'));
    await Promise.all(
      [1, 2, 3].flatMap((turn) => [store.append('AAAAAA', entry(turn)), store.append('BBBBBB', entry(turn * 10))]),
    );
    await store.close();
    store = await openStore(folder);
    expect((await store.openMatches()).map(({ code }) => code)).toEqual(['AAAAAA', 'BBBBBB']);
    expect(await store.entriesOf('AAAAAA')).toEqual([1, 2, 3].map(entry));
    await store.append('AAAAAA', entry(4));
    expect(await store.entriesOf('AAAAAA')).toEqual([1, 2, 3, 4].map(entry));
    expect(await store.entriesOf('BBBBBB')).toEqual([10, 20, 30].map(entry));
    await store.close();
  });

  test('forgets no line and changes none: the database refuses both', async () => {
    const store = await openStore(folder);
    await store.createMatch(row('AAAAAA'));
    await store.append('AAAAAA', entry(1));
    await store.close();
    const raw = new DatabaseSync(file());
    expect(() => raw.exec("update entries set body = 'x'")).toThrow('append-only');
    expect(() => raw.exec('delete from entries')).toThrow('append-only');
    raw.close();
  });

  test('counts a request once, whatever the server above it believes', async () => {
    const store = await openStore(folder);
    await store.createMatch(row('AAAAAA'));
    await store.append('AAAAAA', entry(1));
    await expect(store.append('AAAAAA', entry(1))).rejects.toThrow(/UNIQUE/);
    await store.append('AAAAAA', entry(2));
    expect(await store.entriesOf('AAAAAA')).toEqual([1, 2].map(entry));
    await store.close();
  });

  test('erases a match so that no byte of it is left in its files', async () => {
    const canary = 'canary-9f31c7';
    const store = await openStore(folder);
    await store.createMatch({ ...row('AAAAAA'), plan: JSON.stringify({ canary }) });
    await store.createMatch(row('BBBBBB'));
    const said = { id: canary, from: 'us', to: 'all', turn: 1, atMs: 1, words: canary, phrase: null, language: 'en' } as const;
    for (let i = 0; i < 300; i++)
      await store.append('AAAAAA', {
        atMs: i,
        request: null,
        entry: { kind: 'said', line: { ...said, offer: null, signs: null } },
      });
    await store.append('BBBBBB', entry(1));
    const holdsCanary = () => readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(canary));
    expect(holdsCanary()).toBe(true);
    expect(await store.matchesToErase(999)).toEqual([]);
    expect(await store.matchesToErase(1000)).toEqual(['AAAAAA', 'BBBBBB']);
    await store.erase('AAAAAA');
    expect(holdsCanary()).toBe(false);
    expect((await store.openMatches()).map(({ code }) => code)).toEqual(['BBBBBB']);
    expect(await store.entriesOf('BBBBBB')).toEqual([entry(1)]);
    await store.close();
  });

  test('keeps the hash that a person brought first, until he has not come for long', async () => {
    const store = await openStore(folder);
    expect(await store.hashOfPerson('anna', { hash: 'first', nowMs: 1 })).toBe('first');
    expect(await store.hashOfPerson('anna', { hash: 'second', nowMs: 2 })).toBe('first');
    await store.forgetPeople(1);
    expect(await store.hashOfPerson('anna', { hash: 'third', nowMs: 3 })).toBe('first');
    await store.forgetPeople(2);
    expect(await store.hashOfPerson('anna', { hash: 'fourth', nowMs: 4 })).toBe('fourth');
    await store.close();
  });

  test('does not make a finished match again', async () => {
    const store = await openStore(folder);
    await store.createMatch(row('AAAAAA'));
    await store.finishMatch('AAAAAA', 'ended');
    expect(await store.openMatches()).toEqual([]);
    await store.close();
  });
});

describe('a store that cannot be opened says why in one sentence:', () => {
  test('not a database', async () => {
    writeFileSync(file(), 'once upon a time '.repeat(500));
    expect((await fault()).message).toMatch(/is not a database: move it away/);
  });

  test("another program's database, which is left as it is", async () => {
    const other = new DatabaseSync(file());
    other.exec('create table recipes (name text)');
    other.close();
    expect((await fault()).message).toMatch(/belongs to another program: move it away/);
    const again = new DatabaseSync(file());
    expect(again.prepare('select name from sqlite_master').all()).toEqual([{ name: 'recipes' }]);
    again.close();
  });

  test('a folder that cannot be made', async () => {
    const inTheWay = join(folder, 'file');
    writeFileSync(inTheWay, '');
    await expect(openStore(join(inTheWay, 'data'))).rejects.toThrow(/cannot be made \(ENOTDIR\): choose another with --data/);
    await expect(openStore(inTheWay)).rejects.toThrow(/is a file: choose another with --data/);
  });

  test('a file whose pages are spoilt behind a sound beginning', async () => {
    await (await openStore(folder)).close();
    const bytes = readFileSync(file());
    writeFileSync(file(), bytes.fill(0xa5, 4096));
    expect((await fault()).message).toMatch(/is damaged: restore it from a copy/);
  });

  // What only a file system of its own can show; only root can mount one, and not in every container.
  describe.runIf(mayMount())('in a file system', () => {
    const mount = (options: string): void => mountAt(folder, options);
    afterEach(() => unmount(folder));

    test.each([
      ['that is full from the start', 1024],
      ['with room for the file but not for its tables', 1000],
    ])('%s', async (_what, filledKb) => {
      mount('size=1m');
      writeFileSync(join(folder, 'fill'), Buffer.alloc(filledKb * 1024));
      expect((await fault()).message).toMatch(/does not fit on the disk: make room/);
    });

    test('that may only be read', async () => {
      mount('size=1m,ro');
      expect((await fault()).message).toMatch(/cannot be opened: make its folder writable/);
    });
  });

  test('a file by a newer version', async () => {
    await (await openStore(folder)).close();
    const raw = new DatabaseSync(file());
    raw.exec("insert into kysely_migration values ('999-later', '2030')");
    raw.close();
    expect((await fault()).message).toMatch(/newer version of this program/);
  });

  test('already open', async () => {
    const store = await openStore(folder);
    expect((await fault()).message).toMatch(/is in use by another server/);
    await store.close();
  });
});
