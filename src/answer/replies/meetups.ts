import type { Library } from '../../knowledge/library.js'
import type { Meetup } from '../../knowledge/session.js'
import { remember } from '../../text/remember.js'
import { keyOf } from '../key.js'

/** The meetups that some words name: a year, or a part of a title, whatever its spacing, case or punctuation. */
export function meetupsNamed(words: string, { meetups }: Library): readonly Meetup[] {
  const exact = meetups.filter(({ id }) => id === words || keyOf(id) === words)
  if (exact.length > 0) return exact
  const wanted = bare(words)
  if (wanted === '') return []
  return meetups.filter(({ title, date }) => date.startsWith(words) || bare(title).includes(wanted))
}

/** The meetup whose title or year is nearest to words that name none; `undefined` where nothing is near. */
export function nearestMeetup(words: string, { meetups }: Library): Meetup | undefined {
  const year = Number(/\d{4}/u.exec(words)?.[0] ?? Number.NaN)
  const letters = pairsOf(bare(words))
  const scored = meetups.map((meetup) => {
    const years = Math.abs(Number(meetup.date.slice(0, 4)) - year)
    const own = pairsOf(bare(meetup.title))
    const shared = [...letters].filter((pair) => own.has(pair)).length / Math.max(1, letters.size)
    return { meetup, near: shared + (Number.isNaN(years) || meetup.date === '' ? 0 : 1 / (1 + years)) }
  })
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (first, each) => (first && first.near >= each.near ? first : each),
    undefined,
  )
  return best && best.near > 0 ? best.meetup : undefined
}

/** A text for comparing names: letters and digits only, in lower case. */
export const bare = remember((text) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, ''),
)

function pairsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)))
}
