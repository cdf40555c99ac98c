/** Our own limit: the lines of some large posts. */
const MOST = 5_000

/** A function of a text that remembers what it gave: the same lines are asked again for every way to see a post. */
export function remember<Result>(read: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, { readonly result: Result }>()
  return (text) => {
    const before = known.get(text)
    if (before) return before.result
    if (known.size >= MOST) known.clear()
    const result = read(text)
    known.set(text, { result })
    return result
  }
}
