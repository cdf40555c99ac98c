import type { ParsePost } from '../knowledge/library.js'

/** A reading of the folder: parses what has changed since the one before. */
export interface PostReading {
  readonly parse: ParsePost
  /** Forgets posts that were not asked for in this reading. */
  done(): void
}

/** Remembers posts between readings: Markdown is what takes the time, and most files stay as they are. */
export function createPostMemory(parse: ParsePost): () => PostReading {
  let known: ReadonlyMap<string, Remembered> = new Map()
  return () => {
    const asked = new Map<string, Remembered>()
    return {
      parse: (text, file) => {
        const before = known.get(file)
        const post = before?.text === text ? before.post : parse(text, file)
        asked.set(file, { text, post })
        return post
      },
      done: () => {
        known = asked
      },
    }
  }
}

interface Remembered {
  readonly text: string
  readonly post: ReturnType<ParsePost>
}
