/** From here on two titles are taken for one talk's. */
const SAME_TITLE = 0.66

/** Our own limit: beyond it, which no real post reaches, only whole titles and their beginnings are compared. */
const MAX_COMPARISONS = 200_000

/** Of the titles it was made for, the place of the one that means `title`; `undefined` when none surely does. */
export type FindTitle = (title: string, least?: number) => number | undefined

/** A title as it is compared: its letters, and how often each pair of them occurs. */
interface Comparable {
  readonly key: string
  readonly pairs: ReadonlyMap<string, number>
}

/**
 * Makes a finder for titles, tolerant of punctuation, spacing, and a missing tail on either side; for the
 * rest it compares letter pairs. Of two that are equally like, it takes none.
 */
export function createTitleFinder(titles: readonly string[]): FindTitle {
  const known = titles.map(comparable)
  let comparisons = 0
  return (title, least = SAME_TITLE) => {
    const wanted = comparable(title)
    let best = { score: 0, place: -1, alone: true }
    for (const [place, other] of known.entries()) {
      comparisons += 1
      const score = likeness(wanted, other, comparisons > MAX_COMPARISONS ? 1 : least)
      if (score > best.score) best = { score, place, alone: true }
      else if (score === best.score) best = { ...best, alone: false }
    }
    return best.score < least || (best.score < 1 && !best.alone) ? undefined : best.place
  }
}

/** 0 to 1; 0 at once where the lengths alone rule `least` out. */
function likeness(one: Comparable, other: Comparable, least: number): number {
  const [short, long] = one.key.length <= other.key.length ? [one.key, other.key] : [other.key, one.key]
  if (short === '') return 0
  if (short === long) return 1
  if (long.startsWith(short) && (short.length >= 6 || short.length * 2 >= long.length)) return 0.95
  const most = (2 * (short.length - 1)) / Math.max(1, short.length + long.length - 2)
  return most < least ? 0 : dice(one, other)
}

/** Dice's coefficient of the letter pairs (Dice 1945), equal pairs counted as often as both have them. */
function dice(one: Comparable, other: Comparable): number {
  let shared = 0
  for (const [pair, count] of one.pairs) shared += Math.min(count, other.pairs.get(pair) ?? 0)
  return (2 * shared) / Math.max(1, one.key.length + other.key.length - 2)
}

function comparable(title: string): Comparable {
  const letters = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 200)
  const pairs = new Map<string, number>()
  for (let index = 1; index < letters.length; index += 1) {
    const pair = letters.slice(index - 1, index + 1)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return { key: letters, pairs }
}
