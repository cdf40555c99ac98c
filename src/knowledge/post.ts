import { type LostAddress, resolveAddresses } from './facts/addresses.js'
import { findDate } from './facts/dates.js'
import { showShortcodes } from './facts/shortcodes.js'
import { type FrontMatter, readFrontMatter } from './files/front-matter.js'
import { linesOf } from './files/stated-talks.js'
import type { Finding } from './finding.js'
import type { Meetup, Session } from './session.js'
import { tellsOfEvent } from './talks/evidence/editions.js'
import { findTitle } from './talks/evidence/title-heading.js'
import { distinctId, hash, sessionId, slugOf } from './talks/ids.js'
import { joinEntries } from './talks/join/join-entries.js'
import { joinTalks } from './talks/join/join-talks.js'
import { readSlideList } from './talks/join/slide-lists.js'
import { cautionIn, type MeetupFacts, readEdition, readMeetup } from './talks/meetups.js'
import { asOneTalk } from './talks/parts/one-talk.js'
import { withOwnEvents } from './talks/parts/own-events.js'
import type { PartList, PostPart } from './talks/parts/part-list.js'
import { findParts } from './talks/parts/parts.js'
import type { Repairs } from './talks/parts/repairs.js'
import { asStatedTalk } from './talks/parts/stated-talk.js'
import { findSmells } from './talks/smells.js'
import { readTalk, type Talk } from './talks/talk.js'
import { allOf, type Line } from './tree/line.js'
import { readLines } from './tree/lines.js'
import { normalise, stemOf } from './tree/normalise.js'

/** What a post says, and what seems wrong with it. */
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
export function parsePost(text: string, file: string, options: PostOptions = {}): Post {
  const plain = normalise(text)
  const { front, body, findings } = readFrontMatter(plain, file)
  try {
    const base = front.links || front.source || (options.links ?? '')
    const { lines, lost } = resolveAddresses(showShortcodes(readLines(body)), base)
    return readPost(lines, { front, file, lost, findings })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const message = `cannot be read: ${reason}. Take out what is nested deepest`
    return { meetups: [], findings: [...findings, { file, line: 1, level: 'error', message }] }
  }
}

/** What surrounds the lines of a post. */
interface Surroundings {
  readonly front: FrontMatter
  readonly file: string
  readonly lost: readonly LostAddress[]
  readonly findings: readonly Finding[]
}

function readPost(all: readonly Line[], { front, file, lost, findings }: Surroundings): Post {
  const stem = stemOf(file)
  const { heading, lines } = findTitle(all)
  const event = `${front.meetup || front.title} ${heading?.text ?? ''}`
  const isEvent =
    front.meetup !== '' ||
    front.date !== '' ||
    event.trim() === '' ||
    [event, stem, ...front.tags].some(tellsOfEvent)
  const found = findParts(withStated(lines, front), { event, isEvent }, front.repairs)
  const list =
    asStatedTalk(all, found) ??
    asOneTalk(found, heading, heading?.text ?? front.title) ??
    withOwnEvents(found)
  const talks = readParts(list, front.repairs)
  const [only, ...others] = talks.filter(({ kind }) => kind === 'talk')
  const onlyTalk = others.length === 0 && list.meetups.length === 0 ? (only?.title ?? '') : ''
  const whole = readMeetup(heading, linesAbout(list), front, onlyTalk, stem)
  const drafts: MeetupDraft[] = [
    { facts: whole, talks: withIntroduction(talks, list, whole) },
    ...editionsOf(list, whole, front.repairs),
  ]
  const filled = drafts.filter(
    ({ talks: own }, index) => own.length > 0 || (index === 0 && drafts.length === 1),
  )
  const meetups = withIds(filled, file, stem)
  return {
    meetups,
    findings: [
      ...findings,
      ...findSmells({
        file,
        meetups,
        lost,
        titleFrom: whole.titleFrom,
        lines: all,
        partLines: new Set(linesOfParts(list)),
        unjoined: unjoinedIn(list, talks),
      }),
    ],
  }
}

/** The lines with the talks that front matter states; below the only one stands all of them. */
function withStated(lines: readonly Line[], { stated }: FrontMatter): readonly Line[] {
  return stated.isPage ? linesOf(stated, lines) : [...linesOf(stated, []), ...lines]
}

interface MeetupDraft {
  readonly facts: MeetupFacts
  readonly talks: readonly Talk[]
}

function editionsOf(list: PartList, whole: MeetupFacts, repairs: Repairs): MeetupDraft[] {
  return list.meetups.flatMap(({ heading, list: inside, above, date = '' }) => {
    const year = above ? findDate(above.text) : ''
    const around = year === '' ? whole : { ...whole, date: year }
    const read = readEdition(heading, [...inside.loose, ...notesOf(inside)], around)
    const facts = date.startsWith(read.date) ? { ...read, date } : read
    const talks = withIntroduction(readParts(inside, repairs), inside, facts)
    const isYear = facts.date.length === 4
    return [
      ...(talks.length > 0 ? [{ facts, talks }] : []),
      ...editionsOf(inside, isYear ? { ...whole, date: facts.date } : whole, repairs),
    ]
  })
}

function linesOfParts({ parts, meetups, slides }: PartList): number[] {
  const inside = slides.flatMap((line) => allOf([line], (each) => [each.line]))
  return [
    ...parts.map(({ line }) => line.line),
    ...inside,
    ...meetups.flatMap(({ list }) => linesOfParts(list)),
  ]
}

function linesAbout(list: PartList): Line[] {
  return [...list.loose, ...notesOf(list)]
}

