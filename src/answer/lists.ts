import type { Session } from '../knowledge/session.js'
import type { PagedList } from './action.js'
import { sessionLine, sessionOption, wholeMatch } from './card.js'
import { meetupsNamed } from './meetups.js'
import type { Button, Menu, Part } from './reply.js'
import type { Body, Notes, ReplyContext } from './reply-context.js'
import type { Locale } from './wording/locale.js'
import { wordingIn } from './wording/wording.js'

/** Our own choice: what a phone shows without scrolling far. */
const pageLength = 8

/** One page of something long. */
export interface Page<T> {
  readonly items: readonly T[]
  /** From 0. */
  readonly number: number
  readonly count: number
}

/** A page of a list; a page that does not exist is the last one. */
export function pageOf<T>(items: readonly T[], wanted: number): Page<T> {
  const count = Math.max(1, Math.ceil(items.length / pageLength))
  const number = Math.min(wanted, count - 1)
  return { items: items.slice(number * pageLength, (number + 1) * pageLength), number, count }
}

/** All sessions, or a meetup's, grouped by meetup. */
export function sessionList(words: string, notes: Notes, context: ReplyContext): Body {
  const meetups = words === '' ? notes.library.meetups : meetupsNamed(words, notes.library)
  const known = new Set(meetups.map((meetup) => meetup.id))
  const sessions = notes.library.sessions.filter((session) => known.has(session.meetup.id))
  const wording = wordingIn(context.locale)
  if (sessions.length === 0) {
    const said = words === '' ? wording.nothingYet : wording.noMeetup(words)
    return {
      outcome: 'command',
      parts: [{ kind: 'text', line: [{ text: said }] }],
      buttons: allButton(context.locale),
    }
  }
  return { outcome: 'command', ...sessionPage(sessions, context, 'sessions', words) }
}

/** One page of sessions under the names of their meetups, with a menu to open them and buttons to turn the page. */
export function sessionPage(
  sessions: readonly Session[],
  { locale, page: wanted }: Pick<ReplyContext, 'locale' | 'page'>,
  list: PagedList,
  argument: string,
): Required<Pick<Body, 'parts' | 'buttons' | 'menus'>> {
  const page = pageOf(sessions, wanted)
  const groups = byMeetup(page.items)
  const parts = [...groups].flatMap(([title, members]): readonly Part[] => [
    { kind: 'heading', line: [{ text: title }] },
    { kind: 'list', items: members.map((session) => ({ line: sessionLine(session) })) },
  ])
  return {
    parts: [...parts, ...pageNumber(page, locale)],
    buttons: turnButtons(page, locale, list, argument),
    menus: openMenu(page.items, locale),
  }
}

/** Every session that has slides, with its links. */
export function allSlides(notes: Notes, { locale, page: wanted }: ReplyContext): Body {
  const sessions = notes.library.sessions.filter((session) => session.slides.length > 0)
  const wording = wordingIn(locale)
  if (sessions.length === 0)
    return { outcome: 'none', parts: [{ kind: 'text', line: [{ text: wording.noSlides }] }] }
  const page = pageOf(sessions, wanted)
  const links = page.items.map(
    (session): Part => ({ kind: 'links', label: labelOf(session), links: session.slides }),
  )
  return {
    outcome: 'answered',
    matches: sessions.map(wholeMatch),
    parts: [{ kind: 'heading', line: [{ text: wording.allSlides }] }, ...links, ...pageNumber(page, locale)],
    buttons: turnButtons(page, locale, 'slides', ''),
  }
}

/** A speaker's several talks. */
export function speakerList(name: string, sessions: readonly Session[], context: ReplyContext): Body {
  const { parts, buttons, menus } = sessionPage(sessions, context, 'speaker', name)
  const heading: Part = { kind: 'heading', line: [{ text: wordingIn(context.locale).speakerTalks(name) }] }
  return {
    outcome: 'answered',
    matches: sessions.map(wholeMatch),
    parts: [heading, ...parts],
    buttons,
    menus,
  }
}

function byMeetup(sessions: readonly Session[]): ReadonlyMap<string, readonly Session[]> {
  const groups = new Map<string, Session[]>()
  for (const session of sessions) {
    const { title } = session.meetup
    groups.set(title, [...(groups.get(title) ?? []), session])
  }
  return groups
}

function labelOf(session: Session): string {
  return sessionLine(session)
    .map((span) => span.text)
    .join('')
}

function pageNumber({ number, count }: Page<unknown>, locale: Locale): readonly Part[] {
  return count > 1 ? [{ kind: 'small', line: [{ text: wordingIn(locale).page(number + 1, count) }] }] : []
}

/** A button carries at most 60 characters of argument: longer ones do not name anything in the notes anyway. */
function turnButtons(
  { number, count }: Page<unknown>,
  locale: Locale,
  list: PagedList,
  words: string,
): readonly Button[] {
  const argument = [...words].slice(0, 30).join('')
  const turn = (label: string, page: number): Button => ({
    label,
    action: { kind: 'page', locale, list, page, argument },
  })
  const wording = wordingIn(locale)
  return [
    ...(number > 0 ? [turn(wording.previous, number - 1)] : []),
    ...(number + 1 < count ? [turn(wording.next, number + 1)] : []),
  ]
}

function openMenu(sessions: readonly Session[], locale: Locale): readonly Menu[] {
  const options = sessions.map((session) => sessionOption(session, locale))
  return options.length > 0 ? [{ placeholder: wordingIn(locale).openSession, options }] : []
}

function allButton(locale: Locale): readonly Button[] {
  const action = { kind: 'page', locale, list: 'sessions', page: 0, argument: '' } as const
  return [{ label: wordingIn(locale).allSessions, action }]
}
