import { randomBytes } from 'node:crypto'
import type { Logger } from 'pino'
import type { Locale } from '../answer/reply.js'
import { type Noticeboard, PostError } from '../chat/chat.js'
import type { Library } from '../knowledge/library.js'
import { type Delivery, type DeliveryEnd, type Store, StoreError, type Subscription } from '../store/store.js'
import type { Clock } from './clock.js'
import { type Attempt, type Claim, type Courier, claim, type Errand, post } from './delivery.js'
import { subscribeFromEnvironment } from './environment.js'
import { PacedQueue } from './paced-queue.js'
import { pause } from './pause.js'
import { Retries } from './retries.js'
import { type Due, Timetable } from './timetable.js'
import type { TipChannel } from './tip-channels.js'

/** How a tip's delivery went, for metrics: its end, or `retried` for each attempt that has to be repeated. */
export type TipOutcome = DeliveryEnd | 'retried'

/** What the daily tips need. */
export interface DailyParts {
  readonly store: Store
  /** Where tips can be posted, by chat. */
  readonly boards: ReadonlyMap<string, Noticeboard>
  /** The notes of this moment: they may change while we run. */
  readonly library: () => Library
  readonly locale: Locale
  readonly clock: Clock
  readonly log: Logger
  /** From `TIP_CHANNELS`. */
  readonly channels: readonly TipChannel[]
  /** From `TIP_CATCH_UP_HOURS`: how late a tip may go out. */
  readonly catchUpHours: number
  /** The platform's ids of the organisers in a chat, who hear of the environment's paused subscriptions. */
  readonly organisers: (chat: string) => readonly string[]
  readonly counted: (chat: string, outcome: TipOutcome) => void
  /** A random id of at most 25 characters; 12 random ones unless told. */
  readonly newId?: () => string
}

/** How often we look at the clock at least: a laptop sleeps, a clock is set. */
const mostNapMilliseconds = 60_000

/** Waiting in the queue and trying again is not being late, whatever `TIP_CATCH_UP_HOURS` says. */
const graceMilliseconds = 15 * 60_000

/** Posts every subscribed channel's tip at its hour, once. Nothing happens before `start`. */
export class Daily {
  readonly #parts: DailyParts
  readonly #newId: () => string
  readonly #timetable = new Timetable()
  readonly #queues: ReadonlyMap<string, PacedQueue>
  /** The day that is over, by channel. */
  readonly #settled = new Map<string, string>()
  readonly #retries: Retries
  /** What is posted but not yet written down. */
  readonly #debts = new Map<string, { readonly delivery: Delivery; readonly end: DeliveryEnd }>()
  readonly #stop = new AbortController()
  #nap = new AbortController()
  #subscribed = false
  #running: Promise<void> | undefined

