import { beginsWithTime } from '../../../facts/bare-title.js'
import { isMaterial, labelOf } from '../../../facts/labels.js'
import { kindOfLink } from '../../../facts/links.js'
import { isBreak, isCommonTalk, isPartName } from '../../../facts/section-names.js'
import { splitTitles } from '../../../facts/titles.js'
import type { Line } from '../../../tree/line.js'
import { isOnlyDate } from '../../evidence/editions.js'
import { type Evidence, weigh } from '../../evidence/evidence.js'
import { titleOfPerson, turnPersons, withPersons } from '../../evidence/person-first.js'
import { findSpeakers, hasLabelledSpeaker } from '../../evidence/speaker-lines.js'
import { splitLinkLines, titleInBold, titleInCode, withDescription } from '../../evidence/title-text.js'
import { EVIDENCE, LIKELY, STRONG } from '../../tuning.js'
import type { Context, PostPart } from '../part-list.js'
import { placeBeside } from '../repairs.js'
import {
  canBeTitle,
  cousinTitles,
  isSentence,
  talksInItem,
  titleTextOf,
  withAccounts,
  withRest,
} from './item-titles.js'

/** Our own measure: fewer items show no habit. */
const FEW_ITEMS = 4

/** Decides of items that follow each other which are talks; none where they are but a list. */
export function partsInRun(items: readonly Line[], context: Context): PostPart[] {
  const turned = turnPersons(items, leastOf(items, context), context.isBios)
  const titled = turned.lines
    .map(withRest)
    .flatMap(talksInItem)
    .map(withDescription)
    .filter((item) => canBeTitle(item, context))
  const persons = new Map(turned.lines.map((line, index) => [line.line, turned.people[index] ?? '']))
  const texts = titled.map(titleTextOf)
  const told = titled.map(({ children }) => hasLabelledSpeaker(children))
  const cousins = texts.length < FEW_ITEMS ? cousinTitles(context) : []
  const plain = splitTitles([...texts, ...cousins], told, placeBeside(context.repairs)).slice(0, texts.length)
  const splits = withPersons(
    splitLinkLines(titled, context.announced === 2 ? withAccounts(texts, plain) : plain),
    titled.map(({ line }) => persons.get(line) ?? ''),
  )
  const weighed = titled.map((line, index) => {
    const split = titleInBold(line) ?? titleInCode(line) ?? splits[index] ?? { title: '', people: '' }
    return { line, split, evidence: weigh(line, split) }
  })
  if (areNotes(weighed, context)) return []
  const parts = weighed.flatMap(({ line, split, evidence }): PostPart[] => {
    if (
      split.title === '' ||
      isOnlyTime(split.title) ||
      isOnlyDate(split.title) ||
      isPartName(split.title) ||
      isMaterial(split.title)
    )
      return []
    if (beginsWithTime(line.text) && isBreak(split.title, split.people)) return []
    if (beginsWithTime(line.text) && GROUP_OF_TALKS.test(split.title.split(/[:：]/)[0] ?? '')) return []
    return [
      { kind: 'talk', line, split, score: evidence.score, why: ['an item', ...evidence.why].join(', ') },
    ]
  })
  const strong = parts.filter(({ score }) => score >= STRONG)
  const likely = parts.filter(({ score }) => score >= LIKELY)
  if (context.repairs.talks === 'list') return parts
  // A programme also says when nobody speaks.
  const timed = items.filter(({ text }) => beginsWithTime(text))
  if (timed.length > 2 && timed.length * 2 >= items.length && strong.length > 0 && context.announced > 0) {
    const told = parts.filter(({ split, line }) => split.people !== '' || tellsSpeaker(line))
    return told.length > 1
      ? strong.filter((part) => told.includes(part) || !isCommonTalk(part.split.title))
      : strong
  }
  if (timed.length > 2 && timed.length * 3 >= items.length * 2 && context.isEvent) return likely
  if (context.announced === 2 && strong.length * 2 < parts.length) {
    const isList =
      (parts.length > 1 || cousins.length > 1 || parts.some(({ line }) => line.children.length > 0)) &&
      parts.filter(({ line }) => isSentence(line.text) && !isWholeLink(line)).length * 3 <= parts.length
    return isList || likely.length * 2 >= parts.length ? parts : likely
  }
  // Two items of notes look like talks now and then.
  const areSure = strong.every(({ score }) => score >= STRONG + EVIDENCE.timeSlot)
  const enough = context.announced > 0 ? 1 : context.isFlat || areSure ? 2 : 3
  if (strong.length >= enough && strong.length * 2 >= items.length)
    return parts.filter(({ score, line }) => score >= LIKELY || !isSentence(line.text))
  if (context.announced === 1 && likely.length > 0) return likely
  if (context.isLastResort && areNumberedNotes(items, parts))
    return parts.map((part) => ({
      ...part,
      score: Math.max(part.score, LIKELY),
      why: `${part.why}, a number`,
    }))
  return parts.length > 2 && parts.length === items.length && parts.every(({ line }) => isMediaLink(line))
    ? parts
    : []
}

