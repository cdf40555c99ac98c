import { createHash } from 'node:crypto'
import type { Library } from '../../knowledge/library.js'
import type { Session, Tip } from '../../knowledge/session.js'
import type { ReplyPart } from '../reply.js'
import { type Body, smallPart } from '../reply-context.js'
import type { Locale } from '../wording/locale.js'
import { wordingIn } from '../wording/wording.js'
import { byline, openAction } from './card.js'
import { namesOnly } from './lines.js'
import { slidesOf } from './links.js'

/** With fewer tips than this a channel would hear the same one twice in a fortnight. */
const fortnight = 14

/** What can be posted in the morning: the notes' tips, and when they are few also the talks worth a second look. */
export function tipPool(library: Library): readonly Tip[] {
  if (library.tips.length >= fortnight) return library.tips
  return [...library.tips, ...library.sessions.filter(worthASecondLook).map(secondLook)]
}

/** The tip of a local date (`"2026-12-01"`), the same everywhere; all come by before one comes again. */
export function tipOfDate(pool: readonly Tip[], date: string): Tip | undefined {
  const dayNumber = Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000)
  return inHashOrder(pool, '')[dayNumber % pool.length]
}

/** The tip that a channel got longest ago, or never; ties are broken by a hash of channel and tip. */
export function nextTip(
  pool: readonly Tip[],
  lastSent: ReadonlyMap<string, number>,
  channel: string,
): Tip | undefined {
  const sentAt = (tip: Tip) => lastSent.get(tip.id) ?? Number.NEGATIVE_INFINITY
  return inHashOrder(pool, channel).reduce<Tip | undefined>(
    (oldest, tip) => (oldest && sentAt(oldest) <= sentAt(tip) ? oldest : tip),
    undefined,
  )
}

/** A tip as a message: its line, and where it comes from. */
export function tipReply(
  tip: Tip,
  locale: Locale,
): Pick<Body, 'parts'> & Required<Pick<Body, 'links' | 'buttons'>> {
  const words = wordingIn(locale)
  const { session } = tip
  return {
    parts: [
      smallPart(words.todaysTip),
      { kind: 'lead', line: [{ text: tip.text || words.secondLook }] },
      ...(session ? sourceOf(session, locale) : []),
    ],
    links: session ? slidesOf(session, locale).slice(0, 1) : [],
    buttons: [
      session
        ? { label: words.openTalk, action: openAction(session, locale) }
        : { label: words.allSessions, action: { kind: 'ask', locale, text: 'sessions' } },
    ],
  }
}

function worthASecondLook(session: Session): boolean {
  return session.kind === 'talk' && (session.passages.length > 0 || session.slides.length > 0)
}

/** The text is empty for a talk without a summary. A line that names the speaker alone is none: the byline does that. */
function secondLook(session: Session): Tip {
  const text = session.summary.find((line) => !namesOnly(line, session)) ?? ''
  return { id: `session:${session.id}`, text, session }
}

function sourceOf(session: Session, locale: Locale): readonly ReplyPart[] {
  const { source } = session.meetup
  return [
    { kind: 'heading', line: [{ text: session.title }], ...(source ? { url: source } : {}) },
    smallPart(byline(session, locale)),
  ]
}

function inHashOrder(pool: readonly Tip[], salt: string): readonly Tip[] {
  const hash = (tip: Tip) => createHash('sha256').update(`${salt}\n${tip.id}`).digest('hex')
  return pool
    .map((tip) => ({ tip, hash: hash(tip) }))
    .sort((one, other) => (one.hash < other.hash ? -1 : 1))
    .map(({ tip }) => tip)
}
