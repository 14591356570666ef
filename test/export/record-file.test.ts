import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { anonymised } from '../../shared/export/anonymous.ts';
import { TABLES } from '../../shared/export/names.ts';
import { type RecordFile, readRecord, recordText } from '../../shared/export/record-file.ts';
import { type Finished, tableOf } from '../../shared/export/tables.ts';
import { replay } from '../../shared/game/record.ts';
import { loadScenario } from '../../shared/scenario/load.ts';
import { boardOf, botGame } from '../game/play.ts';
import { fileOf, finishedGame } from './finished.ts';
import { rowsOf } from './slow-csv.ts';

let file: RecordFile;
let finished: Finished;
beforeAll(() => {
  ({ file, finished } = finishedGame());
});

describe('the record file', () => {
  test('comes back from its own text, scenario and all, and proves itself', () => {
    const read = readRecord(recordText(file)) as RecordFile;
    expect(read).toEqual(JSON.parse(recordText(file)));
    expect(loadScenario(read.content)).toEqual(file.content);
    expect(replay(finished.game.board, read).verified).toBe(true);
  });

  test('keeps why a strategist did what it did, and holds nobody to it: its sheets alone make the game', () => {
    const board = boardOf('quick');
    const game = botGame(board, 'account', { us: 'dove', ru: 'strategist-1', cn: 'hawk' });
    const read = readRecord(recordText(fileOf(game))) as RecordFile;
    const accounts = read.steps.flatMap((step) => (step.type === 'turn' ? [step.accounts?.ru?.reasons ?? []] : []));
    expect(accounts.length).toBeGreaterThan(0);
    for (const reasons of accounts) expect(reasons.length).toBeGreaterThan(0);
    expect(replay(board, read).verified).toBe(true);
  }, 60_000);

  test('is the same bytes however it was put together', () => {
    const turned = Object.fromEntries(Object.entries(file).reverse()) as unknown as RecordFile;
    expect(recordText(turned)).toBe(recordText(file));
  });

  test('of the first format is still read: it had no notes, no bulletins and no undone turns', () => {
    const { notes: _notes, bulletins: _bulletins, undone: _undone, ...rest } = file;
    const old = readRecord(recordText({ ...rest, format: 1 } as unknown as RecordFile)) as RecordFile;
    expect(old).toMatchObject({ format: 1, notes: [], bulletins: [], undone: [] });
    expect(replay(finished.game.board, old).verified).toBe(true);
    expect(readRecord(recordText({ ...file, format: 3 } as unknown as RecordFile))).toMatchObject({ refused: true });
  });

  test.each([
    ['not JSON', 'hello'],
    ['another file', '{"kind":"map"}'],
    ['nothing', 'null'],
  ])('refuses %s', (_what, text) => {
    expect(readRecord(text)).toMatchObject({ refused: true, key: 'refusal.no-record' });
  });

  test('names the field that is wrong', () => {
    const wrong = recordText({ ...file, setup: { ...file.setup, theory: 'none' as 'contested' } });
    expect(readRecord(wrong)).toMatchObject({ args: { problem: expect.stringContaining('setup.theory') } });
  });

  test('does not prove itself on another scenario, at another step, or out of order', () => {
    const { board } = finished.game;
    const [first, ...rest] = file.steps;
    expect(replay(board, { ...file, scenarioHash: file.hashes[0] as string }).parting).toEqual({ at: 'scenario' });
    expect(replay(board, { ...file, hashes: file.hashes.map((hash, i) => (i === 2 ? 'f'.repeat(64) : hash)) }).parting).toEqual({
      at: 'step',
      step: 2,
    });
    const round = { type: 'round', choices: {} } as const;
    expect(replay(board, { ...file, steps: [round, ...rest, first as (typeof rest)[number]] }).parting).toEqual({
      at: 'step',
      step: 0,
    });
  });
});

