import { bareTitle } from '../../facts/bare-title.js'
import { labelOf, linkWord, withoutLinkWords } from '../../facts/labels.js'
import { distinct, isAddress, kindOfLink, named } from '../../facts/links.js'
import { splitTitles } from '../../facts/titles.js'
import { isSurelyName } from '../../people/names.js'
import { couldBeName, readPeople, startsWithName } from '../../people/people.js'
import type { Link, Speaker } from '../../session.js'
import { allOf, type Line, type LineLink } from '../../tree/line.js'
import { withDescription } from '../evidence/title-text.js'
import { type Columns, cellsFor } from '../parts/tables/columns.js'
import { talkTable } from '../parts/tables/rows.js'
import { unopenedIn } from '../talk.js'

/** An entry of a list of slides, or of a programme. */
export interface Entry {
  readonly title: string
  /** The text of its link, when that is another title. */
  readonly linkTitle: string
  readonly speakers: readonly Speaker[]
  readonly slides: readonly Link[]
  readonly videos: readonly Link[]
  /** Links whose relative address leads nowhere from here, as written. */
  readonly unopened: readonly Link[]
  /** What a table says about the talk besides. */
  readonly lines: readonly string[]
  readonly line: number
}

/** Reads a section that lists slides: items, paragraphs, headings or rows, with links in or below them. */
export function readSlideList(lines: readonly Line[]): Entry[] {
  const entries: Entry[] = []
  const table = talkTable(
    lines.filter(({ kind }) => kind === 'row'),
    true,
  )
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]
    if (!line) continue
    const next = lines[index + 1]
    // "title/speaker" in one paragraph, its link in the next one.
    if (
      next &&
      !hasLinks(line) &&
      line.kind === 'text' &&
      line.text !== '' &&
      hasLinks(next) &&
      saysNothing(next)
    ) {
      entries.push(readEntry({ ...line, children: [next] }))
      index += 1
    } else if (line.kind === 'row') {
      if (table?.rows.includes(line)) entries.push(readRow(line, table.columns))
      else if (!table && hasLinks(line)) entries.push(readEntry(line))
    } else if (isGroup(line)) entries.push(...readSlideList(line.children))
    else if (line.text !== '' && (hasLinks(line) || splitSlash(line.text).speakers.length > 0))
      entries.push(readEntry(withDescription(line)))
  }
  return entries
}

interface EntrySplit {
  readonly title: string
  readonly speakers: readonly Speaker[]
}

function readEntry(line: Line): Entry {
  const links = [...line.links, ...allOf(line.children, (child) => child.links)]
  return makeEntry(line, readLine(line, links), links, [])
}

function readRow(row: Line, columns: Columns): Entry {
  const cell = (label: 'title' | 'speaker') => cellsFor(row, columns, label)[0]?.text ?? ''
  const split = splitEntry(cell('title'))
  const people = cell('speaker')
  const remarks = [...cellsFor(row, columns, 'summary'), ...cellsFor(row, columns, undefined)]
  const said = remarks
    .filter(({ links, text }) => links.length === 0 && /\p{L}/u.test(text))
    .map(({ text }) => text)
  return makeEntry(
    row,
    people === '' ? split : { title: split.title, speakers: readPeople(people).speakers },
    row.links,
    said,
  )
}

function makeEntry(
  line: Line,
  split: EntrySplit,
  links: readonly LineLink[],
  lines: readonly string[],
): Entry {
  const linkTitle = titleIn(links)
  const title = split.title === '' ? linkTitle : split.title
  const open = links.filter(({ address }) => address !== '')
  const of = (isVideo: boolean) =>
    distinct(
      open
        .filter((link) => (kindOfLink(link) === 'video') === isVideo)
        .map(({ text, address }) => named({ title: text === '' ? address : text, url: address }, title)),
    )
  return {
    title,
    linkTitle,
    speakers: split.speakers,
    slides: of(false),
    videos: of(true),
    unopened: unopenedIn(links),
    lines,
    line: line.line,
  }
}

