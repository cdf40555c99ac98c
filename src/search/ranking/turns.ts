import { setImmediate } from 'node:timers/promises'
import { LONGEST_TURN_MS } from '../tuning.js'

/** Long work in turns, so that others get theirs in between: ask `isOver` often, and then `next`. */
export class Turns {
  #started = performance.now()

  isOver(): boolean {
    return performance.now() - this.#started > LONGEST_TURN_MS
  }

  /** Runs steps, and lets others have their turns in between. */
  async run<Result>(steps: Generator<undefined, Result>): Promise<Result> {
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value
      if (this.isOver()) await this.next()
    }
  }

  async next(): Promise<void> {
    await setImmediate()
    this.#started = performance.now()
  }
}
