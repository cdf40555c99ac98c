import { bareTitle, beginsWithOrdinal } from '../../facts/bare-title.js'
import { labelOf, labelsIn, linkWord } from '../../facts/labels.js'
import { isAddress } from '../../facts/links.js'
import { sectionKind } from '../../facts/section-names.js'
import { statedIn } from '../../facts/titles.js'
import { creditIn } from '../../people/credits.js'
import { onlyPeople } from '../../people/people.js'
import type { Line } from '../../tree/line.js'
import { hasMedia } from '../evidence/evidence.js'
import { isAlone } from '../evidence/speaker-lines.js'
import { MAX_TITLE_CHARACTERS } from '../tuning.js'

/** A kind of line that people use for titles where they write no headings. */
export type TitleKind = 'bold' | 'counted' | 'stated' | 'labelled' | 'summary' | 'credited' | 'line' | 'block'

/** Lines cut at those that may be titles: each with what follows it. */
export interface Cut {
  readonly kind: TitleKind
  readonly before: readonly Line[]
  readonly titles: readonly Line[]
}

const SENTENCE = /[.!?。]$|(?:다|요|죠|음|함|임)\.?$/

/** Every way to cut lines at titles of one kind. */
export function cutsOf(lines: readonly Line[]): Cut[] {
  const kinds: Kinds = [
    [
      'counted',
      (line) => line.kind === 'text' && (isClosing(line) || (isShort(line) && beginsWithOrdinal(line.text))),
    ],
    ['stated', ({ kind, text }) => kind === 'text' && statedIn(text) !== undefined],
    ['bold', isBoldTitle],
    ['summary', ({ kind }) => kind === 'summary'],
    ['credited', (_, index) => isCredited(lines, index)],
    ['line', (line) => !isOnlyLinkWord(line) && (isLinkLine(line) || isPlainTitle(line))],
    ['block', (line, index) => isFirstOfBlock(line, lines[index - 1])],
  ]
  const first = lines.map(labelOfLine).find((label) => label === 'title' || label === 'speaker')
  if (first && lines.filter((line) => labelOfLine(line) === first).length > 1) {
    const cut = cutAt(lines, (line) => labelOfLine(line) === first)
    return [
      { kind: 'labelled', ...cut, titles: cut.titles.map((line) => withLabelledTitle(line)) },
      ...cutsBy(lines, kinds),
    ]
  }
  return cutsBy(lines, kinds)
}

type Kinds = readonly (readonly [TitleKind, (line: Line, index: number) => boolean])[]

function cutsBy(lines: readonly Line[], kinds: Kinds): Cut[] {
  return kinds.flatMap(([kind, isTitle]) => {
    const cut = cutAt(lines, isTitle)
    return cut.titles.length > 0 ? [{ kind, ...cut }] : []
  })
}

/** The label that begins a block of labelled lines, `제목: …` over `발표자: …`. */
function labelOfLine({ kind, text }: Line): string | undefined {
  const fact = kind === 'text' || kind === 'item' ? labelOf(text) : undefined
  return fact && fact.value !== '' && labelsIn(text).length === 0 ? fact.label : undefined
}

/** A block of labelled lines, as the title in it with the others below. */
function withLabelledTitle(line: Line): Line {
  const own = labelOf(line.text)
  if (own?.label === 'title') return { ...line, text: own.value }
  const below = line.children.find((child) => labelOfLine(child) === 'title')
  if (!below) return line
  const others = line.children.filter((child) => child !== below)
  return {
    ...below,
    text: labelOf(below.text)?.value ?? below.text,
    line: line.line,
    children: [{ ...line, children: [] }, ...others],
  }
}

function cutAt(lines: readonly Line[], isTitle: (line: Line, index: number) => boolean): Omit<Cut, 'kind'> {
  const before: Line[] = []
  const titles: Line[] = []
  const frames: Line[] = []
  const areAbove = lines.findIndex(isFrame) < lines.findIndex(isTitle)
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    if (isTitle(line, index)) titles.push({ ...line, children: [...frames.splice(0), ...line.children] })
    else if (areAbove && isFrame(line) && next && isTitle(next, index + 1)) frames.push(line)
    else (titles.at(-1)?.children ?? before).push(line)
  }
  return { before, titles }
}

