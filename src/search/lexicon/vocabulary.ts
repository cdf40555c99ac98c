/** The terms of the notes: in how many sessions each occurs. */
export class Vocabulary {
  readonly #frequencies = new Map<string, number>()
  #sessions = 0

  /** Counts a session by its terms. */
  add(terms: ReadonlySet<string>): void {
    this.#sessions++
    for (const term of terms) this.#frequencies.set(term, this.frequency(term) + 1)
  }

  get sessions(): number {
    return this.#sessions
  }

  has(term: string): boolean {
    return this.#frequencies.has(term)
  }

  /** The number of sessions that hold the term. */
  frequency(term: string): number {
    return this.#frequencies.get(term) ?? 0
  }

  /** How telling a term is: its inverse document frequency; the most for a term that no session holds. */
  telling(term: string): number {
    const frequency = this.frequency(term)
    return Math.log(1 + (this.#sessions - frequency + 0.5) / (frequency + 0.5))
  }

  terms(): IterableIterator<string> {
    return this.#frequencies.keys()
  }
}
