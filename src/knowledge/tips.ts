import type { TipGroup, TipsFile } from './join-tips.js'
import { summaryLine } from './talks/summary.js'
import type { Line } from './tree/line.js'
import { readLines } from './tree/lines.js'
import { normalise } from './tree/normalise.js'

/** Reads bullets, in groups by the heading above them, which should name a session. */
export function readTips(text: string, file: string): TipsFile {
  const first = { file, tips: [] }
  const groups: OpenGroup[] = [first]
  collect(readLines(normalise(text)), first, groups)
  return { groups: groups.filter(({ heading, tips }) => heading || tips.length > 0), findings: [] }
}

interface OpenGroup extends TipGroup {
  readonly tips: string[]
}

function collect(lines: readonly Line[], group: OpenGroup, groups: OpenGroup[]): void {
  for (const each of lines) {
    const { kind, text, line, depth, children } = each
    if (kind === 'item') {
      if (text !== '') group.tips.push(summaryLine(each))
    } else if (kind === 'heading') {
      const below: OpenGroup = { file: group.file, heading: { text, line, depth }, tips: [] }
      groups.push(below)
      collect(children, below, groups)
    }
  }
}
