import type { Clock } from '../time/clock.js'
import { createDeferred } from '../time/deferred.js'

/** A job: calls `requesting` before it costs the platform a request, or never when it does not. May not reject. */
export type Job = (requesting: () => void) => Promise<void>

/** How many requests may be under way at once; a slow platform must not pile them up. */
const mostUnderWay = 10

/** Does jobs in the order of their arrival, so many a second, and each key once at a time. */
export class PacedQueue {
  readonly #clock: Clock
  readonly #interval: number
  readonly #stop = new AbortController()
  readonly #jobs = new Map<string, Job>()
  readonly #underWay = new Map<string, Promise<void>>()
  /** On the monotonic clock. */
  #freeAt = Number.NEGATIVE_INFINITY
  #draining: Promise<void> | undefined

  constructor(clock: Clock, perSecond: number) {
    this.#clock = clock
    this.#interval = Math.ceil(1_000 / perSecond)
  }

  /** Adds a job, unless one with this key is waiting or under way. */
  add(key: string, job: Job): void {
    if (this.#stop.signal.aborted || this.#jobs.has(key) || this.#underWay.has(key)) return
    this.#jobs.set(key, job)
    this.#draining ??= this.#drain()
  }

  /** Starts nothing for so long: the platform asked for a rest. */
  rest(milliseconds: number): void {
    this.#freeAt = Math.max(this.#freeAt, this.#clock.monotonic() + milliseconds)
  }

  /** Resolves when nothing waits and nothing is under way. */
  async idle(): Promise<void> {
    while (this.#draining || this.#underWay.size > 0) {
      await Promise.all([this.#draining, ...this.#underWay.values()])
    }
  }

  /** Starts nothing more; resolves when what is under way has ended. */
  async stop(): Promise<void> {
    this.#stop.abort()
    await this.idle()
  }

  async #drain(): Promise<void> {
    for (const [key, job] of this.#jobs) {
      await this.#turn()
      if (this.#stop.signal.aborted) break
      this.#jobs.delete(key)
      await this.#begin(key, job)
    }
    if (this.#stop.signal.aborted) this.#jobs.clear()
    this.#draining = undefined
  }

  async #turn(): Promise<void> {
    while (this.#underWay.size >= mostUnderWay) await Promise.race(this.#underWay.values())
    while (this.#clock.monotonic() < this.#freeAt && !this.#stop.signal.aborted) {
      await this.#clock.sleep(this.#freeAt - this.#clock.monotonic(), this.#stop.signal)
    }
  }

  /** Waits until the job asks for its request, or ends; the request runs beside the next job. */
  async #begin(key: string, job: Job): Promise<void> {
    const ready = createDeferred<void>()
    const requesting = (): void => {
      this.rest(this.#interval)
      ready.resolve()
    }
    const ended = job(requesting).finally(() => {
      ready.resolve()
      this.#underWay.delete(key)
    })
    this.#underWay.set(key, ended)
    await ready.promise
  }
}
