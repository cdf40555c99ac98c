import { type Label, labelNamed, labelOf, linkWord } from './labels.js'
import { isAddress, kindOfUrl, slideAccount } from './links.js'
import type { Note } from './note.js'
import { readPassages } from './passages.js'
import { readPeople, startsWithName } from './people.js'
import type { Section } from './sections.js'
import type { Link, Passage, Picture, Session, Speaker } from './session.js'
import { summarise } from './summary.js'
import { findTips } from './tip-notes.js'
import type { Heading } from './titles.js'

/** A session before it has an id and a meetup. */
export interface Talk extends Omit<Session, 'id' | 'meetup'> {
  readonly line: number
}

/** What the labelled lines of a section tell; the other lines are its notes. */
interface Facts {
  title: string
  speakers: Speaker[]
  slides: Link[]
  videos: Link[]
  tags: string[]
  summary: string[]
  /** Lines about the speakers that say more than their names. */
  about: Passage[]
}

/** Reads a section: its labelled lines, its links by what they lead to, its lines, pictures and tips. */
export function readTalk({ kind, note }: Section, heading: Heading): Talk {
  const facts: Facts = { title: '', speakers: [], slides: [], videos: [], tags: [], summary: [], about: [] }
  if (heading.people !== '') addSpeakers(facts, heading.people)
  const notes = kind === 'talk' ? takeFacts(note.children, facts) : note.children
  const title =
    facts.title !== '' && /^\P{L}*(?:session|talk|세션|발표)?\P{L}*$/iu.test(heading.title)
      ? facts.title
      : heading.title
  const sorted = sortLinks([...note.links, ...allOf(notes, (each) => each.links)])
  const slides = distinct([...facts.slides, ...sorted.slides]).map((link) => named(link, title))
  const tips = findTips(note)
  return {
    kind,
    title,
    line: note.line,
    speakers: withAccounts(distinctSpeakers(facts.speakers), slides),
    tags: [...new Set(facts.tags)],
    summary: facts.summary.length > 0 ? facts.summary.slice(0, 3) : summarise(notes),
    passages: [...facts.about, ...readPassages(notes)],
    slides,
    videos: distinct([...facts.videos, ...sorted.videos]).map((link) => named(link, title)),
    links: distinct(sorted.links),
    pictures: [...note.pictures, ...allOf(notes, (each) => each.pictures)].map((picture) =>
      described(picture, title),
    ),
    tips,
  }
}

/** Whether a line of a section, and not only its heading, names its speakers. */
export function tellsSpeakers({ note }: Section): boolean {
  return note.children.some(
    (child) => (labelOf(child.text) ?? nameOnly(child) ?? byline(child))?.label === 'speaker',
  )
}

/** Sorts links by what their text or their address says is behind them. */
export function sortLinks(links: readonly Link[]): { slides: Link[]; videos: Link[]; links: Link[] } {
  const kinds = links.map((link) => {
    const word = linkWord(link.title)
    return word === 'slides' || word === 'video' ? word : kindOfUrl(link.url)
  })
  const of = (kind: string) => links.filter((_, index) => kinds[index] === kind)
  return { slides: of('slides'), videos: of('video'), links: of('other') }
}

/** A link whose text only says "slides" or is an address, named after its session. */
export function named(link: Link, title: string): Link {
  return isAddress(link.title) || linkWord(link.title) ? { title, url: link.url } : link
}

/** The account in a slide address is another spelling of a sole speaker's name. */
export function withAccounts(speakers: readonly Speaker[], slides: readonly Link[]): Speaker[] {
  const [speaker, ...others] = speakers
  if (!speaker || others.length > 0) return [...speakers]
  const accounts = slides.map((link) => slideAccount(link.url)).filter((account) => account !== undefined)
  return [{ name: speaker.name, aliases: [...new Set([...speaker.aliases, ...accounts])] }]
}

/** Takes the labelled lines out of a section and the parts of it that have headings. */
function takeFacts(notes: readonly Note[], facts: Facts): Note[] {
  return notes.flatMap((note) => {
    if (isOnlyLink(note)) {
      addLinks(facts, note.links)
      return []
    }
    const rest = takeFact(note, facts)
    if (rest) return takeFacts(rest, facts)
    if (note.kind !== 'heading' && note.kind !== 'bold') return [note]
    return [{ ...note, children: takeFacts(note.children, facts) }]
  })
}

