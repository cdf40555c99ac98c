import { FIELDS } from './document.js'

/** How many different terms the fields of each document hold, as MiniSearch counts them for BM25. */
export class FieldLengths {
  /** Document after document, field by field. */
  readonly all: number[] = []
  readonly averages: number[] = FIELDS.map(() => 0)

  get documents(): number {
    return this.all.length / FIELDS.length
  }

  /** Adds the next document. */
  add(lengths: readonly number[]): void {
    const before = this.documents
    this.all.push(...lengths)
    for (const [field, length] of lengths.entries()) {
      // A document without a field changes nothing, but makes those after it weigh less.
      if (length > 0) this.averages[field] = ((this.averages[field] ?? 0) * before + length) / (before + 1)
    }
  }
}
