import { backOffSeconds } from '../../../time/back-off.js'
import type { Sleep } from '../../../time/sleep.js'

/** A session that lasted this long was a good one: the next login is not held back. */
const calmSeconds = 600
const firstSeconds = 5
/** 288 logins a day at most, of the 1,000 after which Discord resets the token. */
const capSeconds = 300

/** Logins that are left, and the milliseconds until they are all back. */
export interface LoginLimit {
  readonly remaining: number
  readonly reset_after: number
}

/**
 * Lets a shard log in (IDENTIFY) when Discord's five seconds between logins have passed, and later each time when
 * logins follow each other: discord.js alone would log in every five seconds, and Discord would reset the token.
 * `limitNow` asks Discord for the logins that are left; `undefined` when it does not tell.
 */
export function createIdentifyThrottle(
  maxConcurrency: number,
  limitNow: () => Promise<LoginLimit | undefined>,
  sleep: Sleep,
): (shard: number, signal: AbortSignal) => Promise<void> {
  /** When the next login of each bucket of shards may be (docs: events/gateway, "Rate Limiting"). */
  const freeAt = new Map<number, number>()
  const logins = new Map<number, Login>()
  return async (shard, signal) => {
    const bucket = shard % maxConcurrency
    const turn = Math.max(freeAt.get(bucket) ?? 0, performance.now())
    freeAt.set(bucket, turn + firstSeconds * 1000)
    await sleep(Math.max(0, turn - performance.now()), signal)
    signal.throwIfAborted()
    const last = logins.get(shard)
    if (last) {
      const at = earliestLogin(last, await limitNow(), performance.now())
      await sleep(Math.max(0, at - performance.now()), signal)
      signal.throwIfAborted()
    }
    logins.set(shard, nextLogin(last, performance.now()))
  }
}

/** A shard's last login, and how many came shortly after one another before it. */
interface Login {
  /** Milliseconds of a monotonic clock. */
  readonly at: number
  readonly hasty: number
}

/** The login that follows, counted as hasty when the session before did not last. */
export function nextLogin(last: Login | undefined, now: number): Login {
  const hasty = last && now - last.at < calmSeconds * 1000
  return { at: now, hasty: hasty ? last.hasty + 1 : 0 }
}

/** When the next login may be, in milliseconds of the same clock. */
export function earliestLogin(last: Login, limit: LoginLimit | undefined, now: number): number {
  const paced = last.at + backOffSeconds(last.hasty, firstSeconds, capSeconds) * 1000
  return limit && limit.remaining < 1 ? Math.max(paced, now + limit.reset_after) : paced
}
