import { outOfBounds } from './bounds.js'
import { type Finding, NotesError } from './finding.js'
import { labelOf } from './labels.js'
import { parseMarkdown } from './markdown.js'
import type { Note } from './note.js'
import { readOutline } from './outline.js'
import { createTitleFinder } from './same-title.js'
import { isTipName } from './section-names.js'
import type { Session, Tip } from './session.js'
import { hash } from './slug.js'
import { summaryLine } from './summary.js'
import { normalise } from './text.js'
import { bareTitle } from './titles.js'

/** The name of the file in a knowledge folder that holds tips. */
export const TIPS_FILE = 'tips.md'

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

/** The tips in the sessions' own notes. */
export function tipsOfSessions(sessions: readonly Session[]): Tip[] {
  return sessions.flatMap((session) => session.tips.map((text) => makeTip(text, session)))
}

/**
 * Reads bullets below headings that name sessions; bullets below no heading, or below one that names
 * none, are tips without a session. Throws a NotesError when the file is too large or too deep.
 */
export function parseTips(
  text: string,
  file: string,
  sessions: readonly Session[],
): { tips: Tip[]; warnings: Finding[] } {
  const plain = normalise(text)
  const bounds = outOfBounds(plain)
  if (bounds) throw new NotesError([{ file, level: 'error', ...bounds }])
  const find = createTitleFinder(sessions.map((session) => session.title))
  const warnings: Finding[] = []
  const tips = readGroups(readOutline(parseMarkdown(plain)), undefined)
  return { tips, warnings }

  function readGroups(notes: readonly Note[], session: Session | undefined): Tip[] {
    return notes.flatMap((note) => {
      if (note.kind === 'bullet') return note.text === '' ? [] : [makeTip(summaryLine(note), session)]
      if (note.kind !== 'heading' && note.kind !== 'bold') return readGroups(note.children, session)
      const place = find(bareTitle(note.text))
      const named = place === undefined ? undefined : sessions[place]
      if (!named && note.depth > 1)
        warnings.push({ file, line: note.line, level: 'warning', message: unknown(note.text) })
      return readGroups(note.children, named)
    })
  }
}

/** Keeps the first of equal tips, so that nobody reads one twice. */
export function distinctTips(tips: readonly Tip[]): Tip[] {
  const ids = new Set<string>()
  return tips.filter((tip) => {
    const isNew = !ids.has(tip.id)
    ids.add(tip.id)
    return isNew
  })
}

function unknown(heading: string): string {
  return `no session is called "${heading}", so its tips belong to none. Use a session's title as the heading`
}

function makeTip(text: string, session: Session | undefined): Tip {
  const id = hash(text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' '))
  return session ? { id, text, session } : { id, text }
}