/** Embedded slides stand above their titles, where the first does. */
function isFrame({ text, links }: Line): boolean {
  return text === '' && links.length > 0 && links.every(({ kind }) => kind === 'frame')
}

/** A line of its own that says `마치며` or `발표 자료`. */
function isClosing(line: Line): boolean {
  return (
    line.links.length === 0 && ['afterword', 'slides'].includes(sectionKind(line.text.replace(/[:：]$/, '')))
  )
}

/** `**Demo:** …`: a bold word and a colon are a label of the author's own, where they name nobody. */
function hasOwnLabel({ boldStart }: Line): boolean {
  const label = /^(\S{2,20}(?:\s\S{2,20})?)\s?[:：]$/.exec(boldStart.trim())?.[1]
  return label !== undefined && onlyPeople(label) === undefined
}

function isShort(line: Line): boolean {
  return (
    !hasOwnLabel(line) &&
    line.text !== '' &&
    line.text.length <= MAX_TITLE_CHARACTERS &&
    !/[다요죠]\.$/.test(line.text)
  )
}

function isBoldTitle(line: Line): boolean {
  if ((line.kind !== 'text' && line.kind !== 'item') || !isShort(line) || /[:：]$/.test(line.text))
    return false
  if (line.emphasis === 'bold') return line.kind === 'text' || line.children.length > 0
  const rest = line.boldStart === '' ? '' : line.text.slice(line.boldStart.length)
  if (rest === '') return false
  const beside = rest.replace(/^[\s:：,|/–—-]+/, '')
  return (
    /^\s*(?:[-–—|(（/]|by\s)/.test(rest) ||
    (!line.continues && (onlyPeople(beside) !== undefined) !== (onlyPeople(line.boldStart) !== undefined))
  )
}

/** A line that is a link, perhaps with its speaker: `[title](…) - Jane Doe`. */
function isLinkLine(line: Line): boolean {
  if (line.kind !== 'text' || !isShort(line) || isAddress(line.text) || goesOn(line)) return false
  const [link] = line.links.filter(({ text, kind }) => kind !== 'frame' && linkWord(text) === undefined)
  return link !== undefined && line.text.length - link.text.length <= 60 && !/^https?:/.test(link.text)
}

/** A line of a paragraph that goes on in it, and no title: it ends as a sentence, or begins in the middle of one. */
function goesOn({ continues, text }: Line): boolean {
  return continues && (SENTENCE.test(text) || /^[\p{Ll},;)]/u.test(text))
}

/** A single word in a paragraph for what it leads to: `[demo](…)`. */
function isOnlyLinkWord({ continues, text, links }: Line): boolean {
  return continues && links.length === 1 && links[0]?.text === text && /^\S{1,20}$/.test(text)
}

/** A short line that is no sentence: in a part that announces talks it may be one. */
function isPlainTitle(line: Line): boolean {
  return (
    line.kind === 'text' &&
    !line.quoted &&
    isShort(line) &&
    line.text.length >= 6 &&
    !SENTENCE.test(line.text) &&
    !(line.continues && creditIn(line.text)) &&
    linkWord(line.text) === undefined &&
    !(line.links.length > 0 && !hasMedia(line))
  )
}

/** The first line of a paragraph that ends in who spoke and their account: `Jane Doe @jane`. */
function isCredited(lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  if (line?.kind !== 'text' || line.continues || !isShort(line) || ACCOUNT.test(line.text)) return false
  const rest = lines.slice(index + 1, index + 1 + MAX_CREDIT_LINES)
  const end = rest.findIndex((next) => !next.continues)
  return rest.slice(0, end < 0 ? rest.length : end).some((next) => ACCOUNT.test(next.text) && isAlone(next))
}

const ACCOUNT = /\s@[\w.-]{2,39}$/

/** Our own measure: no paragraph about a talk is longer. */
const MAX_CREDIT_LINES = 16

function isFirstOfBlock(line: Line, before: Line | undefined): boolean {
  return (
    before?.kind === 'rule' &&
    line.kind === 'text' &&
    line.text.length <= 80 &&
    bareTitle(line.text) !== '' &&
    line.links.length === 0
  )
}
