import { setTimeout as pause } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { Clock } from '../time/clock.js'
import type { OpenDatabase } from './database.js'
import type { StoreClock } from './lease.js'
import type { Schema } from './schema.js'
import { isBusy, isLost } from './sqlite-errors.js'
import { StoreError } from './store.js'

/** Asks the database something. */
export type Query<T> = (db: Kysely<Schema>, clock: StoreClock) => Promise<T>

/** After a failure to open, questions are refused at once for so long, instead of each waiting for a time-out. */
const reopenAfterMilliseconds = 1_000
const complainEveryMilliseconds = 60_000
const busyPauseMilliseconds = 50
const busyAttempts = 40

/** A database that is opened and migrated when first asked, and again after that has failed. */
export class StoreConnection {
  readonly #openDatabase: () => Promise<OpenDatabase>
  readonly #log: Logger
  readonly #clock: Pick<Clock, 'monotonic'>
  #opening: Promise<OpenDatabase> | undefined
  #refusal: { error: unknown; until: number } | undefined
  #complainedAt: number | undefined
  #complained = false
  #closed = false

  constructor(openDatabase: () => Promise<OpenDatabase>, log: Logger, clock: Pick<Clock, 'monotonic'>) {
    this.#openDatabase = openDatabase
    this.#log = log
    this.#clock = clock
  }

  /** The query's answer. Throws `StoreError`, and logs once a minute that it does. */
  async ask<T>(query: Query<T>): Promise<T> {
    try {
      const answer = await whenFree(async () => {
        const { db, clock } = await this.#open()
        return query(db, clock)
      })
      this.#recovered()
      return answer
    } catch (error) {
      this.#complain(error)
      if (isLost(error)) await this.#disconnect()
      throw new StoreError(`The database cannot be used now: ${reason(error)}`, { cause: error })
    }
  }

  /** Closes for good: every later question is refused. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#disconnect()
  }

  async #disconnect(): Promise<void> {
    const opening = this.#opening
    this.#opening = undefined
    const opened = await opening?.catch(() => undefined)
    await opened?.db.destroy()
  }

  #open(): Promise<OpenDatabase> {
    if (this.#closed) throw new Error('The store is closed')
    if (this.#refusal && this.#clock.monotonic() < this.#refusal.until) throw this.#refusal.error
    this.#opening ??= this.#openDatabase().catch((error: unknown) => {
      this.#opening = undefined
      if (!isBusy(error)) this.#refusal = { error, until: this.#clock.monotonic() + reopenAfterMilliseconds }
      throw error
    })
    return this.#opening
  }

  #complain(err: unknown): void {
    const now = this.#clock.monotonic()
    if (this.#closed) return
    if (this.#complainedAt !== undefined && now - this.#complainedAt < complainEveryMilliseconds) return
    this.#complained = true
    this.#complainedAt = now
    this.#log.error(
      { err },
      'Cannot use the database: answers go on, tips and statistics wait until it is back',
    )
  }

  #recovered(): void {
    this.#refusal = undefined
    if (!this.#complained) return
    this.#complained = false
    this.#log.info('The database answers again')
  }
}

/** Tries again while another process holds the SQLite file, letting answers through in between. */
async function whenFree<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!isBusy(error) || attempt === busyAttempts) throw error
      await pause(busyPauseMilliseconds)
    }
  }
}

/** Node gives a refused connection to several addresses an empty message. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join('; ')
  return error instanceof Error ? error.message : String(error)
}
