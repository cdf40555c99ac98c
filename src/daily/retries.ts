import type { Clock } from './clock.js'

const firstMilliseconds = 5_000
const mostMilliseconds = 300_000
const storeAwayMilliseconds = 15_000
const heldMilliseconds = 10_000

/** When each channel may be tried again: exponential back-off, and never before the platform's `Retry-After`. */
export class Retries {
  readonly #clock: Clock
  readonly #notBefore = new Map<string, number>()
  readonly #failures = new Map<string, number>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Epoch milliseconds; in the past for a channel that may be tried. */
  notBefore(key: string): number {
    return this.#notBefore.get(key) ?? Number.NEGATIVE_INFINITY
  }

  /** The platform could not take the post. */
  failed(key: string, retryAfterSeconds: number): void {
    const failures = (this.#failures.get(key) ?? 0) + 1
    this.#failures.set(key, failures)
    const backoff = Math.min(firstMilliseconds * 2 ** (failures - 1), mostMilliseconds)
    this.#wait(key, Math.max(backoff, retryAfterSeconds * 1_000))
  }

  /** Another process holds the delivery: it may die, so look again now and then whether its lease is over. */
  held(key: string): void {
    this.#wait(key, heldMilliseconds)
  }

  /** The database could not be asked. */
  storeAway(key: string): void {
    this.#wait(key, storeAwayMilliseconds)
  }

  /** The delivery is over. */
  forget(key: string): void {
    this.#notBefore.delete(key)
    this.#failures.delete(key)
  }

  #wait(key: string, milliseconds: number): void {
    this.#notBefore.set(key, this.#clock.now() + milliseconds)
  }
}
