import { bareTitle } from '../../../facts/bare-title.js'
import { findDate } from '../../../facts/dates.js'
import { sectionKind } from '../../../facts/section-names.js'
import { EVENT_NAMES } from '../../../facts/words.js'
import { isEdition, isOnlyDate, namesEdition, tellsOfMeeting } from '../../evidence/editions.js'
import { EVENT_DAYS, LIKELY, STRONG } from '../../tuning.js'
import { type Context, type PartList, strengthOf } from '../part-list.js'
import { depthOf } from '../repairs.js'
import type { Profile } from './roles.js'

/** What headings of one rank are together. */
export interface Rank {
  /** Most of them have evidence. */
  readonly isUsual: boolean
  /** One of them names who spoke. */
  readonly areNamed: boolean
  /** Those that hold talks are meetups of their own. */
  readonly areMeetups: boolean
  /** This one is an event of its own, whatever the others are. */
  readonly isOwn: boolean
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
  const areEditions = editions.length * 2 >= groups.length || areNumbered(groups)
  return !isPartOfOne && isEnough && areEditions && !areDays(titles)
}

/** `Version 1: …`, `Version 2: …`: one word, and a number that is ever another one; parts of a day are numbered, too. */
function areNumbered(groups: readonly Profile[]): boolean {
  const counted = groups.map(({ line }) =>
    /^(\p{L}{3,20})\s#?(?:0x)?(\d{1,3})(?=$|[\s:：.,(–—-])/u.exec(line.text.trim()),
  )
  const words = new Set(counted.map((match) => match?.[1]?.toLowerCase() ?? ''))
  const numbers = new Set(counted.map((match) => match?.[2]))
  const [word = ''] = words
  return (
    groups.length > 2 &&
    words.size === 1 &&
    word !== '' &&
    !PARTS.test(word) &&
    numbers.size === groups.length
  )
}

/** Words that count the parts of an event. */
const PARTS =
  /^(?:track|session|part|day|room|hall|chapter|section|level|stage|block|slot|module|unit|theme|topic|lecture|세션|트랙|파트|챕터|주제|강의|발표)$/

/** Whether a group is an event of its own by its name alone, `Talks at Conf 2016`, and none of those that the post is about. */
export function isOwnEvent({ line }: Profile, { event, announced, repairs }: Context): boolean {
  const title = bareTitle(line.text)
  const known = new Set(wordsOf(event))
  return (
    repairs.meetups === '' &&
    announced < 2 &&
    (tellsOfMeeting(title) || EVENT_NAMES.test(title)) &&
    namesEdition(title) &&
    !isOnlyDate(title) &&
    !OF_DAY.test(title) &&
    sectionKind(title) === 'open' &&
    wordsOf(title).some((word) => !known.has(word))
  )
}

/** `Conf 2019 1일차`, `Conf 2019, day 2`. */
const OF_DAY = /\d\s?일\s?차|(?:첫|둘|셋)째?\s?날|\bday\s?\d|\btrack\b|트랙/iu

/** The words of a text that are no numbers. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{2,}/gu) ?? []
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
  const holding = held.filter((each) => each.talks > 0)
  const open = profiles.filter(({ role }) => role === 'open')
  // One heading of many over a few more, and nothing speaks for either: they are of one kind.
  const areAlike = holding.every(({ best }) => best < LIKELY) && holding.length * 3 <= open.length
  return (talks > 1 && !areAlike) || isAnnounced
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
