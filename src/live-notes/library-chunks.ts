import type { PreparedConcepts } from '../knowledge/concepts/prepared-concepts.js'
import type { FoundFolder } from '../knowledge/files/find-notes.js'
import type { NotesPart, Task } from '../knowledge/files/task.js'
import type { Finding } from '../knowledge/finding.js'
import type { Post } from '../knowledge/post.js'

/** What the reading thread is asked for. */
export interface ReadRequest {
  readonly folder: string
  /** The stamps of tasks that need not be read again, by their paths. */
  readonly known: ReadonlyMap<string, string>
  /** The address under which the folder is published. */
  readonly links?: string
  /** The folder in which the words of decks and captions are kept; absent: nowhere. */
  readonly kept?: string
  /** The folder in which parsed posts are kept, and whether to write into it; absent: nowhere. */
  readonly parsed?: { readonly folder: string; readonly write: boolean }
  /** The hash of the concepts that the receiver has from the build, and need not be sent; absent: none. */
  readonly prepared?: string
  /** Milliseconds after which no deck is begun any more. */
  readonly attachmentMilliseconds: number
}

/**
 * A piece of a library on its way between threads. Its parts are JSON, which takes the receiver half the time of the
 * structured clone, and it may choose when: a library of 10,000 sessions at once would block it for a quarter second.
 */
export type LibraryChunk =
  /** Comes first. */
  | { readonly kind: 'found'; readonly found: FolderListing }
  | { readonly kind: 'parts'; readonly parts: readonly PackedPart[] }
  /** `more`: some decks or captions are yet to be read. `unkept`: why parsed posts could not be kept. */
  | { readonly kind: 'end'; readonly more: boolean; readonly unkept?: string }
  /** The folder cannot be read. */
  | { readonly kind: 'refused'; readonly problems: readonly Finding[] }

/** What the folder holds. */
export interface FolderListing {
  readonly tasks: readonly Pick<Task, 'kind' | 'path' | 'stamp'>[]
  readonly folders: readonly FoundFolder[]
  /** On files that are not among the tasks. */
  readonly findings: readonly Finding[]
}

/** The part of a task, as JSON or `asPrepared`. `hash` stands for all that it was read from; absent where nothing is kept. */
export interface PackedPart extends Pick<Task, 'path' | 'stamp'> {
  readonly json: string
  readonly hash?: string
}

/** What the receiver says when it has taken a chunk over. */
export const taken = 'taken'

/** What comes instead of the part of concepts that the receiver has from the build. */
export const asPrepared = 'as prepared'

/** A part as JSON: sessions do not repeat their meetup. */
export function packPart(part: NotesPart): string {
  if (part.kind !== 'post') return JSON.stringify(part)
  const meetups = part.post.meetups.map(({ meetup, sessions }) => {
    return { meetup, sessions: sessions.map(({ meetup: _, ...session }) => session) }
  })
  return JSON.stringify({ ...part, post: { ...part.post, meetups } })
}

/** The part again, its sessions pointing to their meetup. */
export function unpackPart(
  json: string,
  prepared: Pick<PreparedConcepts, 'concepts'> | undefined,
): NotesPart {
  if (json === asPrepared && prepared) {
    return { kind: 'concepts', concepts: { concepts: prepared.concepts, findings: [] }, findings: [] }
  }
  const part: NotesPart = JSON.parse(json)
  return part.kind === 'post' ? { ...part, post: rejoined(part.post) } : part
}

function rejoined(post: Post): Post {
  const meetups = post.meetups.map(({ meetup, sessions }) => {
    return { meetup, sessions: sessions.map((session) => ({ ...session, meetup })) }
  })
  return { ...post, meetups }
}
