import MiniSearch, { type BM25Params, type Options, type SearchOptions } from 'minisearch'
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

/** What MiniSearch asks of one term. */
interface QuerySpec {
  readonly term: string
  readonly termBoost: number
}

/** What MiniSearch combines: the documents that hold a term, with the score and the fields of each. */
type TermResults = Map<number, { score: number; terms: string[]; match: Record<string, string[]> }>

/**
 * MiniSearch over documents 0, 1, 2…, which reads packed postings instead of maps. It takes no further documents, and
 * finds whole terms only.
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
    for (const document of fieldLengths.byDocument.keys()) this._documentIds.set(document, document)
    // Its own makes a dozen objects and maps of each term, which takes longer than all the scores.
    const executeQuerySpec = (query: QuerySpec, asked: SearchOptions) => this.#scores(query, asked)
    Object.assign(this, { executeQuerySpec })
  }

  /** The documents of a term with what BM25 makes of it, the same as MiniSearch's `calcBM25Score`. */
  #scores(
    { term, termBoost }: QuerySpec,
    { fields, boost = {}, bm25 = usualBm25 }: SearchOptions,
  ): TermResults {
    const found: TermResults = new Map()
    const number = this.#vocabulary.numberOf(term)
    if (number === undefined) return found
    const { k, b, d } = bm25
    const { byDocument, averages } = this.fieldLengths
    const { documents, counts } = this.postings.arrays
    for (const [field, name] of FIELDS.entries()) {
      if (fields && !fields.includes(name)) continue
      const [from, to] = this.postings.range(number, field)
      if (from === to) continue
      const average = averages[field] ?? 1
      const weight = termBoost * (boost[name] || 1)
      const idf = Math.log(1 + (this.#vocabulary.sessions - (to - from) + 0.5) / (to - from + 0.5))
      for (let at = from; at < to; at++) {
        const document = documents[at] ?? 0
        const count = counts[at] ?? 0
        const length = byDocument.get(document)?.[field] ?? 0
        const score =
          weight * (idf * (d + (count * (k + 1)) / (count + k * (1 - b + (b * length) / average))))
        const known = found.get(document)
        if (known) {
          known.score += score
          known.match[term]?.push(name)
        } else found.set(document, { score, terms: [term], match: { [term]: [name] } })
      }
    }
    return found
  }
}
