import { CamelCasePlugin, Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { Clock } from '../time/clock.js'
import { databaseClock, machineClock, type StoreClock } from './lease.js'
import { migrate } from './migrations.js'
import type { Schema } from './schema.js'
import { SqliteFile } from './sqlite.js'

/** Where the database is: a PostgreSQL URL, or the directory of the SQLite file `bot.db`. */
export type StorePlace = { readonly databaseUrl: string } | { readonly directory: string }

/** A database whose tables are up to date, and the clock by which its deliveries are claimed. */
export interface OpenDatabase {
  readonly db: Kysely<Schema>
  readonly clock: StoreClock
}

/** Opens the database and brings its tables up to date. */
export async function openDatabase(
  place: StorePlace,
  log: Logger,
  clock: Pick<Clock, 'now' | 'monotonic'>,
): Promise<OpenDatabase> {
  const dialect = await dialectOf(place, log)
  const db = new Kysely<Schema>({ dialect, plugins: [new CamelCasePlugin()] })
  try {
    await migrate(db)
    return { db, clock: 'databaseUrl' in place ? databaseClock : machineClock(clock) }
  } catch (error) {
    await db.destroy()
    throw error
  }
}

async function dialectOf(place: StorePlace, log: Logger) {
  if ('directory' in place) return new SqliteFile(place.directory)
  const { postgres } = await import('./postgres.js')
  return postgres(place.databaseUrl, log)
}
