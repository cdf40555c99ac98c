import { outOfBounds } from './bounds.js'
import type { TipGroup, TipsFile } from './join-tips.js'
import { labelOf } from './labels.js'
import { parseMarkdown } from './markdown.js'
import type { Note } from './note.js'
import { readOutline } from './outline.js'
import { isTipName } from './section-names.js'
import { summaryLine } from './summary.js'
import { normalise } from './text.js'

/** The tips in a section: what stands below `꿀팁` or `Tips`, and lines such as `팁: …`, at any depth. */
export function findTips(note: Note): string[] {
  return isTipName(note.text)
    ? note.children.filter(hasText).map((child) => summaryLine(child))
    : note.children.flatMap(tipsOf)
}

function tipsOf(note: Note): string[] {
  const fact = note.kind === 'code' ? undefined : labelOf(note.text)
  return fact?.label === 'tip' && fact.value !== '' ? [fact.value] : findTips(note)
}

function hasText(note: Note): boolean {
  return note.text !== '' && note.kind !== 'code'
}

/** Reads bullets, in groups by the heading above them, which should name a session. */
export function readTips(text: string, file: string): TipsFile {
  const plain = normalise(text)
  const bounds = outOfBounds(plain)
  if (bounds) return { groups: [], findings: [{ file, level: 'error', ...bounds }] }
  const first = { file, tips: [] }
  const groups: OpenGroup[] = [first]
  collect(readOutline(parseMarkdown(plain)), first, groups)
  return { groups: groups.filter(({ heading, tips }) => heading || tips.length > 0), findings: [] }
}

interface OpenGroup extends TipGroup {
  readonly tips: string[]
}

function collect(notes: readonly Note[], group: OpenGroup, groups: OpenGroup[]): void {
  for (const note of notes) {
    const { kind, text, line, depth, children } = note
    if (kind === 'bullet') {
      if (text !== '') group.tips.push(summaryLine(note))
    } else if (kind === 'heading' || kind === 'bold') {
      const below: OpenGroup = { file: group.file, heading: { text, line, depth }, tips: [] }
      groups.push(below)
      collect(children, below, groups)
    } else collect(children, group, groups)
  }
}
