import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { readBytes } from '../files/read-text.js'
import type { Concept } from './concepts.js'
import { type PreparedLines, readPrepared } from './prepared-lines.js'

/** The shipped concepts as the build has parsed them. */
export interface PreparedConcepts {
  /** Of the bytes of their files. */
  readonly hash: string
  readonly concepts: readonly Concept[]
}

/** What the build writes of them, beside the built code: parsing them takes a new process 0.3 s. */
export const PREPARED_CONCEPTS = 'concepts.jsonl'

/** What the build has made; undefined where nothing was built. */
export function readPreparedConcepts(file: string): PreparedConcepts | undefined {
  const lines = readPrepared(file)
  if (!lines) return undefined
  const { hash, lengths } = lines.head
  return { hash, concepts: lengths.map((_, at) => new PreparedConcept(lines, at)) }
}

let known: { readonly prepared: PreparedConcepts | undefined } | undefined

/** What lies beside the code, read once; undefined where nothing was built. */
export function preparedConcepts(): PreparedConcepts | undefined {
  known ??= { prepared: readPreparedConcepts(join(import.meta.dirname, PREPARED_CONCEPTS)) }
  return known.prepared
}

/** Stands for the bytes of files; undefined where one of them cannot be read. */
export function hashOfFiles(paths: readonly string[]): string | undefined {
  const hash = createHash('sha256')
  try {
    for (const path of paths) {
      const bytes = readBytes(path)
      if (typeof bytes === 'string') return undefined
      hash.update(`${bytes.length} `).update(bytes)
    }
  } catch {
    return undefined
  }
  return hash.digest('hex')
}

/** A concept that is parsed when somebody asks for it: a question is about a few of thousands. */
class PreparedConcept implements Concept {
  readonly #lines: PreparedLines
  readonly #at: number
  #parsed: Concept | undefined

  constructor(lines: PreparedLines, at: number) {
    this.#lines = lines
    this.#at = at
  }

  get id() {
    return this.#concept().id
  }

  get names() {
    return this.#concept().names
  }

  get about() {
    return this.#concept().about
  }

  get kind() {
    return this.#concept().kind
  }

  get isA() {
    return this.#concept().isA
  }

  get usedFor() {
    return this.#concept().usedFor
  }

  get leadsTo() {
    return this.#concept().leadsTo
  }

  #concept(): Concept {
    this.#parsed ??= parse(this.#lines.line(this.#at))
    return this.#parsed
  }
}

const parse = (json: string): Concept => JSON.parse(json)
