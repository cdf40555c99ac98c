import type { Score } from '../search/labelled.js'
import type { ConceptResult } from './concept-questions.js'
import type { LoanwordResult } from './loanwords.js'
import type { Result } from './measure.js'
import { shown } from './statistics.js'
import { table } from './table.js'

/** A result on talks: how many there were, and whether the questions had a misspelt word. */
export interface TalkResult extends Result {
  readonly size: number
  readonly kind: 'clean' | 'misspelt'
}

/** A result on KorQuAD; `kind` is whether a word of each question has a wrong jamo. */
export interface KorquadResult extends Result {
  readonly kind: 'clean' | 'mistyped'
}

/** All that a run measured; a list is empty when its file was not given. */
export interface Report {
  readonly korquad: readonly KorquadResult[]
  readonly talks: readonly TalkResult[]
  /** Titles of talks against their descriptions. */
  readonly titles: readonly Result[]
  readonly cranfield: readonly Result[]
  readonly concepts: readonly ConceptResult[]
  readonly loanwords: readonly LoanwordResult[]
  readonly questions: readonly Score[]
}

const HEADINGS = [
  'engine',
  'S@1',
  'S@3',
  'R@10',
  'MRR@10',
  'survived %',
  'build ms',
  'p50 ms',
  'p99 ms',
  'heap MB',
  'asked',
]

const CONCEPT_HEADINGS = [
  'concepts',
  'right at 1 %',
  'shown %',
  'wrongly none %',
  'unanswerable',
  'refused %',
]

const KORQUAD_NAMES = [
  ['clean', 'KorQuAD'],
  ['mistyped', 'KorQuAD, one wrong jamo in a word'],
] as const

/** The report as tables. */
export function printed({
  korquad,
  talks,
  titles,
  cranfield,
  concepts,
  loanwords,
  questions,
}: Report): string {
  const blocks: string[] = []
  for (const [kind, name] of KORQUAD_NAMES) {
    const rows = korquad.filter((result) => result.kind === kind)
    if (rows.length > 0) blocks.push(name, table(HEADINGS, rows.map(row)))
  }
  for (const { size, kind } of distinct(talks)) {
    const rows = talks.filter((result) => result.size === size && result.kind === kind)
    blocks.push(`${size} talks, ${kind} questions`, table(HEADINGS, rows.map(row)))
  }
  if (titles.length > 0) blocks.push('titles against descriptions', table(HEADINGS, titles.map(row)))
  if (cranfield.length > 0) blocks.push('Cranfield', table(HEADINGS, cranfield.map(row)))
  if (concepts.length > 0) blocks.push(table(CONCEPT_HEADINGS, concepts.map(conceptRow)))
  if (loanwords.length > 0) {
    const headings = ['loanwords', 'pairs', 'top 1 %', 'found %', 'distractors', 'matching %']
    blocks.push(table(headings, loanwords.map(loanwordRow)))
  }
  for (const { mistakes, ...result } of questions) {
    blocks.push([...mistakes.map((mistake) => `wrong: ${mistake}`), questionLine(result)].join('\n'))
  }
  return `${blocks.join('\n\n')}\n`
}

const distinct = (talks: readonly TalkResult[]): readonly TalkResult[] =>
  talks.filter(
    ({ size, kind }, i) => talks.findIndex((other) => other.size === size && other.kind === kind) === i,
  )

function row(result: Result): string[] {
  const { engine, success1, success3, recall10, mrr10, survived, buildMs, p50Ms, p99Ms, heapMb, questions } =
    result
  const typos = survived === undefined ? '-' : shown(survived)
  const costs = [buildMs, p50Ms, p99Ms, heapMb].map(shown)
  return [engine, ...[success1, success3, recall10, mrr10].map(shown), typos, ...costs, String(questions)]
}

function conceptRow(result: ConceptResult): string[] {
  const { answerable, rightAt1, shown: any, wronglyNone, unanswerable, refused } = result
  return [
    String(answerable),
    shown(rightAt1),
    shown(any),
    shown(wronglyNone),
    String(unanswerable),
    shown(refused),
  ]
}

function loanwordRow({
  direction,
  pairs,
  top1,
  found,
  distractors,
  distractorsMatching,
}: LoanwordResult): string[] {
  return [
    direction,
    String(pairs),
    shown(top1),
    shown(found),
    String(distractors),
    shown(distractorsMatching),
  ]
}

function questionLine({
  answerable,
  rightAt1,
  rightAt3,
  unanswerable,
  refused,
}: Omit<Score, 'mistakes'>): string {
  return `questions: ${rightAt1} of ${answerable} right at 1, ${rightAt3} at 3; ${refused} of ${unanswerable} refused`
}
