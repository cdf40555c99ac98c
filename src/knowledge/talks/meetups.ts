import { bareTitle } from '../facts/bare-title.js'
import { findDate, findDateInStem, isMonth } from '../facts/dates.js'
import { eventDate, eventPlace, eventTime, eventTitle } from '../facts/event-facts.js'
import { labelOf } from '../facts/labels.js'
import { cleanUrl } from '../facts/links.js'
import type { FrontMatter } from '../files/front-matter.js'
import type { Meetup } from '../session.js'
import type { Line } from '../tree/line.js'
import { isDay, isOnlyDate, namesEvent } from './evidence/editions.js'
import { readTags } from './take-facts.js'

/** A meetup before it has an id. */
export type MeetupFacts = Omit<Meetup, 'id' | 'file'> & {
  /** The tags of all its talks. */
  readonly tags: readonly string[]
  /** Where its title was found; `file` is the last resort. */
  readonly titleFrom: 'front matter' | 'heading' | 'text' | 'talk' | 'file'
}

const CAUTION =
  /주의|주관|개인적(?:인|으로)|사견|다를 수|틀릴 수|오류가|정확하지|참고만|disclaimer|caution|subjective|personal (?:opinion|view|note)|my own|may (?:be|contain)|not (?:an )?official|inaccura/i

/** What is known of a post's meetup: from its front matter, its heading, and the lines that belong to no talk. */
export function readMeetup(
  heading: Line | undefined,
  lines: readonly Line[],
  front: FrontMatter,
  onlyTalk: string,
  stem: string,
): MeetupFacts {
  const facts = factsIn(lines)
  const { title, from } = titleOf(heading, facts, front, onlyTalk, stem)
  const told = findDate(`${heading?.text ?? ''} ${title}`)
  return {
    title,
    titleFrom: from,
    line: heading?.line ?? 1,
    date:
      front.date ||
      facts.date ||
      fuller(fuller(told, facts.written), front.posted) ||
      facts.written ||
      fuller(findDateInStem(stem), front.posted) ||
      front.posted,
    time: front.time || facts.time,
    place: front.place || facts.place,
    source: front.source || facts.source,
    disclaimer: front.disclaimer || (cautionIn(lines)?.text ?? ''),
    tags: [...front.tags, ...facts.tags],
  }
}

/** One of several meetups in a post: what its heading and its own lines say; `whole` is the post's, or that of the year above a month. */
export function readEdition(heading: Line, lines: readonly Line[], whole: MeetupFacts): MeetupFacts {
  const facts = factsIn(lines)
  const title = bareTitle(heading.text)
  const inTitle = isMonth(title) ? monthIn(whole.date, title) : findDate(title)
  const date = fuller(inTitle, facts.date || facts.written) || facts.date || facts.written
  return {
    ...whole,
    title: isOnlyDate(title)
      ? `${whole.title} ${/\p{L}{3}/u.test(title) ? title : inTitle || title}`
      : hasName(title)
        ? title
        : `${whole.title} ${title}`,
    titleFrom: 'heading',
    line: heading.line,
    date,
    time: facts.time,
    place: facts.place || whole.place,
    disclaimer: whole.disclaimer,
  }
}

/** The month of a heading below a year's: `2023-03`; empty where the year is not known. */
function monthIn(date: string, month: string): string {
  return date === ''
    ? ''
    : findDate(/월$/.test(month) ? `${date.slice(0, 4)}년 ${month}` : `${month} ${date.slice(0, 4)}`)
}

/** Whether a heading says more than which one it is: `3회` does not. */
function hasName(title: string): boolean {
  return /\p{L}/u.test(title.replace(/제?\s?\d+\s?(?:회차|회|차|번째|기|st|nd|rd|th|[ºª°])?/giu, ''))
}

/** The first paragraph that cautions the reader. */
export function cautionIn(lines: readonly Line[]): Line | undefined {
  return lines.find((line) => line.kind === 'text' && line.text.length <= 400 && CAUTION.test(line.text))
}

interface Found {
  readonly date: string
  readonly written: string
  readonly time: string
  readonly place: string
  readonly source: string
  readonly tags: readonly string[]
  readonly title: string
}

function factsIn(lines: readonly Line[]): Found {
  const near = lines
    .flatMap((line) => [line, ...line.children.flatMap((child) => [child, ...child.children])])
    .slice(0, 400)
  const labelled = near.map((line) => ({ line, fact: line.kind === 'code' ? undefined : labelOf(line.text) }))
  const value = (label: string) => labelled.find(({ fact }) => fact?.label === label && fact.value !== '')
  const when = value('date')?.fact?.value ?? ''
  const texts = near.filter(({ kind }) => kind !== 'code' && kind !== 'heading').map(({ text }) => text)
  const placed = texts.map(dateAndPlace).find((found) => found !== undefined)
  const first = (read: (text: string) => string) => texts.map(read).find((found) => found !== '') ?? ''
  const source = value('source')
  return {
    date: findDate(when),
    written: first(eventDate),
    time: eventTime(value('time')?.fact?.value ?? when),
    place: value('place')?.fact?.value ?? placed ?? first(eventPlace),
    source: source?.line.links[0]?.address || (cleanUrl(source?.fact?.value ?? '') ?? ''),
    tags: readTags(value('tags')?.fact?.value ?? ''),
    title: first(eventTitle),
  }
}

/** `2026년 2월 4일 / 당근마켓` names a place behind the date. */
function dateAndPlace(text: string): string | undefined {
  const [date = '', place = '', more] = text.split(/\s[/|@]\s/)
  return more === undefined &&
    place !== '' &&
    place.length <= 40 &&
    isOnlyDate(date) &&
    !/\d{1,2}:\d{2}/.test(place)
    ? place
    : undefined
}

function titleOf(
  heading: Line | undefined,
  facts: Found,
  front: FrontMatter,
  onlyTalk: string,
  stem: string,
): { title: string; from: MeetupFacts['titleFrom'] } {
  if (front.meetup !== '') return { title: front.meetup, from: 'front matter' }
  if (front.title !== '') return { title: front.title, from: 'front matter' }
  const text = heading?.text ?? ''
  if (text !== '' && isDay(text) && facts.title !== '')
    return { title: `${facts.title} ${text}`, from: 'text' }
  if (text !== '') return { title: text, from: 'heading' }
  if (onlyTalk !== '') return { title: onlyTalk, from: 'talk' }
  if (facts.title !== '' && namesEvent(facts.title)) return { title: facts.title, from: 'text' }
  return { title: stem.replace(/[-_]+/g, ' '), from: 'file' }
}

/** A date in the title, or the one that the text writes out, if it is the same. */
function fuller(date: string, written: string): string {
  return date !== '' && written.startsWith(date) ? written : date
}