/** When the line is a fact of the session and so none of its notes: what is left of the lines below it. */
function takeFact(note: Note, facts: Facts): Note[] | undefined {
  if (note.kind === 'code') return undefined
  if (note.kind === 'row' && note.cells.length > 0) return takeRow(note, facts) ? [] : undefined
  const fact = labelOf(note.text) ?? byline(note)
  if (fact && fact.value !== '')
    return apply(fact.label, [fact.value], note.links, facts) ? note.children : undefined
  const label = fact?.label ?? nameOnly(note)?.label
  const below = label ? note.children.filter((child, index) => tells(label, child, index)) : []
  if (!label || below.length === 0) return undefined
  const links = allOf(below, (each) => each.links)
  const values = below.map((child) => child.text)
  return apply(label, values, links, facts)
    ? note.children.filter((child) => !below.includes(child))
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

/** A heading or bullet that is a label and nothing else: what it tells stands below it. */
function nameOnly(note: Note): { label: Label; value: string } | undefined {
  const label = labelNamed(note.text)
  return label && note.children.length > 0 ? { label, value: '' } : undefined
}

/** A paragraph `by Jane Doe`. */
function byline(note: Note): { label: Label; value: string } | undefined {
  const name = /^by\s+(.{2,60})$/i.exec(note.text)?.[1]
  return name && startsWithName(name) ? { label: 'speaker', value: name } : undefined
}

function apply(label: Label, values: readonly string[], links: readonly Link[], facts: Facts): boolean {
  const filled = values.filter((value) => value !== '')
  switch (label) {
    case 'speaker':
      if (filled.length === 0 || filled.some((value) => value.length > 120)) return false
      for (const value of filled) addSpeakers(facts, value)
      return true
    case 'slides':
      if (links.length > 0) facts.slides.push(...links)
      return links.length > 0
    case 'video':
      if (links.length > 0) facts.videos.push(...links)
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

function addSpeakers(facts: Facts, text: string): void {
  const people = readPeople(text)
  facts.speakers.push(...people.speakers)
  if (people.saysMore) facts.about.push({ path: [], text })
}

function readTags(text: string): string[] {
  const separator = text.includes('#') ? /[#,\s]+/ : /\s*[,·]\s*|\s+\/\s+/
  return text
    .split(separator)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
}

/** A line that is nothing but links to slides or a video. */
function isOnlyLink(note: Note): boolean {
  const said = note.bare.replace(/[^\p{L}\p{N}]/gu, '')
  if (note.links.length === 0 || note.children.length > 0 || (said !== '' && !linkWord(note.bare)))
    return false
  return (
    sortLinks(note.links).links.length === 0 || (note.links.length === 1 && linkWord(note.bare) === 'slides')
  )
}

function addLinks(facts: Facts, links: readonly Link[]): void {
  const sorted = sortLinks(links)
  facts.slides.push(...sorted.slides, ...sorted.links)
  facts.videos.push(...sorted.videos)
}

function described(picture: Picture, title: string): Picture {
  return isAddress(picture.alt) ? { url: picture.url, alt: title } : picture
}

/** Something of every note, parents before children. */
export function allOf<Item>(notes: readonly Note[], pick: (note: Note) => readonly Item[]): Item[] {
  return notes.flatMap((note) => [...pick(note), ...allOf(note.children, pick)])
}

/** The first link to each address. */
export function distinct(links: readonly Link[]): Link[] {
  return [...new Map(links.toReversed().map((link) => [link.url, link])).values()].toReversed()
}

function distinctSpeakers(speakers: readonly Speaker[]): Speaker[] {
  const aliases = new Map<string, Set<string>>()
  for (const speaker of speakers) {
    aliases.set(speaker.name, new Set([...(aliases.get(speaker.name) ?? []), ...speaker.aliases]))
  }
  return [...aliases].map(([name, others]) => ({ name, aliases: [...others] }))
}