function notesOf(list: PartList): Line[] {
  return list.parts.filter(({ kind }) => kind === 'note').flatMap(({ line }) => line.children)
}

function readParts(list: PartList, repairs: Repairs): Talk[] {
  const brief = new Set<Talk>()
  const rows = repeatedRows(list.parts)
  const repeated = new Set<Talk>()
  const talks = list.parts.map((part) => {
    const talk = readTalk(part, repairs)
    if (isBrief(part) && !standsAmongNotes(part, list.parts)) brief.add(talk)
    if (rows.has(part)) repeated.add(talk)
    return talk
  })
  const { talks: joined, added } = joinEntries(
    joinTalks(
      talks,
      (talk) => brief.has(talk),
      (talk) => repeated.has(talk),
    ),
    list.slides.flatMap((line) => readSlideList(line.children)),
  )
  return [...joined, ...added]
}

/** Rows of which their table has another one of the same title: the talk was given at another time. */
function repeatedRows(parts: readonly PostPart[]): ReadonlySet<PostPart> {
  const tables = new Map<Line['table'], Map<string, PostPart[]>>()
  for (const part of parts) {
    if (part.line.kind !== 'row') continue
    const titles = tables.get(part.line.table) ?? new Map<string, PostPart[]>()
    tables.set(part.line.table, titles)
    titles.set(part.split.title, [...(titles.get(part.split.title) ?? []), part])
  }
  const same = [...tables.values()].flatMap((titles) => [...titles.values()])
  return new Set(same.filter((rows) => new Set(rows.map(({ line }) => line.text)).size > 1).flat())
}

function isBrief({ line }: PostPart): boolean {
  const isBare = line.children.length === 0 && line.attributes.length === 0
  return line.kind === 'row' || ((line.kind === 'item' || line.kind === 'text') && isBare)
}

/** Whether an item of a list with numbers has no notes below it, where the one before or after has some. */
function standsAmongNotes(part: PostPart, parts: readonly PostPart[]): boolean {
  const place = parts.indexOf(part)
  return (
    part.line.numbered &&
    [parts[place - 1], parts[place + 1]].some(
      (near) => near?.line.numbered === true && near.line.children.length > 0,
    )
  )
}

/** Talks that only a list of slides names. */
function unjoinedIn(list: PartList, talks: readonly Talk[]): readonly Talk[] {
  const found = new Set(list.parts.map(({ line }) => line.line))
  return talks.some(({ line }) => found.has(line))
    ? talks.filter(({ line, why }) => !found.has(line) && why === 'entry of a list')
    : []
}

/** What belongs to the whole is a note of its name, without the caution, which is the meetup's. */
function withIntroduction(talks: readonly Talk[], list: PartList, facts: MeetupFacts): readonly Talk[] {
  const caution = cautionIn(list.loose)
  const lines = list.loose.filter((line) => line !== caution)
  if (!lines.some(({ text }) => /\p{L}/u.test(text))) return talks
  const first = lines[0]
  if (!first) return talks
  const line: Line = {
    ...first,
    kind: 'heading',
    text: facts.title,
    links: [],
    pictures: [],
    attributes: [],
    children: [...lines],
  }
  const note = readTalk({
    kind: 'note',
    line,
    split: { title: facts.title, people: '' },
    score: 0,
    why: 'what belongs to no talk',
  })
  return note.passages.length > 0 ? [note, ...talks] : talks
}

/** Equal titles are told apart by what the sessions hold, so that their order does not matter. */
function withIds(drafts: readonly MeetupDraft[], file: string, stem: string): PostMeetup[] {
  const plain = drafts.map(({ talks }) => talks.map((talk) => sessionId(stem, talk.title)))
  const uses = countOf(plain.flat())
  const copies = new Map<string, number>()
  const meetupIds = distinctMeetupIds(drafts, stem)
  return drafts.map(({ facts, talks }, place) => {
    const { tags, titleFrom: _, ...known } = facts
    const meetup: Meetup = { ...known, id: meetupIds[place] ?? stem, file }
    const sessions = talks.map((talk, index): Session => {
      const plainId = plain[place]?.[index] ?? ''
      const id =
        (uses.get(plainId) ?? 0) > 1 ? distinctId(plainId, contentOf(talk, plainId, meetup)) : plainId
      return { ...talk, id, meetup, tags: [...new Set([...talk.tags, ...tags])] }
    })
    return { meetup, sessions }
  })

  function contentOf(talk: Talk, plainId: string, meetup: Meetup): string {
    const content = `${plainId} ${meetup.id} ${JSON.stringify([talk.kind, talk.title, talk.speakers, talk.passages, talk.slides])}`
    const copy = (copies.get(content) ?? 0) + 1
    copies.set(content, copy)
    return copy > 1 ? `${content} ${copy}` : content
  }
}

function distinctMeetupIds(drafts: readonly MeetupDraft[], stem: string): string[] {
  if (drafts.length === 1) return [stem]
  const plain = drafts.map(({ facts }) => `${stem}-${slugOf(facts.date || facts.title) || hash(facts.title)}`)
  const uses = countOf(plain)
  const seen = new Map<string, number>()
  return plain.map((id, place) => {
    if ((uses.get(id) ?? 0) < 2) return id
    const named = `${id}-${hash(drafts[place]?.facts.title ?? '').slice(0, 6)}`
    const copy = (seen.get(named) ?? 0) + 1
    seen.set(named, copy)
    return copy > 1 ? `${named}-${copy}` : named
  })
}

function countOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}
