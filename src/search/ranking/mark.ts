import type { Interpretation } from '../question/interpretation.js'
import type { Plan } from '../question/plan.js'
import { isHangul } from '../text/korean.js'
import { termsOf } from '../text/terms.js'
import { compose, lower, wordsOf } from '../text/words.js'
import type { Run } from '../types.js'

/** Cuts a text into runs, marked where it matches a word of the question. */
export type Mark = (text: string) => Run[]

/** Marks the words of a plan in any of their interpretations. `cut`: one that remembers texts which are often marked. */
export function createMark(plan: Plan, cut = cutForMarks): Mark {
  let sought: SoughtTerms | undefined
  return (text) => {
    // Of many matches few are shown.
    sought ??= soughtIn(plan)
    const { terms, stems } = sought
    const marked = unmarked(text.length)
    const { whole, hangul, origin } = cut(text)
    for (const term of whole) if (terms.has(term.text)) marked.fill(1, origin(term.start), origin(term.end))
    // A word in Hangul may stand inside a longer one: 교육 in 클라우드교육.
    for (const { text: word, start } of hangul) {
      for (const stem of stems) {
        const at = word.indexOf(stem)
        if (at >= 0) marked.fill(1, origin(start + at), origin(start + at + stem.length))
      }
    }
    return runsOf(text, marked)
  }
}

// Room for the marks of one text after the other: an array of its own for each would take longer than marking it.
let room = new Uint8Array(1024)

function unmarked(length: number): Uint8Array {
  if (room.length < length) room = new Uint8Array(length)
  return room.fill(0, 0, length)
}

/** What is marked. */
interface SoughtTerms {
  readonly terms: ReadonlySet<string>
  /** Those that may stand inside a longer word. */
  readonly stems: readonly string[]
}

function soughtIn({ words }: Plan): SoughtTerms {
  const terms = new Set<string>()
  for (const { own, others } of words) {
    addSought(terms, own)
    for (const other of others) addSought(terms, other)
  }
  return { terms, stems: [...terms].filter((term) => term.length > 1 && isHangul(term)) }
}

/** Where the words of a text stand, in its composed form. */
export interface CutText {
  /** Those that are marked as a whole. */
  readonly whole: readonly MarkableText[]
  readonly hangul: readonly MarkableText[]
  /** The place in the text as it is of one in its composed form. */
  readonly origin: (at: number) => number
}

interface MarkableText {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Cuts a text into what can be marked in it. */
export function cutForMarks(text: string): CutText {
  const { composed, origin } = composedWithOrigins(text)
  const terms = termsOf(composed).filter(({ kind }) => kind !== 'bigram' && kind !== 'spacing')
  const hangul = wordsOf(lower(composed)).filter(({ script }) => script === 'hangul')
  return { whole: terms.map(markable), hangul: hangul.map(markable), origin }
}

const markable = ({ text, start, end }: MarkableText): MarkableText => ({ text, start, end })

// The bigrams of one word lead to the word itself; each word of a name is sought.
function addSought(sought: Set<string>, { terms, whole }: Interpretation): void {
  if (whole) for (const { text } of terms) sought.add(text)
  else sought.add(terms.at(-1)?.text ?? '')
}

// Composing may change lengths (NFD, ligatures): then each unit remembers where it comes from.
function composedWithOrigins(text: string): { composed: string; origin: (at: number) => number } {
  const composed = compose(text)
  if (composed === text) return { composed, origin: (at) => at }
  const origins: number[] = []
  let whole = ''
  for (const { segment, index } of new Intl.Segmenter().segment(text)) {
    const piece = compose(segment)
    for (let i = 0; i < piece.length; i++) origins.push(index)
    whole += piece
  }
  origins.push(text.length)
  return { composed: whole, origin: (at) => origins[at] ?? text.length }
}

function runsOf(text: string, marked: Uint8Array): Run[] {
  const runs: Run[] = []
  let start = 0
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && marked[at] === marked[at - 1]) continue
    runs.push({ text: text.slice(start, at), marked: marked[start] === 1 })
    start = at
  }
  return runs
}
