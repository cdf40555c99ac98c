import { sql } from 'kysely'
import type { Logger } from 'pino'
import { Connection } from './connection.js'
import { createDeliveries } from './deliveries.js'
import { createQuestions } from './questions.js'
import { SqliteFile } from './sqlite.js'
import { type Store, StoreError } from './store.js'
import { createSubscriptions } from './subscriptions.js'

/** Where the database is: a PostgreSQL URL, or the directory of the SQLite file `bot.db`. */
export type StorePlace = { readonly databaseUrl: string } | { readonly directory: string }

/**
 * The store, migrated where the database can be reached. Never rejects: a database that is away is logged, tried
 * again whenever something is asked, and healed by the first question that gets through.
 */
export async function openStore(
  place: StorePlace,
  log: Logger,
  now: () => number = Date.now,
): Promise<Store> {
  const dialect = async () => {
    if ('directory' in place) return new SqliteFile(place.directory)
    const { postgres } = await import('./postgres.js')
    return postgres(place.databaseUrl, log)
  }
  const store = createStore(new Connection(dialect, log, now))
  await store.ping().catch((error: unknown) => {
    if (!(error instanceof StoreError)) throw error
  })
  return store
}

function createStore(connection: Connection): Store {
  return {
    subscriptions: createSubscriptions(connection),
    deliveries: createDeliveries(connection),
    questions: createQuestions(connection),
    ping: async () => {
      await connection.ask((db) => sql`select 1`.execute(db))
    },
    close: () => connection.close(),
  }
}
