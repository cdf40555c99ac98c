import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { CompiledQuery, type DatabaseConnection, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely'
import Database from 'libsql'

/** Ours: the driver waits for another process's lock without letting answers through, so it must not wait long. */
const busyTimeoutMilliseconds = 100

/** The file `bot.db` in a directory, which is made when it is not there. */
export class SqliteFile extends SqliteDialect {
  readonly #open: () => Promise<Database.Database>

  constructor(directory: string) {
    const open = () => openFile(directory)
    super({ database: open })
    this.#open = open
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver({ database: this.#open })
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter()
  }
}

/**
 * Transactions take the write lock when they begin, so that two processes that migrate at once do so one after
 * the other, and none fails half-way because the other wrote first.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

/** Tells Kysely to migrate in a transaction, which SQLite can (https://sqlite.org/transactional.html). */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/**
 * `synchronous=full`: a claim must survive a power cut, or the tip goes out twice; write-ahead logging, so that
 * `gaps` reads while the bot writes.
 */
async function openFile(directory: string): Promise<Database.Database> {
  await mkdir(directory, { recursive: true })
  const database = new Database(join(directory, 'bot.db'), { timeout: busyTimeoutMilliseconds })
  try {
    database.exec('pragma journal_mode = wal; pragma synchronous = full')
  } catch (error) {
    database.close()
    throw error
  }
  return database
}
