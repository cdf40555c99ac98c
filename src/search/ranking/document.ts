import type { Session, Speaker } from '../../knowledge/session.js'
import { speakerKeys } from '../names/names.js'
import { type Term, termsOf, wholeName } from '../text/terms.js'

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
    speakers: speakers.flatMap(speakerTerms),
    body: allTerms([...lines, ...others, ...tags, ...named]),
    meetup: allTerms([meetup.title, meetup.date, meetup.place]),
  }
}

// A name is kept whole as well: the last syllable of 이동인 looks like a particle.
function speakerTerms(speaker: Speaker): Term[] {
  const keys = speakerKeys(speaker).map((text): Term => ({ text, kind: 'word', word: '', start: 0, end: 0 }))
  return [...allTerms([speaker.name, ...speaker.aliases]), ...wholeName(speaker.name), ...keys]
}

const allTerms = (texts: readonly string[]): Term[] => texts.flatMap((text) => termsOf(text))
