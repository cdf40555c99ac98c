import { CamelCasePlugin, Kysely } from 'kysely'
import type { Logger } from 'pino'
import { migrate } from './migrations.js'
import type { Schema } from './schema.js'
import { SqliteFile } from './sqlite.js'

/** Where the database is: a PostgreSQL URL, or the directory of the SQLite file `bot.db`. */
export type StorePlace = { readonly databaseUrl: string } | { readonly directory: string }

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
