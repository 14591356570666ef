/** The tables of the log, and how they came to be. A migration that has been released is never changed. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export interface Tables {
  readonly matches: MatchRow;
  readonly entries: EntryRow;
  readonly people: PersonRow;
  readonly house: HouseRow;
  readonly exercises: ExerciseRow;
  readonly exercise_entries: ExerciseEntryRow;
}

export interface MatchRow {
  readonly code: string;
  readonly scenario: string;
  /** Hash of the scenario's content: on another board the log would be another game. */
  readonly scenario_hash: string;
  /** Setup, seats, pace and rules of speech as JSON. */
  readonly plan: string;
  readonly created_ms: number;
  /** The date on which all of it is deleted. */
  readonly erase_ms: number;
  readonly status: 'open' | 'ended' | 'closed' | 'erased';
}

export interface EntryRow {
  readonly match_code: string;
  /** 1, 2, 3 without a gap within a match. */
  readonly seq: number;
  readonly at_ms: number;
  readonly kind: string;
  readonly body: string;
  /** The id of the request that made it: a request counts once in a match. */
  readonly request: string | null;
  /** Raised when a facilitator winds the game back; always 0 until then. */
  readonly branch: number;
}

export interface PersonRow {
  readonly id: string;
  /** SHA-256 of the secret. */
  readonly secret_hash: string;
  readonly seen_ms: number;
}

/** One row: when the server was last alive, so that an outage takes nothing from a clock. */
export interface HouseRow {
  readonly id: number;
  readonly alive_ms: number;
}

/** An exercise: many matches under one code. */
export interface ExerciseRow {
  readonly code: string;
  readonly plan: string;
  readonly created_ms: number;
  readonly erase_ms: number;
}

export interface ExerciseEntryRow {
  readonly exercise_code: string;
  /** 1, 2, 3 without a gap within an exercise. */
  readonly seq: number;
  readonly at_ms: number;
  readonly body: string;
}

const first: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('matches')
      .addColumn('code', 'text', (column) => column.primaryKey().notNull())
      .addColumn('scenario', 'text', (column) => column.notNull())
      .addColumn('scenario_hash', 'text', (column) => column.notNull())
      .addColumn('plan', 'text', (column) => column.notNull())
      .addColumn('seat', 'text', (column) => column.notNull())
      .addColumn('key_hash', 'text', (column) => column.notNull())
      .addColumn('created_ms', 'bigint', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('matches_status').on('matches').column('status').execute();
    await db.schema
      .createTable('entries')
      .addColumn('match_code', 'text', (column) => column.notNull().references('matches.code'))
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('at_ms', 'bigint', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('entries_key', ['match_code', 'seq'])
      .execute();
    // What happened, happened: the database itself refuses to change or lose a line.
    for (const verb of ['update', 'delete']) {
      await sql`create trigger ${sql.raw(`entries_no_${verb}`)} before ${sql.raw(verb)} on entries
        begin select raise(abort, 'the log is append-only'); end`.execute(db);
    }
  },
};

/** Persons, request ids, branches, a date on which a match is erased, and when the server was last alive. */
const second: Migration = {
  async up(db: Kysely<unknown>) {
    // Matches of before cannot be gone on with: their seats were held by keys, which are no more.
    await sql`update matches set status = 'closed' where status = 'open'`.execute(db);
    for (const column of ['seat', 'key_hash']) await db.schema.alterTable('matches').dropColumn(column).execute();
    await db.schema
      .alterTable('matches')
      .addColumn('erase_ms', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute();
    await sql`update matches set erase_ms = created_ms + 2592000000`.execute(db);
    await db.schema.alterTable('entries').addColumn('request', 'text').execute();
    await db.schema
      .alterTable('entries')
      .addColumn('branch', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema
      .createIndex('entries_request')
      .unique()
      .on('entries')
      .columns(['match_code', 'request'])
      .where(sql.ref('request'), 'is not', null)
      .execute();
    await db.schema
      .createTable('people')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('secret_hash', 'text', (column) => column.notNull())
      .addColumn('seen_ms', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('house')
      .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
      .addColumn('alive_ms', 'bigint', (column) => column.notNull())
      .execute();
    // Only a match that is to be erased as a whole may lose its lines.
    await sql`drop trigger entries_no_delete`.execute(db);
    await sql`create trigger entries_no_delete before delete on entries
      when (select status from matches where code = old.match_code) <> 'erased'
      begin select raise(abort, 'the log is append-only'); end`.execute(db);
  },
};

/** Exercises and their logs, which lose a line only when the exercise is erased as a whole. */
const third: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('exercises')
      .addColumn('code', 'text', (column) => column.primaryKey().notNull())
      .addColumn('plan', 'text', (column) => column.notNull())
      .addColumn('created_ms', 'bigint', (column) => column.notNull())
      .addColumn('erase_ms', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('exercise_entries')
      .addColumn('exercise_code', 'text', (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('at_ms', 'bigint', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('exercise_entries_key', ['exercise_code', 'seq'])
      .execute();
    await sql`create trigger exercise_entries_no_update before update on exercise_entries
      begin select raise(abort, 'the log is append-only'); end`.execute(db);
    await sql`create trigger exercise_entries_no_delete before delete on exercise_entries
      when exists (select 1 from exercises where code = old.exercise_code)
      begin select raise(abort, 'the log is append-only'); end`.execute(db);
  },
};

export const MIGRATIONS: Readonly<Record<string, Migration>> = { '001-log': first, '002-table': second, '003-exercises': third };
