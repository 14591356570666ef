/** The logs of exercises on the disk: few and small beside those of their worlds, so each line is a write of its own. */
import { type Kysely, sql } from 'kysely';
import { assert } from '../../shared/assert.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { ExerciseEntry, LoggedExerciseEntry } from '../exercise/entry.ts';
import type { ExerciseRow, Tables } from './schema.ts';

export class ExerciseStore {
  readonly #db: Kysely<Tables>;
  /** The last number used in each open exercise. */
  readonly #last = new Map<string, number>();

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async create(row: ExerciseRow): Promise<void> {
    await this.#db.insertInto('exercises').values(row).execute();
    this.#last.set(row.code, 0);
  }

  open(): Promise<ExerciseRow[]> {
    return this.#db.selectFrom('exercises').selectAll().orderBy('created_ms').limit(LIMITS.rooms).execute();
  }

  async append(code: string, { atMs, entry }: LoggedExerciseEntry): Promise<void> {
    const last = this.#last.get(code);
    assert(last !== undefined, `${code} is an open exercise of the store`);
    const seq = last + 1;
    this.#last.set(code, seq);
    const body = JSON.stringify(entry);
    await this.#db.insertInto('exercise_entries').values({ exercise_code: code, seq, at_ms: atMs, body }).execute();
  }

  async entriesOf(code: string): Promise<LoggedExerciseEntry[]> {
    const rows = await this.#db
      .selectFrom('exercise_entries')
      .selectAll()
      .where('exercise_code', '=', code)
      .orderBy('seq')
      .execute();
    this.#last.set(code, rows.at(-1)?.seq ?? 0);
    return rows.map((row) => ({ atMs: row.at_ms, entry: JSON.parse(row.body) as ExerciseEntry }));
  }

  async toErase(nowMs: number): Promise<readonly string[]> {
    const rows = await this.#db.selectFrom('exercises').select('code').where('erase_ms', '<=', nowMs).execute();
    return rows.map(({ code }) => code);
  }

  /** Nothing of it is left, neither in its tables nor in the file. */
  async erase(code: string): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      await transaction.deleteFrom('exercises').where('code', '=', code).execute();
      await transaction.deleteFrom('exercise_entries').where('exercise_code', '=', code).execute();
    });
    await sql`pragma wal_checkpoint(truncate)`.execute(this.#db);
    this.#last.delete(code);
  }
}
