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
      const held = [...fields].map(([field, counts]) => [field, Object.fromEntries(counts)])
      yield [term, Object.fromEntries(held)]
    }
  }

  /**
   * Takes over the facts of another index, as `loadJS` does; its terms come after it. MiniSearch's own `loadJSAsync`
   * waits a millisecond for every 1,000 numbers, half a second for 10,000 sessions.
   */
  restore(facts: IndexFacts): void {
    if (facts.serializationVersion !== 2) throw new Error('It is of another version of MiniSearch')
    this._documentCount = facts.documentCount
    this._nextId = facts.nextId
    this._documentIds = numericMap(facts.documentIds)
    this._fieldIds = facts.fieldIds
    this._fieldLength = numericMap(facts.fieldLength)
    this._avgFieldLength = facts.averageFieldLength
    this._storedFields = numericMap(facts.storedFields)
    this._dirtCount = facts.dirtCount ?? 0
    this._idToShortId = new Map([...this._documentIds].map(([shortId, id]) => [id, shortId]))
  }

  /** Takes over a term of that index. */
  restoreTerm([term, fields]: IndexedTerm): void {
    const counts = new Map<number, Map<number, number>>()
    for (const [field, each] of Object.entries(fields)) counts.set(Number(field), numericMap(each))
    this._index.set(term, counts)
  }
}

function numericMap<Value>(object: Readonly<Record<string, Value>>): Map<number, Value> {
  const map = new Map<number, Value>()
  // Not by entries: there may be a million.
  for (const key in object) {
    const value = object[key]
    if (value !== undefined) map.set(Number(key), value)
  }
  return map
}
