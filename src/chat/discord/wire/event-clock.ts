import { SnowflakeUtil } from 'discord.js'

/** An id whose time is further from this machine's clock tells nothing: the server makes its ids otherwise. */
const plausibleMilliseconds = 600_000
/** The two clocks drift apart: what was learnt of them is forgotten after one to two of these. */
const memoryMilliseconds = 300_000

/**
 * Tells how old an event is when it comes, from the time in its id (docs: reference, "Snowflakes"). The two machines'
 * clocks may differ: what counts is how much longer it took than the fastest of the last minutes.
 */
export class EventClock {
  readonly #now: () => number
  readonly #wall: () => number
  #since = Number.NEGATIVE_INFINITY
  #fastest = Number.POSITIVE_INFINITY
  #fastestBefore = Number.POSITIVE_INFINITY

  /** `now` is monotonic, `wall` is epoch milliseconds. */
  constructor(now = () => performance.now(), wall = Date.now) {
    this.#now = now
    this.#wall = wall
  }

  /** Milliseconds since Discord made this id, as far as can be told; 0 where the id tells nothing. */
  age(id: string): number {
    const made = SnowflakeUtil.timestampFrom(id)
    if (Math.abs(this.#wall() - made) > plausibleMilliseconds) return 0
    const now = this.#now()
    if (now - this.#since > memoryMilliseconds) {
      this.#fastestBefore = this.#fastest
      this.#fastest = Number.POSITIVE_INFINITY
      this.#since = now
    }
    this.#fastest = Math.min(this.#fastest, now - made)
    return now - made - Math.min(this.#fastest, this.#fastestBefore)
  }
}
