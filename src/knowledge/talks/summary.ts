import { labelOf } from '../facts/labels.js'
import { isTipName, sectionKind } from '../facts/section-names.js'
import type { Line } from '../tree/line.js'
import { isAddressOnly, isLabel, joinContinued } from './passages.js'

/** Our own limit: a line of a card. */
const LINE_CHARACTERS = 140

/** Our own limit: a topic, of which a card shows three: a parent with its children, or sentences. */
const TOPIC_CHARACTERS = 80

const graphemes = new Intl.Segmenter('ko', { granularity: 'grapheme' })

/** Up to three lines for a card: the topics that say most, in the order of the post. */
export function summarise(lines: readonly Line[]): string[] {
  const topics = joinContinued(lines).filter(
    (line) => line.text !== '' && line.kind !== 'code' && !isAside(line) && !isAddressOnly(line),
  )
  const ranked = topics.toSorted((one, other) => weight(other) - weight(one)).slice(0, 3)
  return topics.filter((line) => ranked.includes(line)).map(topicLine)
}

/** A topic in one line; of prose its first sentences. */
function topicLine(line: Line): string {
  if (isLabel(line)) return summaryLine(line, TOPIC_CHARACTERS)
  const [first = '', ...others] = line.text.split(/(?<=\p{L}[.!?])\s+/u)
  let said = first
  for (const sentence of others) {
    if (`${said} ${sentence}`.length > TOPIC_CHARACTERS) break
    said = `${said} ${sentence}`
  }
  return cut(said)
}

/** Tips are shown by themselves, and questions are not what the talk said. */
function isAside(line: Line): boolean {
  return (
    isTipName(line.text) || sectionKind(line.text) === 'question time' || labelOf(line.text)?.label === 'tip'
  )
}

/** A line with what stands below it, in one: a heading for its children reads `"parent: child, child"`, with as many as fit into `most` characters. */
export function summaryLine(line: Line, most = LINE_CHARACTERS): string {
  if (!isLabel(line)) return cut(line.text)
  const head = line.text.replace(/\s*[:：]$/, '')
  const parts: string[] = []
  for (const child of line.children.filter((each) => each.text !== '' && each.kind !== 'code')) {
    const text = child.text.replace(/(?<=\p{L})\.$/u, '')
    if (parts.length > 0 && [head, ...parts, text].join(', ').length > most) break
    parts.push(text)
  }
  // A child that has a colon of its own would read as a second head.
  const joint = /[:：]\s/.test(`${head} ${parts.join(' ')}`) ? ' – ' : ': '
  return cut(parts.length === 0 ? head : `${head}${joint}${parts.join(', ')}`)
}

/** How much a topic says: the lines in it, and whether it says anything by itself. */
function weight(line: Line): number {
  return Math.min(countLines(line), 6) + (line.text.length >= 15 ? 1 : 0)
}

function countLines(line: Line): number {
  return line.children.reduce((sum, child) => sum + countLines(child), 1)
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
