import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Logger } from 'pino'
import type { KeptIndex } from '../search/search-index.js'
import { checksumOf, draftOf, hashOf, readKept } from './kept-file.js'
import { maxIndexBytes } from './limits.js'

/** Where, for what and by whose leave to keep an index. */
export interface IndexCacheOptions {
  /** Safe to delete. */
  readonly folder: string
  /** The folder of notes. */
  readonly notes: string
  /** Whether to write, too. */
  readonly write: boolean
  readonly log: Logger
}

/**
 * Keeps the index of a folder of notes on disk: a line with the identity of what it was built from, then lines of JSON,
 * each behind its checksum. It takes its place when it is whole. One that is of no use is built anew, and the log says
 * so once.
 */
export class IndexCache {
  readonly #options: IndexCacheOptions
  readonly #file: string
  readonly #said = new Set<string>()

  constructor(options: IndexCacheOptions) {
    this.#options = options
    this.#file = join(options.folder, `${hashOf(resolve(options.notes))}.index`)
  }

  /** What is kept of notes with this identity. */
  readonly of = (identity: string): KeptIndex => ({
    load: () => this.#load(identity),
    save: (lines) => this.#save(identity, lines),
    refuse: (reason) => this.#say('warn', reason, damaged),
  })

  #load(identity: string): readonly string[] | undefined {
    const bytes = readKept(this.#file, maxIndexBytes)
    if (!bytes) return undefined
    const [head, ...lines] = linesOf(bytes)
    if (head?.toString() !== headOf(identity)) {
      this.#say('info', undefined, 'The index is built anew: the notes or the program have changed')
      return undefined
    }
    const checked = lines.map(checkedLine)
    const whole = checked.filter((line) => line !== undefined)
    if (whole.length === checked.length && whole.length > 0) return whole
    this.#say('warn', 'A checksum does not fit', damaged)
    return undefined
  }

  async #save(identity: string, lines: AsyncIterable<string>): Promise<void> {
    if (!this.#options.write) return
    const draft = draftOf(this.#file)
    try {
      mkdirSync(this.#options.folder, { recursive: true })
      if (await writeLines(draft, identity, lines)) renameSync(draft, this.#file)
      else rmSync(draft)
    } catch (error) {
      if (existsSync(draft)) rmSync(draft)
      const reason = error instanceof Error ? error.message : String(error)
      this.#say('warn', reason, 'The index cannot be kept in DATA_DIR')
    }
  }

  #say(level: 'info' | 'warn', reason: string | undefined, message: string): void {
    if (this.#said.has(message)) return
    this.#said.add(message)
    this.#options.log[level](reason === undefined ? {} : { reason }, message)
  }
}

const damaged = 'The kept index is damaged and is built anew'

/** Whether all lines found room. */
async function writeLines(path: string, identity: string, lines: AsyncIterable<string>): Promise<boolean> {
  const file = openSync(path, 'wx')
  try {
    let size = writeSync(file, `${headOf(identity)}\n`)
    for await (const line of lines) {
      size += writeSync(file, `${checksumOf(Buffer.from(line))} ${line}\n`)
      if (size > maxIndexBytes) return false
    }
    return true
  } finally {
    closeSync(file)
  }
}

function linesOf(bytes: Buffer): readonly Buffer[] {
  const lines: Buffer[] = []
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf('\n', start)
    const end = newline < 0 ? bytes.length : newline
    lines.push(bytes.subarray(start, end))
    start = end + 1
  }
  return lines
}

const checksumLetters = 8

/** The JSON of a line; undefined where its checksum does not fit. */
function checkedLine(line: Buffer): string | undefined {
  const json = line.subarray(checksumLetters + 1)
  return line.toString('latin1', 0, checksumLetters) === checksumOf(json) ? json.toString() : undefined
}

function headOf(identity: string): string {
  return `meetup-bot index ${identity}`
}
