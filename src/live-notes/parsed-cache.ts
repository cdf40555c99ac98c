import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Task, Texts } from '../knowledge/files/task.js'
import { checksumOf, draftOf, hashOf, readKept } from './kept-file.js'
import { cacheDays, maxCacheBytes } from './limits.js'

/** Where and for what to keep what was parsed. */
export interface CacheOptions {
  /** Safe to delete. */
  readonly folder: string
  /** The folder of notes. */
  readonly notes: string
  /** Whether to write, too. */
  readonly write: boolean
}

/**
 * Keeps what was parsed of a folder's files on disk, for one reading: a file of lines, each the hash of a path, the hash
 * of all that its part was parsed from, a checksum, and the part as JSON. A line whose hash or checksum does not fit is
 * of no use. The file is made anew, at once, when something was added.
 */
export class ParsedCache {
  readonly #options: CacheOptions
  readonly #file: string
  #kept: Kept | undefined
  #draft: UnfinishedFile | undefined
  readonly #added = new Set<string>()
  #problem: string | undefined

  constructor(options: CacheOptions) {
    this.#options = options
    this.#file = join(options.folder, `${hashOf(resolve(options.notes))}.parsed`)
  }

  /** Why nothing can be written; absent while it can. */
  get problem(): string | undefined {
    return this.#problem
  }

  /** The JSON that was kept under a key, if it is whole. */
  get(path: string, key: string): string | undefined {
    this.#kept ??= linesOf(readKept(this.#file, maxCacheBytes) ?? Buffer.alloc(0))
    const line = this.#kept.lines.get(hashOf(path))
    if (line?.key !== key) return undefined
    const json = this.#kept.bytes.subarray(line.json, line.end)
    return checksumOf(json) === line.checksum ? json.toString() : undefined
  }

  put(path: string, key: string, json: string): void {
    if (!this.#options.write || this.#problem !== undefined) return
    const bytes = Buffer.from(json)
    this.#try(() => {
      const draft = this.#open()
      if (draft.size + bytes.length > maxCacheBytes) return
      this.#added.add(hashOf(path))
      const head = Buffer.from(`${hashOf(path)} ${key} ${checksumOf(bytes)} `)
      draft.size += writeSync(draft.file, Buffer.concat([head, bytes, lineEnd]))
    })
  }

  /** Ends the reading of a folder that has these paths: what was kept of others goes. */
  save(paths: readonly string[]): void {
    const draft = this.#draft
    if (!draft) return
    this.#try(() => {
      for (const path of new Set(paths.map(hashOf))) {
        const line = this.#added.has(path) ? undefined : this.#kept?.lines.get(path)
        if (!line || draft.size + line.end - line.start > maxCacheBytes) continue
        const bytes = this.#kept?.bytes.subarray(line.start, line.end + 1) ?? lineEnd
        draft.size += writeSync(draft.file, bytes)
      }
      renameSync(draft.path, this.#file)
      this.#sweep()
    })
    this.#draft = undefined
    closeSync(draft.file)
    if (this.#problem !== undefined) rmSync(draft.path, { force: true })
  }

  #open(): UnfinishedFile {
    if (this.#draft) return this.#draft
    mkdirSync(this.#options.folder, { recursive: true })
    const path = draftOf(this.#file)
    this.#draft = { path, file: openSync(path, 'wx'), size: 0 }
    return this.#draft
  }

  /** Lets go of what other folders left here long ago, and of drafts that nobody finished. */
  #sweep(): void {
    for (const name of readdirSync(this.#options.folder)) {
      const days = /\.(parsed|index)$/u.test(name)
        ? cacheDays
        : name.endsWith('.draft')
          ? 1
          : Number.POSITIVE_INFINITY
      const file = join(this.#options.folder, name)
      if (Date.now() - statSync(file).mtimeMs > days * 86_400_000) rmSync(file, { force: true })
    }
  }

  #try(write: () => void): void {
    try {
      write()
    } catch (error) {
      this.#problem = error instanceof Error ? error.message : String(error)
    }
  }
}

/** What a part is kept under: another one as soon as anything differs that it was parsed from. */
export function keyOf(version: string, { kind, path }: Task, { files, findings }: Texts, links = ''): string {
  const parts = [
    version,
    kind,
    path,
    links,
    JSON.stringify(findings),
    ...files.flatMap((file) => [file.path, file.text]),
  ]
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length} `).update(part)
  return hash.digest('hex')
}

/** A file that is being written. */
interface UnfinishedFile {
  readonly path: string
  readonly file: number
  size: number
}

interface Kept {
  readonly bytes: Buffer
  readonly lines: ReadonlyMap<string, LineBounds>
}

/** Places in the bytes. */
interface LineBounds {
  readonly start: number
  readonly json: number
  readonly end: number
  readonly key: string
  readonly checksum: string
}

function linesOf(bytes: Buffer): Kept {
  const lines = new Map<string, LineBounds>()
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(lineEnd, start)
    const end = newline < 0 ? bytes.length : newline
    const head = bytes.toString('latin1', start, Math.min(end, start + headLength))
    const [, path, key, checksum] = headShape.exec(head) ?? []
    if (path && key && checksum) lines.set(path, { start, json: start + headLength, end, key, checksum })
    start = end + 1
  }
  return { bytes, lines }
}

const lineEnd = Buffer.from('\n')
const headShape = /^([0-9a-f]{32}) ([0-9a-f]{64}) ([0-9a-f]{8}) $/u
const headLength = 32 + 1 + 64 + 1 + 8 + 1
