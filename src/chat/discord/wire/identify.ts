import { setTimeout as sleep } from 'node:timers/promises'
import {
  type APIGatewaySessionStartLimit,
  type IIdentifyThrottler,
  SimpleIdentifyThrottler,
  type WebSocketOptions,
} from 'discord.js'
import { backOffSeconds } from '../../../time/back-off.js'

/** discord.js's own connection to the gateway, which knows how many logins are left. */
type Gateway = Parameters<NonNullable<WebSocketOptions['buildIdentifyThrottler']>>[0]

/** A session that lasted this long was a good one: the next login is not held back. */
const calmSeconds = 600
const firstSeconds = 5
/** 288 logins a day at most, of the 1,000 after which Discord resets the token. */
const capSeconds = 300

/**
 * Lets a shard log in (IDENTIFY) when Discord's five seconds between logins have passed, and later each time when
 * logins follow each other: discord.js alone would log in every five seconds, and Discord would reset the token.
 */
export async function createIdentifyThrottler(gateway: Gateway): Promise<IIdentifyThrottler> {
  const limit = await limitNow(gateway, false)
  const spacing = new SimpleIdentifyThrottler(limit?.max_concurrency ?? 1)
  const logins = new Map<number, Login>()
  return {
    async waitForIdentify(shard, signal) {
      await spacing.waitForIdentify(shard, signal)
      const last = logins.get(shard)
      if (last) {
        const at = earliestLogin(last, await limitNow(gateway, true), Date.now())
        await sleep(Math.max(0, at - Date.now()), undefined, { signal })
      }
      logins.set(shard, nextLogin(last, Date.now()))
    },
  }
}

/** A shard's last login, and how many came shortly after one another before it. */
interface Login {
  /** Epoch milliseconds. */
  readonly at: number
  readonly hasty: number
}

/** Logins that are left, and the milliseconds until they are all back. */
type LoginLimit = Pick<APIGatewaySessionStartLimit, 'remaining' | 'reset_after'>

/** The login that follows, counted as hasty when the session before did not last. */
export function nextLogin(last: Login | undefined, now: number): Login {
  const hasty = last && now - last.at < calmSeconds * 1000
  return { at: now, hasty: hasty ? last.hasty + 1 : 0 }
}

/** When the next login may be, in epoch milliseconds. */
export function earliestLogin(last: Login, limit: LoginLimit | undefined, now: number): number {
  const paced = last.at + backOffSeconds(last.hasty, firstSeconds, capSeconds) * 1000
  return limit && limit.remaining < 1 ? Math.max(paced, now + limit.reset_after) : paced
}

/** What Discord says of logins: asked anew, or as it was told at the last one. */
async function limitNow(gateway: Gateway, anew: boolean): Promise<APIGatewaySessionStartLimit | undefined> {
  try {
    return (await gateway.fetchGatewayInformation(anew)).session_start_limit
  } catch {
    // Without an answer we know no better than the pace; the gateway refuses what is too much.
    return undefined
  }
}
