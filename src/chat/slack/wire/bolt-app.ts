import { App, type AppOptions, type ReceiverEvent } from '@slack/bolt'
import { wallTime } from '../../../time/clock.js'
import type { ChatContext } from '../../chat.js'
import { EventQueue } from '../../event-queue.js'
import { budgets } from '../limits.js'
import { isReadable } from './body.js'

/** An event that is not taken: it came after `close`, or could not be answered in time. Slack sends it elsewhere or again. */
export class NotTakenError extends Error {
  override readonly name = 'NotTakenError'
}

/**
 * A Bolt app that bounds what it works on: nothing stays without an acknowledgement, whatever a listener does, what
 * cannot be answered in time is not begun, and closing waits for what has begun.
 */
export class BoltApp extends App {
  readonly #context: ChatContext
  readonly #queue: EventQueue
  #closed = false
  #heardAt: number | undefined

  constructor(options: AppOptions, context: ChatContext) {
    super(options)
    this.#context = context
    this.#queue = new EventQueue({
      sleep: context.sleep,
      concurrency: budgets.concurrency,
      capacity: budgets.capacity,
      shed: () => context.meter.shed('slack'),
      failed: (err) => context.log.error({ err }, 'Could not do what Slack asked for'),
    })
  }

  /** When the last event came; epoch milliseconds. */
  get seenAt(): number | undefined {
    return this.#heardAt === undefined ? undefined : wallTime(this.#heardAt)
  }

  /** Resolves when an event is done with. Rejects with `NotTakenError`: without an acknowledgement Slack tries elsewhere. */
  override async processEvent(event: ReceiverEvent): Promise<void> {
    if (this.#closed) throw new NotTakenError('Stopping: not taken')
    this.#heardAt = performance.now()
    const arrived = performance.now()
    await new Promise<void>((resolve, reject) => {
      this.#queue.add({
        deadline: arrived + budgets.beginSeconds * 1000,
        run: () => this.#process(event, arrived).then(resolve, reject),
        dropped: () => reject(new NotTakenError('Too much at once: not taken')),
      })
    })
  }

  /** Takes nothing more, and waits for what has begun, at most `budgets.stopSeconds`. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#queue.close(budgets.stopSeconds)
  }

  async #process(event: ReceiverEvent, arrived: number): Promise<void> {
    let done = false
    const ack: ReceiverEvent['ack'] = async (body) => {
      if (done) return
      done = true
      await event.ack(body)
      this.#context.meter.acknowledged('slack', (performance.now() - arrived) / 1000)
    }
    try {
      if (isReadable(event.body)) await super.processEvent({ ...event, ack })
      else this.#context.log.warn('Dropped something from Slack that cannot be read')
    } finally {
      await ack()
    }
  }
}
