import { bareTitle, isOnlyCount } from '../../../facts/bare-title.js'
import { isMaterial } from '../../../facts/labels.js'
import { kindOfLink } from '../../../facts/links.js'
import { isAboutEvent, isProgramme, sectionKind } from '../../../facts/section-names.js'
import type { TitleSplit } from '../../../facts/title-forms.js'
import { PART_OF_DAY } from '../../../facts/words.js'
import { allOf, type Line } from '../../../tree/line.js'
import { isEdition, isOnlyDate, namesEvent } from '../../evidence/editions.js'
import { type Evidence, MENTIONED } from '../../evidence/evidence.js'
import { titleOfPerson } from '../../evidence/person-first.js'
import { hasLabelledSpeaker, isAlone } from '../../evidence/speaker-lines.js'
import { speakerOfAll } from '../../evidence/talks-of.js'
import { labelledTitle, titleBelow } from '../../evidence/title-below.js'
import { EVIDENCE, LIKELY, MANY_LINKS, STRONG } from '../../tuning.js'
import { type Context, type PartList, strengthOf } from '../part-list.js'
import { repairOf } from '../repairs.js'

/** A heading with all that decides what it is. */
export interface Profile {
  readonly line: Line
  readonly split: TitleSplit
  readonly evidence: Evidence
  readonly inside: PartList
  readonly role: 'talk' | 'open' | 'group' | 'note' | 'afterword' | 'slides' | 'contents' | 'questions'
}

/** What a heading is for, by its name, its evidence and what stands below it; `open` is decided beside its siblings. */
export function roleOf(
  line: Line,
  split: TitleSplit,
  evidence: Evidence,
  inside: PartList,
  context: Context,
): Profile['role'] {
  const title = bareTitle(line.text)
  const within = strengthOf(inside)
  const kind = sectionKind(title)
  const repaired = repairOf(line, title, context.repairs, within.talks > 0)
  if (repaired && !(repaired === 'note' && (kind === 'afterword' || kind === 'slides'))) return repaired
  if (kind === 'open' && evidence.score < STRONG && /\p{L}/u.test(title) && isMaterial(title)) return 'note'
  if (speakerOfAll(line.text) !== '' && within.talks > 0) return 'group'
  if (split.people !== '' && split.title !== '' && kind === 'open') return 'talk'
  if (isOnlyCount(line.text) && within.likely > 1 && PART_OF_DAY.test(title)) return 'group'
  if (isOnlyCount(line.text)) return titleBelow(line) ? 'talk' : within.talks > 0 ? 'group' : 'open'
  // Made of a line above a list: it holds talks, or is none.
  if (line.depth > 6) return within.talks > 0 ? 'group' : 'note'
  const isLabelled = hasLabelledSpeaker(line.children)
  if (isLabelled && (kind === 'open' || kind === 'part')) return 'talk'
  switch (kind) {
    case 'contents':
      // `## Index` may also be the only heading above those that hold the talks.
      return (within.best >= STRONG && line.children.some(({ kind }) => kind === 'heading')) ||
        (within.likely >= 2 && !leadsInside(line))
        ? 'group'
        : 'contents'
    case 'question time':
      return 'questions'
    case 'slides': {
      const isDated = line.children.some(
        ({ kind, text }) => kind === 'heading' && isOnlyDate(bareTitle(text)),
      )
      if ((isDated || inside.meetups.length > 0) && within.talks > 0) return 'group'
      return allOf([line], ({ links }) => links).length > 0 ? 'slides' : 'open'
    }
    case 'links':
      if ((within.likely >= 2 && within.best >= STRONG) || within.best >= STRONG + LIKELY) return 'group'
      return leadsToTalks(line) ? 'slides' : 'note'
    case 'bios':
      if (within.talks > 0 && within.best >= STRONG && !hasPeopleOnly(line)) return 'group'
      return labelledTitle(line) ? 'talk' : 'note'
    case 'note':
    case 'afterword':
    case 'part': {
      const about = /세션|발표|강연|sessions?\b|talks?\b/i.test(title)
      if (within.likely >= 2 || (about && within.talks > 1)) return 'group'
      if (isProgramme(title) && within.best >= STRONG) return 'group'
      return kind === 'part' ? 'open' : kind
    }
    case 'sessions':
    case 'day':
      if (within.talks > 0) return 'group'
      return kind === 'sessions' && evidence.score >= LIKELY && !isOnlyMentioned(evidence) ? 'talk' : 'note'
    default:
  }
  if (split.people === '' && holdsMany(line)) return within.talks > 1 ? 'group' : 'note'
  if (isOnlyDate(title)) return within.talks > 0 ? 'group' : 'note'
  if (isAlone(line) && /[가-힣]/.test(line.text)) return 'note'
  if (isAboutEvent(title, context.event)) return within.likely > 0 ? 'group' : 'note'
  if (isProgramme(title) && within.talks > 2) return 'group'
  return within.likely >= 2 || isHolder(line, evidence, inside) ? 'group' : 'open'
}

/** Whether a sentence that names somebody is all that speaks for a heading. */
function isOnlyMentioned({ why }: Evidence): boolean {
  return why.length === 1 && why[0] === MENTIONED
}

/** Whether a heading without evidence of its own stands over talks: what a row links is the row's. */
function isHolder(line: Line, evidence: Evidence, inside: PartList): boolean {
  const within = strengthOf(inside)
  const own =
    within.talks > 0 && inside.parts.every((part) => part.kind !== 'talk' || part.line.kind === 'row')
      ? evidence.score - EVIDENCE.slidesOrVideo
      : evidence.score
  if (within.best < LIKELY) return false
  if (isEdition(line) || namesEvent(bareTitle(line.text))) return true
  return within.best >= STRONG && within.talks === within.likely && own < LIKELY
}

/** Whether a section leads to places on its own page, as contents do. */
function leadsInside(line: Line): boolean {
  const links = allOf([line], (each) => each.links)
  return links.length > 0 && links.filter(({ address }) => address === '').length * 2 > links.length
}

/** Whether more slides and videos are linked below a heading than any talk has: it is a list of them. */
function holdsMany(line: Line): boolean {
  const links = allOf(
    line.children.filter(({ kind }) => kind !== 'heading'),
    (each) => each.links.filter((link) => kindOfLink(link) !== 'other').map(({ address }) => address),
  )
  return new Set(links).size > MANY_LINKS
}

/** Whether all that a section links is slides and videos. */
function leadsToTalks(line: Line): boolean {
  const links = allOf([line], (each) => each.links)
  return links.length > 0 && links.every((link) => kindOfLink(link) !== 'other')
}

function hasPeopleOnly(line: Line): boolean {
  const headings = line.children.filter(({ kind }) => kind === 'heading')
  return headings.length > 0 && headings.every((each) => isAlone(each) && !titleOfPerson(each, true))
}
