import { type Concept, parseConcepts } from './files/concepts.js'
import { findNotes, kindOf } from './files/find-notes.js'
import { type Glossary, parseGlossary } from './files/glossary.js'
import { readText } from './files/read-text.js'
import { type Finding, NotesError } from './finding.js'
import { type Post, type PostMeetup, parsePost } from './post.js'
import type { Meetup, Session, Tip } from './session.js'
import { distinctId } from './slug.js'
import { distinctTips, joinTips, readTips, type TipsFile, tipsOfSessions } from './tips.js'

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
  /** What could not be used, and what may be a slip. */
  readonly findings: readonly Finding[]
}

/** What the files of a folder say, each by itself. */
export interface NotesParts {
  /** In the order of their paths. */
  readonly posts: readonly Post[]
  readonly tips: readonly TipsFile[]
  readonly glossaries: readonly Glossary[]
  readonly concepts: ReturnType<typeof parseConcepts>
  /** On files that could not be read. */
  readonly findings: readonly Finding[]
}

/** A file of a knowledge folder, read. */
export interface NotesFile {
  /** Its path, as messages name it. */
  readonly path: string
  readonly text: string
}

/**
 * Reads a knowledge folder. What cannot be used is named in the findings and keeps nothing else from being read.
 * Throws a NotesError when the folder cannot be read, or nothing in it can be used.
 */
export async function loadLibrary(folder: string): Promise<Library> {
  const found = findNotes(folder)
  const read = found.files.map(({ path }) => ({ path, ...readText(path) }))
  const files = read.flatMap(({ path, text }) => (text === undefined ? [] : [{ path, text }]))
  return usable(buildLibrary(files, [...found.findings, ...read.flatMap(({ findings }) => findings)]))
}

/** The library, if there is something in it; else throws a NotesError with its errors. */
export function usable(library: Library): Library {
  if (library.meetups.length > 0) return library
  throw new NotesError(library.findings.filter(({ level }) => level === 'error'))
}

/** Files to a Library; those that the file system could not give are in `findings`. */
export function buildLibrary(files: readonly NotesFile[], findings: readonly Finding[] = []): Library {
  const ofKind = (kind: ReturnType<typeof kindOf>) =>
    files.filter(({ path }) => kindOf(path.split(/[\\/]/).at(-1) ?? path) === kind)
  return joinNotes({
    posts: ofKind('post').map(({ text, path }) => parsePost(text, path)),
    tips: ofKind('tips').map(({ text, path }) => readTips(text, path)),
    glossaries: ofKind('glossary').map(({ text, path }) => parseGlossary(text, path)),
    concepts: parseConcepts(ofKind('concepts')),
    findings,
  })
}

/** What the files say, put together. */
export function joinNotes(parts: NotesParts): Library {
  const { meetups: apart, findings: repeated } = withDistinctIds(parts.posts)
  const meetups = apart.sort(newestFirst)
  const sessions = meetups.flatMap((each) => each.sessions)
  const tips = parts.tips.map((file) => joinTips(file, sessions))
  return {
    meetups: meetups.map(({ meetup }) => meetup),
    sessions,
    tips: distinctTips([...tipsOfSessions(sessions), ...tips.flatMap((file) => file.tips)]),
    glossary: parts.glossaries.flatMap((glossary) => glossary.groups),
    concepts: parts.concepts.concepts,
    findings: [
      ...parts.findings,
      ...parts.posts.flatMap((post) => post.findings),
      ...repeated,
      ...tips.flatMap((file) => file.findings),
      ...parts.glossaries.flatMap((glossary) => glossary.findings),
      ...parts.concepts.findings,
    ],
  }
}

/** Marks the ids of files that are called alike, such as `2022/index.md` and `2023/index.md`. */
function withDistinctIds(posts: readonly Post[]): { meetups: PostMeetup[]; findings: Finding[] } {
  const files = new Map<string, string>()
  const findings: Finding[] = []
  const meetupIds = new Set<string>()
  const meetups = posts.flatMap((post) => {
    const others = new Set<string>()
    const apart = post.meetups.map((each) => rename(each, others))
    for (const other of others) findings.push(repeatedIds(post, other))
    return apart
  })
  return { meetups, findings }

  function rename({ meetup, sessions }: PostMeetup, others: Set<string>): PostMeetup {
    const id = freeId(meetup.id, meetup, (taken) => meetupIds.has(taken))
    meetupIds.add(id)
    const own = id === meetup.id ? meetup : { ...meetup, id }
    return { meetup: own, sessions: sessions.map((session) => renameSession(session, own, others)) }
  }

  function renameSession(session: Session, meetup: Meetup, others: Set<string>): Session {
    const other = files.get(session.id)
    if (other !== undefined && other !== meetup.file) others.add(other)
    const id = freeId(session.id, meetup, (taken) => files.has(taken))
    files.set(id, meetup.file)
    return id === session.id && meetup === session.meetup ? session : { ...session, id, meetup }
  }
}

/** The id itself or, where it is taken, with a mark made from its post's place. */
function freeId(id: string, { file, line }: Meetup, isTaken: (id: string) => boolean): string {
  let free = id
  for (let copy = 1; isTaken(free); copy += 1) free = distinctId(id, `${file} ${line} ${copy}`)
  return free
}

function repeatedIds(post: Post, other: string): Finding {
  const file = post.meetups[0]?.meetup.file ?? other
  const message = `has the name of "${other}" and talks with the same titles, so their ids got a mark. Rename one of the files`
  return { file, line: 1, level: 'warning', message }
}

function newestFirst(one: PostMeetup, other: PostMeetup): number {
  return compare(other.meetup.date, one.meetup.date) || compare(one.meetup.id, other.meetup.id)
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
