import MiniSearch, { type AsPlainObject, type Options } from 'minisearch'
import { FIELDS } from './document.js'

/** A term with what MiniSearch keeps of it: the fields that hold it, in each the documents, and how often. */
export type IndexedTerm = AsPlainObject['index'][number]

/** All that MiniSearch keeps beside its terms. */
export type IndexFacts = Omit<AsPlainObject, 'index'>

// Terms hold no space, so that they survive MiniSearch's view of a document as text.
const options: Options = {
  fields: [...FIELDS],
  tokenize: (terms) => terms.split(' '),
  processTerm: (term) => term,
}

/** An empty inverted index, whose documents are fields of terms with spaces between them. */
export class InvertedIndex extends MiniSearch {
  constructor() {
    super(options)
  }

  /** What `toJSON` gives, but for the terms: all of them at once would keep others waiting. */
  facts(): IndexFacts {
    return {
      documentCount: this._documentCount,
      nextId: this._nextId,
      documentIds: Object.fromEntries(this._documentIds),
      fieldIds: this._fieldIds,
      fieldLength: Object.fromEntries(this._fieldLength),
      averageFieldLength: this._avgFieldLength,
      storedFields: Object.fromEntries(this._storedFields),
      dirtCount: this._dirtCount,
      serializationVersion: 2,
    }
  }

  /** The terms as `toJSON` gives them. */
  *terms(): Generator<IndexedTerm> {
    for (const [term, fields] of this._index) {
      yield [
        term,
        Object.fromEntries([...fields].map(([field, counts]) => [field, Object.fromEntries(counts)])),
      ]
    }
  }
}

/** An index again, in slices. */
export function loadInvertedIndex(facts: IndexFacts, terms: readonly IndexedTerm[]): Promise<MiniSearch> {
  return MiniSearch.loadJSAsync({ ...facts, index: [...terms] }, options)
}
