import MiniSearch, { type Options, type Query, type SearchOptions, type SearchResult } from 'minisearch'
import type { Vocabulary } from '../lexicon/vocabulary.js'
import { FIELDS } from './document.js'
import type { FieldLengths } from './field-lengths.js'
import type { Postings } from './postings.js'

/** What a search asks of this index beside what it asks of MiniSearch. */
export interface IndexSearchOptions extends SearchOptions {
  /**
   * Takes each document that was found with its score and the terms that it holds. Then there are no results: making one
   * of each document takes longer than all the scores.
   */
  readonly visit?: ((document: number, score: number, terms: readonly string[]) => void) | undefined
}

type Usual = Required<Pick<SearchOptions, 'tokenize' | 'boostTerm' | 'boost' | 'fields' | 'bm25'>> &
  Pick<IndexSearchOptions, 'visit'>

/**
 * MiniSearch's own, but that terms come as they are: a question is cut before. All that is ever asked stands here:
 * MiniSearch takes 5 µs to add properties to its options, and a tenth of one to replace them.
 */
const USUAL: Usual = {
  tokenize: (text: string) => [text],
  boostTerm: () => 1,
  boost: {},
  fields: [...FIELDS],
  bm25: { k: 1.2, b: 0.7, d: 0.5 },
  visit: undefined,
}

const options: Options = { fields: [...FIELDS], processTerm: (term) => term, searchOptions: USUAL }

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
const NO_RESULTS: ReadonlyMap<number, FoundDocument> = new Map()

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
    const executeQuery = (query: string, asked: IndexSearchOptions) => {
      const found = this.#found(query, asked)
      if (!asked.visit) return found
      for (const [document, { score, terms }] of found) asked.visit(document, score, terms)
      return NO_RESULTS
    }
    Object.assign(this, { executeQuery })
  }

  override search(query: Query, asked?: IndexSearchOptions): SearchResult[] {
    return super.search(query, asked)
  }

  /** The documents with what BM25 makes of them, the same as MiniSearch's `calcBM25Score` over its terms and fields. */
  #found(query: string, asked: IndexSearchOptions): ReadonlyMap<number, FoundDocument> {
    const { tokenize, boostTerm, boost, fields, bm25, visit }: Usual = { ...USUAL, ...asked }
    const { k, b, d } = bm25
    const matches = visit === undefined
    const { all: lengths, averages } = this.fieldLengths
    const { documents, counts } = this.postings.arrays
    const found = new Map<number, FoundDocument>()
    const terms = tokenize(query)
    for (const [place, term] of terms.entries()) {
      const number = this.#vocabulary.numberOf(term)
      if (number === undefined) continue
      const termBoost = boostTerm(term, place, terms)
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
