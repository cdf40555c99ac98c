import { bareTitle } from '../../../facts/bare-title.js'
import { findDate } from '../../../facts/dates.js'
import { sectionKind } from '../../../facts/section-names.js'
import { isEdition } from '../../evidence/editions.js'
import { EVENT_DAYS, LIKELY, STRONG } from '../../tuning.js'
import { type Context, type PartList, strengthOf } from '../part-list.js'
import { depthOf } from '../repairs.js'
import type { Profile } from './roles.js'

/** What headings of one rank are together. */
export interface Rank {
  /** Most of them have evidence. */
  readonly isUsual: boolean
  /** Those that hold talks are meetups of their own. */
  readonly areMeetups: boolean
  /** Most of them are a date and the title of a talk. */
  readonly areDatedTalks: boolean
  /** The talks are not among them, and this one is called like none. */
  readonly areElsewhere: boolean
  /** Nothing says that any of them is a talk. */
  readonly isStory: boolean
}

/** Two groups or more, half of which say which event they are, are events of their own. */
export function holdMeetups(groups: readonly Profile[], context: Context): boolean {
  const { meetups } = context.repairs
  if (meetups !== '') return groups.some(({ line }) => line.depth === depthOf(meetups))
  const titles = groups.map(({ line }) => bareTitle(line.text))
  const isPartOfOne = titles.some((title) => sectionKind(title) === 'day')
  const editions = groups.filter(({ line }) => isEdition(line))
  const isEnough = groups.length > 1 || (groups.length === 1 && context.announced === 1)
  return !isPartOfOne && isEnough && editions.length * 2 >= groups.length && !areDays(titles)
}

/** Dates that follow each other within days are days of one event. */
function areDays(titles: readonly string[]): boolean {
  const days = titles
    .map(findDate)
    .filter((date) => date.length === 10)
    .map((date) => Date.parse(date))
  if (days.length < 2 || days.length < titles.length) return false
  return Math.max(...days) - Math.min(...days) < EVENT_DAYS * 86_400_000
}

/**
 * Whether the talks of a post are not among the headings of a rank that has none with evidence: other lines hold them,
 * or one that announces them (`## 세션`) stands among its siblings.
 */
export function standElsewhere(profiles: readonly Profile[], lists: readonly PartList[]): boolean {
  const held = lists.map(strengthOf)
  const talks = held.reduce((sum, each) => sum + each.talks, 0)
  // Where others surely are talks, slides alone make none of a heading.
  const least = talks > 1 && held.some(({ best }) => best >= STRONG) ? STRONG : LIKELY
  const isTold = profiles.some(
    ({ role, evidence }) => role === 'talk' || (role === 'open' && evidence.score >= least),
  )
  if (isTold) return false
  const isAnnounced = profiles.some(
    ({ role, line }) =>
      role === 'note' && line.children.length > 0 && sectionKind(bareTitle(line.text)) === 'sessions',
  )
  return talks > 1 || isAnnounced
}

/** Whether something says that the headings of a rank are talks: the post's title or what is above them, or any talk with evidence. */
export function tellsTalks(
  profiles: readonly Profile[],
  lists: readonly PartList[],
  context: Context,
): boolean {
  return (
    context.isEvent ||
    context.announced > 0 ||
    context.repairs.talks !== '' ||
    profiles.some(({ role, evidence }) => role === 'talk' || (role === 'open' && evidence.score >= LIKELY)) ||
    lists.some((list) => strengthOf(list).likely > 0)
  )
}
