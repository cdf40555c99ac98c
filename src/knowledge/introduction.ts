import { findDate } from './dates.js'
import { readTags } from './facts.js'
import { labelOf } from './labels.js'
import { cleanUrl } from './links.js'
import type { Note } from './note.js'
import { readPassages } from './passages.js'
import type { Passage } from './session.js'

/** What stands before the first session. */
export interface Introduction {
  /** What follows `Date:` or `일시:`. */
  readonly date: string
  /** A day or month that a line names in passing, `"2019-07-06"` or `"2019-07"`. */
  readonly writtenDate: string
  readonly place: string
  readonly source: string
  /** The first paragraph that cautions the reader. */
  readonly disclaimer: string
  /** What follows `Tags:` or `태그:`; they are those of every session. */
  readonly tags: readonly string[]
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
    writtenDate: notes.map(dateIn).find((date) => date.length > 4) ?? '',
    place: value('place')?.fact?.value ?? '',
    source: link ?? '',
    disclaimer: caution?.text ?? '',
    tags: readTags(value('tags')?.fact?.value ?? ''),
    passages: readPassages(notes.filter((note) => note !== caution)),
  }
}

/** Not the day when the post was written, which export tools put there, nor what a section tells. */
function dateIn(note: Note): string {
  const isAboutPost = /생성|작성|수정|게시|created|updated|published|posted/i.test(note.text)
  return note.kind === 'heading' || isAboutPost ? '' : findDate(note.text)
}
