import { distinct } from '../../facts/links.js'
import { isCommonTalk } from '../../facts/section-names.js'
import { type Talk, withAccounts } from '../talk.js'
import { createTitleFinder } from './same-title.js'

/**
 * Joins what says little of a talk, a row of the programme or an item of a list, to the talk of the same title that has
 * notes; what matches none is a talk of its own.
 */
export function joinTalks(
  talks: readonly Talk[],
  isBrief: (talk: Talk) => boolean,
  isRepeated: (talk: Talk) => boolean = () => false,
): Talk[] {
  const main = talks.filter((talk) => talk.kind !== 'talk' || !isBrief(talk))
  const find = createTitleFinder(main.map((talk) => (talk.kind === 'talk' ? talk.title : '')))
  const joined = [...main]
  const own = new Map<string, Talk>()
  for (const brief of talks.filter((talk) => !main.includes(talk))) {
    const place = find(brief.title, 0.8)
    const talk = place === undefined ? undefined : joined[place]
    const key = `${brief.title} ${brief.speakers.map(({ name }) => name).join()}${isRepeated(brief) ? brief.line : ''}`
    const before = own.get(key)
    if (talk && place !== undefined) joined[place] = withBrief(talk, brief)
    else own.set(key, before ? withBrief(before, brief) : brief)
  }
  const others = [...own.values()].map((brief) =>
    main.some(({ kind }) => kind === 'talk') && (isOnlyNamed(brief) || isCommonTalk(brief.title))
      ? { ...brief, kind: 'note' as const }
      : brief,
  )
  return [...joined, ...others].sort((one, other) => one.line - other.line)
}

/** A row of the programme that names nobody and leads nowhere, beside talks that do. */
function isOnlyNamed({ speakers, slides, videos, passages, links }: Talk): boolean {
  return speakers.length + slides.length + videos.length + passages.length + links.length === 0
}

function withBrief(talk: Talk, brief: Talk): Talk {
  const isLonger = brief.title.startsWith(talk.title) && brief.title.length > talk.title.length
  const slides = distinct([...talk.slides, ...brief.slides])
  const speakers = talk.speakers.length > 0 ? talk.speakers : brief.speakers
  const unopened = distinct([...(talk.unopened ?? []), ...(brief.unopened ?? [])])
  const known = new Set(talk.passages.map(({ text }) => text))
  return {
    ...talk,
    title: isLonger ? brief.title : talk.title,
    speakers: withAccounts(speakers, slides),
    slides,
    videos: distinct([...talk.videos, ...brief.videos]),
    links: distinct([...talk.links, ...brief.links]),
    ...(unopened.length > 0 && { unopened }),
    tags: [...new Set([...talk.tags, ...brief.tags])],
    summary: talk.summary.length > 0 ? talk.summary : brief.summary,
    passages: [...talk.passages, ...brief.passages.filter(({ text }) => !known.has(text))],
  }
}
