import { randomBytes } from 'node:crypto'
import type { Logger } from 'pino'
import type { Locale } from '../answer/wording/locale.js'
import { type Noticeboard, PostError } from '../chat/chat.js'
import type { Library } from '../knowledge/library.js'
import { type Delivery, type DeliveryEnd, type Store, StoreError, type Subscription } from '../store/store.js'
import type { Clock } from './clock.js'
import { type Attempt, type Claim, type Courier, claim, type Errand, post } from './delivery.js'
import type { Job } from './paced-queue.js'
import { pause } from './pause.js'
import { Retries } from './retries.js'
import type { Due } from './timetable.js'

/** How a tip's delivery went, for metrics: its end, or `retried` for each attempt that has to be repeated. */
export type TipOutcome = DeliveryEnd | 'retried'

/** What delivering needs. */
export interface ErrandParts {
  readonly store: Store
  /** The notes of this moment: they may change while we run. */
  readonly library: () => Library
  readonly locale: Locale
  readonly clock: Clock
  readonly log: Logger
  /** From `TIP_CATCH_UP_HOURS`: how late a tip may go out. */
  readonly catchUpHours: number
  /** The platform's ids of the organisers in a chat, who hear of the environment's paused subscriptions. */
  readonly organisers: (chat: string) => readonly string[]
  readonly counted: (chat: string, outcome: TipOutcome) => void
  /** An id for a letter to an organiser; 12 random characters unless told. */
  readonly newId?: () => string
}

/** Waiting in the queue and trying again is not being late, whatever `TIP_CATCH_UP_HOURS` says. */
const graceMilliseconds = 15 * 60_000

/** What a platform that asked for a rest, or an attempt that failed, means for the others. */
export interface ErrandSignals {
  /** Nothing is to be sent to that chat before then. */
  readonly rest: (chat: string, until: number) => void
  /** The time to look again has changed. */
  readonly wake: () => void
}

/** Does errands, writes down what came of them, and knows when each may be tried again. */
export class Errands {
  readonly #parts: ErrandParts
  readonly #signals: ErrandSignals
  readonly #newId: () => string
  readonly #retries: Retries
  /** The day that is over, by channel. */
  readonly #settled = new Map<string, string>()
  /** What has ended but is not yet written down. */
  readonly #debts = new Map<string, { readonly delivery: Delivery; readonly end: DeliveryEnd }>()

  constructor(parts: ErrandParts, signals: ErrandSignals) {
    this.#parts = parts
    this.#signals = signals
    this.#newId = parts.newId ?? (() => randomBytes(9).toString('base64url'))
    this.#retries = new Retries(parts.clock)
  }

  /** Whether that day's tip is over as far as this process knows. */
  isSettled(subscription: Subscription, { day }: Due): boolean {
    return this.#settled.get(keyOf(subscription)) === day
  }

  /** Whether it is too late for that tip. */
  isLate({ at }: Due): boolean {
    const { clock, catchUpHours } = this.#parts
    return clock.now() - at > Math.max(catchUpHours * 3_600_000, graceMilliseconds)
  }

  /** When the channel may be tried again, epoch milliseconds; in the past for one that may be tried now. */
  notBefore(subscription: Subscription): number {
    return this.#retries.notBefore(keyOf(subscription))
  }

  /** The errand as a job for a queue; one that is only to be written down makes no request. */
  job(subscription: Subscription, due: Due, board: Noticeboard): Job {
    const { clock, store, library, locale } = this.#parts
    const courier: Courier = { store, board, library, locale, now: () => clock.now() }
    return async () => {
      const claimedAt = clock.now()
      const errand = { subscription, due, late: this.isLate(due), new: due.at < subscription.since }
      const claimed = await this.#claim(errand, courier)
      if (typeof claimed === 'string') return undefined
      const request = async () =>
        this.#settle(claimed, errand, courier, await post(claimed, errand, courier, claimedAt))
      if (!errand.late || claimed.delivery.reclaimed) return request
      await request()
      return undefined
    }
  }

