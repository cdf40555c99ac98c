import { setImmediate } from 'node:timers/promises'
import { LONGEST_TURN_MS } from '../tuning.js'

/** Long work in turns, so that others get theirs in between: ask `isOver` often, and then `next`. */
export class Turns {
  #started = performance.now()

  isOver(): boolean {
    return performance.now() - this.#started > LONGEST_TURN_MS
  }

  async next(): Promise<void> {
    await setImmediate()
    this.#started = performance.now()
  }
}
