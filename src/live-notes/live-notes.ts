import { watch } from 'chokidar'
import type { Logger } from 'pino'
import type { Notes } from '../answer/reply-context.js'
import { NotesError } from '../knowledge/finding.js'
import type { Library } from '../knowledge/library.js'
import type { SearchIndex } from '../search/types.js'
import type { LibraryState } from './library-state.js'
import type { NotesReader } from './notes-reader.js'

/** What live notes are made of. */
export interface LiveNotesParts {
  readonly folder: string
  /** One that has read the folder already, and remembers its posts. */
  readonly reader?: NotesReader
  /** Called at the first sign of a change where there is none: it is warm when the folder is quiet again. */
  readonly openReader: () => NotesReader
  /** Builds the index over a library. */
  readonly build: (library: Library) => Promise<SearchIndex>
  readonly log: Logger
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** Notes that follow their folder. */
export interface LiveNotes {
  /** The notes of this moment, whole: a library and the index over it. */
  readonly notes: () => Notes
  readonly state: () => LibraryState
  stop(): Promise<void>
}

/** Ours: editors and git write a file in several steps, but not this slowly. */
const quietMilliseconds = 150

/**
 * Watches the folder behind `first`, and swaps in what changes, whole or not at all: notes with a mistake are named in
 * the log, once, and the ones in use stay. Resolves when the folder is being watched.
 */
export async function watchNotes(first: Notes, parts: LiveNotesParts): Promise<LiveNotes> {
  const live = new Live(first, parts)
  await live.watch()
  return live
}

class Live implements LiveNotes {
  readonly #parts: LiveNotesParts
  readonly #watcher
  #notes: Notes
  #state: LibraryState
  #timer: NodeJS.Timeout | undefined
  #reader: NotesReader | undefined
  #reading: Promise<void> | undefined
  #changed = false
  #stopped = false

  constructor(first: Notes, parts: LiveNotesParts) {
    this.#parts = parts
    this.#reader = parts.reader
    this.#notes = first
    this.#state = { sessions: first.library.sessions.length, loadedAt: parts.now() }
    this.#watcher = watch(parts.folder, { ignoreInitial: true, depth: 0 })
  }

  readonly notes = () => this.#notes
  readonly state = () => this.#state

  watch(): Promise<void> {
    const { log, folder } = this.#parts
    this.#watcher.on('error', (err) => log.warn({ err, folder }, 'Cannot watch the notes'))
    // Raw events tell of Kubernetes' ConfigMaps, too, which change by one symbolic link in the folder.
    this.#watcher.on('raw', () => this.#touched())
    this.#watcher.on('all', () => this.#touched())
    return new Promise((resolve) => {
      this.#watcher.once('ready', resolve)
    })
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    await this.#watcher.close()
    await this.#closeReader()
    await this.#reading
  }

  async #closeReader(): Promise<void> {
    const reader = this.#reader
    this.#reader = undefined
    await reader?.close()
  }

  /** Waits for a quiet moment. A change while we read means reading again afterwards. */
  #touched(): void {
    if (this.#stopped) return
    this.#changed = true
    if (this.#reading) return
    this.#reader ??= this.#parts.openReader()
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#start(), quietMilliseconds)
  }

  #start(): void {
    this.#changed = false
    this.#reading = this.#read().finally(() => {
      this.#reading = undefined
      if (this.#changed) this.#touched()
    })
  }

  async #read(): Promise<void> {
    const { build, folder, log, now } = this.#parts
    const started = performance.now()
    try {
      const library = await this.#reader?.read(folder)
      if (!library || this.#stopped) return
      const index = await build(library)
      const sessions = library.sessions.length
      this.#notes = { library, index }
      const { problem } = this.#state
      this.#state = { sessions, loadedAt: now() }
      const milliseconds = Math.round(performance.now() - started)
      log.info({ sessions, findings: library.findings.length, milliseconds }, 'The notes have changed')
      const errors = library.findings.filter(({ level }) => level === 'error')
      if (errors.length > 0) this.#refuse(new NotesError(errors), problem)
    } catch (error) {
      if (!(error instanceof NotesError)) await this.#closeReader()
      this.#refuse(error)
    }
  }

  #refuse(error: unknown, known = this.#state.problem): void {
    if (this.#stopped) return
    const problem = error instanceof Error ? error.message : String(error)
    this.#state = { ...this.#state, problem }
    if (problem === known) return
    const { log, folder } = this.#parts
    if (error instanceof NotesError) {
      log.error({ folder, problems: problem.split('\n') }, 'The notes have mistakes; older ones stay in use')
    } else {
      log.error({ err: error, folder }, 'Could not read the notes; older ones stay in use')
    }
  }
}
