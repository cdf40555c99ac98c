import type { Session } from '../../knowledge/session.js'
import type { Match } from '../../search/types.js'
import type { Action } from '../action.js'
import { keyOf } from '../key.js'
import { bare } from '../replies/meetups.js'
import type { Item, LinkButton, ReplyPart, Row } from '../reply.js'
import { smallPart } from '../reply-context.js'
import type { Wording } from '../wording/ko.js'
import type { Locale } from '../wording/locale.js'
import { wordingIn } from '../wording/wording.js'
import { dateBeside, meetupLine } from './date.js'
import { spanOf } from './excerpt.js'
import { linesOf, moreLines, ownNotes } from './lines.js'
import { linksOf, mostLinks } from './links.js'

/** A session as a card: the answer first, then what it comes from. */
export interface Card {
  readonly parts: readonly ReplyPart[]
  readonly links: readonly LinkButton[]
  /** What is missing: stands right below the buttons. */
  readonly gap: readonly ReplyPart[]
  /** A caution of the author's: stands last. */
  readonly caution: readonly ReplyPart[]
}

/** The card of a session: the line that answers, title, speaker, at most two more lines, links. */
export function sessionCard(match: Match, locale: Locale): Card {
  const { session } = match
  const words = wordingIn(locale)
  const said = linesOf(match, words)
  const [lead, lines] = answersByTitle(match)
    ? [undefined, said.slice(0, moreLines)]
    : [said[0], said.slice(1)]
  const links = linksOf(match, locale)
  const address = session.meetup.source || session.slides[0]?.url
  return {
    parts: [
      ...(lead ? [{ kind: 'lead' as const, line: lead }] : []),
      { kind: 'heading', line: match.title.map(spanOf), ...(address ? { url: address } : {}) },
      smallPart(byline(session, locale)),
      ...(match.via ?? []).slice(0, 1).map(({ asked, found }) => smallPart(`${asked} → ${found}`)),
      ...(lines.length > 0 ? [{ kind: 'list' as const, items: lines.map((line): Item => ({ line })) }] : []),
      ...picturesOf(session, links),
    ],
    links,
    gap: gapOf(session, words).map(smallPart),
    caution: session.meetup.disclaimer && ownNotes(session).length > 0 ? [smallPart(words.disclaimer)] : [],
  }
}

/** Whether the title alone has what was asked: then it is the answer, and no line of the notes stands before it. */
function answersByTitle({ title, passages }: Match): boolean {
  return passages.length === 0 && title.some(({ marked }) => marked)
}

/** Who spoke, where and when: `"김진웅 · KOREA DevOps Meetup '19"`. A meetup that has the session's own title goes without. */
export function byline(session: Session, locale: Locale): string {
  const words = wordingIn(locale)
  const who = session.kind === 'talk' ? namesOf(session) : words.kinds[session.kind]
  const { title, date } = session.meetup
  const isOwn = bare(title) === bare(session.title)
  const where = isOwn ? dateBeside(title, date, locale) : meetupLine(session.meetup, locale)
  return [who, where].filter(Boolean).join(' · ')
}

/** The speakers' names with commas between them; empty when nobody is named. */
export function namesOf(session: Session): string {
  return session.speakers.map((speaker) => speaker.name).join(', ')
}

/** What opens a session's card. */
export function openAction(session: Session, locale: Locale): Action {
  return { kind: 'session', locale, session: keyOf(session.id) }
}

/** A session as a row that opens its card; `detail` says who, and where and when unless the list says so. */
export function sessionRow(session: Session, locale: Locale, detail = byline(session, locale)): Row {
  return {
    line: [{ text: session.title, style: 'strong' }],
    ...(detail ? { detail: [{ text: detail }] } : {}),
    button: { label: wordingIn(locale).open, action: openAction(session, locale) },
  }
}

/** A session that was asked for by itself rather than found by words. */
export function wholeMatch(session: Session): Match {
  return { session, score: 1, title: [{ text: session.title, marked: false }], passages: [] }
}

/** Pictures as far as a card's links leave room for them. */
function picturesOf({ pictures }: Session, links: readonly LinkButton[]): readonly ReplyPart[] {
  const shown = pictures.slice(0, Math.max(0, mostLinks - 1 - links.length))
  return shown.length > 0 ? [{ kind: 'pictures', pictures: shown }] : []
}

function gapOf(session: Session, words: Wording): readonly string[] {
  if (ownNotes(session).length > 0 || session.kind !== 'talk') return []
  const isThere = (kind: 'page' | 'moment') => session.passages.some(({ source }) => source?.kind === kind)
  const hasSlides = session.slides.length > 0 || isThere('page')
  if (isThere('moment')) return [hasSlides ? words.slidesAndRecordingOnly : words.recordingOnly]
  return [hasSlides ? words.slidesOnly : words.noNotes]
}
