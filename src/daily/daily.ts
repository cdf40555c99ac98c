import type { Noticeboard } from '../chat/chat.js'
import { StoreError, type Subscription } from '../store/store.js'
import { backOffSeconds } from '../time/back-off.js'
import { type DeliveryDeps, type DeliveryOutcome, deliver, isLate, type UnsavedEnd } from './delivery.js'
import { subscribeFromEnvironment } from './environment.js'
import { PacedQueue } from './paced-queue.js'
import { type Due, Timetable } from './timetable.js'
import type { TipChannel } from './tip-channels.js'

/** What the daily tips need. */
export interface DailyDeps extends DeliveryDeps {
  /** Where tips can be posted, by chat. */
  readonly boards: ReadonlyMap<string, Noticeboard>
  /** From `TIP_CHANNELS`. */
  readonly channels: readonly TipChannel[]
}

/** How often we look at the clock at least: a laptop sleeps, a clock is set. */
const mostNapMilliseconds = 60_000
/** How soon after the database was away, or something went wrong. */
const storeAwaySeconds = 15
/** How soon after another process had claimed the tip. */
const heldSeconds = 10
/** How soon after the platform could not take it: doubled each time, up to a cap. */
const firstRetrySeconds = 5
const mostRetrySeconds = 300

/** What is remembered of a channel. */
interface ChannelState {
  /** The day whose tip is over, as far as this process knows: `"2026-12-01"`. */
  doneDay?: string
  /** On the monotonic clock. */
  retryAt: number
  failures: number
}

/** Posts every subscribed channel's tip at its hour, once. Nothing happens before `start`. */
export class Daily {
  readonly #deps: DailyDeps
  readonly #timetable = new Timetable()
  readonly #queues: ReadonlyMap<string, PacedQueue>
  readonly #channels = new Map<string, ChannelState>()
  readonly #unsaved = new Map<string, UnsavedEnd>()
  readonly #stop = new AbortController()
  #nap = new AbortController()
  #subscribed = false
  #running: Promise<void> | undefined

  constructor(deps: DailyDeps) {
    this.#deps = deps
    this.#queues = new Map(
      [...deps.boards].map(([chat, board]) => [chat, new PacedQueue(deps.clock, board.postsPerSecond)]),
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
    await this.#saveUnsaved().catch((err: unknown) => this.#complain(err))
  }

  /** Resolves when everything that was due at the last `check` has been tried. */
  async idle(): Promise<void> {
    await Promise.all([...this.#queues.values()].map((queue) => queue.idle()))
  }

  /** Puts what is due into the queues; gives the milliseconds until it has to be looked at again. */
  async check(): Promise<number> {
    const { store, channels, clock } = this.#deps
    try {
      await this.#saveUnsaved()
      if (!this.#subscribed) await subscribeFromEnvironment(store, channels, clock.now())
      this.#subscribed = true
      return this.#plan(await store.subscriptions.all())
    } catch (err) {
      this.#complain(err)
      return storeAwaySeconds * 1_000
    }
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      this.#nap = new AbortController()
      const nap = await this.check()
      if (!this.#stop.signal.aborted) await this.#deps.clock.sleep(nap, this.#nap.signal)
    }
  }

  #plan(subscriptions: readonly Subscription[]): number {
    const naps = this.#inOwnOrder(subscriptions).map((subscription) => this.#planOne(subscription))
    return naps.reduce((first, each) => Math.min(first, each), mostNapMilliseconds)
  }

  /** One that cannot be planned, such as in a zone that this computer does not know, must not stop the others. */
  #planOne(subscription: Subscription): number {
    try {
      return this.#enqueue(subscription, this.#deps.clock.now())
    } catch (err) {
      const { chat, channel } = subscription
      this.#deps.log.error({ err, chat, channel }, 'Cannot tell when this channel’s tip is due')
      return mostNapMilliseconds
    }
  }

  /** Puts the channel's tip into its queue when it is due; gives the milliseconds until it has to be looked at again. */
  #enqueue(subscription: Subscription, now: number): number {
    const { chat, channel } = subscription
    const due = this.#timetable.latest(subscription, now)
    const next = this.#timetable.next(subscription, now).at - now
    const state = this.#stateOf(subscription)
    if (state.doneDay === due.day || this.#isTooNew(subscription, due, now)) return next
    const pause = state.retryAt - this.#deps.clock.monotonic()
    if (pause > 0) return Math.min(pause, next)
    const board = this.#deps.boards.get(chat)
    const queue = this.#queues.get(chat)
    if (!board || !queue) return next
    queue.add(channel, async (requesting) => {
      const outcome = await deliver(subscription, due, board, this.#deps, requesting)
      this.#note(subscription, due, outcome, queue)
    })
    return next
  }

  /**
   * Who says `tips on` expects the next one; who sets `TIP_CHANNELS` and starts the bot expects today's. A subscription
   * from the future was made before the clock was set back: no reason to wait until then.
   */
  #isTooNew({ origin, since }: Subscription, due: Due, now: number): boolean {
    return due.at < since && since <= now && (origin === 'command' || isLate(due, this.#deps))
  }

  /** Remembers what follows from a delivery for its channel, its chat and the next look. */
  #note(subscription: Subscription, { day }: Due, outcome: DeliveryOutcome, queue: PacedQueue): void {
    const state = this.#stateOf(subscription)
    if (outcome.kind === 'unsaved') this.#unsaved.set(outcome.delivery.id, outcome)
    if (outcome.kind === 'over' || outcome.kind === 'unsaved') forget(state, day)
    if (outcome.kind === 'held') this.#retryIn(state, heldSeconds)
    if (outcome.kind === 'store away') this.#retryIn(state, storeAwaySeconds)
    if (outcome.kind !== 'failed') return
    state.failures += 1
    const backOff = backOffSeconds(state.failures, firstRetrySeconds, mostRetrySeconds)
    this.#retryIn(state, Math.max(backOff, outcome.retryAfterSeconds))
    queue.rest(outcome.retryAfterSeconds * 1_000)
    this.#nap.abort()
  }

  #retryIn(state: ChannelState, seconds: number): void {
    state.retryAt = this.#deps.clock.monotonic() + seconds * 1_000
  }

  #stateOf({ chat, channel }: Subscription): ChannelState {
    const key = `${chat}:${channel}`
    const known = this.#channels.get(key)
    if (known) return known
    const state: ChannelState = { retryAt: Number.NEGATIVE_INFINITY, failures: 0 }
    this.#channels.set(key, state)
    return state
  }

  /** Writes down what a database that was away could not. Throws `StoreError`. */
  async #saveUnsaved(): Promise<void> {
    for (const [id, { delivery, end }] of this.#unsaved) {
      await this.#deps.store.deliveries.finish(delivery, end)
      this.#unsaved.delete(id)
    }
  }

  /** Replicas begin at different ends of the list, so that they share the work instead of racing for each channel. */
  #inOwnOrder(subscriptions: readonly Subscription[]): readonly Subscription[] {
    const on = subscriptions.filter(({ chat, status }) => status === 'on' && this.#queues.has(chat))
    const from = Math.floor(Math.random() * on.length)
    return [...on.slice(from), ...on.slice(0, from)]
  }

  /** The store says itself that it is away. */
  #complain(err: unknown): void {
    if (!(err instanceof StoreError)) this.#deps.log.error({ err }, 'The daily tips stumbled')
  }
}

/** What that day's delivery met on its way is of no use for the next. */
function forget(state: ChannelState, doneDay: string): void {
  Object.assign(state, { doneDay, retryAt: Number.NEGATIVE_INFINITY, failures: 0 })
}
