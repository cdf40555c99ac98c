import { bareTitle, isOnlyCount } from '../facts/bare-title.js'
import { type Label, labelNamed, linkWord } from '../facts/labels.js'
import {
  cleanUrl,
  distinct,
  isAddress,
  isLostMedia,
  kindOfLink,
  named,
  slideAccount,
} from '../facts/links.js'
import { isCommonTalk } from '../facts/section-names.js'
import { attributeFacts } from '../facts/shortcodes.js'
import { splitTitles } from '../facts/titles.js'
import { speakerMentioned } from '../people/mentions.js'
import { type People, readPeople } from '../people/people.js'
import type { Link, Passage, Picture, Session, Speaker } from '../session.js'
import { allOf, type Line, type LineLink } from '../tree/line.js'
import { findSpeakers, type SpeakerText, speakersIn } from './evidence/speaker-lines.js'
import { labelledTitle, type TitleBelow, titleBelow } from './evidence/title-below.js'
import type { PostPart } from './parts/part-list.js'
import { NO_REPAIRS, type Repairs } from './parts/repairs.js'
import { type Columns, cellsFor } from './parts/tables/columns.js'
import { isAddressOnly, readPassages } from './passages.js'
import { summarise } from './summary.js'
import { type Facts, readTags, takeFacts } from './take-facts.js'
import { findTips } from './tips.js'

/** A session before it has an id and a meetup. */
export type Talk = Omit<Session, 'id' | 'meetup'>

/** Reads a part: its speakers, its links by what they lead to, its lines, pictures and tips. */
export function readTalk(part: PostPart, repairs: Repairs = NO_REPAIRS): Talk {
  if (part.kind !== 'talk') return readNotes(part)
  if (part.columns) return readRow(part, part.columns)
  const below = titleIn(part)
  const [split = part.split] = below ? splitTitles([below.title]) : [part.split]
  const children = below ? without(part.line.children, below.line) : part.line.children
  const facts: Facts = { slides: [], videos: [], tags: [], summary: [] }
  for (const { label, value } of attributeFacts(part.line)) addAttribute(facts, label, value)
  const { people, rest } = peopleOf(
    part,
    split.people || part.split.people || (below ? speakerMentioned(below.line.text) : ''),
    children,
    repairs.speakers === 'below',
    split.title || part.split.title,
  )
  const notes = takeFacts(rest, facts)
  const links = [...part.line.links, ...(below?.line.links ?? []), ...allOf(notes, (line) => line.links)]
  return finish(part, split.title || part.split.title, people, facts, notes, links)
}

/** What every talk has, from what was found of it. */
function finish(
  part: PostPart,
  title: string,
  people: readonly People[],
  facts: Facts,
  notes: readonly Line[],
  links: readonly LineLink[],
): Talk {
  const page = onlyAddress(part, notes)
  const repeats = (link: LineLink) =>
    kindOfLink(link) === 'other' && (link.address === page || sameWords(link.text, title))
  const kinds = links.map((link) => (repeats(link) ? 'slides' : kindOfLink(link)))
  const of = (kind: 'slides' | 'video' | 'other') => links.filter((_, index) => kinds[index] === kind)
  const slides = distinct(toLinks([...facts.slides, ...of('slides')]).map((link) => named(link, title)))
  const about = people.flatMap(({ saysMore, said }: People & { said?: string }): Passage[] =>
    saysMore && said ? [{ path: [], text: said }] : [],
  )
  const speakers = distinctSpeakers(people.flatMap((each) => each.speakers))
  const unopened = unopenedIn([
    ...facts.slides,
    ...facts.videos,
    ...links.filter((link) => isLostMedia(link) || sameWords(link.text, title)),
  ])
  return {
    kind: part.kind,
    title,
    line: part.line.line,
    why: part.why,
    speakers: withAccounts(speakers, slides),
    tags: [...new Set(facts.tags)],
    summary: facts.summary.length > 0 ? facts.summary.slice(0, 3) : summarise(notes),
    passages: [...about, ...readPassages(notes)],
    slides,
    videos: distinct(toLinks([...facts.videos, ...of('video')]).map((link) => named(link, title))),
    links: distinct(toLinks(of('other'))),
    ...(unopened.length > 0 && { unopened }),
    pictures: picturesOf([part.line, ...allOf(notes, (line) => [line])], title),
    tips: findTips({ ...part.line, children: [...notes] }),
  }
}

