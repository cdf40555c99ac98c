import { sleep } from '../time/sleep.js'

/** How much a queue takes on. */
export interface EventQueueOptions {
  /** Events that are worked on at once. */
  readonly concurrency: number
  /** Events that wait; of more, the oldest is dropped. */
  readonly capacity: number
  /** Called for each event that is dropped unanswered. */
  readonly shed: () => void
  /** Called with what an event's work rejects with. */
  readonly failed: (error: unknown) => void
}

/** Something to be answered in time. */
export interface QueuedEvent {
  /** When it is too late to begin, by `performance.now()`. */
  readonly deadline: number
  readonly run: () => Promise<void>
}

/**
 * How long work may begin without a break, in milliseconds: other sockets, heartbeats among them, get their turn. One
 * answer takes 1 to 3 ms; at 1,000 events a second, the loop was blocked for 7 s without breaks.
 */
const turnMilliseconds = 8

/**
 * Events waiting for an answer. Under overload the newest come first, since their askers still wait; those that are
 * too late are dropped before any work is spent on them (adaptive LIFO, Maurer: Fail at Scale, ACM Queue 13:8, 2015).
 */
export class EventQueue {
  readonly #options: EventQueueOptions
  readonly #waiting: QueuedEvent[] = []
  readonly #open = new Set<Promise<void>>()
  #turnBegan: number | undefined
  #isClosed = false

  constructor(options: EventQueueOptions) {
    this.#options = options
  }

  /** Takes an event, and begins it at once where there is room. Does nothing once closed. */
  add(event: QueuedEvent): void {
    if (this.#isClosed) return
    this.#waiting.push(event)
    if (this.#waiting.length > this.#options.capacity) {
      this.#waiting.shift()
      this.#options.shed()
    }
    this.#work()
  }

  /** Takes no more events and drops those that wait; resolves when those begun have ended, or after so many seconds. */
  async close(patienceSeconds: number): Promise<void> {
    this.#isClosed = true
    for (const _ of this.#waiting.splice(0)) this.#options.shed()
    const patience = new AbortController()
    await Promise.race([Promise.all(this.#open), sleep(patienceSeconds * 1000, patience.signal)])
    patience.abort()
  }

  #work(): void {
    while (this.#open.size < this.#options.concurrency && !this.#isTired()) {
      const next = this.#waiting.pop()
      if (!next) return
      if (performance.now() > next.deadline) this.#options.shed()
      else this.#begin(next)
    }
  }

  /** A turn lasts until the event loop has looked after everything else. */
  #isTired(): boolean {
    if (this.#turnBegan !== undefined) return performance.now() - this.#turnBegan > turnMilliseconds
    this.#turnBegan = performance.now()
    setImmediate(() => {
      this.#turnBegan = undefined
      this.#work()
    })
    return false
  }

  #begin({ run }: QueuedEvent): void {
    const ended: Promise<void> = this.#run(run).finally(() => {
      this.#open.delete(ended)
      this.#work()
    })
    this.#open.add(ended)
  }

  /** Calls at once, so that an answer from memory is on its way in the turn in which its question came. */
  async #run(run: QueuedEvent['run']): Promise<void> {
    try {
      await run()
    } catch (error) {
      this.#options.failed(error)
    }
  }
}
