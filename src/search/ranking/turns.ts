import { setImmediate } from 'node:timers/promises'

// Ours: five of these fit into the 50 ms that nothing may wait, for a machine that is busy with other things.
const LONGEST_MS = 8

/** Long work in turns, so that others get theirs in between: ask `isOver` often, and then `next`. */
export class Turns {
  #started = performance.now()

  isOver(): boolean {
    return performance.now() - this.#started > LONGEST_MS
  }

  async next(): Promise<void> {
    await setImmediate()
    this.#started = performance.now()
  }
}
