import type { Turns } from '../turns.js'
import { FIELDS } from './document.js'

/** The postings of all terms, one list a term and field: the documents, rising, and how often each holds the term. */
export interface PostingArrays {
  /** Where each list begins, by term times fields plus field; and the end of the last. */
  readonly starts: Uint32Array
  readonly documents: Uint32Array
  readonly counts: Uint16Array
}

/**
 * Postings side by side in three arrays: as maps they take ten times the memory, and so long that building an index of
 * 100,000 sessions is mostly that.
 */
export class Postings {
  constructor(readonly arrays: PostingArrays) {}

  /** Where the documents that hold a term in a field begin and end. */
  range(term: number, field: number): readonly [from: number, to: number] {
    const { starts } = this.arrays
    const place = term * FIELDS.length + field
    return [starts[place] ?? 0, starts[place + 1] ?? 0]
  }

  /** The documents that hold a term in any field; some more than once. */
  holders(term: number): Uint32Array {
    const { starts, documents } = this.arrays
    return documents.subarray(starts[term * FIELDS.length], starts[(term + 1) * FIELDS.length])
  }

  /** Whether a document holds a term in a field. */
  has(term: number, field: number, document: number): boolean {
    const { starts, documents } = this.arrays
    const place = term * FIELDS.length + field
    const end = starts[place + 1] ?? 0
    let [low, high] = [starts[place] ?? 0, end]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((documents[middle] ?? 0) < document) low = middle + 1
      else high = middle
    }
    return low < end && documents[low] === document
  }

  /** Whether one document holds all of the terms. */
  occurTogether(terms: readonly number[]): boolean {
    const [rarest, ...others] = [...terms].sort((a, b) => this.#length(a) - this.#length(b))
    if (rarest === undefined) return false
    const { starts, documents } = this.arrays
    const end = starts[(rarest + 1) * FIELDS.length] ?? 0
    // Nearly always the first one does: no sets of documents are made.
    for (let at = starts[rarest * FIELDS.length] ?? 0; at < end; at++) {
      const document = documents[at] ?? 0
      if (others.every((term) => this.#holds(term, document))) return true
    }
    return false
  }

  #length(term: number): number {
    const { starts } = this.arrays
    return (starts[(term + 1) * FIELDS.length] ?? 0) - (starts[term * FIELDS.length] ?? 0)
  }

  #holds(term: number, document: number): boolean {
    for (let field = 0; field < FIELDS.length; field++) if (this.has(term, field, document)) return true
    return false
  }
}

const CHUNK = 1 << 20

/** Postings in the order of the documents, sorted at the end. */
export class PostingsBuilder {
  readonly #places: Uint32Array[] = []
  readonly #counts: Uint16Array[] = []
  /** How many postings there are when each document is full. */
  readonly #ends: number[] = []
  #size = 0
  /** How often the field at hand holds each term. */
  readonly #held: number[] = []

  /** Adds the next document, with the terms of each field, and gives how many different ones each field holds. */
  add(fields: readonly (readonly number[])[]): number[] {
    const lengths = fields.map((terms, field) => this.#addField(terms, field))
    this.#ends.push(this.#size)
    return lengths
  }

  #addField(terms: readonly number[], field: number): number {
    const held = this.#held
    const distinct: number[] = []
    for (const term of terms) {
      const before = held[term] ?? 0
      if (before === 0) distinct.push(term)
      held[term] = before + 1
    }
    for (const term of distinct) {
      this.#push(term * FIELDS.length + field, held[term] ?? 0)
      held[term] = 0
    }
    return distinct.length
  }

  #push(place: number, count: number): void {
    const at = this.#size % CHUNK
    if (at === 0) {
      this.#places.push(new Uint32Array(CHUNK))
      this.#counts.push(new Uint16Array(CHUNK))
    }
    const last = this.#places.length - 1
    const [places, counts] = [this.#places[last], this.#counts[last]]
    if (places) places[at] = place
    if (counts) counts[at] = Math.min(count, 0xffff)
    this.#size++
  }

  /** All postings, by their terms: a counting sort. */
  async close(terms: number, turns: Turns): Promise<Postings> {
    const starts = new Uint32Array(terms * FIELDS.length + 1)
    const documents = new Uint32Array(this.#size)
    const counts = new Uint16Array(this.#size)
    for (let at = 0; at < this.#size; at++) {
      const next = this.#placeAt(at) + 1
      starts[next] = (starts[next] ?? 0) + 1
      if (at % 10_000 === 0 && turns.isOver()) await turns.next()
    }
    for (let place = 1; place < starts.length; place++) {
      starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0)
    }
    const next = starts.slice()
    let from = 0
    for (const [document, end] of this.#ends.entries()) {
      for (let at = from; at < end; at++) {
        const place = this.#placeAt(at)
        const to = next[place] ?? 0
        documents[to] = document
        counts[to] = this.#counts[Math.floor(at / CHUNK)]?.[at % CHUNK] ?? 0
        next[place] = to + 1
      }
      from = end
      if (turns.isOver()) await turns.next()
    }
    return new Postings({ starts, documents, counts })
  }

  #placeAt(at: number): number {
    return this.#places[Math.floor(at / CHUNK)]?.[at % CHUNK] ?? 0
  }
}
