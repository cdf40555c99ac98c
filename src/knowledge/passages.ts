import type { Note } from './note.js'
import type { Passage } from './session.js'

/** Our own measure: up to here a bullet with children may be just their heading. */
const LABEL_CHARACTERS = 30

/** The lines of a session as passages, each with the headings and parent bullets above it. */
export function readPassages(notes: readonly Note[], path: readonly string[] = []): Passage[] {
  return notes.flatMap((note) => {
    const own = note.text === '' || isLabel(note) || isAddressOnly(note) ? [] : [{ path, text: note.text }]
    const below = note.text === '' ? path : [...path, note.text.replace(/\s*[:：]$/, '')]
    return [...own, ...readPassages(note.children, below)]
  })
}

/** Whether a line only heads those below it: it is in their path, and no answer by itself. */
export function isLabel(note: Note): boolean {
  if (note.kind === 'heading' || note.kind === 'bold') return true
  if (note.kind === 'row' || note.kind === 'code' || note.children.length === 0) return false
  return note.text.length <= LABEL_CHARACTERS && !/[.!?。]$/.test(note.text)
}

/** Whether a line is a bare address, which says nothing. */
export function isAddressOnly(note: Note): boolean {
  return note.links.length > 0 && note.links.every((link) => link.title === link.url) && note.bare === ''
}
