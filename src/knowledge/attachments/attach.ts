import { basename, relative, resolve, sep } from 'node:path'
import type { Finding } from '../finding.js'
import type { Post } from '../post.js'
import type { Session } from '../session.js'
import { assign, type DeadLink, type PlacedAttachment, postsNear, talksOf } from './assign.js'
import { formatOf, type Material } from './attachment.js'
import { withoutDoubles } from './doubles.js'
import { extendSessions } from './extend.js'
import { faultsOf } from './faults.js'
import type { FileLink } from './file-links.js'
import { byFirstPage } from './first-page.js'
import { folderPosts } from './folder-posts.js'

/** A post and the files that it names. */
export interface LinkingPost {
  /** As messages name it. */
  readonly path: string
  readonly post: Post
  readonly links: readonly FileLink[]
}

/** A deck or captions in the folder. */
export interface AttachedFile {
  /** As messages name it. */
  readonly path: string
  /** Absent while it has not been read yet. */
  readonly material?: Material
}

/** Where the notes are. */
export interface NotesPlace {
  readonly folder: string
  /** The address under which the folder is published; absent where it is not. */
  readonly links?: string
}

/** Posts whose talks have the words of their decks and recordings, and what is wrong with those files. */
export interface Attached {
  readonly posts: readonly Post[]
  readonly findings: readonly Finding[]
}

/** Gives the words of each file to its talk. */
export function attach(
  posts: readonly LinkingPost[],
  attached: readonly AttachedFile[],
  { folder, links: publishedAt }: NotesPlace,
): Attached {
  const placeOf = (path: string) => relative(folder, path).split(sep).join('/').normalize('NFC')
  const files: PlacedAttachment[] = []
  const materials = new Map<PlacedAttachment, Material>()
  for (const { path, material } of attached) {
    const format = formatOf(path)
    if (!format) continue
    const placed = { path: placeOf(path), file: path, format }
    files.push(placed)
    if (material) materials.set(placed, material)
  }
  const known = posts.map(({ path, links, post }) => ({
    path: placeOf(path),
    file: path,
    links,
    sessions: sessionsOf(post),
  }))
  const { assignments, rest, linkedIn, dead } = assign(known, files)
  const lost: PlacedAttachment[] = []
  const late = rest
    .filter((placed) => materials.has(placed))
    .flatMap((placed) => {
      const talks = postsNear(placed, known).flatMap(talksOf)
      const session = byFirstPage(materials.get(placed), talks) ?? linkedIn.get(placed)
      if (!session) lost.push(placed)
      return session ? [{ placed, session }] : []
    })
  const alone = lost.filter((placed) => postsNear(placed, known).length === 0)
  const made = folderPosts(alone, materials, basename(resolve(folder)))
  const found = [...assignments, ...late, ...made.flatMap((each) => each.assignments)]
  const single = withoutDoubles({ assignments: found, materials })
  const extended = extendSessions(single.assignments, single.materials, publishedAt)
  const all = [...posts.map(({ post }) => post), ...made.map(({ post }) => post)]
  return {
    posts: extended.size > 0 ? all.map((post) => withSessions(post, extended)) : all,
    findings: [
      ...dead.map(deadLink),
      ...[...materials].flatMap(([{ file }, material]) => faultsOf(material, file)),
      ...lost.filter((placed) => !alone.includes(placed)).map(noTalk),
    ],
  }
}

function sessionsOf({ meetups }: Post): readonly Session[] {
  return meetups.flatMap(({ sessions }) => sessions).sort((a, b) => a.line - b.line)
}

function withSessions(post: Post, extended: ReadonlyMap<Session, Session>): Post {
  const meetups = post.meetups.map(({ meetup, sessions }) => ({
    meetup,
    sessions: sessions.map((session) => extended.get(session) ?? session),
  }))
  return { ...post, meetups }
}

function deadLink({ file, line, target }: DeadLink): Finding {
  const message = `link to a file that is not there: ${target}. Correct it, or add the file`
  return { file, line, level: 'warning', message }
}

function noTalk({ file }: PlacedAttachment): Finding {
  const message =
    'is of no talk that could be found, and is left out. Link it in the lines of its talk, or name it after the talk'
  return { file, line: 1, level: 'warning', message }
}
