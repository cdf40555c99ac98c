import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { formatOf } from '../attachments/attachment.js'
import { type Finding, NotesError } from '../finding.js'
import { SHIPPED_NOTES } from '../shipped-notes.js'
import { maxFileBytes, maxFiles, maxFolderDepth } from './limits.js'

/** What a file of a knowledge folder holds, by its name. */
export type NotesKind = 'post' | 'tips' | 'glossary' | 'concepts' | 'attachment'

/** A file of a knowledge folder that can be opened. */
export interface FoundFile {
  /** Its path, as messages name it. */
  readonly path: string
  readonly kind: NotesKind
  /** Changes whenever the file does. */
  readonly stamp: string
}

/** What a knowledge folder holds. */
export interface FoundNotes {
  /** In the order of their paths. */
  readonly files: readonly FoundFile[]
  /** Those that cannot be used. */
  readonly findings: readonly Finding[]
  /** Where it looked, the folder itself included. */
  readonly folders: readonly FoundFolder[]
}

/** A folder that may hold notes. */
export interface FoundFolder {
  readonly path: string
  /** Another one for a folder that took the place of a deleted one. */
  readonly identity: string
}

/**
 * Looks which files of a folder and of the folders in it are notes; opens none. Left out are names that begin with a
 * dot, `node_modules` and `README.md` in any language. The shipped concepts come with every folder, the shipped glossary with those
 * that have none. Throws a NotesError when the folder cannot be read or holds no post.
 */
export function findNotes(folder: string): FoundNotes {
  const search = new Search(folder)
  search.run()
  const { files, findings, folders } = search
  if (!files.some(({ kind }) => kind === 'post' || kind === 'attachment') && findings.length === 0) {
    throw new NotesError([
      findingAt(folder, 'no meetup post (*.md) in this folder. Add one, or name another folder'),
    ])
  }
  return { files: [...shippedFor(search.root, files), ...files.sort(byPath)], findings, folders }
}

/** Why a file or folder cannot be read, and the way out. */
export function unreadable(path: string, error: unknown): Finding {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  return findingAt(path, ways[code] ?? `cannot be read (${code}). Correct its permissions or the path`)
}

/** A finding of level error on a whole file. */
export function findingAt(file: string, message: string): Finding {
  return { file, line: 1, level: 'error', message }
}

const ways: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder. Correct the path',
  ENOTDIR: 'is no folder. Name the folder that holds the posts',
  ELOOP: 'is a link that leads back to itself. Take it out',
}

class Search {
  readonly files: FoundFile[] = []
  readonly findings: Finding[] = []
  readonly folders: FoundFolder[] = []
  readonly root: string
  readonly #folder: string
  /** Real paths of files and folders that have been seen: a link to one of them says nothing new. */
  readonly #seen = new Set<string>()
  readonly #links: { readonly path: string; readonly depth: number }[] = []
  #isFull = false

  constructor(folder: string) {
    this.#folder = folder
    try {
      this.root = realpathSync(folder)
    } catch (error) {
      throw new NotesError([unreadable(folder, error)])
    }
  }

  run(): void {
    this.#walk(this.#folder, 0)
    // Links come last, so that a file keeps its own name where it has two.
    for (let link = this.#links.shift(); link; link = this.#links.shift()) this.#follow(link)
  }

  #walk(folder: string, depth: number): void {
    const entries = this.#list(folder)
    for (const entry of entries) {
      const { name } = entry
      if (name.startsWith('.') || name === 'node_modules') continue
      const path = join(folder, name)
      if (entry.isSymbolicLink()) this.#links.push({ path, depth })
      else if (entry.isDirectory()) this.#enter(path, depth)
      else this.#take(path)
    }
  }

  #list(folder: string): Dirent[] {
    try {
      const { dev, ino } = statSync(folder)
      const entries = readdirSync(folder, { withFileTypes: true })
      this.folders.push({ path: folder, identity: `${dev} ${ino}` })
      this.#seen.add(realpathSync(folder))
      return entries
    } catch (error) {
      const finding = unreadable(folder, error)
      if (folder === this.#folder) throw new NotesError([finding])
      this.findings.push(finding)
      return []
    }
  }