  constructor(parts: DailyParts) {
    this.#parts = parts
    this.#newId = parts.newId ?? (() => randomBytes(9).toString('base64url'))
    this.#retries = new Retries(parts.clock)
    this.#queues = new Map(
      [...parts.boards].map(([chat, board]) => [chat, new PacedQueue(parts.clock, board.postsPerSecond)]),
    )
  }

  /** Begins to watch the clock. */
  start(): void {
    this.#running ??= this.#run()
  }

  /** Starts no more posts; resolves when those under way are written down. */
  async stop(): Promise<void> {
    this.#stop.abort()
    this.#nap.abort()
    await this.#running
    await Promise.all([...this.#queues.values()].map((queue) => queue.stop()))
    await this.#payDebts().catch((err: unknown) => this.#complain(err))
  }

  /** Resolves when everything that was due at the last `check` has been tried. */
  async idle(): Promise<void> {
    await Promise.all([...this.#queues.values()].map((queue) => queue.idle()))
  }

  /** Puts what is due into the queues; gives the time to look again, epoch milliseconds. */
  async check(): Promise<number> {
    const { store, channels, clock } = this.#parts
    try {
      await this.#payDebts()
      if (!this.#subscribed) await subscribeFromEnvironment(store, channels, clock.now())
      this.#subscribed = true
      return this.#plan(await store.subscriptions.all())
    } catch (err) {
      this.#complain(err)
      return clock.now() + this.#retries.storeAwayMilliseconds
    }
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      this.#nap = new AbortController()
      const wakeAt = await this.check()
      const nap = Math.max(0, wakeAt - this.#parts.clock.now())
      if (!this.#stop.signal.aborted) await this.#parts.clock.sleep(nap, this.#nap.signal)
    }
  }

  #plan(subscriptions: readonly Subscription[]): number {
    const now = this.#parts.clock.now()
    let wakeAt = now + mostNapMilliseconds
    for (const subscription of this.#inOwnOrder(subscriptions)) {
      const due = this.#dueNow(subscription, now)
      const retryAt = this.#retries.notBefore(keyOf(subscription))
      if (due && retryAt <= now) this.#enqueue(subscription, due)
      if (due && retryAt > now) wakeAt = Math.min(wakeAt, retryAt)
      wakeAt = Math.min(wakeAt, this.#timetable.next(subscription, now).at)
    }
    return wakeAt
  }

  /** Replicas begin at different ends of the list, so that they share the work instead of racing for each channel. */
  #inOwnOrder(subscriptions: readonly Subscription[]): readonly Subscription[] {
    const on = subscriptions.filter(({ chat, status }) => status === 'on' && this.#queues.has(chat))
    const from = Math.floor(Math.random() * on.length)
    return [...on.slice(from), ...on.slice(0, from)]
  }

  #dueNow(subscription: Subscription, now: number): Due | undefined {
    const due = this.#timetable.latest(subscription, now)
    if (due.at < subscription.since) return undefined
    return this.#settled.get(keyOf(subscription)) === due.day ? undefined : due
  }

  #enqueue(subscription: Subscription, due: Due): void {
    const { boards, clock, catchUpHours, store, library, locale } = this.#parts
    const board = boards.get(subscription.chat)
    if (!board) return
    const courier: Courier = { store, board, library, locale, now: () => clock.now(), newId: this.#newId }
    const window = Math.max(catchUpHours * 3_600_000, graceMilliseconds)
    this.#queues.get(subscription.chat)?.add(keyOf(subscription), async () => {
      const errand = { subscription, due, late: clock.now() - due.at > window }
      const claimedAt = clock.now()
      const claimed = await this.#claim(errand, courier)
      if (typeof claimed === 'string') return undefined
      return async () =>
        this.#settle(claimed, errand, courier, await post(claimed, errand, courier, claimedAt))
    })
  }

  /** A subscription that was changed while it waited in the queue is left to the next look at the clock. */
  async #claim(errand: Errand, courier: Courier): Promise<Claim> {
    const { subscription, due } = errand
    const { chat, channel, since } = subscription
    try {
      const now = await this.#parts.store.subscriptions.find(chat, channel)
      if (now?.status !== 'on' || now.since !== since) return 'held'
      const claimed = await claim(errand, courier)
      if (claimed === 'no tips')
        this.#parts.log.warn({ chat, channel, day: due.day }, 'There is no tip to post')
      if (claimed === 'held') this.#retries.held(keyOf(subscription))
      if (claimed === 'over' || claimed === 'no tips') this.#settled.set(keyOf(subscription), due.day)
      return claimed
    } catch (err) {
      this.#complain(err)
      this.#retries.storeAway(keyOf(subscription))
      return 'held'
    }
  }

  async #settle(
    { delivery, tip }: Exclude<Claim, string>,
    errand: Errand,
    courier: Courier,
    attempt: Attempt,
  ): Promise<void> {
    const { chat, channel, day, id } = delivery
    const context = { chat, channel, day, tip: tip.id, delivery: id }
    try {
      if (attempt.kind === 'again') await this.#again(delivery, attempt, context)
      else await this.#end(delivery, attempt, errand, courier, context)
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
    if (wait > 0) this.#queues.get(delivery.chat)?.rest(clock.now() + wait * 1_000)
    this.#retries.failed(keyOf(delivery), wait)
    counted(delivery.chat, 'retried')
    log.warn({ err, ...context }, 'Could not post the tip: trying again')
    this.#nap.abort()
    await store.deliveries.release(delivery, certain)
  }

  async #end(
    delivery: Delivery,
    { end, error: err }: Extract<Attempt, { kind: 'end' }>,
    { subscription }: Errand,
    { board }: Courier,
    context: object,
  ): Promise<void> {
    const { counted, log, store, locale, clock } = this.#parts
    const key = keyOf(delivery)
    this.#debts.set(key, { delivery, end })
    this.#settled.set(key, delivery.day)
    this.#retries.forget(key)
    counted(delivery.chat, end)
    if (end === 'sent') log.info(context, 'The tip is in the channel')
    if (end === 'skipped') log.warn(context, 'Skipped a tip that is too late; see TIP_CATCH_UP_HOURS')
    if (end === 'unknown')
      log.warn(context, 'A tip may have been lost: the channel’s history may not be read')
    await this.#payDebts()
    if (!err) return
    log.error(
      { err, ...context },
      'Paused the tips of a channel that cannot be posted to; "tips on" resumes them',
    )
    const organisers = this.#parts.organisers(delivery.chat)
    const parts = { store, board, locale, organisers, now: () => clock.now(), newId: this.#newId }
    const untold = await pause(subscription, err, parts)
    for (const error of untold)
      log.warn({ err: error, ...context }, 'Could not tell an organiser of the pause')
  }

  async #payDebts(): Promise<void> {
    for (const [key, { delivery, end }] of this.#debts) {
      await this.#parts.store.deliveries.finish(delivery, end)
      this.#debts.delete(key)
    }
  }

  /** The store says itself that it is away. */
  #complain(err: unknown): void {
    if (!(err instanceof StoreError)) this.#parts.log.error({ err }, 'The daily tips stumbled')
  }
}

function keyOf({ chat, channel }: { readonly chat: string; readonly channel: string }): string {
  return `${chat}:${channel}`
}
