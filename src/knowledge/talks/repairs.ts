import type { Line } from '../tree/line.js'

/** What the author says in front matter about how to read the post. */
export interface Repairs {
  /** The lines that are talks: `"###"`, `table`, `list`, `bold`, `link`, `summary`, `counted`; empty when it is not said. */
  readonly talks: string
  /** Sections that are none. */
  readonly notTalks: readonly string[]
  /** Where the speakers stand: `title`, `below`, `first` (before the title); empty when it is not said. */
  readonly speakers: string
  /** The lines that are meetups of their own: `"##"`; empty when it is not said. */
  readonly meetups: string
}

export const NO_REPAIRS: Repairs = { talks: '', notTalks: [], speakers: '', meetups: '' }

/** What the author made of a line; `undefined` when they said nothing of it. */
export function repairOf(line: Line, title: string, repairs: Repairs): 'talk' | 'group' | 'note' | undefined {
  if (repairs.notTalks.some((name) => keyOf(name) === keyOf(title))) return 'note'
  const depth = /^#{1,6}$/.test(repairs.talks) ? repairs.talks.length : 0
  if (depth === 0 || line.kind !== 'heading') return undefined
  if (line.depth === depth) return 'talk'
  return line.depth < depth && line.children.some(({ kind }) => kind === 'heading') ? 'group' : 'note'
}

function keyOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
