import { bareTitle } from '../../../facts/bare-title.js'
import { findDate } from '../../../facts/dates.js'
import { hasSectionWord, isCommonTalk, isPartName } from '../../../facts/section-names.js'
import type { Line } from '../../../tree/line.js'
import { isEdition, isOnlyDate, namesEdition, namesEvent, tellsOfMeeting } from '../../evidence/editions.js'
import { LIKELY } from '../../tuning.js'
import { BARE, NOTHING, type PartList, type PostPart, STORY } from '../part-list.js'
import type { Rank } from './rank.js'
import type { Profile } from './roles.js'

/** What a heading gives: a talk, a note, a group with its talks, or meetups of their own. */
export function listOf(
  profile: Profile,
  { isUsual, areNamed, areMeetups, isOwn, areDatedTalks, areElsewhere, isStory }: Rank,
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
      if (
        (areMeetups || isOwn) &&
        (inside.meetups.length === 0 || inside.parts.some(({ kind }) => kind === 'talk'))
      )
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
        role === 'open' &&
        isUsual &&
        evidence.score < LIKELY &&
        !isCommonTalk(bareTitle(line.text)) &&
        !isLikeTitle(line, areNamed)
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

/** Our own measure: of 16 headings without what their neighbours had, the 4 talks had so many words, and 3 of the others. */
const WORDS_OF_TITLE = 4

/** The same, over so many lines, where its neighbours name nobody and have slides or videos: many a talk has none. */
const WORDS_BESIDE_SLIDES = 3
const LINES_BESIDE_SLIDES = 3

/** Whether a heading is long enough for a title, and speaks of no event and no section. */
function isLikeTitle({ text, children }: Line, areNamed: boolean): boolean {
  const title = bareTitle(text)
  const least = areNamed || children.length < LINES_BESIDE_SLIDES ? WORDS_OF_TITLE : WORDS_BESIDE_SLIDES
  const words = title.match(/[\p{L}\d][\p{L}\d.'’-]*/gu) ?? []
  return words.length >= least && !namesEvent(title) && !namesEdition(title) && !hasSectionWord(title)
}

/** Whether a dated heading says what was spoken of, and not only at which event: `2014-10-23: Immutable vectors in Rust`. */
function isTitled({ text }: Line, title: string): boolean {
  const words = title.match(/\p{L}{2,}/gu) ?? []
  return findDate(text).length === 10 && words.length > 2 && !tellsOfMeeting(title) && title !== text
}

/** Whether slides or a video stand below a dated heading that says more than which meetup it is. */
export function isDatedTalk({ line, split, evidence }: Profile): boolean {
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
