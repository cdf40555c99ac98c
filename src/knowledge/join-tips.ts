import { singleSpaced } from '../text/blanks.js'
import { bareTitle } from './facts/bare-title.js'
import type { Finding } from './finding.js'
import type { Session, Tip } from './session.js'
import { hash } from './talks/ids.js'
import { createTitleFinder } from './talks/join/same-title.js'

/** What a `tips.md` says. */
export interface TipsFile {
  /** In the order of the file. */
  readonly groups: readonly TipGroup[]
  readonly findings: readonly Finding[]
}

/** Tips below one heading, or below none. */
export interface TipGroup {
  readonly file: string
  readonly heading?: { readonly text: string; readonly line: number; readonly depth: number }
  readonly tips: readonly string[]
}

/** The tips in the sessions' own notes. Those of a note belong to no session: it is none that could be offered. */
export function tipsOfSessions(sessions: readonly Session[]): Tip[] {
  return sessions.flatMap((session) => {
    const own = session.kind === 'note' ? undefined : session
    return session.tips.map((text) => makeTip(text, own))
  })
}

/** Joins tips to the sessions that their headings name; below a heading that names none they belong to none. */
export function joinTips(
  { groups, findings }: TipsFile,
  sessions: readonly Session[],
): { tips: Tip[]; findings: Finding[] } {
  const headed = groups.some(({ heading }) => heading)
  const talks = headed ? sessions.filter(({ kind }) => kind !== 'note') : []
  const find = quickFinder(talks.map(({ title }) => title))
  const unknown: Finding[] = []
  const tips = groups.flatMap(({ file, heading, tips }) => {
    const place = heading && find(bareTitle(heading.text))
    const session = place === undefined ? undefined : talks[place]
    if (heading && !session && heading.depth > 1) unknown.push(unknownSession(file, heading))
    return tips.map((text) => makeTip(text, session))
  })
  return { tips, findings: [...findings, ...unknown] }
}

/** Titles that are the same but for spacing and signs are found at once: comparing 10,000 takes a tenth of a second. */
function quickFinder(titles: readonly string[]): (title: string) => number | undefined {
  const same = new Map([...titles.entries()].reverse().map(([place, title]) => [lettersOf(title), place]))
  let find: ReturnType<typeof createTitleFinder> | undefined
  return (title) => {
    const letters = lettersOf(title)
    const place = letters === '' ? undefined : same.get(letters)
    if (place !== undefined) return place
    find ??= createTitleFinder(titles)
    return find(title)
  }
}

function lettersOf(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
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
  const id = hash(singleSpaced(text.normalize('NFKC').toLowerCase()))
  return session ? { id, text, session } : { id, text }
}
