/**
 * How likely two titles mean the same talk, 0 to 1: tolerant of punctuation, spacing, and a missing tail
 * on either side; for the rest, Dice's coefficient of their letter pairs.
 */
export function likeness(one: string, other: string): number {
  const [short = '', long = ''] = [key(one), key(other)].sort((a, b) => a.length - b.length)
  if (short === '') return 0
  if (short === long) return 1
  if (long.startsWith(short) && (short.length >= 6 || short.length * 2 >= long.length)) return 0.95
  return dice(pairs(short), pairs(long))
}

/** From here on two titles are taken for one talk's. */
export const SAME_TITLE = 0.66

/** Of several titles, the place of the one that means `title`; `undefined` when none does, or two do equally. */
export function findTitle(title: string, titles: readonly string[], least = SAME_TITLE): number | undefined {
  const scores = titles.map((other) => likeness(title, other))
  const best = Math.max(0, ...scores)
  const place = scores.indexOf(best)
  return best < least || (best < 1 && scores.lastIndexOf(best) !== place) ? undefined : place
}

function key(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 200)
}

function pairs(text: string): string[] {
  return [...text].slice(1).map((letter, index) => `${[...text][index]}${letter}`)
}

function dice(some: readonly string[], others: readonly string[]): number {
  const left = [...others]
  const shared = some.filter((pair) => {
    const place = left.indexOf(pair)
    if (place >= 0) left.splice(place, 1)
    return place >= 0
  })
  return (2 * shared.length) / Math.max(1, some.length + others.length)
}
