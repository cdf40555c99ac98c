import type { Library } from '../../src/knowledge/library.js'
import type { Session } from '../../src/knowledge/session.js'
import { buildLibrary, buildMeetup, buildSession } from '../search/build-library.js'
import type { Document } from './corpus.js'

/** The documents as the sessions of one meetup. */
export function libraryOf(
  documents: readonly Document[],
  { glossary, concepts }: Pick<Library, 'glossary' | 'concepts'>,
): Library {
  const meetup = buildMeetup({ id: 'bench', title: '', date: '' })
  const sessions = documents.map(({ id, title, speakers, text }): Session => {
    const named = speakers.map((name) => ({ name, aliases: [] }))
    return buildSession(title, [text], { id: `bench/${id}`, meetup, speakers: named })
  })
  return { ...buildLibrary(sessions, glossary), concepts }
}
