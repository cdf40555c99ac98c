import { stemmer } from 'stemmer'
import { Waiting } from '../text/waiting.js'
import { STEMMED_WORD } from '../tuning.js'

const WORD = new RegExp(`^[a-z]{${STEMMED_WORD.shortest},${STEMMED_WORD.longest}}$`)

/** English words by their stem (Porter, 1980): `monitor` finds `monitoring`. Stems are made when first looked up. */
export class StemTable {
  readonly #waiting = new Waiting((word) => this.#put(word))
  readonly #words = new Map<string, string[]>()

  add(word: string): void {
    if (WORD.test(word)) this.#waiting.add(initialOf(word), word)
  }

  /** Other known words of the same stem. */
  siblings(word: string): readonly string[] {
    if (!WORD.test(word)) return []
    this.#waiting.take(initialOf(word))
    return (this.#words.get(stemOf(word)) ?? []).filter((other) => other !== word)
  }

  /** Makes all stems, in steps. */
  prepare(): Generator<undefined, void> {
    return this.#waiting.takeAll()
  }

  #put(word: string): void {
    const stem = stemOf(word)
    const same = this.#words.get(stem)
    if (same) same.push(word)
    else this.#words.set(stem, [word])
  }
}

/** A word's stem; deploying and deployment are one, whose stems differ in their last letter. */
export const stemOf = (word: string): string => stemmer(word).replace(/y$/, 'i')

// Porter leaves the first three letters alone, but for a y.
const initialOf = (word: string): string => word.slice(0, 2)
