import type { Sleep } from '../time/sleep.js'

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
  readonly sleep: Sleep
}

/** Something to be answered in time. */
export interface QueuedEvent {
  /** When it is too late to begin, by `performance.now()`. */
  readonly deadline: number
  readonly run: () => Promise<void>
  /** Called when it is dropped unanswered. */
  readonly dropped?: () => void
}

/**
 * Events waiting for an answer. Under overload the newest come first, since their askers still wait; those that are
 * too late are dropped before any work is spent on them (adaptive LIFO, Maurer: Fail at Scale, ACM Queue 13:8, 2015).
 */
export class EventQueue {
  readonly #options: EventQueueOptions
  readonly #waiting: QueuedEvent[] = []
  readonly #open = new Set<Promise<void>>()
  #isBetweenTurns = false
  #isClosed = false

  constructor(options: EventQueueOptions) {
    this.#options = options
  }

  /** Takes an event, and begins it at once where there is room. Does nothing once closed. */
  add(event: QueuedEvent): void {
    if (this.#isClosed) return
    this.#waiting.push(event)
    if (this.#waiting.length > this.#options.capacity) this.#drop(this.#waiting.shift())
    this.#work()
  }

  /** Takes no more events and drops those that wait; resolves when those begun have ended, or after so many seconds. */
  async close(patienceSeconds: number): Promise<void> {
    this.#isClosed = true
    for (const event of this.#waiting.splice(0)) this.#drop(event)
    const patience = new AbortController()
    const { sleep } = this.#options
    await Promise.race([Promise.all(this.#open), sleep(patienceSeconds * 1000, patience.signal)])
    patience.abort()
  }

  /**
   * Begins one event in each turn of the event loop, so that other sockets, heartbeats among them, are looked after in
   * between: one answer takes 1 to 3 ms, and at 1,000 events a second the loop was blocked for 7 s without breaks. A
   * measure of time would not do, since most of an answer may be made after `run` has returned its promise.
   */
  #work(): void {
    if (this.#isBetweenTurns) return
    const next = this.#next()
    if (!next) return
    this.#isBetweenTurns = true
    setImmediate(() => {
      this.#isBetweenTurns = false
      this.#work()
    })
    this.#begin(next)
  }

  /** The newest event that is not too late, where there is room for one. */
  #next(): QueuedEvent | undefined {
    while (this.#open.size < this.#options.concurrency) {
      const next = this.#waiting.pop()
      if (!next || performance.now() <= next.deadline) return next
      this.#drop(next)
    }
    return undefined
  }

  #drop(event: QueuedEvent | undefined): void {
    this.#options.shed()
    event?.dropped?.()
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
