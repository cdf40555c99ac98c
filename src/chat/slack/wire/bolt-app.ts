import { App, type AppOptions, type ReceiverEvent } from '@slack/bolt'
import { sleep } from '../../../time/sleep.js'
import { budgets } from '../limits.js'

/** An event that came after `close`. */
export class ClosingError extends Error {
  override readonly name = 'ClosingError'
}

/**
 * A Bolt app that knows what it is working on: nothing stays without an acknowledgement, whatever a listener does, and
 * closing waits for what has begun.
 */
export class BoltApp extends App {
  readonly #acknowledged: (seconds: number) => void
  readonly #inFlight = new Set<Promise<void>>()
  #closed = false
  #seenAt: number | undefined

  constructor(options: AppOptions, acknowledged: (seconds: number) => void) {
    super(options)
    this.#acknowledged = acknowledged
  }

  /** When the last event came; epoch milliseconds. */
  get seenAt(): number | undefined {
    return this.#seenAt
  }

  override async processEvent(event: ReceiverEvent): Promise<void> {
    // Without an acknowledgement Slack gives it to another connection, or sends it again.
    if (this.#closed) throw new ClosingError('Stopping: not taken')
    this.#seenAt = Date.now()
    const work = this.#process(event)
    this.#inFlight.add(work)
    try {
      await work
    } finally {
      this.#inFlight.delete(work)
    }
  }

  /** Takes nothing more, and waits for what is in flight, at most `budgets.stopSeconds`. */
  async close(): Promise<void> {
    this.#closed = true
    if (this.#inFlight.size === 0) return
    const patience = new AbortController()
    const late = sleep(budgets.stopSeconds * 1000, patience.signal)
    await Promise.race([Promise.allSettled([...this.#inFlight]), late])
    patience.abort()
  }

  async #process(event: ReceiverEvent): Promise<void> {
    const arrived = performance.now()
    let done = false
    const ack: ReceiverEvent['ack'] = async (body) => {
      if (done) return
      done = true
      await event.ack(body)
      this.#acknowledged((performance.now() - arrived) / 1000)
    }
    try {
      await super.processEvent({ ...event, ack })
    } finally {
      await ack()
    }
  }
}
