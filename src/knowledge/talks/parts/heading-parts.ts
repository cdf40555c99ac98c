import { findDate } from '../../facts/dates.js'
import {
  isCommonTalk,
  isContentName,
  isPartName,
  isProgramme,
  sectionKind,
} from '../../facts/section-names.js'
import { bareTitle, splitTitles, type TitleSplit } from '../../facts/titles.js'
import type { Line } from '../../tree/line.js'
import { isEdition, isOnlyDate, namesEvent } from '../evidence/editions.js'
import { type Evidence, weigh } from '../evidence/evidence.js'
import { findSpeakers } from '../evidence/speaker-lines.js'
import { labelledTitle } from '../evidence/title-below.js'
import { createTitleFinder } from '../join/same-title.js'
import { EVENT_DAYS, LIKELY, STRONG, USUAL_SHARE } from '../tuning.js'
import { type Context, merged, NOTHING, type Part, type PartList, STORY, strengthOf } from './part-list.js'
import { depthOf, placeBeside } from './repairs.js'
import { type Profile, roleOf } from './roles.js'

/**
 * Decides of the headings of one rank together which are talks, which hold some, and which are neither. `above` is what
 * the lines above them hold.
 */
export function partsInHeadings(headings: readonly Line[], context: Context, above: PartList): PartList {
  const profiles = announcedBySiblings(profilesOf(headings, context), context)
  const open = profiles.filter(({ role }) => role === 'open')
  const likely = profiles.filter(
    ({ role, evidence }) => role === 'talk' || (role === 'open' && evidence.score >= LIKELY),
  )
  const all = open.length + profiles.filter(({ role }) => role === 'talk').length
  // Where the author marks talks by a label, the others are none.
  const labelled = open.filter(({ line }) => (labelledTitle(line)?.line.links.length ?? 0) > 0)
  const isUsual = (likely.length >= 3 && likely.length >= all * USUAL_SHARE) || labelled.length >= 2
  const groups = profiles.filter(({ role }) => role === 'group')
  const areMeetups = holdMeetups(groups, context)
  const lists = [above, ...groups.map(({ inside }) => inside)]
  const isTold = createTitleFinder(lists.flatMap(titlesOf))
  const areElsewhere = standElsewhere(profiles, lists)
  const isStory = !tellsTalks(profiles, lists, context)
  const found = profiles.map((profile, index) =>
    listOf(
      profile,
      {
        isUsual,
        areMeetups,
        areElsewhere: areElsewhere && isTold(profile.split.title) === undefined,
        isStory,
      },
      profiles[index - 1],
      profiles[index + 1],
    ),
  )
  return merged(found)
}

function profilesOf(headings: readonly Line[], context: Context): Profile[] {
  const splits = splitTitles(
    headings.map(({ text }) => text),
    headings.map(({ children }) => findSpeakers(children).some(({ how }) => how === 'label')),
    placeBeside(context.repairs),
  )
  return headings.map((line, index) => {
    const split = splits[index] ?? { title: line.text, people: '' }
    const evidence = weigh(line, split)
    return profileOf(line, split, evidence, announcedBy(line, evidence, context), context)
  })
}

function profileOf(
  line: Line,
  split: TitleSplit,
  evidence: Evidence,
  announced: Context['announced'],
  context: Context,
): Profile {
  const inside = context.partsOf(line.children, { ...context, announced, isFlat: false })
  return { line, split, evidence, inside, role: roleOf(line, split, evidence, inside, context) }
}

/** Where most dates of a rank hold talks, the lines below the others are talks, too, though they name nobody. */
function announcedBySiblings(profiles: readonly Profile[], context: Context): Profile[] {
  const dates = profiles.filter(({ line }) => isEdition(line))
  const told = dates.filter(({ inside }) => strengthOf(inside).talks > 0)
  const isUsual = told.length > 2 && told.length * 2 >= dates.length
  return profiles.map((profile) => {
    const { line, split, evidence, inside } = profile
    if (!isUsual || !dates.includes(profile) || strengthOf(inside).talks > 0) return profile
    return profileOf(line, split, evidence, 2, context)
  })
}

function announcedBy(line: Line, evidence: Evidence, context: Context): Context['announced'] {
  const title = bareTitle(line.text)
  const kind = sectionKind(title)
  if (isContentName(title) && context.announced < 2) return 0
  if (kind === 'sessions' || kind === 'day' || line.depth > 6) return 2
  if (isOnlyDate(title) && context.announced === 2) return 2
  return isOnlyDate(title) ||
    isEdition(line) ||
    isProgramme(title) ||
    ENDS_IN_TALKS.test(title) ||
    (context.announced === 1 && (namesEvent(title) || isTopic(title, evidence)))
    ? 1
    : 0
}

