import { type Expression, type SqlBool, sql } from 'kysely'
import type { Clock } from '../time/clock.js'

/** A claim that is made now, in SQL, by the store's clock: those of the claimants may disagree, or be set. */
export interface Claiming {
  /** Epoch milliseconds. */
  readonly claimedAt: Expression<number>
  /** Milliseconds of whatever clock leases run by. */
  readonly leaseUntil: Expression<number>
  /** Whether a lease with that end is over. */
  readonly isOver: (leaseUntil: Expression<number>) => Expression<SqlBool>
}

/** Starts a claim for so many seconds. */
export type StoreClock = (leaseSeconds: number) => Claiming

/** PostgreSQL's clock is one for all replicas. */
export const databaseClock: StoreClock = (leaseSeconds) => {
  const now = sql<number>`(extract(epoch from now()) * 1000)::bigint`
  return {
    claimedAt: now,
    leaseUntil: sql<number>`${now} + ${sql.lit(leaseSeconds * 1_000)}`,
    isOver: (leaseUntil) => sql<SqlBool>`${leaseUntil} <= ${now}`,
  }
}

/**
 * SQLite has no clock of its own, but all its processes share a machine, whose monotonic clock nobody sets. It begins
 * anew with the machine: a lease that ends later than any could is of the time before, and its holder is gone.
 */
export function machineClock(clock: Pick<Clock, 'now' | 'monotonic'>): StoreClock {
  return (leaseSeconds) => {
    const now = clock.monotonic()
    const longest = now + leaseSeconds * 1_000
    return {
      claimedAt: sql<number>`${clock.now()}`,
      leaseUntil: sql<number>`${longest}`,
      isOver: (leaseUntil) => sql<SqlBool>`(${leaseUntil} <= ${now} or ${leaseUntil} > ${longest})`,
    }
  }
}
