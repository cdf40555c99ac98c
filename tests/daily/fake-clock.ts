import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Clock } from '../../src/time/clock.js'

interface Sleeper {
  readonly until: number
  readonly wake: () => void
}

/** Clocks that stand still until a test moves them, and then stop at each moment somebody waits for. */
export class FakeClock implements Clock {
  /** The machine has run for an hour. */
  #monotonic = 3_600_000
  /** The wall clock less the monotonic one. */
  #offset: number
  readonly #sleepers = new Set<Sleeper>()

  constructor(start: string) {
    this.#offset = Date.parse(start) - this.#monotonic
  }

  now = (): number => this.#monotonic + this.#offset

  monotonic = (): number => this.#monotonic

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#sleepers.delete(sleeper)
        signal?.removeEventListener('abort', wake)
        resolve()
      }
      const sleeper = { until: this.#monotonic + milliseconds, wake }
      this.#sleepers.add(sleeper)
      signal?.addEventListener('abort', wake)
      if (signal?.aborted) wake()
    })
  }

  /** Lets time pass up to that moment of the wall clock. */
  async runTo(moment: string | number): Promise<void> {
    const end = (typeof moment === 'number' ? moment : Date.parse(moment)) - this.#offset
    for (;;) {
      await nextTurn()
      const next = this.#next()
      if (!next || next.until > end) break
      this.#monotonic = Math.max(this.#monotonic, next.until)
      next.wake()
    }
    this.#monotonic = Math.max(this.#monotonic, end)
  }

  /** The wall clock is set, or the machine slept: no time has passed for anybody who waits. */
  leapTo(moment: string | number): void {
    this.#offset = (typeof moment === 'number' ? moment : Date.parse(moment)) - this.#monotonic
  }

  #next(): Sleeper | undefined {
    let first: Sleeper | undefined
    for (const sleeper of this.#sleepers) {
      if (!first || sleeper.until < first.until) first = sleeper
    }
    return first
  }
}
