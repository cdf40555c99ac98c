import { LARGE_ARCHIVE } from '../tuning.js'

/** The terms of the notes: in how many sessions each occurs. */
export class Vocabulary {
  readonly #frequencies = new Map<string, number>()
  #sessions = 0

  /** Counts a session by its terms. */
  add(terms: ReadonlySet<string>): void {
    this.#sessions++
    for (const term of terms) this.#frequencies.set(term, this.frequency(term) + 1)
  }

  /** Takes over what was counted at another time. */
  restore(sessions: number): void {
    this.#sessions = sessions
  }

  /** Takes over a term. */
  restoreTerm(term: string, frequency: number): void {
    this.#frequencies.set(term, frequency)
  }

  get sessions(): number {
    return this.#sessions
  }

  /** Whether so many talks are known that some say any usual word themselves. */
  get isLarge(): boolean {
    return this.#sessions > LARGE_ARCHIVE
  }

  has(term: string): boolean {
    return this.#frequencies.has(term)
  }

  /** The number of sessions that hold the term. */
  frequency(term: string): number {
    return this.#frequencies.get(term) ?? 0
  }

  /** The inverse document frequency of BM25; a term that no session holds has that of the rarest ones. */
  idf(term: string): number {
    const frequency = Math.max(1, this.frequency(term))
    return Math.log(1 + (this.#sessions - frequency + 0.5) / (frequency + 0.5))
  }
}
