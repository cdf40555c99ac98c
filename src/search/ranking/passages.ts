import type { Passage } from '../../knowledge/session.js'
import type { Plan } from '../question/plan.js'
import { termsOf } from '../text/terms.js'
import { compose, lower, wordsOf } from '../text/words.js'
import type { MatchedPassage, Run } from '../types.js'
import { coverage } from './coverage.js'

const MOST_PASSAGES = 3

/** Up to three passages that cover most of the question, best first; of equal ones the earlier. */
export function bestPassages(passages: readonly Passage[], plan: Plan): MatchedPassage[] {
  return passages
    .map((passage) => ({ passage, covered: passageCoverage(passage, plan) }))
    .filter(({ covered }) => covered > 0)
    .sort((a, b) => b.covered - a.covered)
    .slice(0, MOST_PASSAGES)
    .map(({ passage }) => ({
      passage,
      path: passage.path.map((heading) => mark(heading, plan)),
      runs: mark(passage.text, plan),
    }))
}

// The headings above a passage help it, half: they are above its neighbours as well.
function passageCoverage(passage: Passage, plan: Plan): number {
  const { own, all } = passageTerms(passage)
  return (coverage(plan, (term) => own.has(term)) + coverage(plan, (term) => all.has(term))) / 2
}

interface PassageTerms {
  readonly own: ReadonlySet<string>
  /** With those of the headings above. */
  readonly all: ReadonlySet<string>
}

// Reading a passage takes longer than finding it; some 25 MB hold the terms of those that were shown last.
const MOST_REMEMBERED = 5_000
const remembered = new Map<Passage, PassageTerms>()

function passageTerms(passage: Passage): PassageTerms {
  const known = remembered.get(passage)
  if (known) return known
  const own = new Set(termsOf(passage.text).map((term) => term.text))
  const above = passage.path.flatMap((heading) => termsOf(heading).map((term) => term.text))
  const terms = { own, all: above.length > 0 ? new Set([...own, ...above]) : own }
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(passage, terms)
  return terms
}

/** Cuts a text into runs, marked where it matches a word of the question in any of its readings. */
export function mark(text: string, plan: Plan): Run[] {
  const marked = new Uint8Array(text.length)
  const { composed, origin } = composedWithOrigins(text)
  for (const [start, end] of matches(composed, plan)) marked.fill(1, origin(start), origin(end))
  return runsOf(text, marked)
}

function matches(composed: string, plan: Plan): (readonly [number, number])[] {
  const readings = plan.words.flatMap(({ own, others }) => [own, ...others])
  const sought = new Set(readings.map(({ terms }) => terms.at(-1)?.text ?? ''))
  const inCode = termsOf(composed)
    .filter((term) => term.kind !== 'bigram' && term.kind !== 'spacing' && sought.has(term.text))
    .map((term) => [term.start, term.end] as const)
  const stems = [...sought].filter((term) => /^[가-힣]{2,}$/.test(term))
  return [...inCode, ...inHangul(composed, stems)]
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
