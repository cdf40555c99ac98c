import { nextTip, tipPool } from '../answer/cards/tip.js'
import type { Library } from '../knowledge/library.js'
import type { Tip } from '../knowledge/session.js'
import type { Store, Subscription } from '../store/store.js'
import { singleSpaced } from '../text/blanks.js'
import { localTime, Timetable } from './timetable.js'
import type { TipChannel } from './tip-channels.js'

/** What a rehearsal reads of a store. */
export interface RehearsalStore {
  readonly subscriptions: Pick<Store['subscriptions'], 'all'>
  readonly deliveries: Pick<Store['deliveries'], 'lastSent'>
}

/** What a rehearsal plays. */
export interface RehearsalOptions {
  readonly store: RehearsalStore
  readonly library: Library
  /** From `TIP_CHANNELS`, as the next start would subscribe them. */
  readonly channels: readonly TipChannel[]
  /** The first local date: `"2026-12-01"`. */
  readonly from: string
  readonly days: number
  /** `"slack:C0123456789"`, or the platform's id alone; all channels when absent. */
  readonly channel?: string
}

/** Where and when, without what went before. */
type Slot = Pick<Subscription, 'chat' | 'channel' | 'time' | 'zone'>

/** A post of a rehearsal. */
export interface RehearsedPost extends Slot {
  /** Epoch milliseconds. */
  readonly at: number
  /** Absent when the notes have none. */
  readonly tip?: Tip
}

/** What would go out when, by time; nothing is sent and nothing written. Throws `StoreError`. */
export async function rehearsePosts(parts: RehearsalOptions): Promise<readonly RehearsedPost[]> {
  const slots = await subscribed(parts)
  const pool = tipPool(parts.library)
  const posts: RehearsedPost[] = []
  for (const slot of slots) {
    const lastSent = new Map(await parts.store.deliveries.lastSent(slot.chat, slot.channel))
    for (const at of moments(slot, parts)) {
      const tip = nextTip(pool, lastSent, slot.channel)
      if (tip) lastSent.set(tip.id, at)
      posts.push({ ...slot, at, ...(tip ? { tip } : {}) })
    }
  }
  return posts.sort((one, other) => one.at - other.at)
}

/** The same, a line each. */
export async function rehearse(parts: RehearsalOptions): Promise<readonly string[]> {
  return (await rehearsePosts(parts)).map(describe)
}

async function subscribed({ store, channels, channel }: RehearsalOptions): Promise<readonly Slot[]> {
  const known = await store.subscriptions.all()
  const kept = known.filter(({ origin, status }) => origin === 'command' || status === 'paused')
  const added = channels.filter(
    (each, index) => ![...kept, ...channels.slice(0, index)].some((other) => sameChannel(each, other)),
  )
  return [...known.filter(({ origin, status }) => origin === 'command' && status === 'on'), ...added].filter(
    (each) => channel === undefined || channel === each.channel || channel === `${each.chat}:${each.channel}`,
  )
}

function sameChannel(one: Slot, other: Slot): boolean {
  return one.chat === other.chat && one.channel === other.channel
}

function* moments(slot: Slot, { from, days }: RehearsalOptions): Generator<number> {
  const timetable = new Timetable()
  const last = new Date(Date.parse(`${from}T00:00:00Z`) + (days - 1) * 86_400_000).toISOString().slice(0, 10)
  // No zone is further than 14 hours from UTC.
  let due = timetable.next(slot, Date.parse(`${from}T00:00:00Z`) - 15 * 3_600_000)
  for (; due.day <= last; due = timetable.next(slot, due.at)) {
    if (due.day >= from) yield due.at
  }
}

function describe({ chat, channel, zone, at, tip }: RehearsedPost): string {
  const what = tip ? tip.text || tip.session?.title || tip.id : 'no tip: the notes have none'
  const from = tip?.session ? ` (${tip.session.title})` : ''
  return `${localTime(at, zone)} ${zone}  ${chat}:${channel}  ${singleSpaced(what)}${from}`
}
