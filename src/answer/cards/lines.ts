import type { Session } from '../../knowledge/session.js'
import type { Match, MatchedPassage, Run } from '../../search/types.js'
import { escapePattern } from '../../text/pattern.js'
import { bare } from '../replies/meetups.js'
import { type ReplyLine, textOf } from '../reply.js'
import type { Wording } from '../wording/ko.js'
import { bestLine, excerpt } from './excerpt.js'

/** Lines shown below the answer. */
export const moreLines = 2

/** Our own budgets for quoted lines, in UTF-16 units: on a phone of 390 pixels the answer has seven rows, each other four. */
const longestAnswer = 200
const longestOther = 120

/** The lines of a card, the one that answers first. None repeats another, or says only who spoke. */
export function linesOf(match: Match, words: Wording): readonly ReplyLine[] {
  const said: string[] = []
  const isNew = ({ place, runs }: Quote) => {
    const text = bare(textOf([...place, ...runs]))
    const isThere = said.some((other) => other.includes(text))
    said.push(text)
    return !isThere
  }
  return quotesOf(match, words)
    .filter(isNew)
    .slice(0, 1 + moreLines)
    .map(({ place, runs }, at) => [...place, ...excerpt(runs, at === 0 ? longestAnswer : longestOther)])
}

/** What the author of the post wrote, without the words of decks and recordings. */
export function ownNotes({ passages }: Session): Session['passages'] {
  return passages.filter(({ source }) => !source)
}

/** Whether a line says no more than who spoke, such as `발표자: …님의 발표입니다`: the byline does that. */
export function namesOnly(line: string, { speakers }: Session): boolean {
  const names = speakers
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .filter((name) => line.includes(name))
  if (names.length === 0) return false
  const rest = names.reduce((text, name) => text.replaceAll(name, ''), line).replace(company, '')
  return rest.replace(/[^\p{L}\p{N}]/gu, '').length < leastLetters
}

/** Beside a name: `(카카오)`. */
const company = /[([（][^)\]）]{1,40}[)\]）]/u

/** What is left of a line beside the speaker's name until it says something. */
const leastLetters = 12

/** A line of the notes, before it is cut. */
interface Quote {
  /** Where it stands, with what parts it from the line: `모니터링 › Prometheus: `. */
  readonly place: ReplyLine
  readonly runs: readonly Run[]
}

function quotesOf({ session, passages }: Match, words: Wording): readonly Quote[] {
  const quoted = passages.filter(({ passage }) => !namesOnly(passage.text, session))
  const [best] = quoted
  const saying = (texts: readonly string[]) => texts.filter((text) => !namesOnly(text, session))
  const summary = saying(session.summary)
  if (!best) {
    const notes = saying(ownNotes(session).map(({ text }) => text))
    return (summary.length > 0 ? summary : notes).map((text) => ({
      place: [],
      runs: [{ text, marked: false }],
    }))
  }
  const answering = summary.filter((text) => covers(text, best)).slice(0, 1)
  const author = isEcho(best, session) ? summary : answering
  return [
    ...author.map((text) => ({ place: [], runs: marked(text, best) })),
    ...quoted.map((each) => quote(each, words)),
  ]
}

/** Whether a line says every matched word of a passage: then the author's own summary answers as well. */
function covers(text: string, { runs }: MatchedPassage): boolean {
  const asked = markedWords(runs)
  const lower = text.toLowerCase()
  return asked.length > 0 && asked.every((word) => lower.includes(word))
}

/** Whether a page or a moment says no more of what was asked than the title does: then the author's summary says more. */
function isEcho({ passage, path, runs }: MatchedPassage, { title }: Session): boolean {
  const asked = markedWords([...path.flat(), ...runs])
  return passage.source !== undefined && asked.every((word) => title.toLowerCase().includes(word))
}

/** A line with the words that match in a passage marked. */
function marked(text: string, { runs }: MatchedPassage): readonly Run[] {
  const asked = markedWords(runs)
  if (asked.length === 0) return [{ text, marked: false }]
  const pattern = new RegExp(`(${asked.map(escapePattern).join('|')})`, 'giu')
  const parts = text.split(pattern).filter((part) => part !== '')
  return parts.map((part) => ({ text: part, marked: asked.includes(part.toLowerCase()) }))
}

function markedWords(runs: MatchedPassage['runs']): readonly string[] {
  return runs
    .filter((run) => run.marked)
    .map((run) => run.text.trim().toLowerCase())
    .filter(Boolean)
}

/** A matching line after its headings, or after the page or minute where it stands. */
function quote({ passage, path, runs }: MatchedPassage, words: Wording): Quote {
  const source = passage.source ? words.place(passage.source) : ''
  const headings = path
    .slice(-2)
    .flatMap((heading, at) => [...(at > 0 ? [{ text: ' › ' }] : []), ...excerpt(heading, longestOther)])
  return {
    place: [
      ...(source ? [{ text: `${source}: ` }] : []),
      ...(headings.length > 0 ? [...headings, { text: ': ' }] : []),
    ],
    runs: passage.source ? bestLine(runs) : runs,
  }
}
