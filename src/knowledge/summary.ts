import { labelOf } from './labels.js'
import type { Note } from './note.js'
import { isAddressOnly, isLabel } from './passages.js'
import { isTipName } from './section-names.js'

/** Our own limit: a line of a card. */
const LINE_CHARACTERS = 140

const graphemes = new Intl.Segmenter('ko', { granularity: 'grapheme' })

/** Up to three lines for a card: the topics that say most, in the order of the notes. */
export function summarise(notes: readonly Note[]): string[] {
  const topics = notes.filter(
    (note) => note.text !== '' && note.kind !== 'code' && !isTip(note) && !isAddressOnly(note),
  )
  const ranked = topics.toSorted((one, other) => weight(other) - weight(one)).slice(0, 3)
  return topics.filter((note) => ranked.includes(note)).map(summaryLine)
}

function isTip(note: Note): boolean {
  return isTipName(note.text) || labelOf(note.text)?.label === 'tip'
}

/** A note in one line: a heading for its children reads `"parent: child, child"`. */
export function summaryLine(note: Note): string {
  if (!isLabel(note)) return cut(note.text)
  const head = note.text.replace(/\s*[:：]$/, '')
  const parts: string[] = []
  for (const child of note.children.filter((each) => each.text !== '' && each.kind !== 'code')) {
    const text = child.text.replace(/(?<=\p{L})\.$/u, '')
    if (parts.length > 0 && [head, ...parts, text].join(', ').length > LINE_CHARACTERS) break
    parts.push(text)
  }
  return cut(parts.length === 0 ? head : `${head}: ${parts.join(', ')}`)
}

/** How much a topic says: the lines in it, and whether it says anything by itself. */
function weight(note: Note): number {
  return Math.min(countLines(note), 6) + (note.text.length >= 15 ? 1 : 0)
}

function countLines(note: Note): number {
  return note.children.reduce((sum, child) => sum + countLines(child), 1)
}

function cut(text: string): string {
  if (text.length <= LINE_CHARACTERS) return text
  const characters = [...graphemes.segment(text.slice(0, LINE_CHARACTERS * 8))].map(({ segment }) => segment)
  return characters.length <= LINE_CHARACTERS
    ? text
    : `${characters
        .slice(0, LINE_CHARACTERS - 1)
        .join('')
        .trimEnd()}…`
}
