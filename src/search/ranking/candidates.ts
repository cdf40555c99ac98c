import type { Lexicon } from '../lexicon/lexicon.js'
import type { Plan } from '../question/plan.js'
import {
  ADDED_TERM_SCORE,
  BM25,
  CANDIDATE_POWER,
  FIELD_BOOST,
  LARGE_ARCHIVE_BM25,
  LARGE_ARCHIVE_BOOST,
  MEETUP_STRENGTH,
  UNSORTED,
} from '../tuning.js'
import { FIELDS } from './document.js'
import type { Holds } from './evidence.js'
import type { FrequentTerms } from './frequent-terms.js'
import type { InvertedIndex } from './inverted-index.js'

/** A session that holds some of a plan's terms, by its place in the library. */
export interface Candidate {
  readonly documentNumber: number
  /** MiniSearch's score without its factor for the number of matched terms. */
  readonly bm25: number
  /** How well the session as a whole holds each term. */
  readonly holds: Holds
  /** The same, and 1 for terms that were not searched. */
  readonly mayHold: Holds
}

/** What `candidates` searches. */
export interface Inverted {
  readonly index: InvertedIndex
  readonly lexicon: Lexicon
  readonly frequent: FrequentTerms
}

/** Narrows `candidates`. */
export interface Narrowed {
  /** How many candidates. */
  readonly limit: number
  readonly allowed?: ((documentNumber: number) => boolean) | undefined
  readonly fields?: readonly string[]
}

/** Sessions that hold the terms of a plan, those first that score high and hold much of it. */
export function candidates(
  { index, lexicon, frequent }: Inverted,
  plan: Plan,
  narrowed: Narrowed,
): Candidate[] {
  const { limit, allowed = () => true, fields = FIELDS } = narrowed
  const { searched, added } = frequent.split(plan, lexicon.vocabulary)
  const weightedIdf = (term: string) => plan.terms.get(term)?.weightedIdf ?? 0
  const total = totalOf(plan)
  const top = new Top(limit)
  index.search('', {
    tokenize: () => searched,
    fields: [...fields],
    boostTerm: (term) => plan.terms.get(term)?.weight ?? 1,
    bm25: lexicon.vocabulary.isLarge ? LARGE_ARCHIVE_BM25 : BM25,
    boost: lexicon.vocabulary.isLarge ? LARGE_ARCHIVE_BOOST : FIELD_BOOST,
    visit: (documentNumber, score, terms) => {
      if (!allowed(documentNumber)) return
      // Loops, since this runs for every session that holds one of the terms.
      let extra = 0
      for (const { term, holds } of added) if (holds(documentNumber)) extra += weightedIdf(term)
      let covered = extra
      for (const term of terms) covered += weightedIdf(term)
      const share = Math.min(1, covered / total)
      // MiniSearch would multiply the score by the number of these terms; the share of what they weigh does it better.
      const bm25 = score + ADDED_TERM_SCORE * extra
      top.add({ documentNumber, bm25, rank: bm25 * share ** CANDIDATE_POWER, terms })
    },
  })
  const ownFields = [...FIELDS.keys()].filter(
    (at) => FIELDS[at] !== 'meetup' && fields.includes(FIELDS[at] ?? ''),
  )
  const places = new Map<string, number>()
  for (const term of searched) places.set(term, places.size)
  for (const { term } of added) places.set(term, places.size)
  return top.best().map(({ documentNumber, bm25, terms }) => {
    let strengths: readonly number[] | undefined
    const strength = (term: string, otherwise: number) => {
      const place = places.get(term)
      if (place === undefined) return otherwise
      strengths ??= strengthsIn(documentNumber, terms)
      return strengths[place] ?? 0
    }
    const holds = (term: string) => strength(term, 0)
    return { documentNumber, bm25, holds, mayHold: (term) => strength(term, 1) }
  })

  /** Of each term, by its place. */
  function strengthsIn(documentNumber: number, terms: readonly string[]): readonly number[] {
    const strengths = new Array<number>(places.size).fill(0)
    for (const term of terms) strengths[places.get(term) ?? 0] = strengthOf(term, documentNumber)
    for (const { term, holds } of added) if (holds(documentNumber)) strengths[places.get(term) ?? 0] = 1
    return strengths
  }

  /** Of a term that the session has: less where only its meetup says it. */
  function strengthOf(term: string, documentNumber: number): number {
    const number = lexicon.vocabulary.numberOf(term) ?? -1
    for (const at of ownFields) if (index.postings.has(number, at, documentNumber)) return 1
    return MEETUP_STRENGTH
  }
}

function totalOf({ terms }: Plan): number {
  let [own, all] = [0, 0]
  for (const { alternative, weightedIdf } of terms.values()) {
    all += weightedIdf
    if (!alternative) own += weightedIdf
  }
  return own || all
}

interface RankedCandidate {
  readonly documentNumber: number
  readonly bm25: number
  readonly rank: number
  /** Those that it holds of the terms that were searched. */
  readonly terms: readonly string[]
}

class Top {
  #hits: RankedCandidate[] = []
  #least = Number.NEGATIVE_INFINITY
  readonly #limit: number

  constructor(limit: number) {
    this.#limit = limit
  }

  add(hit: RankedCandidate): void {
    if (hit.rank < this.#least) return
    this.#hits.push(hit)
    if (this.#hits.length > UNSORTED.perKept * this.#limit + UNSORTED.more) this.#cut()
  }

  best(): readonly RankedCandidate[] {
    this.#cut()
    return this.#hits
  }

  #cut(): void {
    this.#hits.sort((a, b) => b.rank - a.rank || a.documentNumber - b.documentNumber)
    this.#hits = this.#hits.slice(0, this.#limit)
    if (this.#hits.length === this.#limit) this.#least = this.#hits.at(-1)?.rank ?? this.#least
  }
}
