import { FIELDS } from './document.js'

/** How many different terms the fields of each document hold, as MiniSearch counts them for BM25. */
export class FieldLengths {
  readonly byDocument = new Map<number, number[]>()
  readonly averages: number[] = FIELDS.map(() => 0)

  /** Adds the next document. */
  add(lengths: readonly number[]): void {
    const before = this.byDocument.size
    this.byDocument.set(before, [...lengths])
    for (const [field, length] of lengths.entries()) {
      // A document without a field changes nothing, but makes those after it weigh less.
      if (length > 0) this.averages[field] = ((this.averages[field] ?? 0) * before + length) / (before + 1)
    }
  }
}
