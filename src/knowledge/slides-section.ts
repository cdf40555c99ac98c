import { type Label, labelNamed, labelOf, linkWord } from './labels.js'
import { isAddress, named, sortLinks } from './links.js'
import { allOf, type Cell, type Note } from './note.js'
import { couldBeName, isSurelyName, readPeople, startsWithName } from './people.js'
import type { Link, Speaker } from './session.js'
import { bareTitle, takeApart } from './titles.js'

/** An entry of a section that lists the slides of all talks. */
export interface SlideEntry {
  readonly title: string
  /** The text of its link, when that is another title. */
  readonly linkTitle: string
  readonly speakers: readonly Speaker[]
  readonly slides: readonly Link[]
  readonly videos: readonly Link[]
  /** What a table says about the talk besides. */
  readonly lines: readonly string[]
  readonly line: number
}

/** Reads such a section: bullets, paragraphs, headings or table rows, with links in or below them. */
export function readSlideEntries(notes: readonly Note[]): SlideEntry[] {
  const entries: SlideEntry[] = []
  for (let index = 0; index < notes.length; index += 1) {
    const note = notes[index]
    if (!note) continue
    const next = notes[index + 1]
    // "title/speaker" in one paragraph, its link in the next one.
    if (next && !hasLinks(note) && note.kind === 'paragraph' && hasLinks(next) && namesNothing(next)) {
      entries.push(readEntry({ ...note, children: [next] }))
      index += 1
    } else if (isGroup(note)) entries.push(...readSlideEntries(note.children))
    else if (note.text !== '' && (hasLinks(note) || splitSlash(note.text).speakers.length > 0))
      entries.push(readEntry(note))
  }
  return entries
}

/** Reads the rows of a timetable: what they tell of talks. */
export function readTimetable(notes: readonly Note[]): SlideEntry[] {
  return allOf(notes, (note) => (hasCell(note, 'title') ? [readEntry(note)] : []))
}

/** Whether a table tells titles and speakers of talks. */
export function hasTimetable(notes: readonly Note[]): boolean {
  return allOf(notes, (note) => [hasCell(note, 'title') && hasCell(note, 'speaker')]).includes(true)
}

function hasCell(row: Note, label: Label): boolean {
  return row.cells.some((cell) => cell.text !== '' && labelNamed(cell.label) === label)
}

function readEntry(note: Note): SlideEntry {
  const parts = note.kind === 'row' && note.cells.length > 0 ? readCells(note) : readLine(note)
  const links = [...note.links, ...allOf(note.children, (child) => child.links)]
  const { slides, videos, links: others } = sortLinks(links)
  const linkTitle = titleIn(links)
  const title = parts.title === '' ? linkTitle : parts.title
  return {
    title,
    linkTitle,
    speakers: parts.speakers,
    slides: [...slides, ...others].map((link) => named(link, title)),
    videos: videos.map((link) => named(link, title)),
    lines: note.cells.filter(isRemark).map((cell) => cell.text),
    line: note.line,
  }
}

interface Parts {
  readonly title: string
  readonly speakers: readonly Speaker[]
}

/** A line's title and speaker stand outside its link, or, when nothing else does, in the link's text. */
function readLine(note: Note): Parts {
  const below = note.children.map((child) => labelOf(child.text)).find((fact) => fact?.label === 'speaker')
  const bare = note.bare
    .replace(/[\s:：|,/–—-]+$/, '')
    .replace(/^[\s:：|,/–—-]+/, '')
    .replace(/[([]\s*[)\]]/g, '')
    .trim()
  const linkTitle = titleIn(note.links)
  const said = bare === '' || linkWord(bare) ? '' : bare
  const parts = splitEntry(said === '' ? linkTitle : said)
  // "[Title](…) - speaker", "speaker: [Title](…)"
  const namesOnly =
    said !== '' && linkTitle !== '' && (startsWithName(said) || (couldBeName(said) && !/\s/.test(said)))
  const read = namesOnly
    ? { title: bareTitle(linkTitle), speakers: readPeople(said.replace(/^[(（]|[)）]$/g, '')).speakers }
    : parts
  return below && read.speakers.length === 0 ? { ...read, speakers: readPeople(below.value).speakers } : read
}

/** The first link's text that says more than that it is a link. */
function titleIn(links: readonly Link[]): string {
  return links.map((link) => link.title).find((title) => !isAddress(title) && !linkWord(title)) ?? ''
}

function isRemark(cell: Cell): boolean {
  const label = labelNamed(cell.label)
  return cell.text !== '' && cell.links.length === 0 && (label === 'summary' || REMARKS.test(cell.label))
}

const REMARKS = /요약|내용|설명|메모|비고|summary|notes?|description|abstract|takeaways?/i

function readCells(row: Note): Parts {
  const cell = (label: string) => row.cells.find((each) => labelNamed(each.label) === label)?.text ?? ''
  const unlabelled = row.cells.find((each) => each.text !== '' && each.links.length === 0)?.text ?? ''
  const parts = splitEntry(cell('title') || (cell('speaker') === unlabelled ? '' : unlabelled))
  const people = cell('speaker')
  return people === '' ? parts : { title: parts.title, speakers: readPeople(people).speakers }
}

/** `title/speaker`, split at the last slash and only here: elsewhere `CI/CD` is part of a title. */
function splitEntry(text: string): Parts {
  const plain = bareTitle(text)
  const slash = FILE_NAME.test(plain) ? splitFileName(plain) : splitSlash(plain)
  if (slash.speakers.length > 0) return slash
  const [heading] = takeApart([plain])
  return {
    title: heading?.title ?? plain,
    speakers: heading?.people ? readPeople(heading.people).speakers : [],
  }
}

const FILE_NAME = /\.(?:pdf|pptx?|key|odp)$/i

/** `01_title_speaker.pdf`. */
function splitFileName(text: string): Parts {
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
export function splitSlash(text: string): Parts {
  const place = text.lastIndexOf('/')
  const [title, people] = [text.slice(0, place).trim(), text.slice(place + 1).trim()]
  const isPair = place < 0 || /^[A-Z]{1,4}$/.test(people) || people.length > 60 || title === ''
  if (isPair || !(couldBeName(people) || /^[가-힣]{2,4}(?:\s?님)?$/.test(people)))
    return { title: text, speakers: [] }
  return { title, speakers: readPeople(people).speakers }
}

/** A line over several entries, such as the name of a track. */
function isGroup(note: Note): boolean {
  const linked = note.children.filter(hasLinks)
  if (note.links.length > 0 || linked.length === 0) return false
  if (splitSlash(note.text).speakers.length > 0) return false
  return linked.length > 1 && linked.some((child) => !namesNothing(child))
    ? true
    : note.kind === 'heading' && linked.some((child) => splitSlash(child.text).speakers.length > 0)
}

/** Whether a line is only a link. */
function namesNothing(note: Note): boolean {
  const said = note.bare.replace(/[^\p{L}\p{N}]/gu, '')
  return said === '' || linkWord(note.bare) !== undefined
}

function hasLinks(note: Note): boolean {
  return note.links.length > 0 || note.children.some(hasLinks)
}
