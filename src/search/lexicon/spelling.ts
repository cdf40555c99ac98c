import { Waiting } from '../text/waiting.js'
import { MOST_CORRECTIONS, SPELLED_WORD, TWO_EDITS_FROM } from '../tuning.js'

// Side by side rather than in pairs, so that looking through thousands of words stays cheap.
interface Shelf {
  readonly words: string[]
  /** Which letters each word has, one bit a letter. */
  readonly letters: number[]
}

/** A known word near a misspelt one; `edits` is 1 or 2. */
export interface Correction {
  readonly word: string
  readonly edits: number
}

const WORD = new RegExp(`^[a-z]{${SPELLED_WORD.shortest},${SPELLED_WORD.longest}}$`)
const ALPHABET = [...'abcdefghijklmnopqrstuvwxyz']

/** Known Latin words, found by a misspelling of them; those of a letter are arranged when first needed. */
export class SpellingTable {
  readonly #waiting = new Waiting((word) => this.#arrange(word))
  // By first letter and length: most misspellings keep the first letter.
  readonly #shelves = new Map<string, Shelf>()
  readonly #frequency: (word: string) => number

  constructor(frequency: (word: string) => number) {
    this.#frequency = frequency
  }

  add(word: string): void {
    if (WORD.test(word)) this.#waiting.add(word.charAt(0), word)
  }

  /** The nearest known words, the most frequent first; two edits are forgiven in long words. */
  corrections(word: string): Correction[] {
    if (!WORD.test(word)) return []
    const allowed = word.length >= TWO_EDITS_FROM ? 2 : 1
    let found = this.#within(word, allowed)
    if (found.length === 0) found = this.#otherFirstLetter(word)
    const fewest = Math.min(...found.map(({ edits }) => edits))
    return this.#mostFrequent(found.filter(({ edits }) => edits === fewest))
  }

  /** Known words that begin like this, the most frequent first. */
  completions(start: string): string[] {
    const found: Correction[] = []
    const letters = lettersOf(start)
    for (let length = start.length; length <= SPELLED_WORD.longest; length++) {
      const shelf = this.#shelf(start.charAt(0), length)
      shelf?.letters.forEach((other, i) => {
        const word = (letters & ~other) === 0 ? (shelf.words[i] ?? '') : ''
        if (word.startsWith(start)) found.push({ word, edits: 0 })
      })
    }
    return this.#mostFrequent(found).map(({ word }) => word)
  }

  /** Arranges all words, in steps. */
  prepare(): Generator<undefined, void> {
    return this.#waiting.takeAll()
  }

  #shelf(initial: string, length: number): Shelf | undefined {
    this.#waiting.take(initial)
    return this.#shelves.get(initial + length)
  }

  #arrange(word: string): void {
    const key = word.charAt(0) + word.length
    const shelf = this.#shelves.get(key) ?? { words: [], letters: [] }
    shelf.words.push(word)
    shelf.letters.push(lettersOf(word))
    this.#shelves.set(key, shelf)
  }

  // Once a word is found at one edit, those at two are of no use.
  #within(word: string, allowed: number): Correction[] {
    const letters = lettersOf(word)
    const found: Correction[] = []
    let most = allowed
    for (let length = word.length - allowed; length <= word.length + allowed; length++) {
      const shelf = this.#shelf(word.charAt(0), length)
      shelf?.letters.forEach((other, i) => {
        // Each edit changes at most two letters of the set, which is cheaper to see than the distance.
        if (bitCount(other ^ letters) > 2 * most) return
        const candidate = shelf.words[i] ?? ''
        const edits = distance(word, candidate, most)
        if (edits > most) return
        most = edits
        found.push({ word: candidate, edits })
      })
    }
    return found
  }

  // The first letter replaced, missing, doubled or swapped: few enough to try them all.
  #otherFirstLetter(word: string): Correction[] {
    const rest = word.slice(1)
    const swapped = rest.charAt(0) + word.charAt(0) + rest.slice(1)
    const tries = [rest, swapped, ...ALPHABET.flatMap((letter) => [letter + rest, letter + word])]
    return tries.filter((other) => this.#frequency(other) > 0).map((other) => ({ word: other, edits: 1 }))
  }

  #mostFrequent(found: readonly Correction[]): Correction[] {
    const byFrequency = (a: Correction, b: Correction) => this.#frequency(b.word) - this.#frequency(a.word)
    return [...found].sort(byFrequency).slice(0, MOST_CORRECTIONS)
  }
}

function lettersOf(word: string): number {
  let letters = 0
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) - 97)
  return letters
}

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

/**
 * The optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours count one.
 * Gives `most + 1` as soon as it must be more than `most`.
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      if (Math.abs(i - j) > most) {
        row.push(most + 1)
        continue
      }
      const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = swap ? at(beforeLast, j - 2) + 1 : replaced
      row.push(Math.min(replaced, swapped, at(last, j) + 1, at(row, j - 1) + 1))
    }
    if (Math.min(...row) > most) return most + 1
    beforeLast = last
    last = row
  }
  return at(last, b.length)
}

const at = (row: readonly number[], index: number): number => row[index] ?? 0
