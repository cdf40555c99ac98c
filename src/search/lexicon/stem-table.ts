import { stemmer } from 'stemmer'
import { WaitingWords } from '../text/waiting-words.js'

const WORD = /^[a-z]{3,24}$/

/** English words by their stem (Porter, 1980): `monitor` finds `monitoring`. Stems are made when first looked up. */
export class StemTable {
  readonly #waiting = new WaitingWords()
  readonly #words = new Map<string, string[]>()

  add(word: string): void {
    if (WORD.test(word)) this.#waiting.add(initialOf(word), word)
  }

  /** Other known words of the same stem. */
  siblings(word: string): readonly string[] {
    if (!WORD.test(word)) return []
    for (const waiting of this.#waiting.take(initialOf(word))) {
      const stem = stemmer(waiting)
      const same = this.#words.get(stem)
      if (same) same.push(waiting)
      else this.#words.set(stem, [waiting])
    }
    return (this.#words.get(stemmer(word)) ?? []).filter((other) => other !== word)
  }
}

// Porter leaves the first three letters alone, but for a y.
const initialOf = (word: string): string => word.slice(0, 2)
