import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Logger } from 'pino'
import type { CliContext } from '../app/cli-context.js'
import { createExitSignal } from '../app/exit-signal.js'
import type { Config } from '../config/config.js'
import { findNotes } from '../knowledge/files/find-notes.js'
import { type Finding, NotesError } from '../knowledge/finding.js'
import type { LibraryState } from '../live-notes/library-state.js'
import { type LiveNotes, watchNotes } from '../live-notes/live-notes.js'
import { type NotesSnapshot, openThreadReader } from '../live-notes/notes-reader.js'
import { createLog } from '../operations/log.js'
import { stopInOrder, watchProcess } from '../operations/shutdown.js'
import { buildPage } from '../preview/page-build.js'
import { startPreview } from '../preview/preview.js'
import { createSearchIndex } from '../search/search-index.js'
import { openStore } from '../store/open-store.js'
import type { Store } from '../store/store.js'

/** What to preview, and where. */
export interface PreviewRequest {
  /** The folder of notes. */
  readonly folder: string
  readonly port: number
  /** Opens the page in the browser. */
  readonly open: boolean
}

/** Serves the preview page until the process is told to stop. Throws `PreviewError`. */
export async function preview(config: Config, request: PreviewRequest, context: CliContext): Promise<number> {
  const { folder, port } = request
  const log = createLog(
    { level: 'warn', pretty: Boolean(context.stderr.isTTY), secrets: config.secrets },
    context.stderr,
  )
  const exit = createExitSignal()
  const unwatch = watchProcess(context.events, { end: exit.end, exit: context.exit, log })
  const [page, live, store] = await Promise.all([
    buildPage(),
    openNotes(folder, config, log),
    existingStore(config, log),
  ])
  const shownFolder = pathFromHere(folder)
  const server = await startPreview({
    folder: shownFolder,
    notes: live.notes,
    unusable: () => troublesOf(live.state(), folder),
    store,
    locale: config.locale,
    commandNames: { slack: config.slackCommand, discord: context.env.DISCORD_COMMAND?.trim() || 'devops' },
    keep: config.questions.keep,
    tips: config.tips,
    log,
    port,
    page,
    now: Date.now,
  })
  const url = `http://127.0.0.1:${server.port}/`
  context.stdout.write(`Preview of ${shownFolder}: ${url}\nSaved notes are shown at once. Ctrl+C ends it.\n`)
  if (request.open) openInBrowser(url, log)
  const code = await exit.code
  await stopInOrder(
    [
      { name: 'preview', seconds: 2, stop: () => server.close() },
      { name: 'notes', seconds: 2, stop: () => live.stop() },
      ...(store ? [{ name: 'store', seconds: 2, stop: () => store.close() }] : []),
    ],
    log,
  )
  unwatch()
  return code
}

/** As one would type it: a path below the current folder without what is above. */
function pathFromHere(folder: string): string {
  const path = relative('', folder)
  return path === '' || path.startsWith('..') ? folder : path
}

async function openNotes(folder: string, { reading }: Config, log: Logger): Promise<LiveNotes> {
  const reader = openThreadReader({ folder, ...reading })
  const first = await reader.read().catch((error: unknown) => unreadable(folder, error))
  return watchNotes(first, { folder, reader, build: createSearchIndex, log, now: Date.now })
}

/** Notes that cannot be used are shown, too: with what is wrong, and nothing else. */
function unreadable(folder: string, error: unknown): NotesSnapshot {
  if (!(error instanceof NotesError)) throw error
  const findings = error.problems
  return {
    library: { meetups: [], sessions: [], tips: [], glossary: [], concepts: [], findings },
    unusable: findings,
    outdated: false,
    more: false,
    folders: findFolders(folder),
  }
}

/** What to watch; nothing where there is no such folder. */
function findFolders(folder: string): NotesSnapshot['folders'] {
  try {
    return findNotes(folder).folders
  } catch (error) {
    if (error instanceof NotesError) return []
    throw error
  }
}

/** Why notes on disk are not in use. */
function troublesOf({ unusable, problem = '' }: LibraryState, folder: string): readonly Finding[] {
  const named = unusable.map(({ file, line, message }) => `${file}:${line}: ${message}`)
  const others = problem.split('\n').filter((sentence) => sentence !== '' && !named.includes(sentence))
  return [
    ...unusable,
    ...others.map((message): Finding => ({ file: folder, line: 1, level: 'error', message })),
  ]
}

/** The store, if there is one: a preview makes no database. */
async function existingStore({ store }: Config, log: Logger): Promise<Store | undefined> {
  const isThere = 'databaseUrl' in store || existsSync(join(store.directory, 'bot.db'))
  return isThere ? openStore(store, log) : undefined
}

function openInBrowser(url: string, log: Logger): void {
  const [program = '', ...words] = browsers[process.platform] ?? ['xdg-open']
  const child = spawn(program, [...words, url], { stdio: 'ignore', detached: true })
  child.on('error', (err) => log.warn({ err }, 'Could not open a browser'))
  child.unref()
}

const browsers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
}
