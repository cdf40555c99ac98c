import { createHash } from 'node:crypto'
import { type PreparedConcepts, preparedConcepts } from '../knowledge/concepts/prepared-concepts.js'
import { findingAt } from '../knowledge/files/find-notes.js'
import type { NotesPart, Task } from '../knowledge/files/task.js'
import { type Finding, NotesError } from '../knowledge/finding.js'
import { joinParts, type Library, usable } from '../knowledge/library.js'
import { type FolderListing, type LibraryChunk, type ReadRequest, unpackPart } from './library-chunks.js'
import {
  attachmentMilliseconds,
  deadlineMilliseconds,
  firstAttachmentMilliseconds,
  threadMegabytes,
} from './limits.js'
import { type EndReason, ReadingThread, type ThreadOptions } from './reading-thread.js'

/** Reads a folder of notes, one reading at a time. */
export interface NotesReader {
  /** Reads what has changed; the same library where nothing has. Throws `NotesError` when nothing can be used. */
  read(): Promise<NotesSnapshot>
  close(): void
}

/** The notes of a folder at one moment. */
export interface NotesSnapshot {
  readonly library: Library
  /** A finding for each file that cannot be used, or is used in an older version. */
  readonly unusable: readonly Finding[]
  /** Whether an older version of a file is used. */
  readonly outdated: boolean
  readonly folders: FolderListing['folders']
  /** Whether some decks or captions are yet to be read. */
  readonly more: boolean
  /** Why parsed posts could not be kept; absent where they were. */
  readonly unkept?: string
  /** Stands for all that the library was read from, and the code that read it; absent where nothing is kept. */
  readonly identity?: string
}

/** What reading needs. */
export interface ReaderOptions extends ThreadOptions {
  readonly folder: string
  /** The address under which the folder is published. */
  readonly links?: string
  /** The folder in which the words of decks and captions are kept; absent: nowhere. */
  readonly kept?: string
  /** The folder in which parsed posts are kept, and whether to write into it; absent: nowhere. */
  readonly parsed?: ReadRequest['parsed']
  /** The shipped concepts; tests have built others. */
  readonly prepared?: PreparedConcepts
}

/**
 * Opens a reader with a thread of its own, which warms up at once. The parts stay in this thread: reading again parses
 * only what has changed, and a thread that a file has ended is replaced by another that leaves this file out.
 */
export function openThreadReader(options: ReaderOptions): NotesReader {
  return new ThreadReader(options)
}

/** What is known of a task. */
interface Known {
  /** Of the version on disk, usable or not. */
  readonly stamp: string
  /** The last good version. */
  readonly part?: NotesPart
  /** What that was read from. */
  readonly hash?: string
  /** Why the version on disk is not used; empty while it is. */
  readonly errors: readonly Finding[]
}

/** The stamp of a file that is there no longer, or no longer one to read. */
const gone = ''

class ThreadReader implements NotesReader {
  readonly #options: ReaderOptions
  readonly #prepared: PreparedConcepts | undefined
  #thread: ReadingThread | undefined
  #known = new Map<string, Known>()
  #found: FolderListing = { tasks: [], folders: [], findings: [] }
  #reading: NotesSnapshot | undefined
  #changed = false
  #more = false
  #unkept: string | undefined
  #closed = false

  constructor(options: ReaderOptions) {
    this.#options = options
    this.#thread = new ReadingThread(options)
    this.#prepared = options.prepared ?? preparedConcepts()
  }

  async read(): Promise<NotesSnapshot> {
    for (let done = false; !done; ) done = await this.#readOn()
    this.#forget()
    const { folders } = this.#found
    const more = this.#more
    const notes = this.#changed || !this.#reading ? this.#join() : this.#reading
    this.#reading = { ...notes, folders, more }
    this.#changed = false
    return this.#unkept === undefined ? this.#reading : { ...this.#reading, unkept: this.#unkept }
  }

  close(): void {
    this.#closed = true
    this.#letThreadGo()
  }

