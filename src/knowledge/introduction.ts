import { findDate } from './dates.js'
import { labelOf } from './labels.js'
import { cleanUrl } from './links.js'
import type { Note } from './note.js'
import { readPassages } from './passages.js'
import type { Passage } from './session.js'

/** What stands before the first session. */
export interface Introduction {
  readonly date: string
  readonly place: string
  readonly source: string
  readonly disclaimer: string
  readonly passages: readonly Passage[]
}

const CAUTION =
  /주의|주관|개인적(?:인|으로)|사견|다를 수|틀릴 수|오류가|정확하지|참고만|disclaimer|caution|subjective|personal (?:opinion|view|note)|my own|may (?:be|contain)|not (?:an )?official|inaccura/i

/** Reads date, place, source and the author's caution; the rest introduces the meetup. */
export function readIntroduction(notes: readonly Note[]): Introduction {
  const facts = notes
    .flatMap((note) => [note, ...note.children])
    .map((note) => ({ note, fact: labelOf(note.text) }))
  const value = (label: string) => facts.find(({ fact }) => fact?.label === label)
  const link = value('source')?.note.links[0]?.url ?? cleanUrl(value('source')?.fact?.value ?? '')
  const caution = notes.find((note) => note.kind === 'paragraph' && CAUTION.test(note.text))
  return {
    date: findDate(value('date')?.fact?.value ?? ''),
    place: value('place')?.fact?.value ?? '',
    source: link ?? '',
    disclaimer: caution?.text ?? '',
    passages: readPassages(notes.filter((note) => note !== caution)),
  }
}
