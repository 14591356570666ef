/** The two tables of the log, and how they came to be. A migration that has been released is never changed. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export interface Tables {
  readonly matches: MatchRow;
  readonly entries: EntryRow;
}

export interface MatchRow {
  readonly code: string;
  readonly scenario: string;
  /** Hash of the scenario's content: on another board the log would be another game. */
  readonly scenario_hash: string;
  /** Setup, seats and pace as JSON. */
  readonly plan: string;
  /** The seat of the person who created it and the SHA-256 of his key; empty in a world of bots. */
  readonly seat: string;
  readonly key_hash: string;
  readonly created_ms: number;
  readonly status: 'open' | 'ended' | 'closed';
}

export interface EntryRow {
  readonly match_code: string;
  /** 1, 2, 3 without a gap within a match. */
  readonly seq: number;
  readonly at_ms: number;
  readonly kind: string;
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

export const MIGRATIONS: Readonly<Record<string, Migration>> = { '001-log': first };
