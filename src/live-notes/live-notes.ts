import type { Logger } from 'pino'
import type { Notes } from '../answer/reply-context.js'
import { type Finding, NotesError } from '../knowledge/finding.js'
import type { Library } from '../knowledge/library.js'
import type { KeptIndex } from '../search/search-index.js'
import type { SearchIndex } from '../search/types.js'
import { FolderWatch } from './folder-watch.js'
import type { LibraryState } from './library-state.js'
import {
  lookMilliseconds,
  patienceMilliseconds,
  quietMilliseconds,
  troubledLookMilliseconds,
} from './limits.js'
import type { NotesReader, NotesSnapshot } from './notes-reader.js'

/** What live notes need. */
export interface LiveNotesOptions {
  readonly folder: string
  /** One that has given the first reading. */
  readonly reader: NotesReader
  /** Builds the index over a library, or takes the one that was kept. */
  readonly build: (library: Library, kept?: KeptIndex) => Promise<SearchIndex>
  /** Where the index of notes with this identity is kept; absent: nowhere. */
  readonly kept?: (identity: string) => KeptIndex
  readonly log: Logger
  /** Epoch milliseconds. */
  readonly now: () => number
  /** How often to look without a sign; tests do not wait so long. */
  readonly lookMilliseconds?: number
}

/** Notes that follow their folder. */
export interface LiveNotes {
  /** The notes of this moment, whole: a library and the index over it. */
  readonly notes: () => Notes
  readonly state: () => LibraryState
  stop(): Promise<void>
}

/**
 * Watches the folder of a first reading, and swaps in what changes, library and index together. A file that cannot be
 * used is named in the log, once, and its last good version stays in use.
 */
export async function watchNotes(first: NotesSnapshot, options: LiveNotesOptions): Promise<LiveNotes> {
  const index = await buildFor(first, options)
  return new Live(first, { library: first.library, index }, options)
}

function buildFor(
  { library, identity }: NotesSnapshot,
  { build, kept }: LiveNotesOptions,
): Promise<SearchIndex> {
  return build(library, identity === undefined ? undefined : kept?.(identity))
}

class Live implements LiveNotes {
  readonly #options: LiveNotesOptions
  readonly #watch: FolderWatch
  #reading: NotesSnapshot
  #notes: Notes
  #loadedAt: number
  #problem: string | undefined
  #unkept: string | undefined
  /** On the monotonic clock. */
  #behindSince: number | undefined
  #touchedSince: number | undefined
  #quiet: NodeJS.Timeout | undefined
  #look: NodeJS.Timeout | undefined
  #busy: Promise<void> | undefined
  #again = false
  /** Whether decks or captions are yet to be read. */
  #more = false
  #stopped = false

  constructor(reading: NotesSnapshot, notes: Notes, options: LiveNotesOptions) {
    this.#options = options
    this.#reading = reading
    this.#notes = notes
    this.#loadedAt = options.now()
    const { log } = options
    this.#watch = new FolderWatch(
      () => this.#touched(),
      (err, folder) =>
        log.warn({ err, folder }, 'Cannot watch a folder of notes: it is looked at every minute'),
    )
    this.#watch.follow(reading.folders)
    this.#settle()
    this.#name(reading.unusable, [])
    this.#warnUnkept(reading)
    // Something may have changed since the first reading.
    this.#lookAfter(0)
  }

  readonly notes = () => this.#notes

  readonly state = (): LibraryState => ({
    sessions: this.#notes.library.sessions.length,
    loadedAt: this.#loadedAt,
    behindSeconds: this.#behindSince === undefined ? 0 : (performance.now() - this.#behindSince) / 1000,
    unusable: this.#reading.unusable,
    ...(this.#problem === undefined ? {} : { problem: this.#problem }),
  })

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#quiet)
    clearTimeout(this.#look)
    this.#watch.close()
    this.#options.reader.close()
    await this.#busy
  }

  /** Waits for a quiet moment, but not for ever. A change while we read means reading again afterwards. */
  #touched(): void {
    if (this.#stopped) return
    this.#again = true
    this.#behindSince ??= performance.now()
    this.#touchedSince ??= performance.now()
    if (this.#busy) return
    clearTimeout(this.#quiet)
    const patience = Math.max(0, this.#touchedSince + patienceMilliseconds - performance.now())
    this.#quiet = setTimeout(() => this.#start(), Math.min(quietMilliseconds, patience))
  }

  #lookAfter(milliseconds: number): void {
    clearTimeout(this.#look)
    if (!this.#stopped) this.#look = setTimeout(() => this.#start(), milliseconds)
  }

  #start(): void {
    if (this.#busy || this.#stopped) return
    clearTimeout(this.#quiet)
    this.#again = false
    this.#touchedSince = undefined
    this.#busy = this.#read().finally(() => {
      this.#busy = undefined
      const { lookMilliseconds: usual = lookMilliseconds } = this.#options
      if (this.#problem !== undefined) this.#lookAfter(Math.min(usual, troubledLookMilliseconds))
      else this.#lookAfter(this.#more ? 0 : usual)
      if (this.#again) this.#touched()
    })
  }

  async #read(): Promise<void> {
    try {
      const reading = await this.#options.reader.read()
      if (this.#stopped) return
      this.#watch.follow(reading.folders)
      this.#more = reading.more
      this.#warnUnkept(reading)
      if (reading.library !== this.#reading.library) await this.#swap(reading)
      this.#problem = undefined
      this.#settle()
    } catch (error) {
      if (!this.#stopped) this.#refuse(error)
    }
  }

  async #swap(reading: NotesSnapshot): Promise<void> {
    const { log, now } = this.#options
    const started = performance.now()
    this.#behindSince ??= started
    const { library, unusable } = reading
    this.#notes = { library, index: await buildFor(reading, this.#options) }
    const before = this.#reading
    this.#reading = reading
    this.#loadedAt = now()
    const milliseconds = Math.round(performance.now() - started)
    const sessions = library.sessions.length
    log.info({ sessions, findings: library.findings.length, milliseconds }, 'The notes have changed')
    this.#name(unusable, before.unusable)
    void this.#notes.index.prepare()
  }

  /** The next start parses again what was not kept: worth a warning, once. */
  #warnUnkept({ unkept }: NotesSnapshot): void {
    if (unkept !== undefined && unkept !== this.#unkept)
      this.#options.log.warn({ reason: unkept }, 'Parsed notes cannot be kept in DATA_DIR')
    this.#unkept = unkept
  }

  /** Up to date, unless an older version of a file is in use or something has changed again. */
  #settle(): void {
    if (!this.#reading.outdated && !this.#again) this.#behindSince = undefined
    else this.#behindSince ??= performance.now()
  }

  #name(unusable: readonly Finding[], known: readonly Finding[]): void {
    const lines = linesOf(unusable)
    if (lines.length === 0 || lines.join('\n') === linesOf(known).join('\n')) return
    const { log, folder } = this.#options
    log.error({ folder, problems: lines }, 'Some notes cannot be used; the others are')
  }

  /** The folder itself cannot be read: everything in use stays. */
  #refuse(error: unknown): void {
    this.#behindSince ??= performance.now()
    const problem = error instanceof Error ? error.message : String(error)
    if (this.#problem === problem) return
    this.#problem = problem
    const { log, folder } = this.#options
    if (error instanceof NotesError) {
      log.error({ folder, problems: problem.split('\n') }, 'The notes cannot be read; older ones stay in use')
    } else {
      log.error({ err: error, folder }, 'Could not read the notes; older ones stay in use')
    }
  }
}

function linesOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ file, line, message }) => `${file}:${line}: ${message}`)
}
