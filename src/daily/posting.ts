import { tipReply } from '../answer/cards/tip.js'
import type { Reply } from '../answer/reply.js'
import { toReply } from '../answer/reply-context.js'
import type { Locale } from '../answer/wording/locale.js'
import { type Noticeboard, PostError } from '../chat/chat.js'
import type { Tip } from '../knowledge/session.js'
import type { Delivery, DeliveryEnd, Subscription } from '../store/store.js'
import type { Clock } from '../time/clock.js'
import type { Due } from './timetable.js'

/** A tip that a channel is to get. */
export interface PostingTask {
  readonly subscription: Subscription
  readonly due: Due
  readonly board: Noticeboard
  /** Too late for today's tip: what is left is to see whether it was posted, and to write that down. */
  readonly late: boolean
  /** The store learnt of the channel after the hour: a store that was lost may have posted it. */
  readonly isNew: boolean
  readonly begunAt: Times
}

/** A moment on both clocks. */
export interface Times {
  readonly wall: number
  readonly monotonic: number
}

/** A tip that nobody else posts for as long as its lease runs. */
export interface Claimed {
  readonly delivery: Delivery
  readonly tip: Tip
}

/** How an attempt to post ended. */
export type Attempt =
  | { readonly kind: 'end'; readonly end: DeliveryEnd; readonly error?: PostError }
  /** `certain`: nothing was posted. */
  | { readonly kind: 'again'; readonly certain: boolean; readonly error: unknown }

/** A post takes up to 20 s: one that begins later than this after its claim might outlive the lease. */
const latestPostSeconds = 30

/** Clocks of two machines, ours and the platform's, differ by less than this. */
const clockSkewMilliseconds = 60_000

/** Posts what was claimed, unless it is there already, is too late, or may be there and nobody can see it. */
export async function post(
  { delivery, tip }: Claimed,
  task: PostingTask,
  { clock, locale }: { readonly clock: Clock; readonly locale: Locale },
): Promise<Attempt> {
  const { board, due, late, isNew, begunAt } = task
  const seen = delivery.reclaimed || isNew ? await look(delivery, due.at, board) : 'absent'
  if (typeof seen !== 'string') return failed(seen.error, false)
  if (seen === 'found') return { kind: 'end', end: 'sent' }
  if (seen === 'unreadable' && delivery.reclaimed) return { kind: 'end', end: 'unknown' }
  if (late) return { kind: 'end', end: 'skipped' }
  if (millisecondsSince(begunAt, clock) > latestPostSeconds * 1_000) {
    return { kind: 'again', certain: true, error: new Error('The lease is nearly over') }
  }
  try {
    await board.post(delivery.channel, tipPost(tip, delivery.id, locale), delivery.id)
    return { kind: 'end', end: 'sent' }
  } catch (error) {
    return failed(error, true)
  }
}

/** A tip as a message for everybody. */
function tipPost(tip: Tip, id: string, locale: Locale): Reply {
  return toReply({ outcome: 'command', ...tipReply(tip, locale) }, { id, locale, visibility: 'public' }).reply
}

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

/** What an error means. One that is none of the platform's leaves open whether the post is there. */
function failed(error: unknown, nothingBefore: boolean): Attempt {
  if (!(error instanceof PostError)) return { kind: 'again', certain: false, error }
  if (error.reason === 'later') return { kind: 'again', certain: nothingBefore && !error.uncertain, error }
  return { kind: 'end', end: 'failed', error }
}

/** This moment. */
export function times(clock: Clock): Times {
  return { wall: clock.now(), monotonic: clock.monotonic() }
}

/** At least so long ago: the one clock may be set back, the other stands still while the machine sleeps. */
function millisecondsSince({ wall, monotonic }: Times, clock: Clock): number {
  return Math.max(clock.now() - wall, clock.monotonic() - monotonic)
}
