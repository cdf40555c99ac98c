import type { Library } from '../knowledge/library.js'
import type { Meetup } from '../knowledge/session.js'

/** The meetups that some words name: a year, or a part of a title, whatever its spacing, case or punctuation. */
export function meetupsNamed(words: string, library: Library): readonly Meetup[] {
  const wanted = bare(words)
  if (wanted === '') return []
  return library.meetups.filter((meetup) => {
    return meetup.date.startsWith(words) || bare(meetup.title).includes(wanted) || meetup.id === words
  })
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
