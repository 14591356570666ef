/**
 * The log on the disk: matches and their entries, append-only. A promise of `append` is kept only after the commit; all
 * entries that come in during one tick share one transaction, so that a class of thirty costs one write and not thirty.
 */
import { type Kysely, sql } from 'kysely';
import { assert } from '../../shared/assert.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Entry, Journal, LoggedEntry } from '../match/entry.ts';
import { ExerciseStore } from './exercises.ts';
import type { EntryRow, MatchRow, Tables } from './schema.ts';

interface Waiting {
  readonly code: string;
  readonly logged: LoggedEntry;
  readonly kept: () => void;
  readonly lost: (error: unknown) => void;
}

const DAY_MS = 86_400_000;
/** Each match waits for its own last entry before it sends the next, so no more than this can ever wait. */
const MOST_WAITING = 2 * LIMITS.rooms;

export class Store implements Journal {
  readonly #db: Kysely<Tables>;
  readonly exercises: ExerciseStore;
  /** The last number used in each open match. */
  readonly #last = new Map<string, number>();
  /** How often each open match has been wound back. */
  readonly #branches = new Map<string, number>();
  #waiting: Waiting[] = [];
  #writing: Promise<void> | null = null;

  /** Hears how long each commit took. */
  readonly #noteCommit: (ms: number) => void;

  constructor(db: Kysely<Tables>, noteCommit: (ms: number) => void = () => undefined) {
    this.#db = db;
    this.exercises = new ExerciseStore(db);
    this.#noteCommit = noteCommit;
  }

  async createMatch(row: Omit<MatchRow, 'status'>): Promise<void> {
    await this.#db
      .insertInto('matches')
      .values({ ...row, status: 'open' })
      .execute();
    this.#last.set(row.code, 0);
  }

  /** `ended`: played out; `closed`: left by everybody. Neither is made again at the next start. */
  async finishMatch(code: string, status: 'ended' | 'closed'): Promise<void> {
    await this.#db.updateTable('matches').set({ status }).where('code', '=', code).where('status', '=', 'open').execute();
    this.#last.delete(code);
  }

