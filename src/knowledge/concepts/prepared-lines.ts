import { readFileSync } from 'node:fs'

/** The first line of a file that the build has made, with what else stands in it. */
export interface PreparedHead {
  /** Of what the lines were made from. */
  readonly hash: string
  /** The bytes of each line behind the first. */
  readonly lengths: readonly number[]
}

/** Lines of JSON that the build has made: each is parsed when somebody asks for it, so that a start need not. */
export class PreparedLines<Kind extends PreparedHead = PreparedHead> {
  readonly head: Kind
  readonly #bytes: Buffer
  readonly #starts: Uint32Array

  /** Throws where the bytes are none of ours. */
  constructor(bytes: Buffer) {
    const end = bytes.indexOf('\n')
    this.head = JSON.parse(bytes.toString('utf8', 0, end))
    this.#bytes = bytes
    const { lengths } = this.head
    this.#starts = new Uint32Array(lengths.length + 1)
    let start = end + 1
    for (const [at, length] of lengths.entries()) {
      this.#starts[at] = start
      start += length
    }
    this.#starts[lengths.length] = start
    if (start !== bytes.length) throw new Error('Its end is missing')
  }

  /** The text of a line, from 0. */
  line(at: number): string {
    return this.#bytes.toString('utf8', this.#starts[at], this.#starts[at + 1])
  }
}

/** The lines of a file; undefined where it is missing or none of ours. */
export function readPrepared<Kind extends PreparedHead>(file: string): PreparedLines<Kind> | undefined {
  try {
    return new PreparedLines<Kind>(readFileSync(file))
  } catch {
    return undefined
  }
}

/** A file as `readPrepared` takes it. */
export function printPrepared<Kind extends Omit<PreparedHead, 'lengths'>>(
  head: Kind,
  values: readonly unknown[],
): string {
  const lines = values.map((value) => `${JSON.stringify(value)}\n`)
  const lengths = lines.map((line) => Buffer.byteLength(line))
  return [`${JSON.stringify({ ...head, lengths })}\n`, ...lines].join('')
}
