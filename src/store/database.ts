import { CamelCasePlugin, Kysely } from 'kysely'
import type { Logger } from 'pino'
import { migrate } from './migrations.js'
import type { StorePlace } from './open-store.js'
import type { Schema } from './schema.js'
import { SqliteFile } from './sqlite.js'

/** Opens the database and brings its tables up to date. */
export async function openDatabase(place: StorePlace, log: Logger): Promise<Kysely<Schema>> {
  const dialect = await dialectOf(place, log)
  const db = new Kysely<Schema>({ dialect, plugins: [new CamelCasePlugin()] })
  try {
    await migrate(db)
    return db
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
