import MiniSearch, {
  type BM25Params,
  type Options,
  type Query,
  type SearchOptions,
  type SearchResult,
} from 'minisearch'
import type { Vocabulary } from '../lexicon/vocabulary.js'
import { FIELDS } from './document.js'
import type { FieldLengths } from './field-lengths.js'
import type { Postings } from './postings.js'

// Terms come as they are: a question is cut before.
const options: Options = {
  fields: [...FIELDS],
  processTerm: (term) => term,
}

/** MiniSearch's own. */
const usualBm25: BM25Params = { k: 1.2, b: 0.7, d: 0.5 }

/** What a search asks of this index beside what it asks of MiniSearch. */
export interface IndexSearchOptions extends SearchOptions {
  /** False: results need not say which fields hold which term, which takes longer than all the scores. */
  readonly matches?: boolean
}

/** A document that holds some of the terms, as MiniSearch takes it; `score` lacks the term at hand. */
interface FoundDocument {
  score: number
  readonly terms: string[]
  readonly match: Record<string, string[]>
  /** The place of the term at hand, and its score over the fields so far. */
  term: number
  ofTerm: number
}

const NO_MATCH: Record<string, string[]> = {}

/**
 * MiniSearch over documents 0, 1, 2…, which reads packed postings instead of maps. It takes no further documents, and
 * finds those that hold any of a question's terms, whole.
 */
export class InvertedIndex extends MiniSearch {
  readonly postings: Postings
  readonly fieldLengths: FieldLengths
  readonly #vocabulary: Vocabulary

  constructor(vocabulary: Vocabulary, postings: Postings, fieldLengths: FieldLengths) {
    super(options)
    this.postings = postings
    this.fieldLengths = fieldLengths
    this.#vocabulary = vocabulary
    this._documentCount = vocabulary.sessions
    for (let document = 0; document < fieldLengths.documents; document++)
      this._documentIds.set(document, document)
    // Its own makes a map and a dozen objects of each term, which takes longer than all the scores.
    const executeQuery = (query: string, asked: IndexSearchOptions) => this.#found(query, asked)
    Object.assign(this, { executeQuery })
  }

  override search(query: Query, asked?: IndexSearchOptions): SearchResult[] {
    return super.search(query, asked)
  }

  /** The documents with what BM25 makes of them, the same as MiniSearch's `calcBM25Score` over its terms and fields. */
  #found(query: string, asked: IndexSearchOptions): ReadonlyMap<number, FoundDocument> {
    const { tokenize = (text) => [text], boostTerm, boost = {}, fields = FIELDS, matches = true } = asked
    const { k, b, d } = asked.bm25 ?? usualBm25
    const { all: lengths, averages } = this.fieldLengths
    const { documents, counts } = this.postings.arrays
    const found = new Map<number, FoundDocument>()
    const terms = tokenize(query)
    for (const [place, term] of terms.entries()) {
      const number = this.#vocabulary.numberOf(term)
      if (number === undefined) continue
      const termBoost = boostTerm?.(term, place, terms) ?? 1
      for (const [field, name] of FIELDS.entries()) {
        const [from, to] = this.postings.range(number, field)
        if (from === to || !fields.includes(name)) continue
        const average = averages[field] ?? 1
        const weight = termBoost * (boost[name] || 1)
        const idf = Math.log(1 + (this.#vocabulary.sessions - (to - from) + 0.5) / (to - from + 0.5))
        for (let at = from; at < to; at++) {
          const document = documents[at] ?? 0
          const count = counts[at] ?? 0
          const length = lengths[document * FIELDS.length + field] ?? 0
          const score =
            weight * (idf * (d + (count * (k + 1)) / (count + k * (1 - b + (b * length) / average))))
          const known = found.get(document)
          if (!known) {
            const match = matches ? { [term]: [name] } : NO_MATCH
            found.set(document, { score: 0, terms: [term], match, term: place, ofTerm: score })
          } else if (known.term === place) {
            known.ofTerm += score
            if (matches) known.match[term]?.push(name)
          } else {
            known.score += known.ofTerm
            known.ofTerm = score
            known.term = place
            known.terms.push(term)
            if (matches) known.match[term] = [name]
          }
        }
      }
    }
    for (const document of found.values()) document.score += document.ofTerm
    return found
  }
}
