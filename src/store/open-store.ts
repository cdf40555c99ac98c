import type { Logger } from 'pino'
import { type Clock, systemClock } from '../time/clock.js'
import { StoreConnection } from './connection.js'
import type { StorePlace } from './database.js'
import { createDeliveries } from './deliveries.js'
import { createQuestions } from './questions.js'
import { type Store, StoreError } from './store.js'
import { createSubscriptions } from './subscriptions.js'

/**
 * The store, migrated where the database can be reached. Never rejects: a database that is away is logged, tried
 * again whenever something is asked, and healed by the first question that gets through.
 */
export async function openStore(
  place: StorePlace,
  log: Logger,
  clock: Pick<Clock, 'now' | 'monotonic'> = systemClock,
): Promise<Store> {
  const store = createStore(place, log, clock)
  await store.ping().catch((error: unknown) => {
    if (!(error instanceof StoreError)) throw error
  })
  return store
}

/** The same, opened when it is first asked something: until then not even the database's library is loaded. */
export function createStore(
  place: StorePlace,
  log: Logger,
  clock: Pick<Clock, 'now' | 'monotonic'> = systemClock,
): Store {
  const connection = new StoreConnection(
    async () => {
      const { openDatabase } = await import('./database.js')
      return openDatabase(place, log, clock)
    },
    log,
    clock,
  )
  return {
    subscriptions: createSubscriptions(connection),
    deliveries: createDeliveries(connection),
    questions: createQuestions(connection),
    ping: async () => {
      await connection.ask((db) => db.selectNoFrom((one) => one.lit(1).as('one')).execute())
    },
    close: () => connection.close(),
  }
}
