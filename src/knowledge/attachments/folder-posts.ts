import { posix } from 'node:path'
import { findDateInStem } from '../facts/dates.js'
import type { Post } from '../post.js'
import type { Meetup, Session } from '../session.js'
import { distinctId, sessionId } from '../talks/ids.js'
import type { Assignment, PlacedAttachment } from './assign.js'
import type { Material } from './attachment.js'
import { titleOf } from './first-page.js'

/** A folder of files about which there is no post: a meetup with the folder's name, in which each file is a talk. */
export interface FolderPost {
  readonly post: Post
  readonly assignments: readonly Assignment[]
}

/** Makes a meetup of each such folder; `root` is the name of the folder of notes itself. */
export function folderPosts(
  files: readonly PlacedAttachment[],
  materials: ReadonlyMap<PlacedAttachment, Material>,
  root: string,
): readonly FolderPost[] {
  const folders = new Set(files.map(({ path }) => posix.dirname(path)))
  return [...folders].map((folder) => {
    const inside = files.filter(({ path }) => posix.dirname(path) === folder)
    return folderPost(folder === '.' ? root : posix.basename(folder), inside, materials)
  })
}

function folderPost(
  name: string,
  files: readonly PlacedAttachment[],
  materials: ReadonlyMap<PlacedAttachment, Material>,
): FolderPost {
  const file = files[0]?.file ?? name
  const meetup: Meetup = {
    id: name,
    title: name.replace(/[\s_-]+/gu, ' '),
    file,
    line: 1,
    date: findDateInStem(name),
    time: '',
    place: '',
    source: '',
    disclaimer: '',
  }
  const taken = new Set<string>()
  const assignments = files.map((placed) => {
    const title = titleOf(placed, materials.get(placed))
    const plain = sessionId(name, title)
    const id = taken.has(plain) ? distinctId(plain, placed.path) : plain
    taken.add(id)
    return { placed, session: talk(id, title, meetup) }
  })
  const message = 'lies where no post is, and is taken for a talk of its own. Write a post that links it'
  return {
    post: {
      meetups: [{ meetup, sessions: assignments.map(({ session }) => session) }],
      findings: files.map((placed) => ({ file: placed.file, line: 1, level: 'warning', message })),
    },
    assignments,
  }
}

function talk(id: string, title: string, meetup: Meetup): Session {
  return {
    id,
    kind: 'talk',
    line: 1,
    why: 'a deck or a recording without a post',
    title,
    meetup,
    speakers: [],
    tags: [],
    summary: [],
    passages: [],
    slides: [],
    videos: [],
    links: [],
    pictures: [],
    tips: [],
  }
}
