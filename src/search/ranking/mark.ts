import type { Interpretation } from '../question/interpretation.js'
import type { Plan } from '../question/plan.js'
import { termsOf } from '../text/terms.js'
import { compose, lower, wordsOf } from '../text/words.js'
import type { Run } from '../types.js'

/** Cuts a text into runs, marked where it matches a word of the question. */
export type Mark = (text: string) => Run[]

/** Marks the words of a plan in any of their interpretations. */
export function createMark(plan: Plan): Mark {
  const interpretations = plan.words.flatMap(({ own, others }) => [own, ...others])
  const terms = new Set(interpretations.flatMap(soughtTerms))
  const sought = { terms, stems: [...terms].filter((term) => /^[가-힣]{2,}$/.test(term)) }
  return (text) => {
    const marked = new Uint8Array(text.length)
    const { composed, origin } = composedWithOrigins(text)
    for (const [start, end] of matches(composed, sought)) marked.fill(1, origin(start), origin(end))
    return runsOf(text, marked)
  }
}

interface Sought {
  readonly terms: ReadonlySet<string>
  /** Those in Hangul. */
  readonly stems: readonly string[]
}

function matches(composed: string, { terms, stems }: Sought): (readonly [number, number])[] {
  const inCode = termsOf(composed)
    .filter((term) => term.kind !== 'bigram' && term.kind !== 'spacing' && terms.has(term.text))
    .map((term) => [term.start, term.end] as const)
  return [...inCode, ...inHangul(composed, stems)]
}

// The bigrams of one word lead to the word itself; each word of a name is sought.
function soughtTerms({ terms, whole }: Interpretation): string[] {
  return whole ? terms.map(({ text }) => text) : [terms.at(-1)?.text ?? '']
}

// A word in Hangul may stand inside a longer one: 교육 in 클라우드교육.
function inHangul(composed: string, stems: readonly string[]): (readonly [number, number])[] {
  const words = wordsOf(lower(composed)).filter((word) => word.script === 'hangul')
  return words.flatMap(({ text, start }) =>
    stems
      .map((stem) => ({ at: text.indexOf(stem), length: stem.length }))
      .filter(({ at }) => at >= 0)
      .map(({ at, length }) => [start + at, start + at + length] as const),
  )
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
