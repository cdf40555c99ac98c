import MiniSearch, { type Options } from 'minisearch'
import type { Vocabulary } from '../lexicon/vocabulary.js'
import { FIELDS } from './document.js'
import type { FieldLengths } from './field-lengths.js'
import type { Postings } from './postings.js'

// Terms come as they are: a question is cut before.
const options: Options = {
  fields: [...FIELDS],
  processTerm: (term) => term,
}

/** MiniSearch over documents 0, 1, 2…, which reads packed postings instead of maps. It takes no further documents. */
export class InvertedIndex extends MiniSearch {
  readonly postings: Postings
  readonly fieldLengths: FieldLengths

  constructor(vocabulary: Vocabulary, postings: Postings, fieldLengths: FieldLengths) {
    super(options)
    this.postings = postings
    this.fieldLengths = fieldLengths
    this._index.get = (term) => fieldsOf(vocabulary.numberOf(term), postings)
    this._documentCount = vocabulary.sessions
    this._fieldLength = fieldLengths.byDocument
    this._avgFieldLength = fieldLengths.averages
    for (const document of fieldLengths.byDocument.keys()) this._documentIds.set(document, document)
  }
}

/** What MiniSearch reads of a term: the documents that hold it, by the number of the field. */
function fieldsOf(
  term: number | undefined,
  postings: Postings,
): Map<number, Map<number, number>> | undefined {
  if (term === undefined) return undefined
  const fields = new Map<number, Map<number, number>>()
  for (const field of FIELDS.keys()) {
    const list = postings.list(term, field)
    if (list) fields.set(field, list)
  }
  return fields
}
