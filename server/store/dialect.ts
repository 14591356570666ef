/**
 * kysely over the SQLite that Node brings, with what kysely's own dialect gets wrong here put right. One process per
 * file: the exclusive lock goes with the process, so a killed server leaves no lock behind.
 */
import { DatabaseSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely';

const BUSY_TIMEOUT_MS = 1000;
const MOST_PREPARED = 256;

/** SQLite can undo table changes; kysely says it cannot, and a migration that fails would leave its half behind. */
class Adapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class Driver extends SqliteDriver {
  /** A read lock that wants to become a write lock can fail at once: take the write lock at the beginning. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** On a full disk SQLite has rolled back already; a second rollback would hide the real error. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await super.rollbackTransaction(connection).catch((error: unknown) => {
      if (!/no transaction is active/.test(String(error))) throw error;
    });
  }
}

export class NodeSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(database: DatabaseSync) {
    const config = { database: preparing(database) };
    super(config);
    this.#config = config;
  }

  override createDriver(): SqliteDriver {
    return new Driver(this.#config);
  }

  override createAdapter(): SqliteAdapter {
    return new Adapter();
  }
}

/** Opens the file for this process alone. Throws SQLite's own error, with its `errcode`. */
export function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    database.exec('pragma locking_mode = exclusive');
    database.exec(
      'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on; begin immediate; commit',
    );
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** kysely prepares each statement each time; the same text gets the same statement here. */
function preparing(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, ReturnType<SqliteDatabase['prepare']>>();
  const prepare = (text: string): ReturnType<SqliteDatabase['prepare']> => {
    const statement = database.prepare(text);
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => statement.all(...(parameters as [])),
      run: (parameters) => statement.run(...(parameters as [])),
      iterate: (parameters) => statement.iterate(...(parameters as [])),
    };
  };
  return {
    close: () => database.close(),
    prepare(text) {
      const known = prepared.get(text) ?? prepare(text);
      if (prepared.size < MOST_PREPARED) prepared.set(text, known);
      return known;
    },
  };
}
