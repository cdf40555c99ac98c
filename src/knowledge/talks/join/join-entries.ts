import { distinct } from '../../facts/links.js'
import type { Link, Speaker } from '../../session.js'
import { type Talk, withAccounts } from '../talk.js'
import { createTitleFinder, type FindTitle } from './same-title.js'
import { type Entry, splitSlash } from './slide-lists.js'

/** Adds an entry's speakers and links to its talk, or makes a talk of its own from it. */
export function joinEntries(
  talks: readonly Talk[],
  entries: readonly Entry[],
): { talks: Talk[]; added: Talk[] } {
  const joined = [...talks]
  const find = createTitleFinder(talks.map((talk) => (talk.kind === 'talk' ? talk.title : '')))
  const added = new Map<string, Talk>()
  for (const entry of entries) {
    const place = placeOf(entry, joined, find)
    const talk = place === undefined ? undefined : joined[place]
    if (talk && place !== undefined) joined[place] = withEntry(talk, entry)
    else if (entry.title !== '')
      added.set(entry.title, withEntry(added.get(entry.title) ?? emptyTalk(entry), entry))
  }
  return { talks: joined, added: [...added.values()] }
}

function placeOf(entry: Entry, talks: readonly Talk[], find: FindTitle): number | undefined {
  // Links without any title, below a heading of their own: those of the talk above it.
  if (entry.title === '') return talks.findLastIndex((talk) => talk.kind === 'talk' && talk.line < entry.line)
  const byTitle = find(entry.title) ?? find(entry.linkTitle)
  if (byTitle !== undefined) return byTitle
  const [ofSpeaker, ...more] = talks.filter((talk) => isOf(talk, entry.title))
  if (ofSpeaker && more.length === 0) return talks.indexOf(ofSpeaker)
  // The same speaker gives two talks in one evening rarely: then less of the title has to agree.
  const names = entry.speakers.map((speaker) => speaker.name)
  const theirs = talks.filter((talk) => talk.speakers.some((speaker) => names.includes(speaker.name)))
  const [only] = theirs
  if (!only || theirs.length > 1 || createTitleFinder([only.title])(entry.title, 0.25) === undefined)
    return undefined
  return talks.indexOf(only)
}

function withEntry(talk: Talk, entry: Entry): Talk {
  const namesOnly = entry.title === '' || isOf(talk, entry.title)
  const own = (link: Link) => (namesOnly ? { title: talk.title, url: link.url } : link)
  const slides = distinct([...talk.slides, ...entry.slides.map(own)])
  const videos = distinct([...talk.videos, ...entry.videos.map(own)])
  const speakers = talk.speakers.length > 0 ? talk.speakers : entry.speakers
  const title = talk.speakers.length > 0 ? talk.title : withoutSpeaker(talk.title, entry.speakers)
  const unopened = distinct([...(talk.unopened ?? []), ...entry.unopened])
  return {
    ...talk,
    title,
    slides,
    videos,
    ...(unopened.length > 0 && { unopened }),
    speakers: withAccounts(speakers, slides),
  }
}

/** Whether a text is the name of one of the talk's speakers. */
function isOf(talk: Talk, text: string): boolean {
  return talk.speakers.some(({ name }) => name === text.replace(/\s*님$/, ''))
}

/** A heading `title/speaker` is taken apart once its entry says who the speaker is. */
function withoutSpeaker(title: string, speakers: readonly Speaker[]): string {
  const { title: rest, speakers: tail } = splitSlash(title)
  return tail.length > 0 && tail.every(({ name }) => speakers.some((speaker) => speaker.name === name))
    ? rest
    : title
}

function emptyTalk(entry: Entry): Talk {
  const nothing = {
    speakers: [],
    tags: [],
    summary: entry.lines.slice(0, 3),
    passages: entry.lines.map((text) => ({ path: [], text })),
    slides: [],
    videos: [],
    links: [],
    pictures: [],
    tips: [],
  }
  return { ...nothing, kind: 'talk', title: entry.title, line: entry.line, why: 'entry of a list' }
}
