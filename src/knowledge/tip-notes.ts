import { labelOf } from './labels.js'
import type { Note } from './note.js'
import { isTipName } from './section-names.js'
import { summaryLine } from './summary.js'

/** The tips in a section: what stands below `꿀팁` or `Tips`, and lines such as `팁: …`, at any depth. */
export function findTips(note: Note): string[] {
  return isTipName(note.text) ? note.children.filter(hasText).map(summaryLine) : note.children.flatMap(tipsOf)
}

function tipsOf(note: Note): string[] {
  const fact = note.kind === 'code' ? undefined : labelOf(note.text)
  return fact?.label === 'tip' && fact.value !== '' ? [fact.value] : findTips(note)
}

function hasText(note: Note): boolean {
  return note.text !== '' && note.kind !== 'code'
}
