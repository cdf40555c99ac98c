import type MiniSearch from 'minisearch'
import type { Lexicon } from '../lexicon/lexicon.js'
import type { Vocabulary } from '../lexicon/vocabulary.js'
import type { Plan } from '../question/plan.js'
import { coverage } from './coverage.js'
import { FIELDS } from './document.js'
import { type AddedTerm, type FrequentTerms, LARGE_ARCHIVE } from './frequent-terms.js'

/** A session that matches, by its place in the library. */
export interface Hit {
  readonly place: number
  readonly rank: number
  /** 0 to 1: the share of the question that it covers. */
  readonly covered: number
}

// Measured: k 0.4-0.8 and b 0.7-1 are equally good, and better than the defaults for bigrams.
const BM25 = { k: 0.5, b: 0.9, d: 0.5 }
const BOOST = { title: 2, speakers: 2, body: 1, meetup: 0.3 }
const LARGE_BOOST = { ...BOOST, title: 1.2, speakers: 1.2 }
// A frequent term adds what it tells, times what BM25 makes of an average occurrence.
const ADDED = 2
// How many more sessions than asked for are looked at closely.
const SPARE = 10
const COVERED_POWER = 1

/** What `rank` searches. */
export interface Indexed {
  readonly index: MiniSearch
  readonly lexicon: Lexicon
  readonly frequent: FrequentTerms
}

/** Narrows `rank`. */
export interface Narrowed {
  readonly limit: number
  readonly allowed?: ((place: number) => boolean) | undefined
  readonly fields?: readonly string[]
}

/** The best sessions, best first; where equal, the newer. */
export function rank({ index, lexicon, frequent }: Indexed, plan: Plan, narrowed: Narrowed): Hit[] {
  const { limit, allowed = () => true, fields = FIELDS } = narrowed
  const { searched, added } = frequent.split(plan, lexicon.vocabulary)
  const told = toldBy(plan, lexicon.vocabulary)
  const total = totalOf(plan, told)
  const top = new Top(2 * limit + SPARE)
  index.search('', {
    tokenize: () => searched,
    processTerm: (term) => term,
    fields: [...fields],
    boostTerm: (term) => plan.terms.get(term)?.weight ?? 1,
    bm25: BM25,
    boost: lexicon.vocabulary.sessions > LARGE_ARCHIVE ? LARGE_BOOST : BOOST,
    // Keeping the best here spares MiniSearch from sorting everything that holds one term.
    filter: ({ id, score, queryTerms }) => {
      if (!allowed(id)) return false
      // Loops, since this runs for every session that holds one of the terms.
      let extra = 0
      for (const { term, holds } of added) if (holds(id)) extra += told(term)
      let covered = extra
      for (const term of queryTerms) covered += told(term)
      const share = Math.min(1, covered / total)
      top.add(id, (score / queryTerms.length + ADDED * extra) * share ** 3, queryTerms)
      return false
    },
  })
  return top
    .best()
    .map((hit) => ordered(hit, plan, added))
    .sort((a, b) => b.rank - a.rank || a.place - b.place)
    .slice(0, limit)
}

// Terms are counted while searching, whole words only now: it takes all its terms to cover a name of two words.
function ordered({ place, rank, matched }: Candidate, plan: Plan, added: readonly AddedTerm[]): Hit {
  const held = new Set(matched)
  for (const { term, holds } of added) if (holds(place)) held.add(term)
  const covered = coverage(plan, (term) => held.has(term))
  return { place, rank: rank * covered ** COVERED_POWER, covered }
}

// What a term tells when it matches: its weight times its inverse document frequency.
function toldBy({ terms }: Plan, vocabulary: Vocabulary): (term: string) => number {
  const told = new Map([...terms].map(([term, { weight }]) => [term, weight * vocabulary.telling(term)]))
  return (term) => told.get(term) ?? 0
}

// MiniSearch multiplies its score by the number of matched terms; the share of what they tell does it better.
function totalOf({ terms }: Plan, told: (term: string) => number): number {
  const own = [...terms.keys()].filter((term) => !terms.get(term)?.alternative)
  return sum(own.map(told)) || sum([...terms.keys()].map(told))
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

interface Candidate {
  readonly place: number
  readonly rank: number
  readonly matched: readonly string[]
}

class Top {
  #hits: Candidate[] = []
  #least = Number.NEGATIVE_INFINITY
  readonly #limit: number

  constructor(limit: number) {
    this.#limit = limit
  }

  add(place: number, rank: number, matched: readonly string[]): void {
    if (rank < this.#least) return
    this.#hits.push({ place, rank, matched })
    if (this.#hits.length > 4 * this.#limit + 16) this.#cut()
  }

  best(): readonly Candidate[] {
    this.#cut()
    return this.#hits
  }

  #cut(): void {
    this.#hits.sort((a, b) => b.rank - a.rank || a.place - b.place)
    this.#hits = this.#hits.slice(0, this.#limit)
    if (this.#hits.length === this.#limit) this.#least = this.#hits.at(-1)?.rank ?? this.#least
  }
}
