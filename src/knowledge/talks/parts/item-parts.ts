import { bareTitle, beginsWithTime, isOnlyCount } from '../../facts/bare-title.js'
import { findDate } from '../../facts/dates.js'
import { isMaterial, labelNamed, labelOf } from '../../facts/labels.js'
import { kindOfLink } from '../../facts/links.js'
import { isBreak, isCommonTalk, isPartName, sectionKind } from '../../facts/section-names.js'
import { isBalanced, splitTitles, statedIn, type TitleSplit } from '../../facts/titles.js'
import { creditIn } from '../../people/credits.js'
import { onlyPeople } from '../../people/people.js'
import type { Line } from '../../tree/line.js'
import { isOnlyDate, namesEdition, namesEvent } from '../evidence/editions.js'
import { weigh } from '../evidence/evidence.js'
import { turnPersons, withPersons } from '../evidence/person-first.js'
import { findSpeakers, isAlone } from '../evidence/speaker-lines.js'
import {
  splitLinkLines,
  textOfTitle,
  titleInBold,
  titleInCode,
  withDescription,
} from '../evidence/title-text.js'
import { isAddressOnly } from '../passages.js'
import { EVIDENCE, LIKELY, MAX_TITLE_CHARACTERS, STRONG } from '../tuning.js'
import { type Context, merged, NOTHING, type PartList, type PostPart, strengthOf } from './part-list.js'
import { placeBeside, repairOf } from './repairs.js'

/** Our own measure: fewer items show no habit. */
const FEW_ITEMS = 4

/** Our own limit: longer items are no topics. */
const MAX_TOPIC_CHARACTERS = 40

/** Our own limit: so many show it. */
const MAX_COUSINS = 12

/** Items that are talks, or that hold them: `- 발표` over an item each. */
export function partsInItems(lines: readonly Line[], context: Context): PartList | undefined {
  const items = withAddresses(lines.filter(({ kind }) => kind === 'item'))
  if (items.length === 0) return undefined
  const below = partsBelowTopics(items, context)
  if (below.length > 0)
    return { ...NOTHING, parts: below, loose: lines.filter(({ kind }) => kind !== 'item') }
  const groups = items.filter((item) => holdsTalks(item))
  const held = groups.map((item) => {
    const kind = sectionKind(bareTitle(item.text))
    const isAnnounced = kind === 'sessions' || labelNamed(item.text) === 'title'
    const isOver = namesEdition(item.text) || isTopic(item)
    const announced = isAnnounced ? 2 : isOver && context.announced < 1 ? 1 : context.announced
    const cousins = groups
      .filter((other) => other !== item)
      .flatMap(({ children }) => children)
      .slice(0, MAX_COUSINS)
    return { item, list: context.partsOf(item.children, { ...context, announced, isFlat: false, cousins }) }
  })
  const found = held.filter(({ list }) => strengthOf(list).talks > 0)
  const rest = items.filter((item) => !found.some((each) => each.item === item))
  const own =
    found.length > 0 && context.announced < 2
      ? []
      : runsOf(lines, rest).flatMap((run) => itemParts(run, context))
  if (found.length === 0 && own.length === 0) return undefined
  const used = new Set(
    [...found.map(({ item }) => item), ...own.map(({ line }) => line)].flatMap((line) => [
      line.line,
      ...line.children.filter(isAddressOnly).map((child) => child.line),
    ]),
  )
  const events = found.filter(({ item }) => isEvent(item))
  const areEvents = events.length > 1 && events.length * 2 >= found.length
  const inside = merged(
    found.map(({ item, list }) =>
      isEvent(item) && (areEvents || namesEvent(withoutDates(item.text)))
        ? { ...NOTHING, meetups: [{ heading: headingOf(item), list }] }
        : { ...list, loose: [] },
    ),
  )
  return {
    ...inside,
    parts: [...own, ...inside.parts].sort((one, other) => one.line.line - other.line.line),
    loose: lines.filter((line) => !used.has(line.line)),
  }
}

