import { bareTitle } from '../../../facts/bare-title.js'
import { isAddress } from '../../../facts/links.js'
import { isContentName, isProgramme, sectionKind } from '../../../facts/section-names.js'
import type { TitleSplit } from '../../../facts/title-forms.js'
import { splitTitles } from '../../../facts/titles.js'
import { allOf, type Line } from '../../../tree/line.js'
import { isEdition, isOnlyDate, isOnlyEdition, namesEvent } from '../../evidence/editions.js'
import { type Evidence, weigh } from '../../evidence/evidence.js'
import { turnPersons, withPersons } from '../../evidence/person-first.js'
import { hasLabelledSpeaker, isAlone } from '../../evidence/speaker-lines.js'
import { speakerOfAll } from '../../evidence/talks-of.js'
import { splitLinkLines, textOfTitle } from '../../evidence/title-text.js'
import { EVIDENCE, LIKELY } from '../../tuning.js'
import { type Context, type PartList, strengthOf } from '../part-list.js'
import { placeBeside } from '../repairs.js'
import { type Profile, roleOf } from './roles.js'

/** What each heading of a rank says for itself: its title and people, evidence, what it holds and its role. */
export function profilesOf(all: readonly Line[], context: Context): Profile[] {
  const { lines: headings, people } = turnPersons(all, context.announced === 2 ? 1 : 2, context.isBios)
  const plain = splitTitles(
    headings.map(textOfTitle),
    headings.map(({ children }) => hasLabelledSpeaker(children)),
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
export function announcedBySiblings(profiles: readonly Profile[], context: Context): Profile[] {
  const dates = profiles.filter(({ line }) => isEdition(line))
  const told = dates.filter(({ inside }) => strengthOf(inside).talks > 0)
  const areBrief =
    context.isEvent &&
    dates.length > 2 &&
    dates.every(({ line }) => holdsTitlesOnly(line)) &&
    told.length === 0
  const areLinks = areBrief && dates.every(({ line }) => holdsLinksOnly(line))
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
    if (isUsual && dates.includes(profile)) {
      const told = profileOf(line, split, evidence, 2, context, cousinsOf(lines, dates.indexOf(profile)))
      // Nothing but the list says that it stands over talks.
      const isOver = areLinks || (areBrief && isOnlyEdition(bareTitle(line.text)))
      return isOver && strengthOf(told.inside).talks > 0 ? { ...told, role: 'group' } : told
    }
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
    line.children.every(({ kind }) => kind === 'item' || kind === 'row' || kind === 'rule') &&
    line.children.some(({ kind }) => kind !== 'rule')
  )
}

/** Whether all that stands below a heading is a list of links. */
function holdsLinksOnly({ children }: Line): boolean {
  return (
    children.length > 0 &&
    children.every(
      ({ kind, text, links: [link, ...others], children: below }) =>
        kind === 'item' &&
        below.length === 0 &&
        others.length === 0 &&
        link?.text === text &&
        !isAddress(text),
    )
  )
}

/** The same, or one of up to three short lines that are no sentences. */
function holdsTitlesOnly(line: Line): boolean {
  const { children } = line
  if (holdsLinksOnly(line)) return true
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
    (context.announced > 0 && kind === 'links') ||
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
