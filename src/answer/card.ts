import type { Session } from '../knowledge/session.js'
import type { Match, MatchedPassage } from '../search/types.js'
import { excerpt, spanOf } from './excerpt.js'
import type { Item, Line, MenuOption, Part } from './reply.js'
import type { Locale } from './wording/locale.js'
import { wordingIn } from './wording/wording.js'

/** A session as a card: title, speaker, matching lines or summary, slides, source. */
export function sessionCard(match: Match, locale: Locale): readonly Part[] {
  const { session } = match
  return [
    { kind: 'heading', line: match.title.map(spanOf) },
    { kind: 'small', line: [{ text: byline(session, locale) }] },
    ...notesOf(match, locale),
    ...linksOf(session, locale),
    ...caution(session, locale),
  ]
}

/** Who spoke, where and when: `"김진웅 · KOREA DevOps Meetup '19 · 2019"`. */
export function byline(session: Session, locale: Locale): string {
  const { meetup } = session
  const who = session.kind === 'afterword' ? wordingIn(locale).afterword : namesOf(session)
  const when = meetup.title.includes(meetup.date) ? '' : meetup.date
  return [who, meetup.title, when].filter(Boolean).join(' · ')
}

/** The speakers' names with commas between them; empty when nobody is named. */
export function namesOf(session: Session): string {
  return session.speakers.map((speaker) => speaker.name).join(', ')
}

/** A session as one line in a list. */
export function sessionLine(session: Session): Line {
  const names = namesOf(session)
  return [{ text: session.title, style: 'strong' }, ...(names ? [{ text: ` · ${names}` }] : [])]
}

/** A session as a choice that opens its card. */
export function sessionOption(session: Session, locale: Locale): MenuOption {
  const detail = byline(session, locale)
  return { label: session.title, detail, action: { kind: 'session', locale, session: session.id } }
}

/** A session that was asked for by itself rather than found by words. */
export function wholeMatch(session: Session): Match {
  return { session, score: 1, title: [{ text: session.title, marked: false }], passages: [] }
}

function notesOf({ session, passages }: Match, locale: Locale): readonly Part[] {
  if (passages.length > 0) return [{ kind: 'list', items: quote(passages) }]
  const lines =
    session.summary.length > 0 ? session.summary : session.passages.slice(0, 3).map(({ text }) => text)
  if (lines.length > 0) {
    return [{ kind: 'list', items: lines.map((text) => ({ line: excerpt([{ text, marked: false }]) })) }]
  }
  return [{ kind: 'text', line: [{ text: wordingIn(locale).noNotes }] }]
}

/** Matching lines under their heading paths; lines with the same path stand together. */
function quote(passages: readonly MatchedPassage[]): readonly Item[] {
  const groups = new Map<string, { readonly line: Line; readonly items: Item[] }>()
  for (const { passage, path, runs } of passages) {
    const key = passage.path.join('\n')
    const group = groups.get(key) ?? { line: pathLine(path), items: [] }
    group.items.push({ line: excerpt(runs) })
    groups.set(key, group)
  }
  return [...groups.values()].flatMap((group) => (group.line.length > 0 ? [group] : group.items))
}

function pathLine(path: MatchedPassage['path']): Line {
  return path.flatMap((heading, at) => [...(at > 0 ? [{ text: ' › ' }] : []), ...excerpt(heading)])
}

function linksOf(session: Session, locale: Locale): readonly Part[] {
  const words = wordingIn(locale)
  const parts: Part[] = []
  if (session.slides.length > 0) parts.push({ kind: 'links', label: words.slides, links: session.slides })
  if (session.videos.length > 0) parts.push({ kind: 'links', label: words.videos, links: session.videos })
  if (session.links.length > 0) parts.push({ kind: 'links', label: words.links, links: session.links })
  if (session.pictures.length > 0) {
    parts.push({ kind: 'pictures', label: words.pictures, pictures: session.pictures })
  }
  return parts
}

function caution({ meetup, passages }: Session, locale: Locale): readonly Part[] {
  const words = wordingIn(locale)
  const links = meetup.source ? [{ title: words.source, url: meetup.source }] : []
  const text = meetup.disclaimer && passages.length > 0 ? words.disclaimer : ''
  return text || links.length > 0 ? [{ kind: 'small', line: text ? [{ text }] : [], links }] : []
}
