import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Clock } from '../../src/daily/clock.js'

interface Sleeper {
  readonly until: number
  readonly wake: () => void
}

/** A clock that stands still until a test moves it, and then stops at each moment somebody waits for. */
export class FakeClock implements Clock {
  #now: number
  readonly #sleepers = new Set<Sleeper>()

  constructor(start: string) {
    this.#now = Date.parse(start)
  }

  now = (): number => this.#now

  sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#sleepers.delete(sleeper)
        signal.removeEventListener('abort', wake)
        resolve()
      }
      const sleeper = { until: this.#now + milliseconds, wake }
      this.#sleepers.add(sleeper)
      signal.addEventListener('abort', wake)
      if (signal.aborted) wake()
    })
  }

  /** Lets time pass up to that moment. */
  async runTo(moment: string | number): Promise<void> {
    const end = typeof moment === 'number' ? moment : Date.parse(moment)
    for (;;) {
      await nextTurn()
      const next = this.#next()
      if (!next || next.until > end) break
      this.#now = Math.max(this.#now, next.until)
      next.wake()
    }
    this.#now = Math.max(this.#now, end)
  }

  /** The machine sleeps: the time is another, and nobody was woken on the way. */
  leapTo(moment: string): void {
    this.#now = Date.parse(moment)
  }

  #next(): Sleeper | undefined {
    let first: Sleeper | undefined
    for (const sleeper of this.#sleepers) {
      if (!first || sleeper.until < first.until) first = sleeper
    }
    return first
  }
}
