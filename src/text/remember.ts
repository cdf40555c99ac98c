/** Ours: the lines of some large posts, the words of some thousand questions. */
const MOST = 5_000

/** A function of a text that remembers what it gave, of up to `most` texts: the same ones are asked for again and again. */
export function remember<Result>(read: (text: string) => Result, most = MOST): (text: string) => Result {
  const known = new Map<string, { readonly result: Result }>()
  return (text) => {
    const before = known.get(text)
    if (before) return before.result
    if (known.size >= most) known.clear()
    const result = read(text)
    known.set(text, { result })
    return result
  }
}
