import { bareTitle } from '../../../facts/bare-title.js'
import { sectionKind } from '../../../facts/section-names.js'
import type { Line } from '../../../tree/line.js'
import { isOnlyDate, namesEdition } from '../../evidence/editions.js'

/** Below any heading that Markdown knows. */
const DEPTH = 7

/** Our own limit: longer lines are sentences. */
const MAX_CHARACTERS = 40

/**
 * Lines that people write above lists where they write no headings, `**첫째날**` or `Conf 2022`, made headings; the
 * lines as they were when there are not two such lines.
 */
export function withLineHeadings(lines: readonly Line[]): readonly Line[] {
  const isHeading = (line: Line, index: number) => announces(line) && isAbove(lines[index + 1])
  if (lines.filter(isHeading).length < 2) return lines
  const made: Line[] = []
  let last: Line | undefined
  for (const [index, line] of lines.entries()) {
    if (isHeading(line, index)) {
      last = { ...line, kind: 'heading', depth: DEPTH, children: [] }
      made.push(last)
    } else if (last) last.children.push(line)
    else made.push(line)
  }
  return made
}

function announces(line: Line): boolean {
  if (line.kind !== 'text' || line.quoted || line.links.length > 0 || line.text.length > MAX_CHARACTERS)
    return false
  const title = bareTitle(line.text)
  const kind = sectionKind(title)
  if (line.emphasis === 'bold')
    return kind === 'sessions' || kind === 'day' || isOnlyDate(title) || namesEdition(title)
  return (isOnlyDate(title) || namesEdition(title)) && !/[.!?:。]$|[다요죠]$/.test(title)
}

function isAbove(next: Line | undefined): boolean {
  return next !== undefined && (next.kind === 'item' || next.kind === 'row')
}