/** The address that is all an item has below its title: where the talk is shown, whoever hosts it. */
function onlyAddress({ kind, line }: PostPart, notes: readonly Line[]): string {
  const [only, ...others] = notes
  return kind === 'talk' && line.kind === 'item' && line.links.length === 0 && only && others.length === 0
    ? isAddressOnly(only) && only.links.length === 1
      ? (only.links[0]?.address ?? '')
      : ''
    : ''
}

/** A note or an afterword: its heading and all that stands below it. */
function readNotes(part: PostPart): Talk {
  const { line, split } = part
  const facts: Facts = { slides: [], videos: [], tags: [], summary: [] }
  const talk = finish(part, split.title, [], facts, line.children, [
    ...line.links,
    ...allOf(line.children, (each) => each.links),
  ])
  const { unopened: _, ...known } = talk
  return {
    ...known,
    slides: [],
    videos: [],
    links: distinct([...talk.slides, ...talk.videos, ...talk.links]),
    tips: part.kind === 'note' ? [] : talk.tips,
  }
}

/** The title of a part whose own line only counts, says when, or names no more than that it is a talk. */
function titleIn({ line, split }: PostPart): TitleBelow | undefined {
  if (isOnlyCount(line.text)) return titleBelow(line)
  const labelled = labelledTitle(line)
  if (!labelled) return undefined
  const isGeneric =
    isCommonTalk(split.title) || /^(?:session|talk|workshop|세션|발표|강연)\P{L}*$/iu.test(split.title)
  return isGeneric || labelled.line.links.some(({ text }) => sameWords(text, labelled.title))
    ? labelled
    : undefined
}

function without(lines: readonly Line[], taken: Line): Line[] {
  return lines.flatMap((line) => (line === taken ? line.children : [line]))
}

/** The people of a talk with the text that named them, and the lines that are left. */
function peopleOf(
  part: PostPart,
  inTitle: string,
  children: readonly Line[],
  isBelow: boolean,
  title: string,
): { people: (People & { said?: string })[]; rest: readonly Line[] } {
  const inAttributes = attributeFacts(part.line).find(({ label }) => label === 'speaker')?.value ?? ''
  const found = findSpeakers(children, title, isBelow)
  const own = inTitle || inAttributes
  if (own !== '' && !found.some(({ how }) => how === 'label')) {
    const people = { ...readPeople(own), said: own }
    const repeated = found.filter(({ how, line }) => how === 'alone' && line.children.length === 0)
    return { people: [people], rest: leave(children, repeated) }
  }
  const people = found.map((each) => ({
    ...speakersIn(each),
    said: each.how === 'mentioned' ? '' : each.text,
  }))
  return {
    people,
    rest: leave(
      children,
      found.filter(({ how }) => how !== 'mentioned'),
    ),
  }
}

/** Lines without those that name speakers; what else these state stays, and slides that they link. */
function leave(lines: readonly Line[], taken: readonly SpeakerText[]): Line[] {
  if (taken.length === 0) return [...lines]
  return lines.flatMap((line) => {
    const own = taken.find((each) => each.line === line)
    if (!own) {
      const children = leave(line.children, taken)
      const isEmptied = children.length === 0 && line.children.length > 0
      return isEmptied && labelNamed(line.text) === 'speaker' ? [] : [{ ...line, children }]
    }
    const { rest = '' } = own
    const links = line.links.filter(
      (link) =>
        (rest !== '' && rest.includes(link.text)) ||
        kindOfLink(link) !== 'other' ||
        !own.text.includes(link.text),
    )
    const other = { ...line, text: rest, textOutsideLinks: rest, links, children: [] }
    return [...(links.length > 0 || rest !== '' ? [other] : []), ...leave(line.children, taken)]
  })
}

