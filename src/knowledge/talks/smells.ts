import { formatOf } from '../attachments/attachment.js'
import type { LostAddress } from '../facts/addresses.js'
import { beginsWithTime, isOnlyCount } from '../facts/bare-title.js'
import { findDate } from '../facts/dates.js'
import { labelNamed } from '../facts/labels.js'
import { isAddress, kindOfUrl } from '../facts/links.js'
import { isCommonTalk } from '../facts/section-names.js'
import type { Finding } from '../finding.js'
import { areSurelyPeople, onlyPeople } from '../people/people.js'
import type { Meetup, Session } from '../session.js'
import { allOf, type Line } from '../tree/line.js'
import { isOnlyDate } from './evidence/editions.js'
import { createTitleFinder } from './join/same-title.js'
import type { MeetupFacts } from './meetups.js'
import { BARE } from './parts/part-list.js'
import { isOnlyHeading, proposeRepairs, type Warn } from './proposals.js'
import type { Talk } from './talk.js'
import { MANY_LINKS } from './tuning.js'

/** A post as it was understood. */
export interface Understood {
  readonly file: string
  readonly meetups: readonly { readonly meetup: Meetup; readonly sessions: readonly Session[] }[]
  readonly lost: readonly LostAddress[]
  readonly titleFrom: MeetupFacts['titleFrom']
  readonly lines: readonly Line[]
  /** The lines that parts begin at, also those that were joined to others. */
  readonly partLines: ReadonlySet<number>
  /** Talks that only a list of slides names. */
  readonly unjoined: readonly Talk[]
}

/** Our own measure: titles that share fewer of their letter pairs are not one talk's. */
const OTHER_TITLE = 0.3

/** Our own measure: a heading that may be a topic and not a title. */
const TOPIC_CHARACTERS = 20

/** What looks as if the post was misread, with the line of front matter that would help where there is one. */
export function findSmells(post: Understood): Finding[] {
  const { file } = post
  const sessions = post.meetups.flatMap((each) => each.sessions)
  const talks = sessions.filter(({ kind }) => kind === 'talk')
  const warn = (line: number, message: string, fix?: string): Finding => ({
    file,
    line,
    level: 'warning',
    message: fix ? `${message}. This line of front matter would help: ${fix}` : message,
    ...(fix && { fix }),
  })
  const found = [
    ...strangeTitles(talks).map(({ line, title }) =>
      warn(
        line,
        `the title "${title}" is a time, a date or a number. Write the talk's title there, or say which lines are talks`,
        `talks: ${kindBelow(post.lines)}`,
      ),
    ),
    ...calledLikePeople(talks, warn),
    ...withoutSpeaker(talks, warn),
    ...proposeRepairs(talks, post.lines, post.meetups.length, warn),
    ...looseMedia(sessions, warn),
    ...bareHeadings(sessions, warn),
    ...calledOtherwise(talks, warn),
    ...talks
      .filter(({ slides, videos }) => slides.length + videos.length > MANY_LINKS)
      .map(({ line, title }) =>
        warn(
          line,
          `"${title}" has more than ${MANY_LINKS} slides and videos, perhaps those of several talks. Give each talk a heading`,
        ),
      ),
    ...unreadTables(post).map((line) =>
      warn(
        line,
        'this table names speakers or topics, but was read as text. Name its columns 발표자 and 제목, or Speaker and Title',
        'talks: table',
      ),
    ),
    ...(post.titleFrom === 'file'
      ? [warn(1, 'the meetup is named after its file. Write its name as the first heading')]
      : []),
    ...(talks.length === 0
      ? [
          warn(
            1,
            'no talk was found, so all of it is notes. Give each talk a heading: "## title - speaker"',
            `talks: ${kindBelow(post.lines)}`,
          ),
        ]
      : []),
    ...lostAddresses(post.lost, warn),
    ...post.unjoined.map(({ line, title }) =>
      warn(
        line,
        `the slides of "${title}" match no session, so they are listed as one. If it has notes, give both the same title`,
      ),
    ),
    ...talks
      .filter((talk) => isEmpty(talk) && !post.unjoined.some(({ line }) => line === talk.line))
      .filter((talk) => !linksFile(talk, sessions, post.lost))
      .map(({ line, title }) =>
        warn(line, `"${title}" has neither notes nor slides. Write a line about it, or link its slides`),
      ),
  ]
  return found.sort((one, other) => one.line - other.line)
}

function strangeTitles(talks: readonly Session[]): readonly Session[] {
  return talks.filter(
    ({ title }) =>
      isOnlyDate(title) ||
      isOnlyCount(title) ||
      (beginsWithTime(title) && !/\p{L}/u.test(title)) ||
      /^\P{L}*(?:19|20)\d\d\P{L}*$/u.test(title) ||
      (findDate(title) !== '' && title.length < 12),
  )
}

/** Talks without a speaker whose title is a person's name. */
function calledLikePeople(talks: readonly Session[], warn: Warn): Finding[] {
  return talks
    .filter(
      ({ title, speakers }) =>
        speakers.length === 0 && areSurelyPeople(title) && !onlyPeople(title)?.saysMore,
    )
    .map(({ line, title }) =>
      warn(
        line,
        `"${title}" is called like a person. Write the talk's title there, and "발표자: ${title}" below it`,
      ),
    )
}

