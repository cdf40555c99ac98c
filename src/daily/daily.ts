import type { Noticeboard } from '../chat/chat.js'
import { StoreError, type Subscription } from '../store/store.js'
import { subscribeFromEnvironment } from './environment.js'
import { type ErrandParts, Errands } from './errands.js'
import { PacedQueue } from './paced-queue.js'
import { type Due, Timetable } from './timetable.js'
import type { TipChannel } from './tip-channels.js'

/** What the daily tips need. */
export interface DailyDeps extends ErrandParts {
  /** Where tips can be posted, by chat. */
  readonly boards: ReadonlyMap<string, Noticeboard>
  /** From `TIP_CHANNELS`. */
  readonly channels: readonly TipChannel[]
}

/** How often we look at the clock at least: a laptop sleeps, a clock is set. */
const mostNapMilliseconds = 60_000
/** How soon after the database was away, or something went wrong. */
const nextTryMilliseconds = 15_000

/** Posts every subscribed channel's tip at its hour, once. Nothing happens before `start`. */
export class Daily {
  readonly #parts: DailyDeps
  readonly #errands: Errands
  readonly #timetable = new Timetable()
  readonly #queues: ReadonlyMap<string, PacedQueue>
  readonly #stop = new AbortController()
  #nap = new AbortController()
  #subscribed = false
  #running: Promise<void> | undefined

  constructor(parts: DailyDeps) {
    this.#parts = parts
    this.#queues = new Map(
      [...parts.boards].map(([chat, board]) => [chat, new PacedQueue(parts.clock, board.postsPerSecond)]),
    )
    this.#errands = new Errands(parts, {
      rest: (chat, until) => this.#queues.get(chat)?.rest(until),
      wake: () => this.#nap.abort(),
    })
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
    await this.#errands.payDebts().catch((err: unknown) => this.#complain(err))
  }

  /** Resolves when everything that was due at the last `check` has been tried. */
  async idle(): Promise<void> {
    await Promise.all([...this.#queues.values()].map((queue) => queue.idle()))
  }

  /** Puts what is due into the queues; gives the time to look again, epoch milliseconds. */
  async check(): Promise<number> {
    const { store, channels, clock } = this.#parts
    try {
      await this.#errands.payDebts()
      if (!this.#subscribed) await subscribeFromEnvironment(store, channels, clock.now())
      this.#subscribed = true
      return this.#plan(await store.subscriptions.all())
    } catch (err) {
      this.#complain(err)
      return clock.now() + nextTryMilliseconds
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
    const wakeAt = this.#inOwnOrder(subscriptions).map((subscription) => this.#planOne(subscription, now))
    return wakeAt.reduce((first, each) => Math.min(first, each), now + mostNapMilliseconds)
  }

  /** One that cannot be planned, such as in a zone that this computer does not know, must not stop the others. */
  #planOne(subscription: Subscription, now: number): number {
    try {
      return this.#enqueue(subscription, now)
    } catch (err) {
      const { chat, channel } = subscription
      this.#parts.log.error({ err, chat, channel }, 'Cannot tell when this channel’s tip is due')
      return now + mostNapMilliseconds
    }
  }

  /** Puts the channel's tip into its queue when it is due; gives the time to look again. */
  #enqueue(subscription: Subscription, now: number): number {
    const { chat, channel } = subscription
    const due = this.#timetable.latest(subscription, now)
    const next = this.#timetable.next(subscription, now).at
    if (this.#isTooNew(subscription, due) || this.#errands.isSettled(subscription, due)) return next
    const retryAt = this.#errands.notBefore(subscription)
    if (retryAt > now) return Math.min(retryAt, next)
    const board = this.#parts.boards.get(chat)
    if (board) this.#queues.get(chat)?.add(channel, this.#errands.job(subscription, due, board))
    return next
  }

  /** Who says `tips on` expects the next one; who sets `TIP_CHANNELS` and starts the bot expects today's. */
  #isTooNew({ origin, since }: Subscription, due: Due): boolean {
    return due.at < since && (origin === 'command' || this.#errands.isLate(due))
  }

  /** Replicas begin at different ends of the list, so that they share the work instead of racing for each channel. */
  #inOwnOrder(subscriptions: readonly Subscription[]): readonly Subscription[] {
    const on = subscriptions.filter(({ chat, status }) => status === 'on' && this.#queues.has(chat))
    const from = Math.floor(Math.random() * on.length)
    return [...on.slice(from), ...on.slice(0, from)]
  }

  /** The store says itself that it is away. */
  #complain(err: unknown): void {
    if (!(err instanceof StoreError)) this.#parts.log.error({ err }, 'The daily tips stumbled')
  }
}
