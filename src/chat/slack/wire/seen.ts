/** Remembers the last `size` keys, to do each thing once. */
export class Seen {
  readonly #size: number
  readonly #keys = new Set<string>()

  constructor(size: number) {
    this.#size = size
  }

  /** Whether this key comes for the first time; it is remembered from now on. */
  first(key: string): boolean {
    if (this.#keys.has(key)) return false
    this.#keys.add(key)
    const [oldest] = this.#keys
    if (this.#keys.size > this.#size && oldest !== undefined) this.#keys.delete(oldest)
    return true
  }

  /** Lets a key come for the first time again. */
  forget(key: string): void {
    this.#keys.delete(key)
  }
}
