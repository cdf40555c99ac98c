/** An item with what it begins with. */
export type Begun<Item> = readonly [initial: string, item: Item]

/** Words or names by what they begin with, put into a table when somebody first asks for them, or in quiet moments. */
export class Waiting<Item = string> {
  readonly #items = new Map<string, Item[]>()
  readonly #put: (item: Item) => void
  readonly #unread: Iterator<Begun<Item>>

  /** `unread`: items that are looked at when somebody asks for any. */
  constructor(put: (item: Item) => void, unread: Iterable<Begun<Item>> = []) {
    this.#put = put
    this.#unread = unread[Symbol.iterator]()
  }

  add(initial: string, item: Item): void {
    const waiting = this.#items.get(initial)
    if (waiting) waiting.push(item)
    else this.#items.set(initial, [item])
  }

  /** Puts those with this initial into the table. */
  take(initial: string): void {
    while (this.#readOn());
    const waiting = this.#items.get(initial)
    if (!waiting) return
    this.#items.delete(initial)
    for (const item of waiting.splice(0)) this.#put(item)
  }

  /** Looks at all, a few at each step, so that the first who asks need not. */
  *look(): Generator<undefined, void> {
    while (this.#readOn()) yield
  }

  /** Puts all into the table, a few at each step; whoever asks in between gets what is still waiting. */
  *takeAll(): Generator<undefined, void> {
    yield* this.look()
    for (const [initial, waiting] of this.#items) {
      while (waiting.length > FEW) {
        for (const item of waiting.splice(0, FEW)) this.#put(item)
        yield
      }
      this.take(initial)
      yield
    }
  }

  /** Looks at a few more; whether there may be others. */
  #readOn(): boolean {
    for (let few = 0; few < FEW; few++) {
      const { done, value } = this.#unread.next()
      if (done) return false
      this.add(...(value satisfies Begun<Item>))
    }
    return true
  }
}

/** Less than a millisecond of work. */
const FEW = 50
