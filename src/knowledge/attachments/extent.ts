import type { Passage } from '../session.js'

/** How much is known of a talk. */
export interface Extent {
  /** Lines of the post. */
  readonly lines: number
  /** Pages of decks that have words. */
  readonly pages: number
  /** Minutes of recordings, rounded up. */
  readonly minutes: number
}

/** Counts a talk's passages by where they stand. */
export function extentOf(passages: readonly Passage[]): Extent {
  const seconds = passages.flatMap(({ source }) => (source?.kind === 'moment' ? [source.seconds] : []))
  const spoken = seconds.length > 0 ? Math.max(...seconds) - Math.min(...seconds) + LAST_STRETCH : 0
  return {
    lines: passages.filter(({ source }) => !source).length,
    pages: passages.filter(({ source }) => source?.kind === 'page').length,
    minutes: Math.ceil(spoken / 60),
  }
}

/** Seconds that the last stretch takes, of which only the beginning is known. */
const LAST_STRETCH = 25
