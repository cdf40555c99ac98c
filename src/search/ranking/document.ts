import type { Session, Speaker } from '../../knowledge/session.js'
import { speakerKeys } from '../names/names.js'
import type { Misheard } from '../sound/misheard.js'
import { type Term, termsOf, wholeName } from '../text/terms.js'

/** The fields of the inverted index; `media` is what decks and recordings say. */
export const FIELDS = ['title', 'speakers', 'body', 'media', 'meetup'] as const

/** Those that say what somebody wrote about a session. */
export const WRITTEN_FIELDS = FIELDS.filter((field) => field !== 'media')

/** A session as the terms of each field. */
export type SessionTerms = Readonly<Record<(typeof FIELDS)[number], readonly Term[]>>

/**
 * Cuts a session into the terms it is found by; headings count once, however many lines they stand above. Yields between
 * the pages of decks: those of one long deck, or an hour of captions, take longer than others may wait.
 */
export function* sessionTerms(session: Session, misheard: Misheard): Generator<undefined, SessionTerms> {
  const { title, speakers, passages } = session
  const written = passages.filter(({ source }) => !source)
  const headings = new Set(written.flatMap((passage) => passage.path))
  const lines = [...headings, ...written.map((passage) => passage.text)]
  const others = [...session.summary, ...session.tips].filter((line) => !lines.includes(line))
  const fromFiles = passages.filter(({ source }) => source)
  const mediaTerms: Term[] = []
  for (const heading of new Set(fromFiles.flatMap(({ path }) => path))) {
    mediaTerms.push(...termsOf(heading))
    yield
  }
  for (const { text, source } of fromFiles) {
    mediaTerms.push(...termsOf(text), ...(source?.kind === 'moment' ? misheard.in(text).map(keyTerm) : []))
    yield
  }
  return {
    title: termsOf(title),
    speakers: speakers.flatMap(speakerTerms),
    body: allTerms([...lines, ...others, ...labels(session)]),
    media: mediaTerms,
    meetup: meetupTerms(session),
  }
}

/** The terms of what is known about a session: title, speakers, tags, summary, the names of its links. */
export function factTerms(session: Session): Term[] {
  return [...allTerms(factTexts(session)), ...session.speakers.flatMap(speakerTerms)]
}

/** What its author says of a session as a whole: title, summary, tips, tags, names of links. */
export function factTexts(session: Session): string[] {
  return [session.title, ...session.summary, ...session.tips, ...labels(session)]
}

/** The terms of its meetup, and of its speakers' employers: they hold for many sessions and prove little. */
export function meetupTerms({ meetup, speakers }: Session): Term[] {
  const employers = speakers.map(({ name }) => name.slice(ownName(name).length))
  return allTerms([meetup.title, meetup.date, meetup.place, ...employers])
}

function labels({ tags, slides, videos, links }: Session): string[] {
  return [...tags, ...[...slides, ...videos, ...links].map((link) => link.title)]
}

// A name is kept whole as well: the last syllable of 이동인 looks like a particle.
function speakerTerms(speaker: Speaker): Term[] {
  const name = ownName(speaker.name)
  const keys = speakerKeys({ ...speaker, name }).map(keyTerm)
  return [...allTerms([name, ...speaker.aliases]), ...wholeName(name), ...keys]
}

// A key that stands in no text.
const keyTerm = (text: string): Term => ({ text, kind: 'word', word: '', start: 0, end: 0 })

// What follows is an employer: 홍길동 (카카오), Jane Doe / Netflix, Jane Doe, Netflix.
const ownName = (name: string): string => /^[^(/,|·]+?(?=\s*[(/,|·]|$)/u.exec(name)?.[0] ?? name

const allTerms = (texts: readonly string[]): Term[] => texts.flatMap((text) => termsOf(text))