/** A line's title and speaker stand outside its link, or, when nothing else does, in the link's text. */
function readLine(line: Line, links: readonly LineLink[]): EntrySplit {
  const below = line.children.map((child) => labelOf(child.text)).find((fact) => fact?.label === 'speaker')
  const outside = line.textOutsideLinks
    .replace(/[\s:：|,/–—-]+$/, '')
    .replace(/^[\s:：|,/–—-]+/, '')
    .replace(/[([]\s*[)\]]/g, '')
    .replace(/^(?:from|by|von)$/i, '')
    .trim()
  const linkTitle = titleIn(links)
  const said = outside === '' || linkWord(outside) ? '' : outside
  // "[Title](…) - speaker", "speaker: [Title](…)"
  const namesOnly =
    said !== '' && linkTitle !== '' && (startsWithName(said) || (couldBeName(said) && !/\s/.test(said)))
  const read = namesOnly
    ? { title: bareTitle(linkTitle), speakers: readPeople(said.replace(/^[(（]|[)）]$/g, '')).speakers }
    : splitEntry(said === '' ? linkTitle : withoutLinkWords(said))
  return below && read.speakers.length === 0 ? { ...read, speakers: readPeople(below.value).speakers } : read
}

/** The first link's text that says more than that it is a link. */
function titleIn(links: readonly LineLink[]): string {
  return (
    links.map(({ text }) => text).find((text) => text !== '' && !isAddress(text) && !linkWord(text)) ?? ''
  )
}

/** `title/speaker`, split at the last slash and only here: elsewhere `CI/CD` is part of a title. */
function splitEntry(text: string): EntrySplit {
  const plain = bareTitle(text)
  const slash = FILE_NAME.test(plain) ? splitFileName(plain) : splitSlash(plain)
  if (slash.speakers.length > 0) return slash
  const [split] = splitTitles([plain])
  return { title: split?.title ?? plain, speakers: split?.people ? readPeople(split.people).speakers : [] }
}

const FILE_NAME = /\.(?:pdf|pptx?|key|odp)$/i

/** `01_title_speaker.pdf`. */
function splitFileName(text: string): EntrySplit {
  const words = text
    .replace(FILE_NAME, '')
    .split(/_+/)
    .filter((word) => !/^\d{0,2}$/.test(word))
  const last = words.at(-1) ?? ''
  return words.length > 1 && isSurelyName(last)
    ? { title: words.slice(0, -1).join(' '), speakers: readPeople(last).speakers }
    : { title: words.join(' '), speakers: [] }
}

/** `title/speaker`; no speakers where what follows the last slash is no name. */
export function splitSlash(text: string): EntrySplit {
  const place = text.lastIndexOf('/')
  const [title, people] = [text.slice(0, place).trim(), text.slice(place + 1).trim()]
  const isPair = place < 0 || /^[A-Z]{1,4}$/.test(people) || people.length > 60 || title === ''
  if (isPair || !(couldBeName(people) || /^[가-힣]{2,4}(?:\s?님)?$/.test(people)))
    return { title: text, speakers: [] }
  return { title, speakers: readPeople(people).speakers }
}

/** A line over several entries, such as the name of a track. */
function isGroup(line: Line): boolean {
  const linked = line.children.filter(hasLinks)
  if (line.links.length > 0 || linked.length === 0) return false
  if (splitSlash(line.text).speakers.length > 0) return false
  return linked.length > 1 && linked.some((child) => !saysNothing(child))
    ? true
    : line.kind === 'heading' && linked.some((child) => splitSlash(child.text).speakers.length > 0)
}

/** Whether a line is only a link. */
function saysNothing(line: Line): boolean {
  const said = line.textOutsideLinks.replace(/[^\p{L}\p{N}]/gu, '')
  return said === '' || linkWord(line.textOutsideLinks) !== undefined
}

function hasLinks(line: Line): boolean {
  return line.links.length > 0 || line.children.some(hasLinks)
}
