import { tipOfDate, tipPool, tipReply } from '../answer/cards/tip.js'
import { toReply } from '../answer/reply-context.js'
import type { Locale } from '../answer/wording/locale.js'
import { type RehearsalStore, rehearsePosts } from '../daily/rehearsal.js'
import { localDay, localTime } from '../daily/timetable.js'
import { parseTipChannels, type TipChannel } from '../daily/tip-channels.js'
import type { Library } from '../knowledge/library.js'
import type { Tip } from '../knowledge/session.js'
import { draw } from './conversation.js'
import type { DrawnMessage, TipCalendar, TipDay } from './wire.js'

/** What a calendar of tips is made from. */
export interface TipCalendarOptions {
  readonly library: Library
  readonly store: RehearsalStore
  /** Of `TIP_CHANNELS`. */
  readonly channels: readonly TipChannel[]
  /** The IANA zone of the tip of the date. */
  readonly zone: string
  readonly locale: Locale
  /** Epoch milliseconds. */
  readonly now: number
}

/** Not a channel: the tips of the date, which `tip` gives where no channel's come. */
const poolName = 'pool'

const days = 30

/** The tips of the next 30 days, each as the card it will be. Throws `StoreError`. */
export async function tipCalendar(channel: string, options: TipCalendarOptions): Promise<TipCalendar> {
  const pool = tipPool(options.library)
  const shown = channel === poolName ? tipsOfDates(pool, options) : await tipsOfChannel(channel, options)
  return { channel, pool: pool.length, days: shown }
}

function tipsOfDates(pool: readonly Tip[], { zone, locale, now }: TipCalendarOptions): readonly TipDay[] {
  const first = Date.parse(`${localDay(now, zone)}T00:00:00Z`)
  return Array.from({ length: days }, (_, at) => {
    const day = new Date(first + at * 86_400_000).toISOString().slice(0, 10)
    const tip = tipOfDate(pool, day)
    return { at: day, zone, posts: tip ? cardsOf(tip, locale, 'private') : [] }
  })
}

/** A channel that nobody has subscribed yet is shown as if somebody had. */
async function tipsOfChannel(
  channel: string,
  { library, store, channels, zone, locale, now }: TipCalendarOptions,
): Promise<readonly TipDay[]> {
  const asked = parseTipChannels(channel).channels
  const posts = await rehearsePosts({
    store,
    library,
    channels: [...channels, ...asked],
    from: localDay(now, zone),
    days,
    channel,
  })
  return posts.map((post) => ({
    at: localTime(post.at, post.zone),
    zone: post.zone,
    posts: post.tip ? cardsOf(post.tip, locale, 'public') : [],
  }))
}

function cardsOf(tip: Tip, locale: Locale, visibility: 'private' | 'public'): readonly DrawnMessage[] {
  const { reply } = toReply({ outcome: 'command', ...tipReply(tip, locale) }, { id: '', locale, visibility })
  return [...draw('slack', reply), ...draw('discord', reply)]
}
