import { LONGEST_TITLE } from './limits.js'
import type { LinedPage, PageLine } from './page-line.js'

/**
 * A page's heading: the line that stands out by its size and by how high it stands, with lines of the same size below
 * it; the first line where all are equal and it is short. `rest` are the other lines.
 */
export function splitTitle(page: LinedPage): {
  readonly title: readonly PageLine[]
  readonly rest: readonly PageLine[]
} {
  const worded = page.lines.filter((line) => /\p{L}/u.test(line.text) && !line.mono)
  const best = worded.reduce<PageLine | undefined>(
    (found, line) => (!found || weight(line, page) > weight(found, page) ? line : found),
    undefined,
  )
  if (!best) return { title: [], rest: page.lines }
  const title = isLarge(best, page) ? linesLike(best, page.lines) : best === page.lines[0] ? [best] : []
  const letters = title.reduce((sum, line) => sum + line.text.length, 0)
  if (letters > (isLarge(best, page) ? LONGEST_TITLE : 60)) return { title: [], rest: page.lines }
  return { title, rest: page.lines.filter((line) => !title.includes(line)) }
}

/** Size against the page's largest, and a bonus at the top: `99.9 %` in the middle is larger than the heading above it. */
function weight(line: PageLine, { lines, height }: LinedPage): number {
  const largest = Math.max(...lines.map(({ size }) => size))
  const above = 1 - line.top / height
  return line.size / largest + 0.8 * Math.max(0, above - 0.4)
}

function isLarge(line: PageLine, { lines }: LinedPage): boolean {
  const sizes = lines.filter(({ text }) => /\p{L}/u.test(text)).map(({ size }) => size)
  const usual = sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? line.size
  return sizes.length <= 3 || line.size >= usual * 1.15
}

/** The line and those of its size that follow it directly below: a heading over two or three lines. */
function linesLike(line: PageLine, lines: readonly PageLine[]): readonly PageLine[] {
  const found = [line]
  for (const other of lines.slice(lines.indexOf(line) + 1)) {
    const last = found.at(-1) ?? line
    const below = other.top - last.top
    const same = Math.abs(other.size - line.size) <= line.size * 0.05
    if (!same || below < 0 || below > line.size * 1.7 || found.length > 3) break
    found.push(other)
  }
  return found
}