/** `추천하는 발표`, `Our favourite talks`. */
const ENDS_IN_TALKS = /(?:세션|발표|강연|토크)들?$|\b(?:talks|sessions)$/iu

/** Whether a heading is a word or two over talks, `백엔드`, and none itself. */
function isTopic(title: string, { score }: Evidence): boolean {
  return score === 0 && title.length <= 16 && title.split(/\s+/).length < 3
}

/** Two groups or more, half of which say which event they are, are events of their own. */
function holdMeetups(groups: readonly Profile[], context: Context): boolean {
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

/** What headings of one rank are together. */
interface Rank {
  /** Most of them have evidence. */
  readonly isUsual: boolean
  /** Those that hold talks are meetups of their own. */
  readonly areMeetups: boolean
  /** The talks are not among them, and this one is called like none. */
  readonly areElsewhere: boolean
  /** Nothing says that any of them is a talk. */
  readonly isStory: boolean
}

/**
 * Whether the talks of a post are not among the headings of a rank that has none with evidence: other lines hold them,
 * or one that announces them (`## 세션`) stands among its siblings.
 */
function standElsewhere(profiles: readonly Profile[], lists: readonly PartList[]): boolean {
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
function tellsTalks(profiles: readonly Profile[], lists: readonly PartList[], context: Context): boolean {
  return (
    context.isEvent ||
    context.announced > 0 ||
    context.repairs.talks !== '' ||
    profiles.some(({ role, evidence }) => role === 'talk' || (role === 'open' && evidence.score >= LIKELY)) ||
    lists.some((list) => strengthOf(list).likely > 0)
  )
}

function titlesOf({ parts, meetups }: PartList): string[] {
  return [...parts.map(({ split }) => split.title), ...meetups.flatMap(({ list }) => titlesOf(list))]
}

function listOf(
  profile: Profile,
  { isUsual, areMeetups, areElsewhere, isStory }: Rank,
  before: Profile | undefined,
  after: Profile | undefined,
): PartList {
  const { split, evidence, inside, role } = profile
  // In a post without levels the questions follow their talk as a heading of the same rank.
  const questions = isTalk(profile) && after?.role === 'questions' ? [after.line] : []
  const line = { ...profile.line, children: [...profile.line.children, ...questions] }
  const part = (kind: Part['kind'], why: string): PartList => ({
    ...NOTHING,
    parts: [
      {
        kind,
        line,
        split: kind === 'talk' ? split : { title: bareTitle(line.text), people: '' },
        score: evidence.score,
        why,
      },
    ],
  })
  switch (role) {
    case 'contents':
      return NOTHING
    case 'slides':
      return { ...NOTHING, slides: [line] }
    case 'questions':
      return isTalk(before) ? NOTHING : part('note', 'questions')
    case 'group':
      if (areMeetups && (inside.meetups.length === 0 || inside.parts.some(({ kind }) => kind === 'talk')))
        return { ...NOTHING, meetups: [{ heading: line, list: inside }] }
      return withLoose(inside, line)
    case 'note':
    case 'afterword':
      return part(role, `a section named “${bareTitle(line.text)}”`)
    default: {
      const isWeak =
        role === 'open' && isUsual && evidence.score < LIKELY && !isCommonTalk(bareTitle(line.text))
      if (isWeak) return part('note', 'a heading without what its neighbours have')
      if (role === 'open' && areMeetups && split.people === '' && isEdition(line))
        return part('note', 'an event without talks')
      if (role === 'open' && areElsewhere && evidence.score === 0)
        return part('note', 'a heading beside those that hold the talks')
      if (role === 'open' && isStory && evidence.score < LIKELY) return part('note', STORY)
      if (role === 'open' && isPartName(bareTitle(line.text)) && evidence.score < LIKELY)
        return part('note', 'a name of a part')
      return part('talk', [`a heading`, ...evidence.why].join(', '))
    }
  }
}

/** What introduces a group is a note of its name. */
function withLoose(inside: PartList, heading: Line): PartList {
  const isYear = isOnlyDate(bareTitle(heading.text))
  const list = isYear
    ? { ...inside, meetups: inside.meetups.map((each) => ({ above: heading, ...each })) }
    : inside
  const lines = list.loose.filter(({ text, links }) => text !== '' || links.length > 0)
  if (lines.length === 0) return { ...list, loose: [] }
  const title = bareTitle(heading.text)
  const note: Part = {
    kind: 'note',
    line: { ...heading, children: [...lines] },
    split: { title, people: '' },
    score: 0,
    why: 'what stands over talks',
  }
  return { ...list, parts: [note, ...list.parts], loose: [] }
}

function isTalk(profile: Profile | undefined): boolean {
  return profile?.role === 'talk' || profile?.role === 'open'
}
