import { isOnlyCount } from '../../facts/bare-title.js'
import { labelNamed, labelOf, linkWord } from '../../facts/labels.js'
import { sectionKind } from '../../facts/section-names.js'
import { statedIn } from '../../facts/titles.js'
import { creditIn } from '../../people/credits.js'
import { speakerMentioned } from '../../people/mentions.js'
import { isSurelyName } from '../../people/names.js'
import { isHonoured, onlyPeople, type People, readPeople, startsWithName } from '../../people/people.js'
import { ROLES } from '../../people/positions.js'
import type { Line } from '../../tree/line.js'
import { SPEAKER_LINES } from '../tuning.js'
import { isOnlyDate, namesEdition } from './editions.js'

/** Text that names speakers, and the line that it stands in. */
export interface SpeakerText {
  readonly line: Line
  readonly text: string
  /** What else the line states, behind a dot or a bar. */
  readonly rest?: string
  /** How the line says that it names a speaker. */
  readonly how: 'label' | 'alone' | 'mentioned'
}

/**
 * The lines of a section that name its speakers: those with a label, which are trusted; else those near its beginning
 * that are nothing but people; else a sentence that says who spoke. Right below what may be a `title` a line may also
 * say where they work.
 */
export function findSpeakers(children: readonly Line[], title = '', isBelow = false): readonly SpeakerText[] {
  const labelled = children.flatMap(labelledSpeakers)
  if (labelled.length > 0) return labelled
  const first = isBelow ? children.find(({ text, kind }) => text !== '' && kind !== 'heading') : undefined
  if (first) return [{ line: first, text: first.text, how: 'label' }]
  const alone = speakersAlone(children)
  if (alone.length > 0) return alone
  const credits = title === '' ? [] : credited(children)
  return credits.length > 0 && couldBeTitle(title) ? credits : speakersMentioned(children)
}

/** Whether a line of a section, or one below it, is labelled as its speaker. */
export function hasLabelledSpeaker(children: readonly Line[]): boolean {
  return children.some((line) => labelledSpeakers(line).length > 0)
}

/** Whether people may stand right below a text, since it is no date, no number and no name of a section. */
function couldBeTitle(title: string): boolean {
  return (
    /\S\s+\S|\p{L}{6}/u.test(title) &&
    !isOnlyDate(title) &&
    !isOnlyCount(title) &&
    !namesEdition(title) &&
    sectionKind(title) === 'open'
  )
}

/** The first line below a title, or two, where it says who spoke and where they work; none where all lines look so: they are a list. */
function credited(children: readonly Line[]): SpeakerText[] {
  const written = children.filter(({ text }) => text !== '')
  const isCredit = (line: Line | undefined) => line !== undefined && isCreditLine(line)
  const [first, second] = written
  if (!first || !isCredit(first)) return []
  const found = second && isCredit(second) ? [first, second] : [first]
  const isList = written.filter(({ kind, text }) => kind === 'item' && /\s[-–—|/:：]\s/.test(text)).length > 2
  return isList || (found.length > 1 && written.every(isCredit))
    ? []
    : found.map((line) => ({ line, text: line.text, how: 'alone' }))
}

function isCreditLine(line: Line): boolean {
  const { kind, text, children } = line
  if (isTopic(line)) return false
  if (
    kind === 'row' ||
    kind === 'code' ||
    kind === 'rule' ||
    children.some((child) => child.kind === 'heading')
  )
    return false
  return (
    creditIn(withoutAddresses(text)) !== undefined &&
    labelOf(text) === undefined &&
    linkWord(text) === undefined
  )
}