/** Links below a word or two each, in a list below one edition of an event: `- **Testing**` over its talks. */
function partsBelowTopics(items: readonly Line[], { announced }: Context): PostPart[] {
  const topics = items.filter(holdsOnlyLinks)
  if (announced === 0 || topics.length < 2 || topics.length * 4 < items.length * 3) return []
  const lines = topics.flatMap(({ children }) => children).filter(({ kind }) => kind === 'item')
  const splits = splitLinkLines(lines, splitTitles(lines.map(textOfTitle)))
  return lines.flatMap((line, index): PostPart[] => {
    const { title = '', people = '' } = splits[index] ?? {}
    const own = people === '' ? bareTitle(line.links[0]?.text ?? title) : title
    const split = { title: own, people }
    const score = Math.max(LIKELY, weigh(line, split).score)
    return own === '' ? [] : [{ kind: 'talk', line, split, score, why: 'a link below a topic' }]
  })
}

function holdsOnlyLinks({ text, links, children }: Line): boolean {
  const below = children.filter(({ kind }) => kind === 'item')
  return (
    links.length === 0 &&
    text.length <= MAX_TOPIC_CHARACTERS &&
    labelOf(text) === undefined &&
    below.length > 0 &&
    below.every(isTitleLink)
  )
}

function isTitleLink(line: Line): boolean {
  const link = line.links[0]
  return (
    link !== undefined &&
    link.text !== '' &&
    !creditIn(line.text) &&
    line.text.startsWith(link.text) &&
    !isAddressOnly(line)
  )
}

/** An item over talks that says of which event: `2016-07-22: Conf 2016`, `12th meetup`; a year alone stands over events. */
function isEvent({ text }: Line): boolean {
  const title = bareTitle(text)
  return namesEdition(text) && sectionKind(title) === 'open' && !/^\D*(?:19|20)\d\d\s?년?\D*$/.test(title)
}

/** `2016-07-22 - 2016-07-24: Conf` is `Conf`. */
function withoutDates(text: string): string {
  return text.replace(/^(?:[\d\s./~–-]{8,})[\s:：|–-]*/, '')
}

function headingOf(item: Line): Line {
  const name = withoutDates(item.text)
  return {
    ...item,
    kind: 'heading',
    text: /\p{L}{2}/u.test(name) ? `${name} (${findDate(item.text)})`.replace(' ()', '') : item.text,
  }
}

/** Items that follow each other, rules and hours between them or not: each list is judged by itself. */
function runsOf(lines: readonly Line[], items: readonly Line[]): Line[][] {
  const places = new Map(lines.map(({ line }, place) => [line, place]))
  const runs: Line[][] = []
  let end = -2
  for (const item of items) {
    const place = places.get(item.line) ?? 0
    const isNext = lines.slice(end + 1, place).every(isBetweenItems)
    if (end >= 0 && isNext) runs.at(-1)?.push(item)
    else runs.push([item])
    end = place
  }
  return runs
}

/** Rules and hours, `10am`, stand between the items of one programme. */
function isBetweenItems({ kind, text }: Line): boolean {
  return kind === 'item' || kind === 'rule' || (kind === 'text' && beginsWithTime(text) && isOnlyCount(text))
}

/** An item that is nothing but an address belongs to the one before it. */
function withAddresses(items: readonly Line[]): Line[] {
  const joined: Line[] = []
  for (const item of items) {
    const last = joined.at(-1)
    if (last && isAddressOnly(item) && !isAddressOnly(last))
      joined[joined.length - 1] = { ...last, children: [...last.children, item] }
    else joined.push(item)
  }
  return joined
}

function holdsTalks(item: Line): boolean {
  if (item.children.length === 0 || item.text.length > 60) return false
  const kind = sectionKind(bareTitle(item.text))
  return (
    kind === 'sessions' ||
    kind === 'day' ||
    labelNamed(item.text) === 'title' ||
    namesEdition(item.text) ||
    item.children.some(({ kind: each }) => each === 'row') ||
    isTopic(item)
  )
}

/** A few words over several items, most of which surely name speakers. */
function isTopic(item: Line): boolean {
  const below = item.children.filter(({ kind }) => kind === 'item')
  if (below.length < 2 || item.links.length > 0 || labelOf(item.text)) return false
  const splits = splitLinkLines(below, splitTitles(below.map(titleTextOf)))
  const named = splits.filter(({ people, title }) => people !== '' && title !== '')
  return named.length > 1 && named.length * 3 >= below.length * 2
}

