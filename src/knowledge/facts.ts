import { type Label, labelNamed, labelOf, linkWord, withoutLinkWords } from './labels.js'
import { isAddress, sortLinks } from './links.js'
import { allOf, type Note } from './note.js'
import { isNameLine, readPeople, startsWithName } from './people.js'
import type { Section } from './sections.js'
import type { Link, Passage, Speaker } from './session.js'
import { bareTitle } from './titles.js'

/** What the labelled lines of a section tell; the other lines are its notes. */
export interface Facts {
  title: string
  speakers: Speaker[]
  slides: Link[]
  videos: Link[]
  tags: string[]
  summary: string[]
  /** Lines about the speakers that say more than their names. */
  about: Passage[]
}

/** Whether a line of a section, and not only its heading, names its speakers. */
export function tellsSpeakers({ note }: Section): boolean {
  return note.children
    .flatMap((child) => [child, ...factsIn(child)])
    .some((child) => (labelOf(child.text) ?? nameOnly(child) ?? byline(child))?.label === 'speaker')
}

/** Headings that only say that the notes follow. */
const CONTENT =
  /^(?:(?:발표|세션|강연)\s?)?(?:내용|노트|본문)(?:\s?정리)?$|^(?:(?:my|talk|session) )?(?:notes?|contents?|details)$/i

/** Takes the labelled lines out of a section and the parts of it that have headings. */
export function takeFacts(notes: readonly Note[], facts: Facts): Note[] {
  return notes.flatMap((note) => {
    if (isOnlyLink(note)) {
      addLinks(facts, note.links)
      return []
    }
    const rest = takeFact(note, facts)
    if (rest) return takeFacts(rest, facts)
    if (note.kind === 'heading' && CONTENT.test(bareTitle(note.text))) return takeFacts(note.children, facts)
    if (note.kind !== 'heading' && note.kind !== 'bold') return [note]
    return [{ ...note, children: takeFacts(note.children, facts) }]
  })
}

/** When the line is a fact of the session and so none of its notes: what is left of the lines below it. */
function takeFact(note: Note, facts: Facts): Note[] | undefined {
  if (note.kind === 'code') return undefined
  if (note.kind === 'row' && note.cells.length > 0) return takeRow(note, facts) ? [] : undefined
  const parts = factsIn(note)
  if (parts.length > 0) {
    for (const part of parts) takeFact(part, facts)
    return note.children
  }
  const fact = labelOf(note.text) ?? byline(note)
  if (fact && fact.value !== '')
    return apply(fact.label, [fact.value], note.links, facts) ? note.children : undefined
  const label = fact?.label ?? nameOnly(note)?.label
  const below = label ? note.children.filter((child, index) => tells(label, child, index)) : []
  if (!label || below.length === 0) return undefined
  const isLong = below.length > 3 || below.some((child) => child.children.length > 0)
  if (label === 'summary' && isLong) return note.children
  const links = allOf(below, (each) => each.links)
  const values = below.map((child) => child.text)
  return apply(label, values, links, facts)
    ? note.children.flatMap((child) => (below.includes(child) ? child.children : [child]))
    : undefined
}

/** Whether a line below a label belongs to what it tells: the biography below a speaker's name does not. */
function tells(label: Label, child: Note, index: number): boolean {
  if (label === 'speaker') return child.text.length <= 60 && (index === 0 || startsWithName(child.text))
  return label === 'slides' || label === 'video' ? allOf([child], (each) => each.links).length > 0 : true
}

function takeRow(note: Note, facts: Facts): boolean {
  const known = note.cells.map((cell) => labelNamed(cell.label))
  if (known.some((label) => label === undefined) || known.includes('title')) return false
  for (const [index, cell] of note.cells.entries()) {
    const label = known[index]
    if (label) apply(label, [cell.text], cell.links, facts)
  }
  return true
}

/** The facts that share a line: `Speaker: Jane Doe · Slides: [PDF](…)`; none when a part has no label. */
function factsIn(note: Note): Note[] {
  const texts = note.text.split(/\s+[·•|/]\s+/)
  if (texts.length < 2 || !texts.every(isFact)) return []
  const linksIn = (text: string) => note.links.filter((link) => text.includes(link.title))
  return texts.map((text) => ({ ...note, text, links: linksIn(text), children: [] }))
}

function isFact(text: string): boolean {
  const fact = labelOf(text)
  return (
    fact !== undefined && fact.value !== '' && ['speaker', 'slides', 'video', 'tags'].includes(fact.label)
  )
}

/** A heading or bullet that is a label and nothing else: what it tells stands below it. */
function nameOnly(note: Note): { label: Label; value: string } | undefined {
  const label = labelNamed(note.text)
  return label && note.children.length > 0 ? { label, value: '' } : undefined
}

/** A paragraph `by Jane Doe`, an italic one that begins with a name, or one that is only a Korean name. */
function byline(note: Note): { label: Label; value: string } | undefined {
  const isItalic = note.slanted && note.text.length <= 80 && startsWithName(note.text)
  if (note.kind === 'paragraph' && note.children.length === 0 && (isItalic || isNameLine(note.text)))
    return { label: 'speaker', value: note.text }
  const name = /^by\s+(.{2,60})$/i.exec(note.text)?.[1]
  return name && startsWithName(name) ? { label: 'speaker', value: name } : undefined
}

function apply(label: Label, values: readonly string[], links: readonly Link[], facts: Facts): boolean {
  const filled = values.filter((value) => value !== '')
  switch (label) {
    case 'speaker':
      if (filled.length === 0 || filled.some((value) => value.length > 120)) return false
      for (const value of filled) addSpeakers(facts, value)
      facts.slides.push(...sortLinks(links).slides)
      facts.videos.push(...sortLinks(links).videos)
      return true
    case 'slides':
      facts.slides.push(...links)
      return links.length > 0
    case 'video':
      facts.videos.push(...links)
      return links.length > 0
    case 'tags':
      facts.tags.push(...filled.flatMap(readTags))
      return filled.length > 0
    case 'summary':
      facts.summary.push(...filled)
      return filled.length > 0
    case 'title':
      facts.title ||= filled[0] ?? ''
      return false
    default:
      return false
  }
}

/** Adds the people that a text names, and the text itself where it says more than that. */
export function addSpeakers(facts: Facts, said: string): void {
  const text = withoutLinkWords(said)
  const people = readPeople(text)
  facts.speakers.push(...people.speakers)
  if (people.saysMore) facts.about.push({ path: [], text })
}

/** The tags of a text such as `Kubernetes, CI/CD` or `#쿠버네티스 #배포`. */
export function readTags(text: string): string[] {
  const separator = text.includes('#') ? /[#,\s]+/ : /\s*[,·]\s*|\s+\/\s+/
  return text
    .split(separator)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
}

/** A line that is nothing but links to slides or a video. */
function isOnlyLink(note: Note): boolean {
  const said = note.bare.replace(/[^\p{L}\p{N}]/gu, '')
  if (
    note.links.length === 0 ||
    note.pictures.length > 0 ||
    note.children.length > 0 ||
    (said !== '' && !linkWord(note.bare))
  )
    return false
  const { links } = sortLinks(note.links)
  const isFile = (link: Link) => isAddress(link.title) && /\.pdf(?:[?#]|$)/i.test(link.url)
  return links.every(isFile) || (note.links.length === 1 && linkWord(note.bare) === 'slides')
}

function addLinks(facts: Facts, links: readonly Link[]): void {
  const sorted = sortLinks(links)
  facts.slides.push(...sorted.slides, ...sorted.links)
  facts.videos.push(...sorted.videos)
}