  /** Writes down what a database that was away could not. Throws `StoreError`. */
  async payDebts(): Promise<void> {
    for (const [key, { delivery, end }] of this.#debts) {
      await this.#parts.store.deliveries.finish(delivery, end)
      this.#debts.delete(key)
    }
  }

  /** A subscription that was changed while it waited in the queue is left to the next look at the clock. */
  async #claim(errand: Errand, courier: Courier): Promise<Claim> {
    const { subscription, due } = errand
    const { chat, channel, since } = subscription
    const key = keyOf(subscription)
    try {
      const now = await this.#parts.store.subscriptions.find(chat, channel)
      if (now?.status !== 'on' || now.since !== since) return 'held'
      const claimed = await claim(errand, courier)
      if (claimed === 'no tips')
        this.#parts.log.warn({ chat, channel, day: due.day }, 'There is no tip to post')
      if (claimed === 'held') this.#retries.held(key)
      if (claimed === 'over' || claimed === 'no tips') this.#settled.set(key, due.day)
      return claimed
    } catch (err) {
      this.#complain(err)
      this.#retries.storeAway(key)
      return 'held'
    }
  }

  async #settle(
    { delivery, tip }: Exclude<Claim, string>,
    { subscription }: Errand,
    { board }: Courier,
    attempt: Attempt,
  ): Promise<void> {
    const { chat, channel, day, id } = delivery
    const context = { chat, channel, day, tip: tip.id, delivery: id }
    try {
      if (attempt.kind === 'again') return await this.#again(delivery, attempt, context)
      await this.#end(delivery, attempt.end, context)
      if (attempt.error) await this.#refused(subscription, attempt.error, board, context)
    } catch (err) {
      this.#complain(err)
    }
  }

  async #again(
    delivery: Delivery,
    { certain, error: err }: Extract<Attempt, { kind: 'again' }>,
    context: object,
  ): Promise<void> {
    const { clock, counted, log, store } = this.#parts
    const wait = err instanceof PostError ? (err.retryAfterSeconds ?? 0) : 0
    if (wait > 0) this.#signals.rest(delivery.chat, clock.now() + wait * 1_000)
    this.#retries.failed(keyOf(delivery), wait)
    counted(delivery.chat, 'retried')
    log.warn({ err, ...context }, 'Could not post the tip: trying again')
    this.#signals.wake()
    await store.deliveries.release(delivery, certain)
  }

  async #end(delivery: Delivery, end: DeliveryEnd, context: object): Promise<void> {
    const { counted, log } = this.#parts
    const key = keyOf(delivery)
    this.#debts.set(key, { delivery, end })
    this.#settled.set(key, delivery.day)
    this.#retries.forget(key)
    counted(delivery.chat, end)
    if (end === 'sent') log.info(context, 'The tip is in the channel')
    if (end === 'skipped') log.warn(context, 'Skipped a tip that is too late; see TIP_CATCH_UP_HOURS')
    if (end === 'unknown')
      log.warn(context, 'A tip may have been lost: the channel’s history may not be read')
    await this.payDebts()
  }

  /** A channel that takes no post is paused; one that refused only this tip gets the next one tomorrow. */
  async #refused(
    subscription: Subscription,
    err: PostError,
    board: Noticeboard,
    context: object,
  ): Promise<void> {
    const { store, locale, clock, log, organisers } = this.#parts
    if (err.reason === 'unpostable') {
      log.error({ err, ...context }, 'The channel does not take this tip; it gets another one tomorrow')
      return
    }
    log.error(
      { err, ...context },
      'Paused the tips of a channel that cannot be posted to; "tips on" resumes them',
    )
    const untold = await pause(subscription, err, {
      store,
      board,
      locale,
      organisers: organisers(subscription.chat),
      now: () => clock.now(),
      newId: this.#newId,
    })
    for (const error of untold)
      log.warn({ err: error, ...context }, 'Could not tell an organiser of the pause')
  }

  /** The store says itself that it is away. */
  #complain(err: unknown): void {
    if (!(err instanceof StoreError)) this.#parts.log.error({ err }, 'A tip’s delivery stumbled')
  }
}

function keyOf({ chat, channel }: { readonly chat: string; readonly channel: string }): string {
  return `${chat}:${channel}`
}
