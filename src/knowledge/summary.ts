import { labelOf } from './labels.js'
import type { Note } from './note.js'
import { isAddressOnly, isLabel } from './passages.js'
import { isTipName, sectionKind } from './section-names.js'

/** Our own limit: a line of a card. */
const LINE_CHARACTERS = 140

/** Our own limit: a topic, of which a card shows three: a parent with its children, or sentences. */
const TOPIC_CHARACTERS = 80

const graphemes = new Intl.Segmenter('ko', { granularity: 'grapheme' })

/** Up to three lines for a card: the topics that say most, in the order of the notes. */
export function summarise(notes: readonly Note[]): string[] {
  const topics = notes.filter(
    (note) => note.text !== '' && note.kind !== 'code' && !isAside(note) && !isAddressOnly(note),
  )
  const ranked = topics.toSorted((one, other) => weight(other) - weight(one)).slice(0, 3)
  return topics.filter((note) => ranked.includes(note)).map(topicLine)
}

/** A topic in one line; of prose its first sentences. */
function topicLine(note: Note): string {
  if (isLabel(note)) return summaryLine(note, TOPIC_CHARACTERS)
  const [first = '', ...others] = note.text.split(/(?<=\p{L}[.!?])\s+/u)
  let said = first
  for (const sentence of others) {
    if (`${said} ${sentence}`.length > TOPIC_CHARACTERS) break
    said = `${said} ${sentence}`
  }
  return cut(said)
}

/** Tips are shown by themselves, and questions are not what the talk said. */
function isAside(note: Note): boolean {
  return (
    isTipName(note.text) || sectionKind(note.text) === 'question time' || labelOf(note.text)?.label === 'tip'
  )
}

/** A note in one line: a heading for its children reads `"parent: child, child"`, with as many as fit into `most` characters. */
export function summaryLine(note: Note, most = LINE_CHARACTERS): string {
  if (!isLabel(note)) return cut(note.text)
  const head = note.text.replace(/\s*[:：]$/, '')
  const parts: string[] = []
  for (const child of note.children.filter((each) => each.text !== '' && each.kind !== 'code')) {
    const text = child.text.replace(/(?<=\p{L})\.$/u, '')
    if (parts.length > 0 && [head, ...parts, text].join(', ').length > most) break
    parts.push(text)
  }
  // A child that has a colon of its own would read as a second head.
  const joint = /[:：]\s/.test(`${head} ${parts.join(' ')}`) ? ' – ' : ': '
  return cut(parts.length === 0 ? head : `${head}${joint}${parts.join(', ')}`)
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
