import { PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Logger } from 'pino'

/** A server that does not answer must not hold a question longer than this. */
const connectTimeoutMilliseconds = 5_000
const queryTimeoutMilliseconds = 10_000

/** Connections are opened when needed and replaced when they break. */
export function postgres(url: string, log: Logger): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: 5,
    keepAlive: true,
    application_name: 'meetup-bot',
    connectionTimeoutMillis: connectTimeoutMilliseconds,
    query_timeout: queryTimeoutMilliseconds,
    statement_timeout: queryTimeoutMilliseconds,
    types: { getTypeParser },
  })
  const note = (err: Error): void => log.debug({ err }, 'A connection to the database broke')
  pool.on('error', note)
  // The pool listens to idle connections only: one that breaks between two steps of ours would end the process.
  pool.on('connect', (client) => client.on('error', note))
  return new PostgresDialect({ pool })
}

/** Reads `bigint`, which pg gives as text, as a number: ours are milliseconds and counts. */
const getTypeParser: typeof pg.types.getTypeParser = (type: number, format?: 'text' | 'binary') =>
  type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format)
