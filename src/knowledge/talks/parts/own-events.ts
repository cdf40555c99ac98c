import { bareTitle } from '../../facts/bare-title.js'
import { findDate } from '../../facts/dates.js'
import type { Line } from '../../tree/line.js'
import { isOnlyDate, namesEdition, namesEvent, tellsOfEvent } from '../evidence/editions.js'
import { type Edition, NOTHING, type PartList, type PostPart } from './part-list.js'

/** Our own measure: fewer talks with an event behind them show no habit. */
const LEAST = 3

/** A talk, and the event that stands beside it. */
export interface AtEvent {
  readonly part: PostPart
  readonly event: string
  /** As it is written; empty where it is not. */
  readonly date: string
}

/** Talks given at several events, as meetups of their own in the order of the post. */
export function editionsOfEvents(talks: readonly AtEvent[]): Edition[] {
  const events = new Map<string, AtEvent[]>()
  for (const talk of talks) events.set(talk.event, [...(events.get(talk.event) ?? []), talk])
  return [...events.values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const heading: Line = { ...first.part.line, kind: 'heading', text: first.event, children: [] }
    return [{ heading, date: findDate(first.date), list: { ...NOTHING, parts: own.map(({ part }) => part) } }]
  })
}

/** Takes the event off titles such as `Small deploys - Conf 2019` or `Conf 2019: Small deploys`, where a third of a post's talks are written so. */
export function withOwnEvents(list: PartList): PartList {
  const talks = list.parts.filter(({ kind }) => kind === 'talk')
  const told = talks.flatMap((part) => atEvent(part) ?? [])
  const areUsual = told.length >= LEAST && told.length * 3 >= talks.length
  if (!areUsual || new Set(told.map(({ event }) => event)).size < 2) return list
  const lines = new Set(told.map(({ part }) => part.line))
  return {
    ...list,
    parts: list.parts.filter(({ line }) => !lines.has(line)),
    meetups: [...list.meetups, ...editionsOfEvents(told)],
  }
}

function atEvent(part: PostPart): AtEvent | undefined {
  return behind(part) ?? before(part)
}

/** `Small deploys - Conf 2019`, `June 2018 Small deploys - Acme meetup`. */
function behind(part: PostPart): AtEvent | undefined {
  const [, title = '', event = ''] = /^(.{3,}?)\s[-–—|@]\s([^-–—|@]{3,60})$/.exec(part.split.title) ?? []
  const isTold = namesEdition(event) || (beginsWithDate(part.line.text) && !/\btalks?\b/i.test(event))
  const isEvent = event !== '' && namesEvent(event) && isTold
  return isEvent
    ? { part: { ...part, split: { ...part.split, title } }, event, date: part.line.text }
    : undefined
}

/** `Conf 2019: Small deploys`, `Conf 2019: Track 4 > Session 1` over the title. */
function before(part: PostPart): AtEvent | undefined {
  const [, event = '', rest = ''] =
    /^([^:：]{4,40}?)\s?[:：]\s+(.{3,})$/.exec(bareTitle(part.line.text)) ?? []
  const isEvent = event !== '' && tellsOfEvent(event) && namesEdition(event) && /\p{L}{2}/u.test(rest)
  if (!isEvent || isOnlyDate(event)) return undefined
  const { title } = part.split
  const own = title.startsWith(event) ? title.slice(event.length).replace(/^\s?[:：]\s+/, '') : title
  return { part: { ...part, split: { ...part.split, title: own } }, event, date: part.line.text }
}

function beginsWithDate(text: string): boolean {
  return findDate(text.slice(0, 20)).length > 4 && /^\P{L}{0,3}(?:\d|\p{Lu}\p{Ll}{2,8}\s\d)/u.test(text)
}
