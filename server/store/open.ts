/** Opens the log in a folder, or says in one sentence why it cannot be opened and what to do. */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { StartFault } from '../start-fault.ts';
import { NodeSqliteDialect, openDatabase } from './dialect.ts';
import { MIGRATIONS, type Tables } from './schema.ts';
import { Store } from './store.ts';

const FILE = 'threshold.sqlite';
/** "THRS": marks the file as ours, so that another program's database is never written into. */
const APPLICATION_ID = 0x54485253;

/** SQLite's primary result codes that an operator can do something about. */
const SENTENCES: Readonly<Record<number, string>> = {
  5: 'is in use by another server: stop that one, or give this one its own folder with --data.',
  8: 'may not be written to: make it writable, or choose another folder with --data.',
  10: 'cannot be read or written: check that its folder may be written to, and the disk, or choose another with --data.',
  11: 'is damaged: restore it from a copy, or choose another folder with --data.',
  13: 'does not fit on the disk: make room, or choose another folder with --data.',
  14: 'cannot be opened: make its folder writable, or choose another with --data.',
  26: 'is not a database: move it away, or choose another folder with --data.',
};

/** `noteCommit` hears how long each commit took. */
export async function openStore(folder: string, noteCommit?: (ms: number) => void): Promise<Store> {
  const file = join(folder, FILE);
  makeFolder(folder);
  const database = opened(file);
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) });
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) } });
  const { error } = await migrator.migrateToLatest();
  if (!error) return new Store(db, noteCommit);
  await db.destroy();
  if (/previously executed migration/.test(String(error))) {
    throw new StartFault(
      `The file ${file} was written by a newer version of this program: use that version, or choose another folder with --data.`,
    );
  }
  throw faultOf(error, file);
}

function makeFolder(folder: string): void {
  try {
    makeWithParents(resolve(folder));
  } catch (error) {
    const why = codeOf(error) === 'EEXIST' ? 'is a file' : `cannot be made (${codeOf(error)})`;
    throw new StartFault(`The folder ${folder} ${why}: choose another with --data.`);
  }
}

/** One folder after another: Node's own recursion never ends where a parent that is there denies it, as /proc does. */
function makeWithParents(folder: string): void {
  const parent = dirname(folder);
  if (parent !== folder && !existsSync(parent)) makeWithParents(parent);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) mkdirSync(folder);
}

function opened(file: string): DatabaseSync {
  try {
    const database = openDatabase(file);
    markAsOurs(database, file);
    return database;
  } catch (error) {
    throw faultOf(error, file);
  }
}

function markAsOurs(database: DatabaseSync, file: string): void {
  const mark = database.prepare('pragma application_id').get()?.['application_id'];
  if (mark === APPLICATION_ID) return;
  const tables = database.prepare('select count(*) as n from sqlite_master').get()?.['n'];
  if (tables !== 0) {
    database.close();
    throw new StartFault(`The file ${file} belongs to another program: move it away, or choose another folder with --data.`);
  }
  database.exec(`pragma application_id = ${APPLICATION_ID}`);
}

/** A sentence for what an operator can mend; anything else is our mistake and keeps its stack. */
function faultOf(error: unknown, file: string): unknown {
  const errcode = (error as { errcode?: unknown }).errcode;
  const sentence = typeof errcode === 'number' ? SENTENCES[errcode & 0xff] : undefined;
  return sentence === undefined ? error : new StartFault(`The file ${file} ${sentence}`);
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown }).code ?? error);
}
