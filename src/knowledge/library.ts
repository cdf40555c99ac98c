import { type Attached, attach, type NotesPlace } from './attachments/attach.js'
import type { Concept } from './concepts/concepts.js'
import { findingAt } from './files/find-notes.js'
import type { NotesPart } from './files/task.js'
import { type Finding, NotesError } from './finding.js'
import { distinctTips, joinTips, tipsOfSessions } from './join-tips.js'
import type { Post, PostMeetup } from './post.js'
import type { Meetup, Session, Tip } from './session.js'
import { distinctId } from './talks/ids.js'

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
  /**
   * What talks are about, and how it hangs together: the shipped `concepts.yml` and the folder's own. The same array for as
   * long as these files do not change.
   */
  readonly concepts: readonly Concept[]
  /** What could not be used, and what may be a slip. */
  readonly findings: readonly Finding[]
}

/** What is known of a folder beside what its files say. */
export interface JoinOptions extends NotesPlace {
  /** On files that are not among the parts. */
  readonly findings?: readonly Finding[]
  /** Decks and captions that are yet to be read. */
  readonly pending?: readonly string[]
}

/** What the files say, in the order of their paths, put together. */
export function joinParts(parts: readonly NotesPart[], options: JoinOptions): Library {
  const { posts, findings: attached } = withAttachments(parts, options)
  const glossaries = parts.flatMap((part) => (part.kind === 'glossary' ? [part.glossary] : []))
  const graphs = parts.flatMap((part) => (part.kind === 'concepts' ? [part.concepts] : []))
  const { meetups: apart, findings: repeated } = withDistinctIds(posts)
  const meetups = apart.sort(newestFirst)
  const sessions = meetups.flatMap((each) => each.sessions)
  const tips = parts.flatMap((part) => (part.kind === 'tips' ? [joinTips(part.tips, sessions)] : []))
  return {
    meetups: meetups.map(({ meetup }) => meetup),
    sessions,
    tips: distinctTips([...tipsOfSessions(sessions), ...tips.flatMap((file) => file.tips)]),
    glossary: glossaries.flatMap(({ groups }) => groups),
    concepts: conceptsOf(graphs),
    findings: [
      ...(options.findings ?? []),
      ...attached,
      ...parts.flatMap((part) => part.findings),
      ...posts.flatMap((post) => post.findings),
      ...repeated,
      ...tips.flatMap((file) => file.findings),
      ...glossaries.flatMap((glossary) => glossary.findings),
      ...graphs.flatMap((graph) => graph.findings),
    ],
  }
}

// All files of concepts are one part, unless one of them cannot be read any more.
function conceptsOf(graphs: readonly Pick<Library, 'concepts'>[]): readonly Concept[] {
  const [only, ...others] = graphs
  return only && others.length === 0 ? only.concepts : graphs.flatMap(({ concepts }) => concepts)
}

/** The posts with the words of their decks and captions. */
function withAttachments(parts: readonly NotesPart[], { pending = [], ...place }: JoinOptions): Attached {
  const posts = parts.flatMap((part) => (part.kind === 'post' ? [part] : []))
  const files = parts.flatMap((part) => (part.kind === 'attachment' ? [part] : []))
  return attach(posts, [...files, ...pending.map((path) => ({ path }))], place)
}

/** The library, if there is something in it; else throws a NotesError that says why not. */
export function usable(library: Library, folder: string): Library {
  if (library.meetups.length > 0) return library
  const errors = library.findings.filter(({ level }) => level === 'error')
  throw new NotesError(
    errors.length > 0 ? errors : [findingAt(folder, 'no post in this folder says anything')],
  )
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