describe('the anonymised record', () => {
  test('holds no name, no own word and no time, and proves itself all the same', () => {
    const { board } = finished.game;
    const bare = anonymised(board, file);
    const text = recordText(bare);
    expect(recordText(file)).toContain('Zebedee');
    expect(text).not.toContain('Zebedee');
    expect(text).not.toMatch(/14800000000\d\d/);
    // What the scenario says is nobody's own word; how often somebody took a note is no secret either.
    expect(bare.bulletins.map(({ words }) => words)).toEqual(['', { en: 'An appeal.', ru: 'Призыв.', zh: '呼吁。' }]);
    expect(bare.notes).toEqual([{ turn: 1, atMs: 0, by: '', role: 'observer', words: '' }]);
    expect(bare.undone).toEqual([{ turn: 1, playedMs: 0, undoneMs: 0 }]);
    expect(bare.hashes).not.toEqual(file.hashes);
    expect(replay(board, readRecord(text) as RecordFile).verified).toBe(true);
  });

  test('is the same game: own words move nothing', () => {
    const { board } = finished.game;
    const ends = [file, anonymised(board, file)].map((one) => replay(board, one).game.played.map(({ moment }) => moment));
    expect(ends[1]).toEqual(ends[0]);
  });
});

describe('the tables', () => {
  test.each(TABLES)('%s is a table with one head, full rows, and the same bytes twice', (name) => {
    const text = tableOf(name, finished);
    const [head, ...rows] = rowsOf(text);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.length).toBe(head?.length);
    expect(tableOf(name, finished)).toBe(text);
  });

  test('count what happened: turns, orders and lines of the ledger', () => {
    const count = (name: (typeof TABLES)[number]): number => rowsOf(tableOf(name, finished)).length - 1;
    const { played } = finished.game;
    const sheets = played.flatMap(({ step }) => (step.type === 'turn' ? Object.values(step.sheets) : []));
    expect(count('turns')).toBe(1 + 4);
    expect(count('orders')).toBe(sheets.reduce((sum, sheet) => sum + sheet.orders.length, 0));
    expect(count('ledger')).toBe(played.reduce((sum, { effects }) => sum + effects.length, 0));
    expect(count('participation')).toBe(4 * 3);
  });

  test('of statements write the words that a person typed, and no key of a sentence of the game’s own', () => {
    const [head, ...rows] = rowsOf(tableOf('statements', finished));
    const place = head?.indexOf('words') ?? -1;
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.map((row) => row[place]).filter((words) => words !== '')).toEqual([`'@SUM(1+1), said "Zebedee"`]);
  });

  test('and the record are described in docs/record.md, field by field and column by column', () => {
    const paper = readFileSync(new URL('../../docs/record.md', import.meta.url), 'utf8');
    const rows = new Map(paper.split('\n').map((line) => [line.split('|')[1]?.trim() ?? '', line]));
    const fields = [...rows.keys()].flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
    for (const field of Object.keys(file)) expect(fields).toContain(field);
    for (const name of TABLES) {
      const named = [...(rows.get(`\`${name}.csv\``) ?? '').matchAll(/`([^`]+)`/g)].map(([, column]) => column);
      const [head] = rowsOf(tableOf(name, finished));
      // Columns for each seat and pair are described once.
      const kinds = head?.map((column) =>
        column.replace(/(us|ru|cn)-(us|ru|cn)$/, 'A-B').replace(/_(us|ru|cn)_(us|ru|cn)$/, '_A_B'),
      );
      for (const column of kinds ?? []) expect(named, name).toContain(column.replace(/_(us|ru|cn)$/, ''));
    }
  });

  test('let no player write a formula into a spreadsheet', () => {
    const words = rowsOf(tableOf('statements', finished)).flat();
    expect(words).toContain('\'@SUM(1+1), said "Zebedee"');
    expect(rowsOf(tableOf('participation', finished)).flat()).toContain("'=Zebedee");
  });
});
