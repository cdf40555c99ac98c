import type { Meetup, Session } from '../../knowledge/session.js'
import type { PagedList } from '../action.js'
import { namesOf, sessionRow, wholeMatch } from '../cards/card.js'
import { dateBeside, meetupLine } from '../cards/date.js'
import { slidesOf } from '../cards/links.js'
import { keyOf } from '../key.js'
import type { Button, ReplyPart, Row } from '../reply.js'
import { type Body, type Notes, type ReplyContext, smallPart, textPart } from '../reply-context.js'
import type { Locale } from '../wording/locale.js'
import { wordingIn } from '../wording/wording.js'
import { meetupsNamed } from './meetups.js'

/** Ours: what a phone shows without scrolling far. */
const pageLength = 8

/** One page of something long. */
export interface Page<T> {
  readonly items: readonly T[]
  /** From 0. */
  readonly number: number
  readonly count: number
}

/** A page of a list; a page that does not exist is the last one. No page has a single row but an only one. */
export function pageOf<T>(items: readonly T[], wanted: number): Page<T> {
  const count = Math.max(1, Math.ceil((items.length - 1) / pageLength))
  const number = Math.min(wanted, count - 1)
  const end = number === count - 1 ? items.length : (number + 1) * pageLength
  return { items: items.slice(number * pageLength, end), number, count }
}

/** The meetups of an archive; the talks of one meetup, or of all where there is only one. */
export function sessionList(
  words: string,
  notes: Notes,
  context: ReplyContext,
  list: PagedList = 'sessions',
): Body {
  const { library } = notes
  const meetups = words === '' ? library.meetups : meetupsNamed(words, library)
  const [only] = meetups
  if (!only) {
    const { nothingYet, noMeetup } = wordingIn(context.locale)
    return {
      outcome: 'command',
      parts: [textPart(words === '' ? nothingYet : noMeetup(words))],
      buttons: allButton(context.locale),
    }
  }
  return meetups.length === 1
    ? talkList(only, notes, context, words, list)
    : meetupList(meetups, notes, context, words, list)
}

/** One page of meetups, newest first, each with the number of its talks. */
function meetupList(
  meetups: readonly Meetup[],
  { library }: Notes,
  { locale, page: wanted }: Pick<ReplyContext, 'locale' | 'page'>,
  argument: string,
  list: PagedList,
): Body {
  const words = wordingIn(locale)
  const counts = new Map<string, number>()
  for (const { kind, meetup } of library.sessions) {
    if (kind === 'talk') counts.set(meetup.id, (counts.get(meetup.id) ?? 0) + 1)
  }
  const page = pageOf(
    meetups.filter((meetup) => counts.has(meetup.id)),
    wanted,
  )
  const rows = page.items.map((meetup): Row => {
    return {
      line: [{ text: meetup.title, style: 'strong' }],
      detail: [
        {
          text: [dateBeside(meetup.title, meetup.date, locale), words.talks(counts.get(meetup.id) ?? 0)]
            .filter(Boolean)
            .join(' · '),
        },
      ],
      button: {
        label: words.open,
        action: { kind: 'page', locale, list: 'sessions', page: 0, argument: keyOf(meetup.id) },
      },
    }
  })
  const title = argument === '' ? words.allMeetups : words.meetupsNamed(argument)
  return listed(title, rows, page, locale, list, argument)
}

/** One page of a meetup's talks. */
function talkList(
  meetup: Meetup,
  notes: Notes,
  { locale, page: wanted }: ReplyContext,
  argument: string,
  list: PagedList,
): Body {
  const talks = notes.library.sessions.filter(
    (session) => session.meetup.id === meetup.id && session.kind === 'talk',
  )
  const page = pageOf(talks, wanted)
  const rows = page.items.map((session) => sessionRow(session, locale, namesOf(session)))
  const back = notes.library.meetups.length > 1 && argument !== '' ? allButton(locale) : []
  const body = listed(meetupLine(meetup, locale), rows, page, locale, list, argument)
  return { ...body, buttons: [...(body.buttons ?? []), ...back] }
}

/** Every talk that has slides, each with its link. */
export function allSlides(notes: Notes, { locale, page: wanted }: ReplyContext): Body {
  const sessions = notes.library.sessions.filter(({ kind, slides }) => kind === 'talk' && slides.length > 0)
  const words = wordingIn(locale)
  if (sessions.length === 0) return { outcome: 'none', parts: [textPart(words.noSlides)] }
  const page = pageOf(sessions, wanted)
  const rows = page.items.map((session) => slideRow(session, locale))
  return {
    ...listed(words.allSlides, rows, page, locale, 'slides', ''),
    outcome: 'answered',
    matches: sessions.map(wholeMatch),
  }
}

/** A talk in a list of slides: opens its slides, or its card where there are several. */
export function slideRow(session: Session, locale: Locale): Row {
  const [only, ...others] = slidesOf(session, locale)
  const row = sessionRow(session, locale)
  return only && others.length === 0 ? { ...row, button: only } : row
}

/** A speaker's several talks. */
export function speakerList(
  name: string,
  sessions: readonly Session[],
  { locale, page: wanted }: ReplyContext,
): Body {
  const page = pageOf(sessions, wanted)
  const rows = page.items.map((session) => sessionRow(session, locale))
  return {
    ...listed(wordingIn(locale).speakerTalks(name), rows, page, locale, 'speaker', name),
    outcome: 'answered',
    matches: sessions.map(wholeMatch),
  }
}

function listed(
  title: string,
  rows: readonly Row[],
  page: Page<unknown>,
  locale: Locale,
  list: PagedList,
  argument: string,
): Body {
  const number = page.count > 1 ? [smallPart(wordingIn(locale).page(page.number + 1, page.count))] : []
  const parts: readonly ReplyPart[] = [
    { kind: 'heading', line: [{ text: title }] },
    { kind: 'rows', rows },
    ...number,
  ]
  return { outcome: 'command', parts, buttons: turnButtons(page, locale, list, argument) }
}

/** A button carries at most 30 characters of argument: longer ones do not name anything in the notes anyway. */
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

/** What leads to the list of everything. */
export function allButton(locale: Locale): readonly Button[] {
  const action = { kind: 'page', locale, list: 'sessions', page: 0, argument: '' } as const
  return [{ label: wordingIn(locale).allSessions, action }]
}
