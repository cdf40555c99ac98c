import { addSpeakers, type Facts, takeFacts } from './facts.js'
import { distinct, isAddress, named, slideAccount, sortLinks } from './links.js'
import { allOf } from './note.js'
import { readPassages } from './passages.js'
import type { Section } from './sections.js'
import type { Link, Picture, Session, Speaker } from './session.js'
import { summarise } from './summary.js'
import { findTips } from './tips.js'
import type { Heading } from './titles.js'

/** A session before it has an id and a meetup. */
export type Talk = Omit<Session, 'id' | 'meetup'>

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
    why: `${note.kind} line`,
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

/** The account in a slide address is another spelling of a sole speaker's name. */
export function withAccounts(speakers: readonly Speaker[], slides: readonly Link[]): Speaker[] {
  const [speaker, ...others] = speakers
  if (!speaker || others.length > 0) return [...speakers]
  const accounts = slides.map((link) => slideAccount(link.url)).filter((account) => account !== undefined)
  return [{ name: speaker.name, aliases: [...new Set([...speaker.aliases, ...accounts])] }]
}

function described(picture: Picture, title: string): Picture {
  return isAddress(picture.alt) ? { url: picture.url, alt: title } : picture
}

function distinctSpeakers(speakers: readonly Speaker[]): Speaker[] {
  const aliases = new Map<string, Set<string>>()
  for (const speaker of speakers) {
    aliases.set(speaker.name, new Set([...(aliases.get(speaker.name) ?? []), ...speaker.aliases]))
  }
  return [...aliases].map(([name, others]) => ({ name, aliases: [...others] }))
}
