import type { SpeakerPlace } from '../../facts/titles.js'
import type { Line } from '../../tree/line.js'

/** What the author says in front matter about how to read the post. */
export interface Repairs {
  /** The lines that are talks: `"###"`, `table`, `list`, `bold`, `link`, `summary`, `counted`, `none`; empty when it is not said. */
  readonly talks: string
  /** Sections that are none. */
  readonly notTalks: readonly string[]
  /** Where the speakers stand: behind the title, before it, or in the first line below; empty when it is not said. */
  readonly speakers: '' | 'title' | 'first' | 'below'
  /** The lines that are meetups of their own: `"##"`; `one` when the post is about one; empty when it is not said. */
  readonly meetups: string
}

export const NO_REPAIRS: Repairs = { talks: '', notTalks: [], speakers: '', meetups: '' }

/** What the author made of a line, above talks or not; `undefined` when they said nothing of it. */
export function repairOf(
  line: Line,
  title: string,
  repairs: Repairs,
  holdsTalks = false,
): 'talk' | 'group' | 'note' | undefined {
  if (repairs.notTalks.some((name) => keyOf(name) === keyOf(title))) return 'note'
  if (line.kind === 'heading' && line.depth === depthOf(repairs.meetups)) return 'group'
  if (repairs.talks === '' || line.kind !== 'heading') return undefined
  const depth = depthOf(repairs.talks)
  if (line.depth === depth) return 'talk'
  return holdsTalks && line.depth !== depth ? 'group' : 'note'
}

/** Where `splitTitles` shall trust what stands there. */
export function placeBeside({ speakers }: Repairs): SpeakerPlace {
  return speakers === 'below' ? '' : speakers
}

/** How many hash signs a text is; 0 for any other text. */
export function depthOf(text: string): number {
  return /^#{1,6}$/.test(text) ? text.length : 0
}

function keyOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
