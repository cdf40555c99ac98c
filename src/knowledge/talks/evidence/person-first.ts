import { bareTitle, isOnlyCount } from '../../facts/bare-title.js'
import { labelOf, linkWord } from '../../facts/labels.js'
import { isPartName, sectionKind } from '../../facts/section-names.js'
import type { TitleSplit } from '../../facts/title-forms.js'
import { ROLES } from '../../people/positions.js'
import type { Line } from '../../tree/line.js'
import { MAX_TITLE_CHARACTERS } from '../tuning.js'
import { isOnlyDate } from './editions.js'
import { isAlone } from './speaker-lines.js'
import { labelledTitle } from './title-below.js'

/** Our own measure: so far below a name its title may stand in bold. */
const BOLD_LINES = 6

/** Lines of which some name who spoke over what they spoke of, turned round: the title above, and who. */
export interface Turned {
  readonly lines: readonly Line[]
  /** Who spoke, by place; empty where the line was a title already. */
  readonly people: readonly string[]
}

/**
 * Turns lines that are names over titles where at least `least` of them are, and half of all. In a section of
 * biographies (`isBios`) only a bold or labelled title counts.
 */
export function turnPersons(lines: readonly Line[], least: number, isBios: boolean): Turned {
  const turned = lines.map((line) => titleOfPerson(line, isBios))
  const found = turned.filter((line) => line !== undefined)
  const areUsual = found.length >= least && found.length * 2 >= lines.length
  const kept = turned.map((line, index) =>
    areUsual ? (line ?? titleOfNickname(lines[index])) : isOverHeading(lines[index]) ? line : undefined,
  )
  return {
    lines: lines.map((line, index) => kept[index] ?? line),
    people: lines.map((line, index) => (kept[index] ? line.text : '')),
  }
}

/** Whether the only heading below a line is what it stands over: a person over a title that is one is surely turned. */
function isOverHeading(line: Line | undefined): boolean {
  const headings = line?.children.filter(({ kind }) => kind === 'heading') ?? []
  const [only] = headings
  return line?.kind === 'heading' && headings.length === 1 && only !== undefined && isTitle(only)
}

/** What was taken apart, with who stood above it. */
export function withPersons(splits: readonly TitleSplit[], people: readonly string[]): TitleSplit[] {
  return splits.map((split, index) => {
    const own = people[index] ?? ''
    return own === '' ? split : { title: split.title, people: own }
  })
}

/** A line that is a person, over the title of a talk: that title, over what else stood there; `undefined` for any other line. */
export function titleOfPerson(line: Line, isBios: boolean): Line | undefined {
  if (line.children.length === 0 || /\s[-–—:：]\s/.test(line.text) || !isAlone(line)) return undefined
  const title = titleAmong(line, isBios)
  return title && turnedOver(line, title)
}

/** Our own limit: no nickname has more words. */
const MAX_WORDS = 3

/** The same for a word or two over a labelled title, beside persons that are. */
function titleOfNickname(line: Line | undefined): Line | undefined {
  if (!line || line.text.split(/\s+/).length > MAX_WORDS || line.text.includes(':')) return undefined
  const labelled = labelledTitle(line)
  return labelled && turnedOver(line, { line: labelled.line, text: labelled.title })
}

function turnedOver(line: Line, title: { line: Line; text: string }): Line {
  const others = line.children.filter((child) => child !== title.line)
  return {
    ...line,
    text: title.text,
    textOutsideLinks: title.line.textOutsideLinks,
    links: title.line.links,
    emphasis: 'none',
    boldStart: '',
    bolds: [],
    broken: [],
    children: [...title.line.children, ...others],
  }
}

function titleAmong(line: Line, isBios: boolean): { line: Line; text: string } | undefined {
  const labelled = labelledTitle(line)
  if (labelled) return { line: labelled.line, text: labelled.title }
  const written = line.children.filter(({ text }) => text !== '')
  const bold = written
    .slice(0, BOLD_LINES)
    .find((child) => child.kind === 'text' && child.emphasis === 'bold' && isTitle(child))
  const [first, second] = written
  // The first line of a paragraph is a sentence, and so is one that names who stands above it.
  const goesOn = first?.kind === 'text' && second?.kind === 'text' && /[.!?。]$/.test(second.text)
  const isProse = goesOn && (second.continues || /!$/.test(first.text))
  const isPlain =
    !isBios &&
    first &&
    !first.text.includes(line.text) &&
    first.kind !== 'heading' &&
    !isProse &&
    isTitle(first)
  const [heading] = line.children.filter(({ kind }) => kind === 'heading')
  const found = isOverHeading(line) ? heading : (bold ?? (isPlain ? first : undefined))
  return found && { line: found, text: found.text }
}

function isTitle(line: Line): boolean {
  const { text, kind, links } = line
  if (kind === 'row' || kind === 'code' || text.length > MAX_TITLE_CHARACTERS || text.length < 4) return false
  if (
    /(?<!\.)[.。]$|[다요죠]$/.test(text) ||
    labelOf(text) ||
    linkWord(text) !== undefined ||
    ROLES.test(text)
  )
    return false
  const isWords = /\s/.test(text) || links.length > 0
  const title = bareTitle(text)
  return (
    isWords &&
    !isAlone(line) &&
    !isOnlyDate(text) &&
    !isOnlyCount(text) &&
    !isPartName(title) &&
    sectionKind(title) !== 'day'
  )
}
