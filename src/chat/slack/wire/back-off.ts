import { setTimeout as sleep } from 'node:timers/promises'
import { backOffSeconds as backOff } from '../../back-off.js'

const firstSeconds = 0.5
const capSeconds = 30

/** Seconds to wait after a number of failures in a row: doubled each time up to 30, none after none. */
export function backOffSeconds(failures: number): number {
  return backOff(failures, firstSeconds, capSeconds)
}

/** Waits, or returns at once when `signal` is aborted. */
export async function pause(seconds: number, signal: AbortSignal): Promise<void> {
  await sleep(seconds * 1000, undefined, { signal }).catch(() => undefined)
}