/** `발표자: 홍길동`, or `발표자` over those who are. */
function labelledSpeakers(line: Line): SpeakerText[] {
  if (line.kind === 'code' || line.kind === 'row') return []
  const beside = besideLink(line)
  if (beside !== '') return [{ line, text: beside, how: 'label' }]
  // A line that also states the title is a talk by itself.
  if (statedIn(line.text)) return []
  const shared = /[·•|]/.test(line.text) ? line.text.split(/\s+[·•|]\s+/) : []
  const own =
    shared.length > 1 && shared.every((part) => labelOf(part))
      ? shared.find((part) => labelOf(part)?.label === 'speaker')
      : undefined
  if (own) {
    const rest = shared.filter((part) => part !== own).join(' · ')
    return [{ line, text: labelOf(own)?.value ?? '', rest, how: 'label' }]
  }
  const fact = labelOf(line.text) ?? boldLabel(line) ?? linkedLabel(line)
  if (fact?.label === 'speaker' && fact.value !== '') {
    return fact.value.length <= 160 ? [{ line, text: fact.value, how: 'label' }] : []
  }
  if (line.children.length === 0) return []
  if (labelNamed(line.text) !== 'speaker' && sectionKind(line.text) !== 'bios') {
    return line.kind === 'item' && isGroupWord(line) ? line.children.flatMap(labelledSpeakers) : []
  }
  // `발표자 소개` may also stand over what is said of them.
  const isLabel = !/소개|\b(?:about|bio)/i.test(line.text)
  return line.children
    .filter(
      (child, index) =>
        child.text.length <= 60 &&
        ((index === 0 && (isLabel || /^[가-힣]{2,4}(?:\s?님)?$/.test(child.text))) ||
          isOtherSpeaker(child.text)),
    )
    .map((child): SpeakerText => ({ line: child, text: child.text, how: 'label' }))
}

