import { bareTitle, isOnlyCount } from '../../facts/bare-title.js'
import { labelOf } from '../../facts/labels.js'
import { isPartName, sectionKind } from '../../facts/section-names.js'
import { splitTitles } from '../../facts/titles.js'
import type { Line } from '../../tree/line.js'
import { namesEdition, namesEvent } from './editions.js'

/** A post's heading, and its lines without it. */
export interface Titled {
  readonly heading?: Line
  readonly lines: readonly Line[]
}

/** Our own limit: longer first lines are sentences. */
const MAX_TITLE_CHARACTERS = 60

/** Finds the heading that names the whole post: the only top one with headings below it, or a first one that is no talk. */
export function findTitle(lines: readonly Line[]): Titled {
  const headings = lines.filter(({ kind }) => kind === 'heading')
  const heading = titleAmong(headings, lines)
  if (heading) {
    const rest = lines.filter((line) => line !== heading)
    const before = rest.filter(({ kind }) => kind !== 'heading')
    return {
      heading,
      lines: [...before, ...heading.children, ...rest.filter(({ kind }) => kind === 'heading')],
    }
  }
  const [first, ...others] = lines
  if (first?.kind === 'item' && others.length === 0 && first.children.length > 1 && namesEvent(first.text))
    return { heading: first, lines: first.children }
  if (!first || headings.length > 0 || !isTitleLine(first)) return { lines }
  // A title may be broken softly.
  const end = others.findIndex(({ continues }) => !continues)
  const more = others
    .slice(0, Math.max(end, 0))
    .filter((line) => line.text.length <= MAX_TITLE_CHARACTERS && !labelOf(line.text))
  const text = [first, ...more].map((line) => line.text).join(' ')
  return isTitleLine({ ...first, text })
    ? { heading: { ...first, text }, lines: others.slice(more.length) }
    : { heading: first, lines: others }
}

function titleAmong(headings: readonly Line[], lines: readonly Line[]): Line | undefined {
  const depth = Math.min(...headings.map((heading) => heading.depth))
  const top = headings.filter((heading) => heading.depth === depth)
  const isOnly = depth === 1 && top.length === 1
  const main = top.filter(
    ({ text }) => isOnly || ['open', 'day', 'sessions'].includes(sectionKind(bareTitle(text))),
  )
  const [first] = main
  if (!first || first !== headings[0] || isOnlyCount(first.text)) return undefined
  const below = first.children.filter(({ kind }) => kind === 'heading')
  const isNamed = namesEvent(first.text)
  if (depth > 1 && !isNamed) return undefined
  const [split] = splitTitles([first.text])
  if (main.length === 1) {
    // `## Conf 2019` over a list, and no other heading.
    const isOverList = headings.length === 1 && lines[0] === first && isListOf(first.children)
    if (depth > 1) return below.length > 1 || isOverList ? first : undefined
    const isOnlyTalk =
      headings.length === 1 &&
      below.length === 0 &&
      !holdsTitles(first.children) &&
      !isNamed &&
      lines.length === 1
    return isOnlyTalk ? undefined : first
  }
  if (split?.people) return undefined
  const isAbout =
    isNamed &&
    !first.children.some(({ kind }) => kind === 'item') &&
    sectionKind(bareTitle(first.text)) === 'open'
  return first.children.length === 0 ||
    (depth === 1 && isAbout) ||
    (isAbout && first.children.length <= 3 && namesEdition(first.text)) ||
    (depth === 1 && below.length > 0 && main.slice(1).every((other) => isPartName(other.text)))
    ? first
    : undefined
}

/** Whether lines are a list, perhaps with a line above it where its items are bold over notes. */
function isListOf(lines: readonly Line[]): boolean {
  const rest = lines.filter(({ kind }) => kind !== 'item')
  const titles = lines.filter(
    ({ kind, emphasis, children }) => kind === 'item' && emphasis === 'bold' && children.length > 0,
  )
  return (
    rest.length === 0 || (titles.length > 1 && rest.every(({ kind }) => kind === 'text' || kind === 'rule'))
  )
}

function holdsTitles(lines: readonly Line[]): boolean {
  return (
    lines.filter(({ emphasis, kind }) => emphasis === 'bold' && kind === 'text').length > 1 ||
    lines.some(({ kind, table }) => kind === 'row' && (table?.columns.length ?? 0) > 2)
  )
}

/** A first line that names an event, in a post without headings. */
function isTitleLine(line: Line): boolean {
  if (line.kind !== 'text' || line.links.length > 0 || line.text.length > MAX_TITLE_CHARACTERS) return false
  return namesEvent(line.text) && !/(?:[.!?。]|[다요죠])$|[:：]/.test(line.text)
}
