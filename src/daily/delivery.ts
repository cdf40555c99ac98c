import { createHash } from 'node:crypto'
import type { Reply } from '../answer/reply.js'
import { toReply } from '../answer/reply-context.js'
import { nextTip, tipPool, tipReply } from '../answer/tip.js'
import type { Locale } from '../answer/wording/locale.js'
import { type Noticeboard, PostError } from '../chat/chat.js'
import type { Library } from '../knowledge/library.js'
import type { Tip } from '../knowledge/session.js'
import type { Delivery, DeliveryEnd, Store, Subscription } from '../store/store.js'
import type { Due } from './timetable.js'

/** A tip that a channel is to get. */
export interface Errand {
  readonly subscription: Subscription
  readonly due: Due
  /** Too late for today's tip: what is left is to see whether it was posted, and to write that down. */
  readonly late: boolean
  /** The store learnt of the channel after the hour: a store that was lost may have posted it. */
  readonly new: boolean
}

/** What an errand needs. */
export interface Courier {
  readonly store: Store
  readonly board: Noticeboard
  readonly library: () => Library
  readonly locale: Locale
  readonly now: () => number
}

/** Ready to be posted, settled already, held by another process, or without any tip to post. */
export type Claim = { readonly delivery: Delivery; readonly tip: Tip } | 'over' | 'held' | 'no tips'

/** How an attempt to post ended. */
export type Attempt =
  | { readonly kind: 'end'; readonly end: DeliveryEnd; readonly error?: PostError }
  /** Nothing was written down: claim it again later. */
  | { readonly kind: 'again'; readonly certain: boolean; readonly error: unknown }

/** Another process takes a delivery over when its claimant has been silent for so long. */
export const leaseSeconds = 60

/** A post takes up to 20 s: one that begins later than this after its claim might outlive the lease. */
const latestPostSeconds = 30

/** Makes the channel's day ours, for `leaseSeconds`. Throws `StoreError`. */
export async function claim({ subscription, due }: Errand, courier: Courier): Promise<Claim> {
  const { chat, channel } = subscription
  const { deliveries } = courier.store
  const known = await deliveries.find(chat, channel, due.day)
  if (known && known.status !== 'claimed') return 'over'
  const pool = tipPool(courier.library())
  const next = nextTip(pool, await deliveries.lastSent(chat, channel), channel)
  if (!next) return 'no tips'
  const wish = {
    id: deliveryId(chat, channel, due.day),
    chat,
    channel,
    day: due.day,
    tip: next.id,
    now: courier.now(),
  }
  const delivery = await deliveries.claim(wish, leaseSeconds)
  if (!delivery) return 'held'
  const tip = pool.find((each) => each.id === delivery.tip) ?? next
  return { delivery: { ...delivery, tip: tip.id }, tip }
}

/** Posts what was claimed, unless it is there already, is too late, or may be there and nobody can tell. */
export async function post(
  { delivery, tip }: Exclude<Claim, string>,
  { late, ...errand }: Errand,
  courier: Courier,
  claimedAt: number,
): Promise<Attempt> {
  const seen =
    delivery.reclaimed || errand.new ? await look(delivery, errand.due.at, courier.board) : 'absent'
  if (typeof seen !== 'string') return failed(seen.error, false)
  if (seen === 'found') return { kind: 'end', end: 'sent' }
  if (seen === 'unreadable' && delivery.reclaimed) return { kind: 'end', end: 'unknown' }
  if (late) return { kind: 'end', end: 'skipped' }
  if (courier.now() - claimedAt > latestPostSeconds * 1_000) {
    return { kind: 'again', certain: true, error: new Error('The lease is nearly over') }
  }
  try {
    await courier.board.post(delivery.channel, tipPost(tip, delivery.id, courier.locale), delivery.id)
    return { kind: 'end', end: 'sent' }
  } catch (error) {
    return failed(error, true)
  }
}

/** A tip as a message for everybody. */
export function tipPost(tip: Tip, id: string, locale: Locale): Reply {
  return toReply({ outcome: 'command', ...tipReply(tip, locale) }, { id, locale, visibility: 'public' }).reply
}

/** The same in every process, so that a post is known again even when the database was lost. */
export function deliveryId(chat: string, channel: string, day: string): string {
  return createHash('sha256').update(`${chat}\n${channel}\n${day}`).digest('base64url').slice(0, 16)
}

/** Clocks of two machines, ours and the platform's, differ by less than this. */
const clockSkewMilliseconds = 60_000

async function look(
  delivery: Delivery,
  dueAt: number,
  board: Noticeboard,
): Promise<'found' | 'absent' | 'unreadable' | { readonly error: unknown }> {
  try {
    const since = Math.min(delivery.claimedAt, dueAt) - clockSkewMilliseconds
    return await board.findDelivery(delivery.channel, delivery.id, new Date(since))
  } catch (error) {
    return { error }
  }
}

/** An error that is none of the platform's tells nothing about the post. `clean`: nothing was there before. */
function failed(error: unknown, clean: boolean): Attempt {
  if (!(error instanceof PostError)) return { kind: 'again', certain: false, error }
  if (error.reason === 'later') return { kind: 'again', certain: clean && !error.uncertain, error }
  return { kind: 'end', end: 'failed', error }
}