function itemParts(items: readonly Line[], context: Context): PostPart[] {
  const turned = turnPersons(items, 2, context.isBios)
  const titled = turned.lines
    .map(withRest)
    .map(withDescription)
    .filter((item) => canBeTitle(item, context))
  const persons = new Map(turned.lines.map((line, index) => [line.line, turned.people[index] ?? '']))
  const texts = titled.map(titleTextOf)
  const told = titled.map(({ children }) => findSpeakers(children).some(({ how }) => how === 'label'))
  const cousins = texts.length < FEW_ITEMS ? cousinTitles(context) : []
  const plain = splitTitles([...texts, ...cousins], told, placeBeside(context.repairs)).slice(0, texts.length)
  const splits = withPersons(
    splitLinkLines(titled, context.announced === 2 ? withAccounts(texts, plain) : plain),
    titled.map(({ line }) => persons.get(line) ?? ''),
  )
  const parts = titled.flatMap((line, index): PostPart[] => {
    const split = titleInBold(line) ?? titleInCode(line) ?? splits[index] ?? { title: '', people: '' }
    const evidence = weigh(line, split)
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
      parts.filter(({ line }) => isSentence(line.text)).length * 3 <= parts.length
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

/** A list with numbers, most items of which are titles over notes. */
function areNumberedNotes(items: readonly Line[], parts: readonly PostPart[]): boolean {
  const noted = parts.filter(
    ({ line }) => line.numbered && line.children.length > 0 && !isSentence(line.text),
  )
  const others = items.filter(({ text }) => labelOf(text) === undefined)
  return noted.length > 1 && noted.length === parts.length && parts.length * 2 >= others.length
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

/** An item whose title goes on in the next lines of its source. */
function withRest(item: Line): Line {
  const [next] = item.children
  if (!next?.continues || next.kind !== 'text' || isAlone(next) || creditIn(next.text) || labelOf(next.text))
    return item
  const isRest = /[\p{L}\d,–-]$/u.test(item.text) && /^[\p{L}\d]/u.test(next.text) && textOfTitle(next) !== ''
  if (!isRest) return item
  let whole = item
  for (const line of item.children) {
    const isOpen = whole === item || !isBalanced(whole.text)
    if (!isOpen || !line.continues || line.kind !== 'text') break
    whole = {
      ...whole,
      text: `${whole.text} ${line.text}`,
      textOutsideLinks: `${whole.textOutsideLinks} ${line.textOutsideLinks}`.trim(),
      links: [...whole.links, ...line.links],
      children: whole.children.slice(1),
    }
  }
  return whole.text.length <= MAX_TITLE_CHARACTERS && !isSentence(whole.text) ? whole : item
}

/** The titles of lists below the neighbours of the heading, where this one has too few to show how they are written. */
function cousinTitles({ cousins }: Context): string[] {
  return cousins
    .filter(({ kind, text }) => kind === 'item' && text !== '' && text.length <= MAX_TITLE_CHARACTERS)
    .slice(0, MAX_COUSINS)
    .map(titleTextOf)
}

/** `jdoe: title`: where all items of a list of talks begin so, it is who speaks. */
function withAccounts(texts: readonly string[], splits: readonly TitleSplit[]): TitleSplit[] {
  const found = texts.map((text) => /^([a-z][\w.-]{1,19}):\s+(\S.*)$/.exec(text))
  const isUsual = found.length > 1 && found.every((match) => match !== null)
  return splits.map((split, index) => {
    const [, people = '', title = ''] = found[index] ?? []
    return isUsual && split.people === '' ? { title, people } : split
  })
}

function tellsSpeaker({ children }: Line): boolean {
  return findSpeakers(children).some(({ how }) => how !== 'mentioned')
}

function canBeTitle(item: Line, context: Context): boolean {
  if (item.text === '' || item.text.length > MAX_TITLE_CHARACTERS * 1.5) return false
  if (repairOf(item, bareTitle(item.text), context.repairs) === 'note') return false
  if (statedIn(item.text)) return true
  const fact = labelOf(item.text)
  return (
    (!fact || fact.label === 'title') &&
    (!isAlone(item) ||
      item.links.some(({ text }) => /\S\s+\S/.test(text) && !onlyPeople(text)) ||
      /\s[-–—]\s|[\s,](?:by|von|par|por)\s/.test(item.text))
  )
}

/** `세션: [title](…)` is a title. */
function titleTextOf(item: Line): string {
  if (statedIn(item.text)) return item.text
  const fact = labelOf(item.text)
  return fact?.label === 'title' && fact.value !== '' ? fact.value : textOfTitle(item)
}

function isSentence(text: string): boolean {
  return /[다요죠음함됨]\.?$|[.。]$/.test(text) && text.length > 20
}
