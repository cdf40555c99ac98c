/** Words or names by what they begin with, handed over when somebody first asks for them. */
export class Waiting<Item = string> {
  readonly #items = new Map<string, Item[]>()

  add(initial: string, item: Item): void {
    const waiting = this.#items.get(initial)
    if (waiting) waiting.push(item)
    else this.#items.set(initial, [item])
  }

  /** Those that have come since the last call, which then wait no longer. */
  take(initial: string): readonly Item[] {
    const waiting = this.#items.get(initial) ?? []
    this.#items.delete(initial)
    return waiting
  }
}
