import { posix } from 'node:path'
import { readChapters } from '../recordings/chapters.js'
import type { Link, Passage, Session } from '../session.js'
import { momentUrl, type PublishedAt, publishedUrl, startOf, videoId } from './addresses.js'
import type { Assignment } from './assign.js'
import type { Material } from './attachment.js'
import { squeezed } from './names.js'
import { momentPassages, pagePassages, type TimeSpan } from './passages.js'

/** A talk's file, its words, and the address at which it is published. */
interface FileWords extends Assignment {
  readonly material: Material
}

/** Sessions with the words of their files behind their own: pages first, then what was said. */
export function extendSessions(
  assignments: readonly Assignment[],
  materials: ReadonlyMap<Assignment['placed'], Material>,
  publishedAt: PublishedAt,
): ReadonlyMap<Session, Session> {
  const attached = assignments.flatMap((assignment): FileWords[] => {
    const material = materials.get(assignment.placed)
    return material ? [{ ...assignment, material }] : []
  })
  const sessions = new Set(attached.map(({ session }) => session))
  return new Map(
    [...sessions].map((session) => {
      const own = attached.filter((each) => each.session === session)
      return [session, extend(session, own, attached, publishedAt)]
    }),
  )
}

function extend(
  session: Session,
  own: readonly FileWords[],
  all: readonly FileWords[],
  publishedAt: PublishedAt,
): Session {
  const pages: Passage[] = []
  const moments: Passage[] = []
  const slides: Link[] = []
  const chapters = readChapters(session.passages.map(({ text }) => text))
  for (const { material, placed, url } of own) {
    const address = url ?? linkedUrl(session, placed.path) ?? publishedUrl(publishedAt, placed.path)
    if (material.kind === 'deck') {
      const names = namesOf(session)
      pages.push(...pagePassages(material.deck, address).filter((page) => !isTitlePage(page, names)))
      if (address !== undefined) slides.push({ title: session.title, url: address })
    }
    if (material.kind === 'recording') {
      const video = videoOf(session, placed.path)
      const part = partOf(
        session,
        video,
        all.filter((other) => other.placed === placed),
      )
      moments.push(...momentPassages(material.recording, video, chapters, part))
    }
  }
  return {
    ...session,
    passages: [...session.passages, ...pages, ...moments],
    slides: session.slides.length > 0 ? session.slides : slides,
  }
}

/** What the post says of a talk, for comparing: its title, who speaks, where; the longest first. */
function namesOf({ title, speakers, meetup }: Session): readonly string[] {
  return [title, meetup.title, ...speakers.flatMap(({ name, aliases }) => [name, ...aliases])]
    .map(squeezed)
    .filter((name) => name.length > 1)
    .sort((one, other) => other.length - one.length)
}

/** Whether a page says only such names. Most pages are too long for that, and need no closer look. */
function isTitlePage({ path, text }: Passage, names: readonly string[]): boolean {
  const whole = [...path, text].join(' ')
  const longest = names.reduce((sum, name) => sum + name.length, 0)
  if (whole.length > 2 * longest + MOST_SIGNS) return false
  const words = squeezed(whole)
  const said = names.filter((name) => words.includes(name))
  const rest = said.reduce((left, name) => left.replaceAll(name, ''), words).replace(/\d+/gu, '')
  return said.length > 0 && rest.length < LEAST_LETTERS
}

/** Digits of a date and signs of an address between the names of a title page. */
const MOST_SIGNS = 40

/** Letters that a page has beside its talk's title and names when it says something; digits are a date. */
const LEAST_LETTERS = 3

/** The address of that name among a talk's slides: its post may say by itself where relative links begin. */
function linkedUrl({ slides }: Session, path: string): string | undefined {
  const name = posix.basename(path).toLowerCase()
  return slides.find(({ url }) => nameIn(url) === name)?.url
}

function nameIn(url: string): string {
  try {
    return decodeURIComponent(posix.basename(new URL(url).pathname))
      .normalize('NFC')
      .toLowerCase()
  } catch {
    return ''
  }
}

/** The video that the file's name names; else the first whose site can play from a second on. */
function videoOf({ videos }: Session, path: string): string | undefined {
  const named = videos.find(({ url }) => {
    const id = videoId(url)
    return id !== undefined && path.includes(id)
  })
  return (named ?? videos.find(({ url }) => momentUrl(url, 0) !== undefined))?.url
}

/** Where in a video that several talks share a talk is: from the second that its link names to the next talk's. */
function partOf(session: Session, video: string | undefined, sharing: readonly FileWords[]): TimeSpan {
  const from = video === undefined ? 0 : startOf(video)
  const starts = sharing
    .filter((other) => other.session !== session)
    .map((other) => startOf(videoOf(other.session, other.placed.path) ?? ''))
  return { from, to: Math.min(...starts.filter((start) => start > from), Number.POSITIVE_INFINITY) }
}
