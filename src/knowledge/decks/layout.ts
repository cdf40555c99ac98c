import { LONGEST_TITLE } from './limits.js'
import { isPoint, mend, withoutBullet } from './mend.js'
import type { LinedPage, PageLine } from './pdf-lines.js'
import type { WordJoiner } from './word-joiner.js'

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

/** Lines as paragraphs: a sentence that goes on below is one line again, a point of a list stays its own. */
export function paragraphsOf(lines: readonly PageLine[], joiner: WordJoiner): readonly string[] {
  const paragraphs: string[] = []
  const blockEnds = rightEdges(lines)
  let open: PageLine | undefined
  for (const line of lines) {
    const last = paragraphs.at(-1)
    if (open && last !== undefined && goesOn(open, line, blockEnds.get(open) ?? open.right)) {
      paragraphs[paragraphs.length - 1] = joiner.join(last, line.text)
    } else {
      paragraphs.push(line.text)
    }
    open = line
  }
  return paragraphs.map((text) => mend(withoutBullet(text))).filter((text) => /[\p{L}\p{N}]/u.test(text))
}

/** A heading's lines as one. */
export function joinLines(lines: readonly PageLine[], joiner: WordJoiner): string {
  const [first = '', ...rest] = lines.map(({ text }) => text)
  return mend(withoutBullet(rest.reduce((text, next) => joiner.join(text, next), first)))
}

/** Below, of the same size, no point of its own, and its first word had no room on the line before. */
function goesOn(line: PageLine, next: PageLine, blockEnd: number): boolean {
  if (line.mono || next.mono || isPoint(next.text)) return false
  if (Math.abs(next.size - line.size) > line.size * 0.08) return false
  const below = next.top - line.top
  if (below <= 0 || below > line.size * 2.05) return false
  if (/[.!?。:：]$/u.test(line.text)) return false
  const firstWord = /^\S+/u.exec(next.text)?.[0].length ?? 0
  const letterWidth = (next.right - next.left) / Math.max(1, next.text.length)
  return line.right + (firstWord + 1) * letterWidth > blockEnd
}

/** For each line, how far to the right its block reaches: lines of one size, one below the other. */
function rightEdges(lines: readonly PageLine[]): ReadonlyMap<PageLine, number> {
  const edges = new Map<PageLine, number>()
  let block: PageLine[] = []
  const close = () => {
    const right = Math.max(...block.map((line) => line.right))
    for (const line of block) edges.set(line, right)
    block = []
  }
  for (const line of lines) {
    const last = block.at(-1)
    const below = last ? line.top - last.top : 0
    if (last && (Math.abs(line.size - last.size) > last.size * 0.08 || below <= 0 || below > last.size * 3))
      close()
    block.push(line)
  }
  close()
  return edges
}
