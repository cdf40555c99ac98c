import { createHash, randomBytes } from 'node:crypto'
import type { Logger } from 'pino'
import { nextTip, tipPool } from '../answer/cards/tip.js'
import type { Locale } from '../answer/wording/locale.js'
import { type Noticeboard, PostError } from '../chat/chat.js'
import type { Library } from '../knowledge/library.js'
import { type Delivery, type DeliveryEnd, type Store, StoreError, type Subscription } from '../store/store.js'
import type { Clock } from '../time/clock.js'
import { pause } from './pause.js'
import { type Attempt, type Claimed, type PostingTask, post, times } from './posting.js'
import type { Due } from './timetable.js'

/** What delivering a tip needs. */
export interface DeliveryDeps {
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
  /** An id for a message to an organiser; 12 random characters when absent. */
  readonly newId?: () => string
}

/** How a tip's delivery went, for metrics: its end, or `retried` for each attempt that has to be repeated. */
export type TipOutcome = DeliveryEnd | 'retried'

/** What became of a channel's tip. */
export type DeliveryOutcome =
  /** Nothing is left to do for that day. */
  | { readonly kind: 'over' }
  /** It has ended, but the store is away and does not know it. */
  | ({ readonly kind: 'unsaved' } & UnsavedEnd)
  /** Another process has claimed it, and may die. */
  | { readonly kind: 'held' }
  /** The platform could not take it. `retryAfterSeconds`: what it asked for, 0 when nothing. */
  | { readonly kind: 'failed'; readonly retryAfterSeconds: number }
  /** The store could not be asked. */
  | { readonly kind: 'store away' }
  /** The subscription was changed while it waited its turn: it has to be looked at again. */
  | { readonly kind: 'changed' }

/** How a delivery ended, for a store that is away. */
export interface UnsavedEnd {
  readonly delivery: Delivery
  readonly end: DeliveryEnd
}

/** Another process takes a delivery over when its claimant has been silent for so long. */
export const leaseSeconds = 60

/** Waiting in the queue and trying again is not being late, whatever `TIP_CATCH_UP_HOURS` says. */
const graceMilliseconds = 15 * 60_000

/** Whether it is too late for that tip. */
export function isLate({ at }: Due, { clock, catchUpHours }: DeliveryDeps): boolean {
  return clock.now() - at > Math.max(catchUpHours * 3_600_000, graceMilliseconds)
}

/**
 * Delivers a channel's tip of a day: claims it, posts it, and writes down what came of it. `requesting` is called before
 * the platform is asked for anything; not at all where nothing has to be asked. Never rejects.
 */
export async function deliver(
  subscription: Subscription,
  due: Due,
  board: Noticeboard,
  deps: DeliveryDeps,
  requesting: () => void,
): Promise<DeliveryOutcome> {
  const task: PostingTask = {
    subscription,
    due,
    board,
    late: isLate(due, deps),
    isNew: due.at < subscription.since,
    begunAt: times(deps.clock),
  }
  try {
    const claimed = await claim(task, deps)
    if ('kind' in claimed) return claimed
    if (!task.late || claimed.delivery.reclaimed) requesting()
    const attempt = await post(claimed, task, deps)
    const context = { ...contextOf(claimed.delivery), tip: claimed.tip.id }
    return attempt.kind === 'end'
      ? await end(claimed.delivery, attempt, task, deps, context)
      : await retryLater(claimed.delivery, attempt, deps, context)
  } catch (err) {
    if (!(err instanceof StoreError)) deps.log.error({ err }, 'A tip’s delivery stumbled')
    return { kind: 'store away' }
  }
}

/** Makes the channel's day ours. Throws `StoreError`. */
async function claim(
  { subscription, due }: PostingTask,
  deps: DeliveryDeps,
): Promise<Claimed | DeliveryOutcome> {
  const { chat, channel, since } = subscription
  const { subscriptions, deliveries } = deps.store
  const now = await subscriptions.find(chat, channel)
  if (now?.status !== 'on' || now.since !== since) return { kind: 'changed' }
  const known = await deliveries.find(chat, channel, due.day)
  if (known && known.status !== 'claimed') return { kind: 'over' }
  const pool = tipPool(deps.library())
  const next = nextTip(pool, await deliveries.lastSent(chat, channel), channel)
  if (!next) {
    deps.log.warn({ chat, channel, day: due.day }, 'There is no tip to post')
    return { kind: 'over' }
  }
  const id = deliveryId(chat, channel, due.day)
  const delivery = await deliveries.claim({ id, chat, channel, day: due.day, tip: next.id }, leaseSeconds)
  if (!delivery) return { kind: 'held' }
  const tip = pool.find((each) => each.id === delivery.tip) ?? next
  return { delivery: { ...delivery, tip: tip.id }, tip }
}

/** Writes down how it ended. */
async function end(
  delivery: Delivery,
  { end: how, error }: Extract<Attempt, { kind: 'end' }>,
  { subscription, board }: PostingTask,
  deps: DeliveryDeps,
  context: object,
): Promise<DeliveryOutcome> {
  const { counted, log, store } = deps
  counted(delivery.chat, how)
  if (how === 'sent') log.info(context, 'The tip is in the channel')
  if (how === 'skipped') log.warn(context, 'Skipped a tip that is too late; see TIP_CATCH_UP_HOURS')
  if (how === 'unknown') {
    log.warn(context, 'A tip may have been lost: the channel’s history may not be read')
  }
  try {
    await store.deliveries.finish(delivery, how)
    if (error) await refused(subscription, error, board, deps, context)
    return { kind: 'over' }
  } catch (err) {
    if (!(err instanceof StoreError)) log.error({ err }, 'A tip’s delivery stumbled')
    return { kind: 'unsaved', delivery, end: how }
  }
}

/** Lets go of the claim, so that anybody may try again. */
async function retryLater(
  delivery: Delivery,
  { certain, error: err }: Extract<Attempt, { kind: 'again' }>,
  { counted, log, store }: DeliveryDeps,
  context: object,
): Promise<DeliveryOutcome> {
  counted(delivery.chat, 'retried')
  log.warn({ err, ...context }, 'Could not post the tip: trying again')
  await store.deliveries.release(delivery, certain).catch((error: unknown) => {
    // The lease ends by itself.
    if (!(error instanceof StoreError)) throw error
  })
  return { kind: 'failed', retryAfterSeconds: err instanceof PostError ? (err.retryAfterSeconds ?? 0) : 0 }
}

/** A channel that takes no post is paused; one that refused only this tip gets the next one tomorrow. */
async function refused(
  subscription: Subscription,
  err: PostError,
  board: Noticeboard,
  { store, locale, clock, log, organisers, newId }: DeliveryDeps,
  context: object,
): Promise<void> {
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
    newId: newId ?? (() => randomBytes(9).toString('base64url')),
  })
  for (const error of untold) log.warn({ err: error, ...context }, 'Could not tell an organiser of the pause')
}

/** The same in every process, so that a post is known again even when the database was lost. */
function deliveryId(chat: string, channel: string, day: string): string {
  return createHash('sha256').update(`${chat}\n${channel}\n${day}`).digest('base64url').slice(0, 16)
}

function contextOf({ chat, channel, day, id }: Delivery) {
  return { chat, channel, day, delivery: id }
}
