import { bareTitle } from '../../../facts/bare-title.js'
import { findDate } from '../../../facts/dates.js'
import {
  isCommonTalk,
  isContentName,
  isPartName,
  isProgramme,
  sectionKind,
} from '../../../facts/section-names.js'
import { splitTitles, type TitleSplit } from '../../../facts/titles.js'
import { allOf, type Line } from '../../../tree/line.js'
import { isEdition, isOnlyDate, namesEdition, namesEvent, tellsOfMeeting } from '../../evidence/editions.js'
import { type Evidence, weigh } from '../../evidence/evidence.js'
import { turnPersons, withPersons } from '../../evidence/person-first.js'
import { findSpeakers, isAlone } from '../../evidence/speaker-lines.js'
import { speakerOfAll } from '../../evidence/talks-of.js'
import { labelledTitle } from '../../evidence/title-below.js'
import { splitLinkLines, textOfTitle } from '../../evidence/title-text.js'
import { createTitleFinder } from '../../join/same-title.js'
import { EVENT_DAYS, EVIDENCE, LIKELY, STRONG, USUAL_SHARE } from '../../tuning.js'
import {
  BARE,
  type Context,
  merged,
  NOTHING,
  type PartList,
  type PostPart,
  STORY,
  strengthOf,
} from '../part-list.js'
import { depthOf, placeBeside } from '../repairs.js'
import { type Profile, roleOf } from './roles.js'

/**
 * Decides of the headings of one rank together which are talks, which hold some, and which are neither. `above` is what
 * the lines above them hold.
 */
export function partsInHeadings(written: readonly Line[], context: Context, above: PartList): PartList {
  const headings = belowEvents(written)
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
  const dated = profiles.filter((profile) => profile.role === 'open' && isDatedTalk(profile))
  const areDatedTalks = dated.length > 2 && dated.length * 2 >= profiles.length
  const isStory = !tellsTalks(profiles, lists, context)
  const found = profiles.map((profile, index) =>
    listOf(
      profile,
      {
        isUsual,
        areMeetups,
        areDatedTalks,
        areElsewhere: areElsewhere && isTold(profile.split.title) === undefined,
        isStory,
      },
      profiles[index - 1],
      profiles[index + 1],
    ),
  )
  return merged(found)
}

/** Puts below a heading that is an event or a date, with nothing below it, the headings of its own rank that follow. */
function belowEvents(headings: readonly Line[]): readonly Line[] {
  const isOver = (line: Line) =>
    line.children.length === 0 &&
    namesEdition(line.text) &&
    (isOnlyDate(bareTitle(line.text)) || tellsOfMeeting(line.text))
  if (!headings.some((line, index) => isOver(line) && index + 1 < headings.length)) return headings
  const put: Line[] = []
  let open: Line | undefined
  for (const line of headings) {
    if (isOver(line)) {
      open = { ...line, children: [] }
      put.push(open)
    } else if (open && !namesEdition(line.text) && sectionKind(bareTitle(line.text)) === 'open')
      open.children.push(line)
    else {
      open = undefined
      put.push(line)
    }
  }
  return put
}

function profilesOf(all: readonly Line[], context: Context): Profile[] {
  const { lines: headings, people } = turnPersons(all, context.announced === 2 ? 1 : 2, context.isBios)
  const plain = splitTitles(
    headings.map(textOfTitle),
    headings.map(({ children }) => findSpeakers(children).some(({ how }) => how === 'label')),
    placeBeside(context.repairs),
  )
  const splits = withPersons(splitLinkLines(headings, plain), people)
  return headings.map((line, index) => {
    const own = splits[index] ?? { title: line.text, people: '' }
    const split =
      own.people === '' && isSpeakerOnly(line, context) ? { title: line.text, people: line.text } : own
    const evidence = weigh(line, split)
    const others = cousinsOf(headings, index)
    return profileOf(line, split, evidence, announcedBy(line, evidence, context), context, others)
  })
}

function profileOf(
  line: Line,
  split: TitleSplit,
  evidence: Evidence,
  announced: Context['announced'],
  context: Context,
  cousins: readonly Line[],
): Profile {
  const isBios = sectionKind(bareTitle(line.text)) === 'bios'
  const found = context.partsOf(line.children, { ...context, announced, isFlat: false, isBios, cousins })
  const inside = spokenBy(speakerOfAll(line.text), found)
  return { line, split, evidence, inside, role: roleOf(line, split, evidence, inside, context) }
}

/** Whether a heading calls somebody by name over what they showed, in a post about an event: `홍길동님`. */
function isSpeakerOnly(line: Line, { isEvent, isBios }: Context): boolean {
  return (
    isEvent &&
    !isBios &&
    /님$/.test(line.text) &&
    isAlone(line) &&
    allOf(line.children, ({ links }) => links).length > 0
  )
}

/** The talks below a heading that names who gave all of them. */
function spokenBy(people: string, list: PartList): PartList {
  return people === ''
    ? list
    : {
        ...list,
        parts: list.parts.map((part) =>
          part.kind === 'talk' && part.split.people === ''
            ? { ...part, split: { ...part.split, people }, score: part.score + EVIDENCE.speakerInTitle }
            : part,
        ),
      }
}

/** Our own measure: so many neighbours on either side show how titles are written. */
const NEIGHBOURS = 4

