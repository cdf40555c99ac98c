import { outOfBounds } from './bounds.js'
import { findDate, findDateInStem } from './dates.js'
import { tellsSpeakers } from './facts.js'
import { type Finding, NotesError } from './finding.js'
import { type FrontMatter, readFrontMatter } from './front-matter.js'
import { type Introduction, readIntroduction } from './introduction.js'
import { joinEntries } from './join-entries.js'
import { withoutLinkWords } from './labels.js'
import { parseMarkdown } from './markdown.js'
import { readOutline } from './outline.js'
import { findSections, type Sections } from './sections.js'
import type { Meetup, Session } from './session.js'
import { readSlideEntries, readTimetable } from './slides-section.js'
import { distinctId, sessionId } from './slug.js'
import { readTalk, type Talk } from './talk.js'
import { normalise, stemOf } from './text.js'
import { bareTitle, takeApart } from './titles.js'

/** What a post tells, and what seems wrong with it. */
export interface Post {
  readonly meetups: readonly PostMeetup[]
  readonly findings: readonly Finding[]
}

/** A meetup with its sessions, in the order of the post; talks that only a list of slides names come last. */
export interface PostMeetup {
  readonly meetup: Meetup
  readonly sessions: readonly Session[]
}

/** What a post does not say itself. */
export interface PostOptions {
  /** The address that relative links begin at. */
  readonly links?: string
}

/** Reads a post in Markdown. `file` is its path as a reader of messages would type it. Never throws. */
export function parsePost(text: string, file: string, _options: PostOptions = {}): Post {
  try {
    const { meetup, sessions, warnings } = readPost(text, file)
    return { meetups: [{ meetup, sessions }], findings: warnings }
  } catch (error) {
    if (!(error instanceof NotesError)) throw error
    return { meetups: [], findings: error.problems }
  }
}

function readPost(text: string, file: string): PostMeetup & { readonly warnings: readonly Finding[] } {
  const plain = normalise(text)
  const bounds = outOfBounds(plain)
  if (bounds) throw new NotesError([{ file, level: 'error', ...bounds }])
  const root = parseMarkdown(plain)
  const { front, problems, warnings } = readFrontMatter(root, file)
  const sections = findSections(readOutline(root))
  const { talks, unjoined } = readTalks(sections)
  if (talks.length === 0) problems.push({ file, line: 1, level: 'error', message: NO_SESSION })
  if (problems.length > 0) throw new NotesError(problems)
  const introduction = readIntroduction(sections.introduction)
  const onlyTitle = talks.length === 1 ? talks[0]?.title : undefined
  const meetup = readMeetup(sections.title || onlyTitle || '', introduction, front, file)
  return {
    meetup,
    sessions: withIds(talks, meetup, [...front.tags, ...introduction.tags]),
    warnings: [...warnings, ...warningsOf(talks, unjoined, file)],
  }
}

const NO_SESSION = 'no session found. Give each talk a heading: "## title"'

function readTalks(sections: Sections): { talks: Talk[]; unjoined: Talk[] } {
  const spoken = sections.sessions.filter((section) => section.kind === 'talk')
  const headings = takeApart(
    spoken.map(({ note }) => (note.links.length > 0 ? withoutLinkWords(note.text) : note.text)),
    spoken.map(tellsSpeakers),
  )
  const read = sections.sessions.map((section) => {
    const heading = section.kind === 'talk' ? headings[spoken.indexOf(section)] : undefined
    return readTalk(section, heading ?? { title: bareTitle(section.note.text), people: '' })
  })
  const timetable = joinEntries(read, readTimetable(sections.introduction))
  const isAlone = read.every((talk) => talk.kind === 'afterword')
  const listed = timetable.added.filter(({ slides, videos, passages, speakers }) =>
    isAlone ? speakers.length > 0 : slides.length + videos.length + passages.length > 0,
  )
  const { talks, added } = joinEntries(
    [...timetable.talks, ...listed],
    readSlideEntries(sections.slides.flatMap((note) => note.children)),
  )
  return { talks: [...talks, ...added], unjoined: talks.some(({ kind }) => kind === 'talk') ? added : [] }
}

function readMeetup(heading: string, introduction: Introduction, front: FrontMatter, file: string): Meetup {
  const stem = stemOf(file)
  const title = front.meetup || heading || stem.replace(/[-_]+/g, ' ')
  const told = findDate(`${heading} ${title}`) || findDateInStem(stem)
  return {
    id: stem,
    title,
    file,
    line: 1,
    time: '',
    date: front.date || introduction.date || fuller(told, introduction.writtenDate),
    place: front.place || introduction.place,
    source: front.source || introduction.source,
    disclaimer: front.disclaimer || introduction.disclaimer,
    introduction: introduction.passages,
  }
}

/** A date in the title, or the one that the text writes out, if it is the same. */
function fuller(date: string, written: string): string {
  return written.startsWith(date) ? written : date
}

/** Equal titles are told apart by what the sessions hold, so that their order does not matter. */
function withIds(talks: readonly Talk[], meetup: Meetup, tags: readonly string[]): Session[] {
  const plain = talks.map((talk) => sessionId(meetup.id, talk.title))
  const uses = countOf(plain)
  const copies = new Map<string, number>()
  return talks.map((talk, index) => {
    const plainId = plain[index] ?? ''
    const id = (uses.get(plainId) ?? 0) > 1 ? distinctId(plainId, contentOf(talk, plainId)) : plainId
    return { ...talk, id, meetup, tags: [...new Set([...talk.tags, ...tags])] }
  })

  function contentOf(talk: Talk, plainId: string): string {
    const content = `${plainId} ${JSON.stringify([talk.title, talk.speakers, talk.passages, talk.slides])}`
    const copy = (copies.get(content) ?? 0) + 1
    copies.set(content, copy)
    return copy > 1 ? `${content} ${copy}` : content
  }
}

function countOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

function warningsOf(talks: readonly Talk[], unjoined: readonly Talk[], file: string): Finding[] {
  const empty = talks.filter(
    (talk) => talk.kind === 'talk' && talk.passages.length === 0 && talk.slides.length === 0,
  )
  return [
    ...empty.map(({ line, title }) => ({
      file,
      line,
      level: 'warning' as const,
      message: `"${title}" has neither notes nor slides. Write a line about it, or link its slides`,
    })),
    ...unjoined.map(({ line, title }) => ({
      file,
      line,
      level: 'warning' as const,
      message: `the slides of "${title}" match no session, so they are listed as one. If it has notes, give both the same title`,
    })),
  ].sort((one, other) => one.line - other.line)
}