function withoutSpeaker(talks: readonly Session[], warn: Warn): Finding[] {
  const without = talks.filter(({ speakers }) => speakers.length === 0)
  const [first] = without
  const others = talks.length - without.length
  if (first && talks.length > 1 && talks.every(isOnlyHeading)) {
    const message = `nothing but their headings says that "${first.title}" and ${talks.length - 1} more are talks. Write "발표자: 이름" below those that are`
    return [warn(first.line, message)]
  }
  if (!first || others < (talks.length > 3 ? 1 : 2)) return []
  if (without.length * 2 > talks.length) {
    const message = `${without.length} of ${talks.length} talks have no speaker, the first of them "${first.title}". Write "발표자: 이름" below each title, or name headings that are no talks in "not-talks: [..]"`
    return [warn(first.line, message)]
  }
  // Where nearly all have one, the others may be no talks.
  return without.length * 4 <= talks.length
    ? without
        .filter(({ title }) => !isCommonTalk(title))
        .map((talk) =>
          warn(
            talk.line,
            `"${talk.title}" has no speaker, though the other talks have. Write "발표자: 이름" below it, or name it in "not-talks: [..]"`,
          ),
        )
    : []
}

/** A short heading, beside which nobody is named, over a sole video or deck with a longer title of its own. */
function calledOtherwise(talks: readonly Session[], warn: Warn): Finding[] {
  return talks.flatMap(({ line, title, slides, videos, why }) => {
    const [only, ...others] = [...slides, ...videos]
    const isTopic =
      /^a heading(?!.*(?:beside the title|a line with))/.test(why) && title.length <= TOPIC_CHARACTERS
    if (!only || others.length > 0 || !isTopic || only.title.length <= title.length) return []
    if (isAddress(only.title) || /player|slides?\b|video|영상|자료/i.test(only.title)) return []
    return createTitleFinder([title])(only.title, OTHER_TITLE) === undefined
      ? [
          warn(
            line,
            `"${title}" links "${only.title}". If that is what the talk is called, write it as its heading`,
          ),
        ]
      : []
  })
}

/** Slides and videos in parts that were not taken for talks. */
function looseMedia(sessions: readonly Session[], warn: Warn): Finding[] {
  return sessions
    .filter(({ kind, links }) => kind === 'note' && links.some(({ url }) => kindOfUrl(url) !== 'other'))
    .map(({ line, title }) =>
      warn(line, `slides or a video below "${title}" belong to no talk. Give their talk a heading`),
    )
}

/** Headings like titles that were taken for none, since they have nothing of what their neighbours have. */
function bareHeadings(sessions: readonly Session[], warn: Warn): Finding[] {
  return sessions
    .filter(
      ({ kind, why, title, passages }) =>
        kind === 'note' && why === BARE && passages.length > 0 && /\S\s\S+\s\S/.test(title),
    )
    .map(({ line, title }) =>
      warn(
        line,
        `"${title}" was not taken for a talk: it names nobody, as its neighbours do. If it is one, write "발표자: 이름" below it`,
      ),
    )
}

function unreadTables({ lines, partLines }: Understood): number[] {
  const tables = new Map<Line['table'], Line[]>()
  for (const row of allOf(lines, (line) => (line.kind === 'row' ? [line] : [])))
    tables.set(row.table, [...(tables.get(row.table) ?? []), row])
  return [...tables.values()].flatMap((rows) => {
    const labels = rows[0]?.table?.columns.map(labelNamed) ?? []
    const isTalks = labels.includes('speaker') || (labels.includes('title') && labels.includes('time'))
    return isTalks && !rows.some(({ line }) => partLines.has(line)) && rows[0] ? [rows[0].line] : []
  })
}

function lostAddresses(all: readonly LostAddress[], warn: Warn): Finding[] {
  const lost = all.filter(({ address }) => !isFile(address))
  const [first] = lost
  if (!first) return []
  const others = lost.length > 1 ? ` and ${lost.length - 1} more` : ''
  return [
    warn(
      first.line,
      `"${first.address.slice(0, 80)}"${others} can be opened by nobody: the address is relative. Say where relative addresses begin: "links: https://…" in front matter`,
    ),
  ]
}

/** Whether a deck or captions are linked in a talk's lines. */
function linksFile(talk: Session, sessions: readonly Session[], lost: readonly LostAddress[]): boolean {
  const next = Math.min(
    ...sessions.map(({ line }) => line).filter((line) => line > talk.line),
    Number.POSITIVE_INFINITY,
  )
  return lost.some(({ line, address }) => line >= talk.line && line < next && isFile(address))
}

/** Decks and captions are read where they lie; those that are not there are named by who reads them. */
function isFile(address: string): boolean {
  return formatOf(address.replace(/[?#].*$/u, '')) !== undefined
}

function isEmpty(talk: Session): boolean {
  return (
    talk.passages.length +
      talk.slides.length +
      talk.videos.length +
      talk.links.length +
      talk.pictures.length ===
      0 && talk.speakers.length === 0
  )
}

/** The kind of line that there are most of, as `talks:` names it. */
function kindBelow(lines: readonly Line[]): string {
  const headings = allOf(lines, (line) => (line.kind === 'heading' ? [line.depth] : []))
  const count = (depth: number) => headings.filter((each) => each === depth).length
  const [most] = [2, 3, 4, 1].sort((one, other) => count(other) - count(one))
  if (headings.length > 1 && most) return `"${'#'.repeat(most)}"`
  return allOf(lines, (line) => (line.emphasis === 'bold' ? [line] : [])).length > 1 ? 'bold' : 'list'
}
