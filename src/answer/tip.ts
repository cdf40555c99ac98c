import { createHash } from 'node:crypto'
import type { Library } from '../knowledge/library.js'
import type { Session, Tip } from '../knowledge/session.js'
import { byline, sessionLine, sessionOption } from './card.js'
import type { Button, Part } from './reply.js'
import type { Locale } from './wording/locale.js'
import { wordingIn } from './wording/wording.js'

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

/** A tip with the session it comes from and its slides. */
export function tipReply(tip: Tip, locale: Locale): readonly Part[] {
  const words = wordingIn(locale)
  return [
    { kind: 'heading', line: [{ text: words.todaysTip }] },
    { kind: 'text', line: [{ text: tip.text || words.secondLook }] },
    ...(tip.session ? sourceOf(tip.session, locale) : []),
  ]
}

/** The way on from a tip: to its session, or to all of them. There is always one. */
export function tipButtons(tip: Tip, locale: Locale): readonly Button[] {
  const words = wordingIn(locale)
  if (!tip.session) return [{ label: words.allSessions, action: { kind: 'ask', locale, text: 'sessions' } }]
  return [{ label: words.openSession, action: sessionOption(tip.session, locale).action }]
}

function worthASecondLook(session: Session): boolean {
  return session.kind === 'talk' && (session.passages.length > 0 || session.slides.length > 0)
}

/** The text is empty for a talk without a summary. */
function secondLook(session: Session): Tip {
  return { id: `session:${session.id}`, text: session.summary[0] ?? '', session }
}

function sourceOf(session: Session, locale: Locale): readonly Part[] {
  const { slides } = session
  return [
    { kind: 'text', line: sessionLine(session) },
    { kind: 'small', line: [{ text: byline(session, locale) }] },
    ...(slides.length > 0
      ? [{ kind: 'links' as const, label: wordingIn(locale).slides, links: slides }]
      : []),
  ]
}

function inHashOrder(pool: readonly Tip[], salt: string): readonly Tip[] {
  const hash = (tip: Tip) => createHash('sha256').update(`${salt}\n${tip.id}`).digest('hex')
  return pool
    .map((tip) => ({ tip, hash: hash(tip) }))
    .sort((one, other) => (one.hash < other.hash ? -1 : 1))
    .map(({ tip }) => tip)
}
