import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { CONCEPTS_FILE, type Concept, parseConcepts } from './files/concepts.js'
import { type Finding, NotesError } from './finding.js'
import { GLOSSARY_FILE, parseGlossary } from './glossary.js'
import { type PostMeetup, parsePost } from './post.js'
import type { Meetup, Session, Tip } from './session.js'
import { SHIPPED_NOTES } from './shipped-notes.js'
import { distinctTips, parseTips, TIPS_FILE, tipsOfSessions } from './tips.js'

export { type Finding, NotesError } from './finding.js'

/** Everything we know: the whole knowledge folder, read and checked. Plain data, fit for `postMessage`. */
export interface Library {
  /** Newest first. */
  readonly meetups: readonly Meetup[]
  /** Newest meetup first; inside a meetup in the order of the post. */
  readonly sessions: readonly Session[]
  readonly tips: readonly Tip[]
  /** Groups of equal terms from `glossary.yml`. */
  readonly glossary: readonly (readonly string[])[]
  /** What talks are about, and how it hangs together: the shipped `concepts.yml` and the folder's own. */
  readonly concepts: readonly Concept[]
  /** What may be a slip but keeps nobody from using the notes. */
  readonly warnings: readonly Finding[]
}

/** A file of a knowledge folder, read. */
export interface NotesFile {
  /** Its path, as messages name it. */
  readonly path: string
  readonly text: string
}

/**
 * Reads a knowledge folder, whole or not at all: throws one NotesError with every mistake in it. `parse` is for those
 * who remember posts that have not changed.
 */
export async function loadLibrary(folder: string, parse: ParsePost = parsePost): Promise<Library> {
  return buildLibrary(await readNotes(folder), parse)
}

/** Reads one post; never throws. */
export type ParsePost = typeof parsePost

/**
 * Reads the files of a knowledge folder without parsing them: posts, `tips.md`, `glossary.yml`, the shipped
 * glossary where the folder has none, and `concepts.yml` after the shipped one. Throws a NotesError when a
 * file cannot be read or there is no post.
 */
export async function readNotes(folder: string): Promise<NotesFile[]> {
  const names = (await listFolder(folder)).filter(isNotes).sort()
  if (!names.some(isPost)) {
    throw new NotesError([
      {
        file: folder,
        line: 1,
        level: 'error',
        message: 'no meetup post (*.md) in this folder. Add one, or name another folder',
      },
    ])
  }
  const paths = names.map((name) => join(folder, name))
  if (!names.includes(GLOSSARY_FILE)) paths.push(join(SHIPPED_NOTES, GLOSSARY_FILE))
  if (resolve(folder) !== resolve(SHIPPED_NOTES)) paths.unshift(join(SHIPPED_NOTES, CONCEPTS_FILE))
  const read = await Promise.allSettled(
    paths.map(async (path) => ({ path, text: await readFile(path, 'utf8') })),
  )
  const problems = read.flatMap((result, index) =>
    result.status === 'rejected' ? [unreadable(paths[index] ?? folder, result.reason)] : [],
  )
  if (problems.length > 0) throw new NotesError(problems)
  return read.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
}

/** Files to a Library, whole or not at all: throws one NotesError with every mistake of every file. */
export function buildLibrary(files: readonly NotesFile[], parse: ParsePost = parsePost): Library {
  const problems: Finding[] = []
  const posts = files.filter((file) => isPost(nameOf(file))).map((file) => parse(file.text, file.path))
  const told = posts.flatMap((post) => post.findings)
  problems.push(...told.filter(({ level }) => level === 'error'))
  const meetups = posts.flatMap((post) => post.meetups).sort(newestFirst)
  const sessions = meetups.flatMap((each) => each.sessions)
  problems.push(...repeatedIds(sessions))
  const tips = files
    .filter((file) => nameOf(file) === TIPS_FILE)
    .flatMap((file) => attempt(() => parseTips(file.text, file.path, sessions), problems) ?? [])
  const glossaries = files
    .filter((file) => nameOf(file) === GLOSSARY_FILE)
    .map((file) => parseGlossary(file.text, file.path))
  problems.push(...glossaries.flatMap((glossary) => glossary.problems))
  const graph = parseConcepts(files.filter((file) => nameOf(file) === CONCEPTS_FILE))
  problems.push(...graph.problems)
  if (problems.length > 0) throw new NotesError(problems)
  return {
    meetups: meetups.map(({ meetup }) => meetup),
    sessions,
    tips: distinctTips([...tipsOfSessions(sessions), ...tips.flatMap((file) => file.tips)]),
    glossary: glossaries.flatMap((glossary) => glossary.groups),
    concepts: graph.concepts,
    warnings: [...told, ...tips.flatMap((file) => file.warnings)],
  }
}

async function listFolder(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    throw new NotesError([unreadable(folder, error)])
  }
}

function unreadable(file: string, error: unknown): Finding {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  const way =
    reason === 'ENOENT'
      ? 'there is no such file or folder. Correct the path'
      : `cannot be read (${reason}). Correct its permissions or the path`
  return { file, line: 1, level: 'error', message: way }
}

function attempt<Result>(read: () => Result, problems: Finding[]): Result | undefined {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof NotesError)) throw error
    problems.push(...error.problems)
    return undefined
  }
}

function repeatedIds(sessions: readonly Session[]): Finding[] {
  const first = new Map<string, Session>()
  return sessions.flatMap((session) => {
    const other = first.get(session.id)
    first.set(session.id, other ?? session)
    if (!other) return []
    return [
      {
        file: session.meetup.file,
        line: 1,
        level: 'error',
        message: `its name is too like "${nameOf({ path: other.meetup.file })}" to tell their sessions apart. Rename one of them`,
      },
    ]
  })
}

function newestFirst(one: PostMeetup, other: PostMeetup): number {
  return compare(other.meetup.date, one.meetup.date) || compare(one.meetup.id, other.meetup.id)
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}

function nameOf(file: { readonly path: string }): string {
  return file.path.split(/[\\/]/).at(-1) ?? file.path
}

function isNotes(name: string): boolean {
  return isPost(name) || name === TIPS_FILE || name === GLOSSARY_FILE || name === CONCEPTS_FILE
}

function isPost(name: string): boolean {
  return /^[^.].*\.md$/i.test(name) && name !== TIPS_FILE && name.toLowerCase() !== 'readme.md'
}
