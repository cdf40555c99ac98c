import { withoutLinkWords } from './labels.js'
import type { Note } from './note.js'
import { isPartName, isTipName, sectionKind } from './section-names.js'
import { beginsWithOrdinal, takeApart } from './titles.js'

/** Our own limit: longer bold lines are emphasis. */
const MAX_TITLE_CHARACTERS = 120

/** Our own limit: longer first lines are sentences. */
const MAX_MEETUP_CHARACTERS = 60

const EVENT =
  /meet\s?-?up|밋업|모임|컨퍼런스|콘퍼런스|conference|summit|세미나|seminar|\bconf\b|(?:^|[^\p{L}])days?(?![\p{L}])|행사|참석|참가|후기/iu
const YEAR = /'\d\d|(?<!\d)20\d\d(?!\d)/
const SENTENCE = /(?:[.!?。]|[다요죠])$/

/** Whether a title speaks of an evening and not of one talk. */
export function namesMeetup(text: string): boolean {
  return EVENT.test(text) || YEAR.test(text)
}

/** Whether a first line, in a post without a heading for it, is the meetup's name. */
export function isMeetupLine(note: Note | undefined): note is Note {
  if (note?.kind !== 'paragraph' || note.children.length > 0 || note.links.length > 0) return false
  if (note.text.length > MAX_MEETUP_CHARACTERS || SENTENCE.test(note.text) || /[:：]/.test(note.text))
    return false
  return EVENT.test(note.text)
}

/**
 * Cuts notes without headings at the lines that stand for them, if there are at least two: bold lines and
 * bullets that begin bold, else lines such as `세션 1: …` and `Session 2. …`, else bullets that name speakers.
 */
export function cutAtTitles(notes: readonly Note[]): Cut {
  const isTitle = [isBoldTitle, isNumberedTitle].find((is) => notes.filter(is).length > 1)
  const begins = (note: Note, index: number) => {
    const next = notes[index + 1]
    return isTitle?.(note) && (holds(note) || !next || !isTitle(next))
  }
  const first = notes.findIndex(begins)
  if (!isTitle || first < 0) return cutAtBullets(notes, false)
  return cutAt(notes, first, (note) => isTitle(note) || (isTitle === isNumberedTitle && isClosing(note)))
}

/** Cuts what a section named `발표` or `1부` holds at its talks: bold lines or bullets that name speakers, or bold bullets. */
export function cutAtTalks(notes: readonly Note[]): Cut {
  const isTitle = (note: Note) => note.kind === 'paragraph' && isBoldTitle(note)
  const people = takeApart(notes.filter(isTitle).map((note) => note.text))
  const areTalks = people.length > 0 && people.every((heading) => heading.people !== '')
  return areTalks ? cutAt(notes, notes.findIndex(isTitle), isTitle) : cutAtBullets(notes, true)
}

/** Notes cut at their titles. */
interface Cut {
  readonly before: readonly Note[]
  readonly sections: readonly Note[]
}

function cutAt(notes: readonly Note[], first: number, isTitle: (note: Note) => boolean): Cut {
  const sections: Note[] = []
  for (const note of notes.slice(first)) {
    if (isTitle(note)) sections.push(asHeading(note))
    else sections.at(-1)?.children.push(note)
  }
  return { before: notes.slice(0, first), sections }
}

/** Cuts at the bullets of a list whose items are talks: each names its speaker, or, where that counts, begins bold. */
function cutAtBullets(notes: readonly Note[], mayBeBold: boolean): Cut {
  const bullets = notes.filter((note) => note.kind === 'bullet')
  const open = bullets.filter((note) => sectionKind(note.text) === 'other')
  const people = takeApart(open.map((note) => withoutLinkWords(note.text))).map((heading) => heading.people)
  const areTalks =
    open.length > 1 &&
    open.every((note, index) => people[index] !== '' || (mayBeBold && note.strong)) &&
    !open.some((note) => isPartName(note.text))
  if (!areTalks) return { before: notes, sections: [] }
  return { before: notes.filter((note) => note.kind !== 'bullet'), sections: bullets.map(asHeading) }
}

function asHeading(note: Note): Note {
  return { ...note, kind: 'bold', depth: 7, children: [...note.children] }
}

function isBoldTitle(note: Note): boolean {
  if (!note.strong || note.text.length > MAX_TITLE_CHARACTERS || /[:：]$/.test(note.text)) return false
  return note.kind === 'paragraph' || (note.kind === 'bullet' && holds(note))
}

function isNumberedTitle(note: Note): boolean {
  if (note.kind !== 'paragraph' || note.text.length > MAX_TITLE_CHARACTERS) return false
  return beginsWithOrdinal(note.text) && !SENTENCE.test(note.text)
}

/** A line of its own that says `마치며` or `발표 자료`, in a post where no line is bold. */
function isClosing(note: Note): boolean {
  if (note.kind !== 'paragraph' || note.links.length > 0 || isTipName(note.text)) return false
  return ['afterword', 'slides'].includes(sectionKind(note.text.replace(/[:：]$/, '')))
}

function holds(note: Note): boolean {
  return note.children.length > 0
}
