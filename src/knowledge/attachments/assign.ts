import { posix } from 'node:path'
import type { Session } from '../session.js'
import { videoId } from './addresses.js'
import type { AttachmentFormat } from './attachment.js'
import { type FileLink, resolveLink } from './file-links.js'
import { nameFit, squeezed, stemOf, type TalkName, talkName } from './names.js'

/** A post and what it holds. */
export interface PostOfTalks {
  /** From the root of the folder of notes, with slashes: `2019/notes.md`. */
  readonly path: string
  /** As messages name it. */
  readonly file: string
  /** The files that it names. */
  readonly links: readonly FileLink[]
  /** In the order of their lines. */
  readonly sessions: readonly Session[]
}

/** A file that lies in the folder of notes. */
export interface PlacedAttachment {
  /** From the root of the folder of notes, with slashes, in one Unicode form. */
  readonly path: string
  /** As messages name it. */
  readonly file: string
  readonly format: AttachmentFormat
}

/** A file and the talk it is of. */
export interface Assignment {
  readonly session: Session
  readonly placed: PlacedAttachment
  /** The address by which the post links it, where that is on the web. */
  readonly url?: string
}

/** A link in a post to a file that is not there. */
export interface DeadLink {
  /** The post, as messages name it. */
  readonly file: string
  readonly line: number
  readonly target: string
}

/** Which files are of which talks. */
export interface Assigned {
  readonly assignments: readonly Assignment[]
  /** Files of no talk, as far as names and links tell. */
  readonly rest: readonly PlacedAttachment[]
  /** Where a post links a file in lines of no talk: the part of the post that holds them. */
  readonly linkedIn: ReadonlyMap<PlacedAttachment, Session>
  readonly dead: readonly DeadLink[]
}

/** A name fits a talk from here on, and so much better than any other talk. */
const FITS = 0.55
const BETTER = 0.12

/** Finds the talks of files: by the posts' links, by the ids of videos, by names, and where a post has one talk only. */
export function assign(posts: readonly PostOfTalks[], files: readonly PlacedAttachment[]): Assigned {
  const { assignments, linkedIn, dead } = byLinks(posts, files)
  const found = [...assignments]
  for (const placed of without(files, found)) {
    for (const session of byVideo(placed, posts)) found.push({ session, placed })
  }
  for (const find of [byName, byOnlyTalk]) {
    for (const placed of without(files, found)) {
      const session = find(placed, posts)
      if (session) found.push({ session, placed })
    }
  }
  for (const placed of without(files, found)) {
    const session = bySibling(placed, found)
    if (session) found.push({ session, placed })
  }
  return { assignments: found, rest: without(files, found), linkedIn, dead }
}

function without(
  files: readonly PlacedAttachment[],
  found: readonly Assignment[],
): readonly PlacedAttachment[] {
  const taken = new Set(found.map(({ placed }) => placed))
  return files.filter((placed) => !taken.has(placed))
}

function byLinks(posts: readonly PostOfTalks[], files: readonly PlacedAttachment[]): Omit<Assigned, 'rest'> {
  const assignments: Assignment[] = []
  const linkedIn = new Map<PlacedAttachment, Session>()
  const dead: DeadLink[] = []
  for (const post of posts) {
    for (const link of post.links) {
      const placed = linkedFile(post, link, files)
      if (!placed && link.isLink) dead.push({ file: post.file, line: link.line, target: link.target })
      const session = placed && linkedTalk(post, link)
      const around = aroundOf(post, link)
      if (placed && !session && around) linkedIn.set(placed, around)
      const known = assignments.some((other) => other.session === session && other.placed === placed)
      if (!placed || !session || known) continue
      assignments.push({ session, placed, ...(link.url === undefined ? {} : { url: link.url }) })
    }
  }
  return { assignments, linkedIn, dead }
}

/** The file that a link leads to; for an address on the web the one of that name beside the post. */
function linkedFile(
  post: PostOfTalks,
  link: FileLink,
  files: readonly PlacedAttachment[],
): PlacedAttachment | undefined {
  const lower = (text: string) => text.toLowerCase()
  if (link.url !== undefined) {
    const near = files.filter(({ path }) => isBelow(path, posix.dirname(post.path)))
    return near.find(({ path }) => lower(posix.basename(path)) === lower(link.target))
  }
  const path = resolveLink(post.path, link.target)
  return files.find((file) => file.path === path) ?? files.find((file) => lower(file.path) === lower(path))
}

