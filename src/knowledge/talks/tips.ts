import { labelOf } from '../facts/labels.js'
import { isTipName } from '../facts/section-names.js'
import type { Line } from '../tree/line.js'
import { summaryLine } from './summary.js'

/** The tips in a section: what stands below `꿀팁` or `Tips`, and lines such as `팁: …`, at any depth. */
export function findTips(line: Line): string[] {
  return isTipName(line.text)
    ? line.children.filter(hasText).map((child) => summaryLine(child))
    : line.children.flatMap(tipsOf)
}

function tipsOf(line: Line): string[] {
  const fact = line.kind === 'code' ? undefined : labelOf(line.text)
  return fact?.label === 'tip' && fact.value !== '' ? [fact.value] : findTips(line)
}

function hasText(line: Line): boolean {
  return line.text !== '' && line.kind !== 'code'
}
