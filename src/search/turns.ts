import { setImmediate, setTimeout } from 'node:timers/promises'
import { LONGEST_TURN_MS } from './tuning.js'

/** Long work in turns, so that others get theirs in between: ask `isOver` often, and then `next`. */
export class Turns {
  #started = performance.now()
  readonly #pause: number

  /** `pause`: milliseconds between two turns, for which no process stays alive; none where it is 0. */
  constructor(pause = 0) {
    this.#pause = pause
  }

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
    if (this.#pause > 0) await setTimeout(this.#pause, undefined, { ref: false })
    else await setImmediate()
    this.#started = performance.now()
  }
}