  /** Nothing of a match is left: neither in its tables nor, since SQLite overwrites what it deletes, in the file. */
  async erase(code: string): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      await transaction.updateTable('matches').set({ status: 'erased' }).where('code', '=', code).execute();
      await transaction.deleteFrom('entries').where('match_code', '=', code).execute();
      await transaction.deleteFrom('matches').where('code', '=', code).execute();
    });
    await sql`pragma wal_checkpoint(truncate)`.execute(this.#db);
    this.#last.delete(code);
  }

  async matchesToErase(nowMs: number): Promise<readonly string[]> {
    const rows = await this.#db.selectFrom('matches').select('code').where('erase_ms', '<=', nowMs).execute();
    return rows.map((row) => row.code);
  }

  /** The hash kept for a person; for one who is new, the hash that he brought, which is kept from now on. */
  async hashOfPerson(id: string, { hash, nowMs }: { readonly hash: string; readonly nowMs: number }): Promise<string> {
    const row = await this.#db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) await this.#db.insertInto('people').values({ id, secret_hash: hash, seen_ms: nowMs }).execute();
    else if (nowMs - row.seen_ms > DAY_MS)
      await this.#db.updateTable('people').set({ seen_ms: nowMs }).where('id', '=', id).execute();
    return row?.secret_hash ?? hash;
  }

  /** Forgets who has not come for so long that every match he sat in has been erased. */
  async forgetPeople(beforeMs: number): Promise<void> {
    await this.#db.deleteFrom('people').where('seen_ms', '<', beforeMs).execute();
  }

  /** A copy of the whole log as it is now, into a file that is not there yet. */
  async copyTo(file: string): Promise<void> {
    await sql`vacuum into ${file}`.execute(this.#db);
  }

  /** Whether the log answers. */
  async isAlive(): Promise<boolean> {
    return sql`select 1`.execute(this.#db).then(
      () => true,
      () => false,
    );
  }

  async markAlive(nowMs: number): Promise<void> {
    await this.#db
      .insertInto('house')
      .values({ id: 1, alive_ms: nowMs })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ alive_ms: nowMs }))
      .execute();
  }

  /** When the server was last known to be there; 0: never. */
  async lastAlive(): Promise<number> {
    const row = await this.#db.selectFrom('house').select('alive_ms').executeTakeFirst();
    const entry = await this.#db
      .selectFrom('entries')
      .select((eb) => eb.fn.max('at_ms').as('at_ms'))
      .executeTakeFirst();
    return Math.max(row?.alive_ms ?? 0, entry?.at_ms ?? 0);
  }

  openMatches(): Promise<MatchRow[]> {
    return this.#db
      .selectFrom('matches')
      .selectAll()
      .where('status', '=', 'open')
      .orderBy('created_ms')
      .limit(LIMITS.rooms)
      .execute();
  }

  /** All entries of a match, the first first; the next one appended follows the last of them. */
  async entriesOf(code: string): Promise<LoggedEntry[]> {
    const log = await this.logOf(code);
    this.#last.set(code, log.length);
    this.#branches.set(code, branchIn(log));
    return log;
  }

  /** The same to be read only: nothing can be appended to what has ended. */
  async logOf(code: string): Promise<LoggedEntry[]> {
    const rows = await this.#db.selectFrom('entries').selectAll().where('match_code', '=', code).orderBy('seq').execute();
    for (const [index, row] of rows.entries()) assert(row.seq === index + 1, `the log of ${code} has no gap at ${index + 1}`);
    return rows.map((row) => ({ atMs: row.at_ms, request: row.request, entry: JSON.parse(row.body) as Entry }));
  }

  /** A match that was played out and is kept until its date; null: there is none of this code. */
  async endedMatch(code: string): Promise<MatchRow | null> {
    const ended = this.#db.selectFrom('matches').selectAll().where('code', '=', code).where('status', '=', 'ended');
    return (await ended.executeTakeFirst()) ?? null;
  }

  append(code: string, logged: LoggedEntry): Promise<void> {
    if (logged.entry.kind === 'rewound') this.#branches.set(code, logged.entry.branch);
    assert(this.#last.has(code), `${code} is an open match of the store`);
    assert(this.#waiting.length < MOST_WAITING, 'entries are written faster than they come');
    return new Promise((kept, lost) => {
      this.#waiting.push({ code, logged, kept, lost });
      this.#writing ??= new Promise<void>((done) => setImmediate(done)).then(() => this.#writeAll());
    });
  }

  /** Writes what still waits, then lets go of the file. */
  async close(): Promise<void> {
    await this.#writing;
    await this.#db.destroy();
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      await this.#writeBatch(batch);
    }
    this.#writing = null;
  }

  async #writeBatch(batch: readonly Waiting[]): Promise<void> {
    const last = new Map(this.#last);
    const rows = batch.map(({ code, logged }) => {
      const seq = (last.get(code) ?? 0) + 1;
      last.set(code, seq);
      return { ...rowOf(code, seq, logged), branch: this.#branches.get(code) ?? 0 };
    });
    const startedMs = performance.now();
    try {
      await this.#db.transaction().execute(async (transaction) => {
        for (const row of rows) await transaction.insertInto('entries').values(row).execute();
      });
    } catch (error) {
      for (const { lost } of batch) lost(error);
      return;
    }
    this.#noteCommit(performance.now() - startedMs);
    for (const row of rows) this.#last.set(row.match_code, row.seq);
    for (const { kept } of batch) kept();
  }
}

/** The branch that a log goes on with: 0 until a facilitator winds the game back. */
function branchIn(log: readonly LoggedEntry[]): number {
  return log.reduce((branch, { entry }) => (entry.kind === 'rewound' ? entry.branch : branch), 0);
}

function rowOf(code: string, seq: number, { atMs, request, entry }: LoggedEntry): Omit<EntryRow, 'branch'> {
  return { match_code: code, seq, at_ms: atMs, kind: entry.kind, body: JSON.stringify(entry), request };
}
