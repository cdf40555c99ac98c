import type MiniSearch from 'minisearch'
import type { SearchResult } from 'minisearch'
import { FIELDS } from './document.js'
import type { Plan } from './plan.js'
import type { Vocabulary } from './vocabulary.js'

/** A session by its place in the library, with the terms of the plan that it holds. */
export interface Hit {
  readonly place: number
  readonly rank: number
  readonly terms: ReadonlySet<string>
}

// Measured: k 0.4-0.8 and b 0.7-1 are equally good, and better than the defaults for bigrams.
const BM25 = { k: 0.5, b: 0.9, d: 0.5 }
const BOOST = { title: 2, speakers: 2, body: 1, meetup: 0.3 }

/** The best `limit` sessions, best first; where equal, the newer. `allowed` narrows them to some places. */
export function rank(
  index: MiniSearch,
  plan: Plan,
  vocabulary: Vocabulary,
  limit: number,
  allowed: (place: number) => boolean = () => true,
  fields: readonly string[] = FIELDS,
): Hit[] {
  const terms = [...plan.terms.keys()]
  const share = shareOfPlan(plan, vocabulary)
  const top = new Top(limit)
  index.search('', {
    tokenize: () => terms,
    processTerm: (term) => term,
    fields: [...fields],
    boostTerm: (term) => plan.terms.get(term)?.weight ?? 1,
    bm25: BM25,
    boost: BOOST,
    // Keeping the best here spares MiniSearch from sorting everything that holds one term.
    filter: (found) => {
      if (allowed(found.id))
        top.add(found, (found.score / found.queryTerms.length) * share(found.queryTerms) ** 3)
      return false
    },
  })
  return top.best()
}

// MiniSearch multiplies its score by the number of matched terms; the share of what they tell does it better.
function shareOfPlan({ terms }: Plan, vocabulary: Vocabulary): (matched: readonly string[]) => number {
  const told = new Map([...terms].map(([term, { weight }]) => [term, weight * vocabulary.telling(term)]))
  const sum = (some: Iterable<string>) => [...some].reduce((total, term) => total + (told.get(term) ?? 0), 0)
  const own = [...terms.keys()].filter((term) => !terms.get(term)?.alternative)
  const total = sum(own) || sum(terms.keys())
  return (matched) => Math.min(1, sum(matched) / total)
}

class Top {
  #hits: { readonly place: number; readonly rank: number; readonly found: SearchResult }[] = []
  #least = Number.NEGATIVE_INFINITY
  readonly #limit: number

  constructor(limit: number) {
    this.#limit = limit
  }

  add(found: SearchResult, rank: number): void {
    if (rank < this.#least) return
    this.#hits.push({ place: found.id, rank, found })
    if (this.#hits.length > 4 * this.#limit + 16) this.#cut()
  }

  best(): Hit[] {
    this.#cut()
    return this.#hits.map(({ place, rank, found }) => ({ place, rank, terms: new Set(found.queryTerms) }))
  }

  #cut(): void {
    this.#hits.sort((a, b) => b.rank - a.rank || a.place - b.place)
    this.#hits = this.#hits.slice(0, this.#limit)
    if (this.#hits.length === this.#limit) this.#least = this.#hits.at(-1)?.rank ?? this.#least
  }
}