  #enter(path: string, depth: number): void {
    const message = `lies more than ${maxFolderDepth} folders deep. Move its posts up`
    if (depth < maxFolderDepth) this.#walk(path, depth + 1)
    else this.findings.push(findingAt(path, message))
  }

  /** Follows a link, such as those of a Kubernetes ConfigMap, which lead to a hidden folder beside them. */
  #follow({ path, depth }: { path: string; depth: number }): void {
    try {
      const real = realpathSync(path)
      const isFolder = statSync(real).isDirectory()
      if ((!isFolder && kindOf(path) === undefined) || this.#seen.has(real)) return
      const way = relative(this.root, real)
      if (way === '..' || way.startsWith(`..${sep}`) || way.startsWith(sep)) {
        this.findings.push(findingAt(path, 'is a link out of the folder of notes. Put the file itself there'))
      } else if (isFolder) this.#enter(path, depth)
      else this.#take(path)
    } catch (error) {
      if (kindOf(path) !== undefined) this.findings.push(unreadable(path, error))
    }
  }

  #take(path: string): void {
    const kind = kindOf(path)
    if (kind === undefined || this.#isFull) return
    try {
      const stats = statSync(path)
      const problem = problemOf(stats, kind)
      if (problem) this.findings.push(findingAt(path, problem))
      else if (this.files.length < maxFiles) this.files.push({ path, kind, stamp: stampOf(stats) })
      else this.#stop()
      this.#seen.add(realpathSync(path))
    } catch (error) {
      this.findings.push(unreadable(path, error))
    }
  }

  #stop(): void {
    this.#isFull = true
    this.findings.push(
      findingAt(this.#folder, `holds more than ${maxFiles} files. Keep the rest in another folder`),
    )
  }
}

/** Why what stands under a file's name is not to be read. */
export function problemOf(stats: Stats, kind: NotesKind = 'post'): string | undefined {
  if (!stats.isFile()) return 'is no regular file. Take it out of the folder of notes'
  // Decks and captions have bounds of their own.
  if (kind !== 'attachment' && stats.size > maxFileBytes)
    return `has more than ${maxFileBytes / 1000} kB. Split it into several files`
  return undefined
}

function stampOf({ dev, ino, size, mtimeMs, ctimeMs }: Stats): string {
  return [dev, ino, size, mtimeMs, ctimeMs].join(' ')
}

/** What a file of that path holds; `undefined` for none of ours. */
export function kindOf(path: string): NotesKind | undefined {
  const name = basename(path)
  const known = kinds[name]
  if (known) return known
  if (name.endsWith('.yml') && basename(dirname(path)) === CONCEPTS_FOLDER) return 'concepts'
  if (formatOf(name)) return 'attachment'
  return /^[^.].*\.md$/iu.test(name) && !readme.test(name) ? 'post' : undefined
}

/** Also in other languages: `README.ko.md`. */
const readme = /^readme(?:[._-][a-z]{2,3}(?:-[a-z]{2,4})?)?\.md$/iu

/** A folder in which every `.yml` is a file of concepts: one is as long as one may be. */
const CONCEPTS_FOLDER = 'concepts'

/** The names of the files that are no posts. */
const kinds: Readonly<Record<string, NotesKind>> = {
  'tips.md': 'tips',
  'glossary.yml': 'glossary',
  'concepts.yml': 'concepts',
}

/** The paths of the concepts that come with the bot: those that all build on, then the fields. */
export function shippedConcepts(): string[] {
  const folder = join(SHIPPED_NOTES, CONCEPTS_FOLDER)
  const fields = readdirSync(folder).filter((name) => name.endsWith('.yml'))
  return [join(SHIPPED_NOTES, 'concepts.yml'), ...fields.sort().map((name) => join(folder, name))]
}

function shippedFor(root: string, files: readonly FoundFile[]): FoundFile[] {
  if (root === realpathSync(SHIPPED_NOTES)) return []
  const glossary = files.some(({ kind }) => kind === 'glossary') ? [] : [join(SHIPPED_NOTES, 'glossary.yml')]
  return [...shippedConcepts(), ...glossary].flatMap((path) => {
    const kind = kindOf(path)
    return kind ? [{ path, kind, stamp: stampOf(statSync(path)) }] : []
  })
}

function byPath(one: FoundFile, other: FoundFile): number {
  return one.path < other.path ? -1 : Number(one.path > other.path)
}
