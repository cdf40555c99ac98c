/** Words by what they begin with, handed over when somebody first asks for them. */
export class WaitingWords {
  readonly #words = new Map<string, string[]>()

  add(initial: string, word: string): void {
    const waiting = this.#words.get(initial)
    if (waiting) waiting.push(word)
    else this.#words.set(initial, [word])
  }

  /** The words that have come since the last call, which then wait no longer. */
  take(initial: string): readonly string[] {
    const waiting = this.#words.get(initial) ?? []
    this.#words.delete(initial)
    return waiting
  }
}
