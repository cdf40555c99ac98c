/** From here on two titles are taken for one talk's. */
const SAME_TITLE = 0.66

/** What two titles count of which one begins with the other. */
const BEGINS_ALIKE = 0.95

/** Our own limit: beyond it, which no real post reaches, only whole titles and their beginnings are looked up. */
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
  const places = new Map(known.map(({ key }, index) => [key, index] as const).reverse())
  let sorted: readonly string[] | undefined
  let comparisons = 0
  return (title, least = SAME_TITLE) => {
    const wanted = comparable(title)
    const place = wanted.key === '' ? undefined : places.get(wanted.key)
    if (place !== undefined) return place
    comparisons += known.length
    if (comparisons <= MAX_COMPARISONS) return likest(wanted, known, least)
    sorted ??= [...places.keys()].sort()
    const [only, ...others] = least > BEGINS_ALIKE ? [] : beginningAlike(wanted.key, places, sorted)
    return only === undefined || others.length > 0 ? undefined : places.get(only)
  }
}

function likest(wanted: Comparable, known: readonly Comparable[], least: number): number | undefined {
  let best = { score: 0, place: -1, alone: true }
  for (const [place, other] of known.entries()) {
    const score = likeness(wanted, other, least)
    if (score > best.score) best = { score, place, alone: true }
    else if (score === best.score) best = { ...best, alone: false }
  }
  return best.score < least || !best.alone ? undefined : best.place
}

/** Up to two of the known titles that begin with a title, or that it begins with. */
function beginningAlike(
  key: string,
  places: ReadonlyMap<string, number>,
  sorted: readonly string[],
): string[] {
  const found: string[] = []
  for (let length = key.length - 1; length > 0 && found.length < 2; length -= 1) {
    const short = key.slice(0, length)
    if (places.has(short) && beginsAlike(short, key)) found.push(short)
  }
  let from = 0
  for (let end = sorted.length; from < end; ) {
    const middle = (from + end) >> 1
    if ((sorted[middle] ?? '') < key) from = middle + 1
    else end = middle
  }
  return [...found, ...sorted.slice(from, from + 2).filter((long) => beginsAlike(key, long))]
}

function beginsAlike(short: string, long: string): boolean {
  return long.startsWith(short) && (short.length >= 6 || short.length * 2 >= long.length)
}

/** 0 to 1; 0 at once where the lengths alone rule `least` out. */
function likeness(one: Comparable, other: Comparable, least: number): number {
  const [short, long] = one.key.length <= other.key.length ? [one.key, other.key] : [other.key, one.key]
  if (short === '') return 0
  if (beginsAlike(short, long)) return BEGINS_ALIKE
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
