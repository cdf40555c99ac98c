import { LARGE_ARCHIVE } from '../tuning.js'

/** The terms of the notes, numbered from 0 as they come: in how many sessions each occurs. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>()
  readonly #frequencies: number[] = []
  /** By term: how many sessions there were when it was counted last. */
  readonly #counted: number[] = []
  #sessions = 0

  /** The terms that are counted from now on are those of the next session. */
  beginSession(): void {
    this.#sessions++
  }

  /** Counts a term of the session, and gives its number. */
  count(term: string): number {
    let number = this.#numbers.get(term)
    if (number === undefined) {
      number = this.#frequencies.push(0) - 1
      this.#numbers.set(term, number)
    }
    return this.countAgain(number)
  }

  /** The same for one whose number is known. */
  countAgain(number: number): number {
    if (this.#counted[number] !== this.#sessions) {
      this.#counted[number] = this.#sessions
      this.#frequencies[number] = (this.#frequencies[number] ?? 0) + 1
    }
    return number
  }

  /** Takes over what was counted at another time. */
  restore(sessions: number): void {
    this.#sessions = sessions
  }

  /** Takes over the next term. */
  restoreTerm(term: string, frequency: number): void {
    this.#numbers.set(term, this.#frequencies.push(frequency) - 1)
  }

  get sessions(): number {
    return this.#sessions
  }

  /** How many terms there are. */
  get size(): number {
    return this.#frequencies.length
  }

  /** The terms by their numbers. */
  terms(): Iterable<string> {
    return this.#numbers.keys()
  }

  numberOf(term: string): number | undefined {
    return this.#numbers.get(term)
  }

  /** Whether so many talks are known that some say any usual word themselves. */
  get isLarge(): boolean {
    return this.#sessions > LARGE_ARCHIVE
  }

  has(term: string): boolean {
    return this.#numbers.has(term)
  }

  /** The number of sessions that hold the term. */
  frequency(term: string): number {
    const number = this.#numbers.get(term)
    return number === undefined ? 0 : (this.#frequencies[number] ?? 0)
  }

  /** The inverse document frequency of BM25; a term that no session holds has that of the rarest ones. */
  idf(term: string): number {
    const frequency = Math.max(1, this.frequency(term))
    return Math.log(1 + (this.#sessions - frequency + 0.5) / (frequency + 0.5))
  }
}
