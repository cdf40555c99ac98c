import { setTimeout as sleep } from 'node:timers/promises'
import type { ChatContext } from '../../chat.js'
import { RefusedError } from './errors.js'

/** The questions that are being answered; an error in one is logged and goes no further. */
export class InFlight {
  readonly #context: ChatContext
  readonly #open = new Set<Promise<void>>()
  #isClosed = false

  constructor(context: ChatContext) {
    this.#context = context
  }

  /** Takes a question, unless closed. */
  take(answer: () => Promise<void>): void {
    if (this.#isClosed) return
    const answering = answer()
      .catch((error: unknown) => this.#complain(error))
      .finally(() => this.#open.delete(answering))
    this.#open.add(answering)
  }

  /** Takes no more questions, and waits for those that are being answered. */
  async close(patienceSeconds: number): Promise<void> {
    this.#isClosed = true
    const patience = new AbortController()
    const waited = sleep(patienceSeconds * 1000, undefined, { signal: patience.signal }).catch(
      () => undefined,
    )
    await Promise.race([Promise.all(this.#open), waited])
    patience.abort()
  }

  #complain(error: unknown): void {
    const err = new RefusedError(error)
    this.#context.meter.sendFailed('discord', err.code)
    this.#context.log.error({ err }, 'Could not answer on Discord')
  }
}
