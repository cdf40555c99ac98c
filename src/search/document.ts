import type { Session } from '../knowledge/session.js'
import { type Term, termsOf } from './terms.js'

/** The fields of the inverted index. */
export const FIELDS = ['title', 'speakers', 'body', 'meetup'] as const

/** A session as the terms of each field. */
export type SessionTerms = Readonly<Record<(typeof FIELDS)[number], readonly Term[]>>

/** Cuts a session into the terms it is found by; headings count once, however many lines they stand above. */
export function sessionTerms(session: Session): SessionTerms {
  const { title, speakers, passages, tags, slides, videos, links, meetup } = session
  const headings = new Set(passages.flatMap((passage) => passage.path))
  const lines = [...headings, ...passages.map((passage) => passage.text)]
  const others = [...session.summary, ...session.tips].filter((line) => !lines.includes(line))
  const named = [...slides, ...videos, ...links].map((link) => link.title)
  return {
    title: termsOf(title),
    speakers: allTerms(speakers.flatMap(({ name, aliases }) => [name, ...aliases])),
    body: allTerms([...lines, ...others, ...tags, ...named]),
    meetup: allTerms([meetup.title, meetup.date, meetup.place]),
  }
}

const allTerms = (texts: readonly string[]): Term[] => texts.flatMap((text) => termsOf(text))
