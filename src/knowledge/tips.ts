import { outOfBounds } from './bounds.js'
import type { Finding } from './finding.js'
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

/** The tips in the sessions' own notes. Those of a note belong to no session: it is none that could be offered. */
export function tipsOfSessions(sessions: readonly Session[]): Tip[] {
  return sessions.flatMap((session) => {
    const own = session.kind === 'note' ? undefined : session
    return session.tips.map((text) => makeTip(text, own))
  })
}

/** What a `tips.md` says. */
export interface TipsFile {
  /** In the order of the file. */
  readonly groups: readonly TipGroup[]
  readonly findings: readonly Finding[]
}

/** Tips below one heading, or below none. */
interface TipGroup {
  readonly file: string
  readonly heading?: { readonly text: string; readonly line: number; readonly depth: number }
  readonly tips: readonly string[]
}

/** Reads bullets, each with the heading above it, which should name a session. */
export function readTips(text: string, file: string): TipsFile {
  const plain = normalise(text)
  const bounds = outOfBounds(plain)
  if (bounds) return { groups: [], findings: [{ file, level: 'error', ...bounds }] }
  return { groups: readGroups(readOutline(parseMarkdown(plain)), { file }), findings: [] }
}

function readGroups(notes: readonly Note[], above: Omit<TipGroup, 'tips'>): TipGroup[] {
  const own = notes
    .filter((note) => note.kind === 'bullet' && note.text !== '')
    .map((note) => summaryLine(note))
  const below = notes.flatMap((note) => {
    if (note.kind === 'bullet') return []
    if (note.kind !== 'heading' && note.kind !== 'bold') return readGroups(note.children, above)
    const { text, line, depth } = note
    return readGroups(note.children, { ...above, heading: { text, line, depth } })
  })
  return [...(own.length > 0 || above.heading ? [{ ...above, tips: own }] : []), ...below]
}

/** Joins tips to the sessions that their headings name; below a heading that names none they belong to none. */
export function joinTips(
  { groups, findings }: TipsFile,
  sessions: readonly Session[],
): { tips: Tip[]; findings: Finding[] } {
  const headed = groups.some(({ heading }) => heading)
  const talks = headed ? sessions.filter(({ kind }) => kind !== 'note') : []
  const find = createTitleFinder(talks.map(({ title }) => title))
  const unknown: Finding[] = []
  const tips = groups.flatMap(({ file, heading, tips }) => {
    const place = heading && find(bareTitle(heading.text))
    const session = place === undefined ? undefined : talks[place]
    if (heading && !session && heading.depth > 1) unknown.push(unknownSession(file, heading))
    return tips.map((text) => makeTip(text, session))
  })
  return { tips, findings: [...findings, ...unknown] }
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

function unknownSession(file: string, { text, line }: { text: string; line: number }): Finding {
  const message = `no session is called "${text}", so its tips belong to none. Use a session's title as the heading`
  return { file, line, level: 'warning', message }
}

function makeTip(text: string, session: Session | undefined): Tip {
  const id = hash(text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' '))
  return session ? { id, text, session } : { id, text }
}