/** The talk in whose lines the link stands, or that its line names: a list of slides may follow all talks. */
function linkedTalk(post: PostOfTalks, link: FileLink): Session | undefined {
  const talks = talksOf(post)
  const around = aroundOf(post, link)
  if (around?.kind === 'talk') {
    // Few lines say more than "slides", and those that do mostly name their own talk.
    if (squeezed(link.words).length < LEAST_WORDS || fitOf(link.words, around) >= FITS / 2) return around
    return best(link.words, talks) ?? around
  }
  const named = best(`${link.words} ${stemOf(posix.basename(link.target))}`, talks)
  return named ?? (talks.length === 1 ? talks[0] : undefined)
}

function aroundOf({ sessions }: PostOfTalks, link: FileLink): Session | undefined {
  return sessions.findLast(({ line }) => line <= link.line)
}

/** Letters of a line that may name another talk than that in whose lines it stands. */
const LEAST_WORDS = 8

/** The talks of a video that the name tells: several, where a whole day is one video. */
function byVideo({ path }: PlacedAttachment, posts: readonly PostOfTalks[]): readonly Session[] {
  const name = posix.basename(path)
  const isNamed = (url: string) => {
    const id = videoId(url)
    return id !== undefined && id.length >= 6 && name.includes(id)
  }
  return posts.flatMap(talksOf).filter(({ videos }) => videos.some(({ url }) => isNamed(url)))
}

function byName(placed: PlacedAttachment, posts: readonly PostOfTalks[]): Session | undefined {
  const near = postsNear(placed, posts)
  const name = posix.basename(placed.path)
  return byNumber(name, near) ?? best(name, near.flatMap(talksOf))
}

/** `2019-meetup-3.pdf` beside `2019-meetup.md`: its third talk. */
function byNumber(name: string, posts: readonly PostOfTalks[]): Session | undefined {
  for (const post of posts) {
    const stem = postStem(post)
    const rest = stemOf(name).trim().slice(stem.length)
    const number = /^[\s._-]+0?(\d{1,2})$/u.exec(rest)?.[1]
    if (number && squeezed(name).startsWith(squeezed(stem))) return talksOf(post)[Number(number) - 1]
  }
  return undefined
}

function byOnlyTalk(placed: PlacedAttachment, posts: readonly PostOfTalks[]): Session | undefined {
  const talks = postsNear(placed, posts).flatMap(talksOf)
  return talks.length === 1 ? talks[0] : undefined
}

/** A file called like one whose talk is known: `opencensus.vtt` beside `slides/opencensus.pdf`. */
function bySibling({ path }: PlacedAttachment, found: readonly Assignment[]): Session | undefined {
  const stem = squeezed(stemOf(posix.basename(path)))
  const siblings = found.filter(({ placed }) => squeezed(stemOf(posix.basename(placed.path))) === stem)
  const sessions = new Set(siblings.map(({ session }) => session))
  return stem !== '' && sessions.size === 1 ? [...sessions][0] : undefined
}

/**
 * The posts that a file may belong to: of those in its folder or above, the nearest; in a folder that is called like
 * a post, that one.
 */
export function postsNear({ path }: PlacedAttachment, posts: readonly PostOfTalks[]): readonly PostOfTalks[] {
  const folders = posix.dirname(path).split('/').map(squeezed)
  const called = posts.filter((post) => folders.includes(squeezed(postStem(post))))
  if (called.length > 0) return called
  const above = posts.filter((post) => isBelow(path, posix.dirname(post.path)))
  const deepest = Math.max(...above.map((post) => depthOf(post.path)))
  return above.filter((post) => depthOf(post.path) === deepest)
}

/** The talk that words name best; nothing where several are named alike. */
export function best(words: string, talks: readonly Session[]): Session | undefined {
  const [first, second] = talks
    .map((session) => ({ session, fit: fitOf(words, session) }))
    .sort((a, b) => b.fit - a.fit)
  if (!first || first.fit < FITS || first.fit - (second?.fit ?? 0) < BETTER) return undefined
  return first.session
}

function fitOf(words: string, session: Session): number {
  let name = names.get(session)
  if (!name) {
    const { title, speakers } = session
    name = talkName(
      title,
      speakers.flatMap(({ name: own, aliases }) => [own, ...aliases]),
    )
    names.set(session, name)
  }
  return nameFit(words, name)
}

/** Sessions live as long as their posts stay the same, and are compared anew whenever a file changes. */
const names = new WeakMap<Session, TalkName>()

/** The talks of a post. */
export function talksOf({ sessions }: PostOfTalks): readonly Session[] {
  return sessions.filter(({ kind }) => kind === 'talk')
}

function postStem({ path }: PostOfTalks): string {
  return posix.basename(path).replace(/\.md$/iu, '').normalize('NFC')
}

function isBelow(path: string, folder: string): boolean {
  return folder === '.' || path.startsWith(`${folder}/`)
}

const depthOf = (path: string): number => path.split('/').length