/** An item, and what speaks for it. */
interface WeighedItem {
  readonly line: Line
  readonly evidence: Evidence
}

/** Whether nothing speaks for any item: most lists are notes, and a closer look takes as long as all before. */
function areNotes(items: readonly WeighedItem[], { announced, isLastResort, repairs }: Context): boolean {
  return (
    announced < 2 &&
    !isLastResort &&
    repairs.talks !== 'list' &&
    items.every(({ line, evidence }) => evidence.score < LIKELY && line.links.length === 0)
  )
}

/** How many persons over titles are a habit: one is enough in a short list where those beside it have more. */
function leastOf(items: readonly Line[], { cousins, isBios }: Context): number {
  const couldBe = items.length < FEW_ITEMS && items.some((item) => titleOfPerson(item, isBios))
  return couldBe && turnPersons(cousins, 2, isBios).people.some((name) => name !== '') ? 1 : 2
}

/** A link may be called by a sentence: it is its title. */
function isWholeLink({ text, links: [link, ...others] }: Line): boolean {
  return others.length === 0 && link?.text === text
}

/** A list with numbers, most items of which are titles over notes. */
function areNumberedNotes(items: readonly Line[], parts: readonly PostPart[]): boolean {
  const noted = parts.filter(
    ({ line }) => line.numbered && line.children.length > 0 && !isSentence(line.text),
  )
  const areNumbered = parts.every(({ line }) => line.numbered)
  const others = items.filter(({ text }) => labelOf(text) === undefined)
  return (
    noted.length > 1 &&
    areNumbered &&
    noted.length * 4 >= parts.length * 3 &&
    parts.length * 2 >= others.length
  )
}

/** `월요일 오후 7:30 - 9:00`, `Mon 7:30 pm`. */
function isOnlyTime(title: string): boolean {
  return (
    /\d/.test(title) &&
    !/\p{L}/u.test(
      title.replace(
        /[월화수목금토일]요일|오전|오후|\b(?:mon|tue|wed|thu|fri|sat|sun)\w*|[ap]\.?m\b|\d\s?[시분]/giu,
        '',
      ),
    )
  )
}

/** What a programme calls several talks: `Student talks`, `오후 세션들`. */
const GROUP_OF_TALKS = /\b(?:talks|sessions)(?:\s\S{1,2})?$|(?:세션|발표|강연)들$/iu

/** Nothing but a link to slides or a recording, which it names: a list of those is a list of talks. */
function isMediaLink({ text, links: [link, ...others] }: Line): boolean {
  return link !== undefined && others.length === 0 && link.text === text && kindOfLink(link) !== 'other'
}

function tellsSpeaker({ children }: Line): boolean {
  return findSpeakers(children).some(({ how }) => how !== 'mentioned')
}