function addAttribute(facts: Facts, label: Label, value: string): void {
  const address = cleanUrl(value)
  if (label === 'slides' && address) facts.slides.push({ text: '', address, kind: 'link' })
  if (label === 'video' && address) facts.videos.push({ text: '', address, kind: 'link' })
  if (label === 'tags') facts.tags.push(...readTags(value))
  if (label === 'summary') facts.summary.push(value)
}

function readRow(part: PostPart, columns: Columns): Talk {
  const { line, split } = part
  const cells = (label: Label | undefined) => cellsFor(line, columns, label)
  const facts: Facts = {
    slides: cells('slides').flatMap(({ links }) => links.filter((link) => kindOfLink(link) !== 'video')),
    videos: [
      ...cells('video').flatMap(({ links }) => links),
      ...cells('slides').flatMap(({ links }) => links.filter((link) => kindOfLink(link) === 'video')),
    ],
    tags: cells('tags').flatMap(({ text }) => readTags(text)),
    summary: cells('summary').map(({ text }) => text),
  }
  const people = split.people === '' ? [] : [{ ...readPeople(split.people), said: split.people }]
  const remarks = [...cells('summary'), ...cells(undefined)].filter(
    ({ text, links }) => text !== '' && links.length === 0 && /\p{L}/u.test(text),
  )
  const talk = finish(
    { ...part, line: { ...line, pictures: [] } },
    split.title,
    people,
    facts,
    [],
    [...cells('title'), ...cells(undefined), ...cells('speaker')].flatMap(({ links }) => links),
  )
  const passages = remarks.map(({ text }): Passage => ({ path: [], text }))
  return {
    ...talk,
    pictures: picturesOf([line], split.title),
    passages: [...talk.passages, ...passages],
    summary: talk.summary.length > 0 ? talk.summary : passages.map(({ text }) => text).slice(0, 3),
  }
}

function toLinks(links: readonly LineLink[]): Link[] {
  return links
    .filter(({ address }) => address !== '')
    .map(({ text, address }) => ({ title: text === '' || isAddress(text) ? address : text, url: address }))
}

/** Links whose relative address leads nowhere, by what is written. */
export function unopenedIn(links: readonly LineLink[]): Link[] {
  return distinct(
    links.flatMap(({ text, written }) => (written ? [{ title: text || written, url: written }] : [])),
  )
}

function picturesOf(lines: readonly Line[], title: string): Picture[] {
  return lines
    .flatMap(({ pictures }) => pictures)
    .filter(({ address }) => address !== '')
    .map(({ address, alt }) => ({ url: address, alt: isAddress(alt) ? title : alt }))
}

/** The account in a slide address is another spelling of a sole speaker's name. */
export function withAccounts(speakers: readonly Speaker[], slides: readonly Link[]): Speaker[] {
  const [speaker, ...others] = speakers
  if (!speaker || others.length > 0) return [...speakers]
  const accounts = slides.map((link) => slideAccount(link.url)).filter((account) => account !== undefined)
  return [{ name: speaker.name, aliases: [...new Set([...speaker.aliases, ...accounts])] }]
}

function distinctSpeakers(speakers: readonly Speaker[]): Speaker[] {
  const aliases = new Map<string, Set<string>>()
  for (const speaker of speakers) {
    aliases.set(speaker.name, new Set([...(aliases.get(speaker.name) ?? []), ...speaker.aliases]))
  }
  return [...aliases].map(([name, others]) => ({ name, aliases: [...others] }))
}

/** Whether a link says the title again, perhaps with a number or a name before it, or a part after it. */
function sameWords(text: string, title: string): boolean {
  if (linkWord(text) !== undefined) return false
  const [one, other] = [keyOf(bareTitle(text)), keyOf(title)]
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length < 4 || short.length * 2 < long.length) return false
  return long.startsWith(short) || (short === other && short.length >= 8 && long.endsWith(short))
}

function keyOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]/gu, '')
}
