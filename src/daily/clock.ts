import { sleep } from '../time/sleep.js'

/** What time it is, and waiting. Tests bring their own. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number
  /** Resolves after so long, or as soon as the signal is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>
}

/** The computer's own clock. */
export const systemClock: Clock = {
  now: Date.now,
  sleep,
}