/** What stands below the neighbours of a heading. */
function cousinsOf(headings: readonly Line[], index: number): Line[] {
  return headings
    .slice(Math.max(0, index - NEIGHBOURS), index + NEIGHBOURS + 1)
    .filter((other) => other !== headings[index])
    .flatMap(({ children }) => children)
}

/**
 * Where most dates of a rank hold talks, or all hold a title or two and nothing else, the lines below the others are
 * talks, too, though they name nobody; and where lists below a topic surely are, so are those below its neighbours.
 */
function announcedBySiblings(profiles: readonly Profile[], context: Context): Profile[] {
  const dates = profiles.filter(({ line }) => isEdition(line))
  const told = dates.filter(({ inside }) => strengthOf(inside).talks > 0)
  const areBrief =
    context.isEvent &&
    dates.length > 2 &&
    dates.every(({ line }) => holdsTitlesOnly(line)) &&
    told.length === 0
  const isUsual = areBrief || (told.length > 2 && told.length * 2 >= dates.length)
  const topics = profiles.filter((profile) => !dates.includes(profile) && isTopicOverList(profile))
  const sure = topics.filter(
    ({ inside }) => strengthOf(inside).best >= LIKELY && strengthOf(inside).talks > 1,
  )
  const areTopics = sure.length > 0 && sure.length * 2 >= topics.length
  const lines = dates.map(({ line }) => line)
  const others = topics.map(({ line }) => line)
  return profiles.map((profile) => {
    const { line, split, evidence, inside } = profile
    if (strengthOf(inside).talks > 0) return profile
    if (isUsual && dates.includes(profile))
      return profileOf(line, split, evidence, 2, context, cousinsOf(lines, dates.indexOf(profile)))
    return areTopics && topics.includes(profile)
      ? profileOf(line, split, evidence, 1, context, cousinsOf(others, topics.indexOf(profile)))
      : profile
  })
}

/** Whether a heading without evidence of its own stands over nothing but a list. */
function isTopicOverList({ line, split, evidence }: Profile): boolean {
  return (
    split.people === '' &&
    evidence.score <= LIKELY &&
    sectionKind(bareTitle(line.text)) === 'open' &&
    line.children.length > 0 &&
    line.children.every(({ kind }) => kind === 'item' || kind === 'row')
  )
}

/** Whether all that stands below a heading is a list of up to three short lines that are no sentences. */
function holdsTitlesOnly({ children }: Line): boolean {
  return (
    children.length > 0 &&
    children.length <= 3 &&
    children.every(
      ({ kind, text, children: below }) =>
        kind === 'item' &&
        below.length === 0 &&
        /\s/.test(text) &&
        text.length >= 6 &&
        text.length <= 80 &&
        !/[.!。]$|[다요죠음함됨]$/.test(text),
    )
  )
}

function announcedBy(line: Line, evidence: Evidence, context: Context): Context['announced'] {
  const title = bareTitle(line.text)
  const kind = sectionKind(title)
  if (isContentName(title) && context.announced < 2) return 0
  if (kind === 'sessions' || kind === 'day' || line.depth > 6 || speakerOfAll(line.text) !== '') return 2
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
  /** Most of them are a date and the title of a talk. */
  readonly areDatedTalks: boolean
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
  { isUsual, areMeetups, areDatedTalks, areElsewhere, isStory }: Rank,
  before: Profile | undefined,
  after: Profile | undefined,
): PartList {
  const { split, evidence, inside, role } = profile
  // In a post without levels the questions follow their talk as a heading of the same rank.
  const questions = isTalk(profile) && after?.role === 'questions' ? [after.line] : []
  const line = { ...profile.line, children: [...profile.line.children, ...questions] }
  const part = (kind: PostPart['kind'], why: string): PartList => ({
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
      if (role === 'open' && split.people === '' && isEdition(line)) {
        if (isTitled(line, split.title) || (areDatedTalks && isDatedTalk(profile))) {
          const heading = { ...line, text: findDate(line.text), children: [] }
          return { ...NOTHING, meetups: [{ heading, list: part('talk', 'a dated title') }] }
        }
        if (areMeetups) return part('note', 'an event without talks')
      }
      const isWeak =
        role === 'open' && isUsual && evidence.score < LIKELY && !isCommonTalk(bareTitle(line.text))
      if (isWeak) return part('note', BARE)
      if (role === 'open' && areElsewhere && evidence.score === 0)
        return part('note', 'a heading beside those that hold the talks')
      if (role === 'open' && isStory && evidence.score < LIKELY) return part('note', STORY)
      if (role === 'open' && isPartName(bareTitle(line.text)) && evidence.score < LIKELY)
        return part('note', 'a name of a part')
      return part('talk', [`a heading`, ...evidence.why].join(', '))
    }
  }
}

/** Whether a dated heading says what was spoken of, and not only at which event: `2014-10-23: Immutable vectors in Rust`. */
function isTitled({ text }: Line, title: string): boolean {
  const words = title.match(/\p{L}{2,}/gu) ?? []
  return findDate(text).length === 10 && words.length > 2 && !tellsOfMeeting(title) && title !== text
}

/** Whether slides or a video stand below a dated heading that says more than which meetup it is. */
function isDatedTalk({ line, split, evidence }: Profile): boolean {
  return (
    findDate(line.text).length > 4 &&
    evidence.score >= LIKELY &&
    /\p{L}{2}/u.test(split.title) &&
    split.title !== line.text &&
    !tellsOfMeeting(split.title) &&
    !namesEdition(split.title)
  )
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
  const note: PostPart = {
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