/** Below a label, what follows the first name may be another one, or what is said of it. */
function isOtherSpeaker(text: string): boolean {
  const [first = ''] = text.split(/[,(|/–—-]/)
  return startsWithName(text) && !ROLES.test(first) && !/\d/.test(first) && !/\b(?:group|club)\b/i.test(first)
}

/** `[title](…) from [Jane Doe](…)`: who stands behind the first link. */
function besideLink({ text, links, kind }: Line): string {
  const [link] = links
  if (kind !== 'text' || !link || link.text === '' || !text.startsWith(link.text)) return ''
  const people = /^\s*(?:from|by|von|par|por)\s+(.{2,80})$/i.exec(text.slice(link.text.length))?.[1] ?? ''
  return people !== '' && onlyPeople(people) ? people : ''
}

/** `**발표자** 홍길동` needs no colon. */
function boldLabel(line: Line): { label: string; value: string } | undefined {
  const label = line.boldStart === '' ? undefined : labelNamed(line.boldStart)
  if (!label) return undefined
  const value = line.text.slice(line.boldStart.length).replace(/^[\s:：|–—-]+/, '')
  return { label, value }
}

/** `발표자 [jdoe github](…)` needs no colon. */
function linkedLabel({ textOutsideLinks, links }: Line): { label: string; value: string } | undefined {
  const [only, ...others] = links
  const label = only && others.length === 0 ? labelNamed(textOutsideLinks) : undefined
  const value = only?.text.replace(/\s+(?:github|twitter|blog|블로그|깃허브|linkedin)$/i, '') ?? ''
  return label && linkWord(value) === undefined ? { label, value } : undefined
}

/** `세션 정보`, `Info`: an item over labelled ones. */
function isGroupWord(line: Line): boolean {
  return /^(?:(?:세션|발표)?\s?(?:정보|개요)|info(?:rmation)?|about)$/i.test(line.text)
}

/** A line of accounts below a name: they are hers. */
const ACCOUNTS = /^(?:[@#][\w.-]{2,39}[\s,|·]*)+$/

function speakersAlone(children: readonly Line[]): SpeakerText[] {
  const found: SpeakerText[] = []
  let others = 0
  for (const line of children) {
    // Who is called by name and title is a speaker wherever they stand.
    if (
      others >= SPEAKER_LINES &&
      !(/님$/.test(line.text) && isHonoured(line.text.split(/\s/).at(-1) ?? ''))
    ) {
      if (found.length > 0) break
      continue
    }
    if (ACCOUNTS.test(line.text) && found.some(({ text }) => !ACCOUNTS.test(text))) continue
    if (isAlone(line) && !isTopic(line) && !isPart(line, children))
      found.push({ line, text: line.text, how: 'alone' })
    else if (found.length > 0 && line.kind !== 'heading') {
      if (line.text !== '') break
    } else if (line.text !== '' && !line.continues) others += 1
  }
  return found
}

/** A heading over notes of its own is a part of the talk where it has siblings, though it reads like a name. */
function isPart({ kind, depth, children, text }: Line, siblings: readonly Line[]): boolean {
  const rank = siblings.filter((other) => other.kind === 'heading' && other.depth === depth)
  const people = rank.filter((other) => isAlone(other))
  return (
    kind === 'heading' &&
    children.length > 0 &&
    !/님/.test(text) &&
    rank.length > 2 &&
    people.length * 2 < rank.length
  )
}

/** An item over notes of its own is a topic, though it reads like a name: `Jetpack Compose`. */
function isTopic({ kind, text, children }: Line): boolean {
  return (
    kind === 'item' &&
    children.some(({ kind: below, text: said }) => below === 'item' && said !== '') &&
    !/[가-힣@]/.test(text)
  )
}

/** Whether a line is nothing but people, as far as its kind lets one be sure. */
export function isAlone(line: Line): boolean {
  const { kind, text } = line
  if (kind === 'row' || kind === 'code' || kind === 'rule' || text === '') return false
  // The test that most lines fail comes first.
  if (!namesPeopleOnly(line)) return false
  const isProse = line.links.length > 1 && line.textOutsideLinks.length > text.length / 2
  if (isProse && !/\s@[\w.-]{2,39}(?=$|[\s,])/.test(text)) return false
  return labelOf(text) === undefined && linkWord(text) === undefined
}

function namesPeopleOnly({ text, quoted, emphasis }: Line): boolean {
  const isMarked = quoted || emphasis !== 'none'
  if (isMarked && /^@[\w.-]{2,39}(?:\s|$)/.test(text)) return true
  const people = onlyPeople(withoutAddresses(text))
  if (people) return isMarked ? emphasis !== 'code' || isHonoured(text) : isSureAlone(text, people)
  return isMarked && text.length <= 80 && !/\s[-–—/|:]\s/.test(text) && trailingNames(text) !== ''
}

/** What stands before a name in a line of its own: `— `, `by `, `(`, `[Acme] `, an emoji. */
const NAME_MARKS = /^(?:\p{Extended_Pictographic}\uFE0F?|[@\s(–—-]|\[[^\][]{1,30}\]|(?:by|By)\.?\s)+/u

/** In a plain line a name stands first, or with respect: what only ends like a name is a sentence. */
function isSureAlone(text: string, { speakers, saysMore }: People): boolean {
  const plain = text.replace(NAME_MARKS, '')
  return (
    !saysMore || isHonoured(plain) || /님$/.test(plain) || speakers.some(({ name }) => plain.startsWith(name))
  )
}

/** The names at the end of a line about where they work: `Naver Search 김정민/채상은`. */
function trailingNames(text: string): string {
  const names =
    /(?:^|[\s,!.])((?:[가-힣]{3}(?:\s?님)?)(?:\s?[/,·&]\s?[가-힣]{3}(?:\s?님)?)*)$/.exec(text)?.[1] ?? ''
  const before = names === '' ? [] : text.slice(0, text.lastIndexOf(names)).trim().split(/\s+/)
  if (before.some((word) => word === 'by' || /[가-힣](?:[을를]|에서|으로)$/.test(word))) return ''
  return names !== '' && names.split(/\s?[/,·&]\s?/).every((name) => isSurelyName(name)) ? names : ''
}

/** The speakers in a text that names them, wherever they work. */
export function speakersIn({ text, how }: SpeakerText): ReturnType<typeof readPeople> {
  if (how === 'mentioned') return readPeople(text)
  const plain = withoutAddresses(text)
  if (how === 'alone' && !onlyPeople(plain)) {
    const names = trailingNames(plain)
    if (names !== '') return { ...readPeople(names), saysMore: true }
  }
  return (how === 'alone' ? creditIn(plain) : undefined) ?? readPeople(plain)
}

function withoutAddresses(text: string): string {
  return text.includes('://') ? text.replace(/\s*[-–—,|]?\s*https?:\/\/\S+/g, '').trim() : text.trim()
}

function speakersMentioned(children: readonly Line[]): SpeakerText[] {
  let paragraphs = 0
  for (const line of children) {
    if (line.kind === 'heading' || paragraphs >= 3) break
    const captions = line.pictures.map(({ alt }) => alt).filter((alt) => onlyPeople(alt))
    const [caption] = captions
    if (caption) return [{ line, text: caption, how: 'mentioned' }]
    if ((line.kind !== 'text' && line.kind !== 'item') || line.text === '') continue
    paragraphs += 1
    const name = speakerMentioned(line.text)
    if (name !== '') return [{ line, text: name, how: 'mentioned' }]
  }
  return []
}
