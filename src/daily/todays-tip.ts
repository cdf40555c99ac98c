import { nextTip, tipOfDate, tipPool, tipReply } from '../answer/cards/tip.js'
import { type Body, textPart } from '../answer/reply-context.js'
import type { Locale } from '../answer/wording/locale.js'
import { wordingIn } from '../answer/wording/wording.js'
import type { Asker } from '../chat/chat.js'
import type { Library } from '../knowledge/library.js'
import type { Tip } from '../knowledge/session.js'
import { type Store, StoreError } from '../store/store.js'
import { localDay } from './timetable.js'

/** What today's tip depends on. */
export interface TodaysTipDeps {
  readonly library: () => Library
  readonly now: () => number
  /** The IANA zone whose date counts where no channel's does. */
  readonly zone: string
  /** Absent where there is none, as in `ask`. */
  readonly store?: Store
}

/** The tip of today's date, from the notes alone. */
export function createTodaysTip(parts: TodaysTipDeps) {
  return (locale: Locale): Body => tipBody(ofToday(parts), locale)
}

/** `tip`: the day's post in a channel that gets one, the tip of the date elsewhere and while the store is away. */
export function createTipCommand(parts: TodaysTipDeps) {
  return async (_words: string, asker: Asker, locale: Locale): Promise<Body> => {
    const tip = (await ofChannel(asker, parts)) ?? ofToday(parts)
    return tipBody(tip, locale)
  }
}

function ofToday({ library, now, zone }: TodaysTipDeps): Tip | undefined {
  return tipOfDate(tipPool(library()), localDay(now(), zone))
}

async function ofChannel({ chat, channel }: Asker, parts: TodaysTipDeps): Promise<Tip | undefined> {
  if (!parts.store || channel === undefined) return undefined
  try {
    return await theDaysPost(parts.store, chat, channel, parts)
  } catch (error) {
    if (error instanceof StoreError) return undefined
    throw error
  }
}

/** What was posted today, or will be. */
async function theDaysPost(
  { subscriptions, deliveries }: Store,
  chat: string,
  channel: string,
  { library, now }: TodaysTipDeps,
): Promise<Tip | undefined> {
  const subscription = await subscriptions.find(chat, channel)
  if (subscription?.status !== 'on') return undefined
  const pool = tipPool(library())
  const delivery = await deliveries.find(chat, channel, localDay(now(), subscription.zone))
  const posted = delivery && pool.find(({ id }) => id === delivery.tip)
  return posted ?? nextTip(pool, await deliveries.lastSent(chat, channel), channel)
}

function tipBody(tip: Tip | undefined, locale: Locale): Body {
  const content = tip ? tipReply(tip, locale) : { parts: [textPart(wordingIn(locale).noTips)] }
  return { outcome: 'command', ...content }
}