  #letThreadGo(): void {
    this.#thread?.close()
    this.#thread = undefined
  }

  /** Whether everything is read; if not, a file has ended the thread, and is left out from now on. */
  async #readOn(): Promise<boolean> {
    const { folder, links, kept, parsed } = this.#options
    const known = new Map([...this.#known].map(([path, { stamp }]) => [path, stamp]))
    this.#thread ??= new ReadingThread(this.#options)
    let refused: readonly Finding[] | undefined
    const take = (chunk: LibraryChunk) => {
      if (chunk.kind === 'refused') refused = chunk.problems
      else this.#take(chunk)
    }
    const prepared = this.#prepared?.hash
    const request = {
      folder,
      known,
      ...(links === undefined ? {} : { links }),
      ...(kept === undefined ? {} : { kept }),
      ...(parsed === undefined ? {} : { parsed }),
      ...(prepared === undefined ? {} : { prepared }),
      attachmentMilliseconds: this.#reading ? attachmentMilliseconds : firstAttachmentMilliseconds,
    }
    const end = await this.#thread.read(request, take)
    if (refused) throw new NotesError(refused)
    if (end.kind === 'done') return true
    this.#letThreadGo()
    if (this.#closed) throw new Error('The reader of the notes was closed')
    const task = this.#found.tasks[end.place]
    if (task) this.#set(task, undefined, [findingAt(task.path, this.#reasonFor(end.why, end.error))])
    else if (end.why !== 'slow') throw end.error
    else
      throw new NotesError([
        findingAt(folder, `gives no answer within ${this.#seconds()} s. See where it lies`),
      ])
    return false
  }

  #take(chunk: Exclude<LibraryChunk, { kind: 'refused' }>): void {
    if (chunk.kind === 'found') {
      this.#changed ||= JSON.stringify(chunk.found.findings) !== JSON.stringify(this.#found.findings)
      this.#found = chunk.found
    } else if (chunk.kind === 'end') {
      this.#more = chunk.more
      this.#unkept = chunk.unkept
    } else {
      for (const { json, hash, ...task } of chunk.parts) {
        const part = unpackPart(json, this.#prepared)
        const errors = errorsOf(part)
        if (errors) this.#set(task, undefined, errors)
        else this.#set(task, { part, ...(hash === undefined ? {} : { hash }) }, [])
      }
    }
  }

  /** Without a part the last good one stays. */
  #set(
    { path, stamp }: Pick<Task, 'path' | 'stamp'>,
    read: Pick<Known, 'part' | 'hash'> | undefined,
    errors: readonly Finding[],
  ): void {
    const { part, hash } = read ?? this.#known.get(path) ?? {}
    this.#known.set(path, { stamp, errors, ...(part ? { part } : {}), ...(hash ? { hash } : {}) })
    this.#changed = true
  }

  /** Lets go of what was deleted; a file that is there and cannot be read keeps its last good version. */
  #forget(): void {
    const { tasks, findings } = this.#found
    const there = new Set(tasks.map(({ path }) => path))
    for (const [path, known] of this.#known) {
      if (there.has(path)) continue
      this.#changed ||= known.stamp !== gone
      if (known.part && findings.some(({ file }) => path === file || path.startsWith(`${file}/`))) {
        this.#known.set(path, { ...known, stamp: gone, errors: [] })
      } else {
        this.#changed = true
        this.#known.delete(path)
      }
    }
  }

  #join(): Pick<NotesSnapshot, 'library' | 'unusable' | 'outdated' | 'identity'> {
    const { folder, links } = this.#options
    const { tasks } = this.#found
    const known = [...this.#known].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each)
    const unusable = [...this.#found.findings, ...known.flatMap(({ errors }) => errors)]
    const parts = known.flatMap(({ part, errors }) => (part ? [errors.length > 0 ? silent(part) : part] : []))
    const outdated = known.some(({ part, errors, stamp }) => part && (errors.length > 0 || stamp === gone))
    const pending = tasks.filter(({ kind, path }) => kind === 'attachment' && !this.#known.has(path))
    const library = joinParts(parts, {
      folder,
      ...(links === undefined ? {} : { links }),
      findings: unusable,
      pending: pending.map(({ path }) => path),
    })
    const identity = this.#identity(pending)
    return { library: usable(library, folder), unusable, outdated, ...(identity ? { identity } : {}) }
  }

  /** Undefined where something is in use of which nobody knows what it was read from. */
  #identity(pending: readonly Pick<Task, 'path'>[]): string | undefined {
    const used = [...this.#known].filter(([, { part }]) => part)
    if (used.some(([, { hash }]) => hash === undefined)) return undefined
    const read = used
      .map(([path, { hash }]) => [path, hash])
      .sort(([one = ''], [other = '']) => (one < other ? -1 : 1))
    const { folder, links = '' } = this.#options
    const all = JSON.stringify([folder, links, pending.map(({ path }) => path), read])
    return createHash('sha256').update(all).digest('hex')
  }

  #reasonFor(why: EndReason, error: unknown): string {
    if (why === 'slow')
      return `takes more than ${this.#seconds()} s to read. Split it, or take out what is nested`
    const megabytes = this.#options.threadMegabytes ?? threadMegabytes
    if (why === 'memory')
      return `takes more than ${megabytes} MB of memory to read. Split it into several files`
    return `ends the thread that reads it (${error instanceof Error ? error.message : String(error)}). Please report it`
  }

  #seconds(): number {
    return (this.#options.deadlineMilliseconds ?? deadlineMilliseconds) / 1000
  }
}

/** Why nothing of a part can be used; `undefined` where something can. */
function errorsOf(part: NotesPart): readonly Finding[] | undefined {
  if (part.kind === 'nothing') return part.findings
  if (part.kind !== 'post' || part.post.meetups.length > 0) return undefined
  const errors = part.post.findings.filter(({ level }) => level === 'error')
  return errors.length > 0 ? errors : undefined
}

/** An older version of a part: what was wrong with it is not what is wrong now. */
function silent(part: NotesPart): NotesPart {
  if (part.kind === 'post') return { ...part, findings: [], post: { ...part.post, findings: [] } }
  return { ...part, findings: [] }
}
