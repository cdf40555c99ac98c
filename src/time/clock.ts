import { type Sleep, sleep } from './sleep.js'

/** What time it is, and waiting. Tests bring their own. */
export interface Clock {
  /** Epoch milliseconds. Somebody may set this clock: it decides what is due, and nothing else. */
  now(): number
  /**
   * Milliseconds since some moment, for pauses and leases: never set, and the same in all processes of this machine. It
   * begins anew when the machine does, and may stand still while it sleeps.
   */
  monotonic(): number
  readonly sleep: Sleep
}

/** The computer's own clocks. */
export const systemClock: Clock = {
  now: () => Date.now(),
  // Not `performance.now()`, which begins with the process.
  monotonic: () => Number(process.hrtime.bigint() / 1_000_000n),
  sleep,
}

/** What the wall clock would have shown, as it is set now, at a moment of `performance.now()`. Epoch milliseconds. */
export function wallTime(moment: number): number {
  return Date.now() - (performance.now() - moment)
}
