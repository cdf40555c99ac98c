import { composed } from './mend.js'

/** A line of a page, where it stands. Lengths are in points. */
export interface PageLine {
  readonly text: string
  /** Height of its letters. */
  readonly size: number
  readonly left: number
  readonly right: number
  /** From the top of the page, of its baseline. */
  readonly top: number
  /** Written in a font of equal widths: code. */
  readonly mono: boolean
}

/** A page as lines in the order in which they were drawn. */
export interface LinedPage {
  readonly page: number
  readonly height: number
  readonly lines: readonly PageLine[]
}

/** A run of letters as PDF.js gives it, its place counted from the page's upper left. */
export interface PlacedText {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly size: number
  readonly font: string
  readonly mono: boolean
  /** Whether PDF.js saw a line end behind it. */
  readonly endsLine: boolean
  /** Neither upright nor on its side: a watermark. */
  readonly slanted: boolean
}

/** Gathers runs to lines, in the order in which they were drawn: text boxes stay together. */
export function linesOf(page: number, height: number, texts: readonly PlacedText[]): LinedPage {
  const lines: PageLine[] = []
  const painted = new Map<string, PlacedText[]>()
  let open: PlacedText[] = []
  const close = () => {
    const line = lineOf(open)
    if (line) lines.push(line)
    open = []
  }
  for (const text of texts) {
    const last = open.at(-1)
    if (text.slanted || isPaintedTwice(text, painted)) continue
    if (last && (!isBeside(last, text) || isGap(text))) close()
    if (text.text !== '') open.push(text)
    if (text.endsLine) close()
  }
  close()
  return { page, height, lines }
}

/** Bold letters and shadows are made by painting a text again, a little beside itself. */
function isPaintedTwice(text: PlacedText, painted: Map<string, PlacedText[]>): boolean {
  if (text.text.trim() === '') return false
  const same = painted.get(text.text) ?? []
  const near = (a: number, b: number) => Math.abs(a - b) < text.size * 0.3
  if (same.some((other) => near(other.left, text.left) && near(other.top, text.top))) return true
  painted.set(text.text, [...same, text])
  return false
}

/** On the same line, and near enough to be read on. */
function isBeside(last: PlacedText, next: PlacedText): boolean {
  const size = Math.max(last.size, next.size)
  const gap = next.left - last.right
  return Math.abs(next.top - last.top) < size * 0.4 && gap > -size && gap < size * FARTHEST
}

/** PDF.js puts one blank between words however far they stand apart. */
function isGap({ text, left, right, size }: PlacedText): boolean {
  return text.trim() === '' && right - left > size * FARTHEST
}

/** Sizes of a letter between two words of a line: columns stand farther apart. */
const FARTHEST = 2.5

function lineOf(texts: readonly PlacedText[]): PageLine | undefined {
  const worded = withoutSymbolBullet(texts.filter(({ text }) => text.trim() !== ''))
  const [first] = worded
  const last = worded.at(-1)
  if (!first || !last) return undefined
  let text = ''
  let before: PlacedText | undefined
  for (const each of texts.slice(texts.indexOf(first))) {
    text += (before ? spaceBetween(before, each) : '') + each.text
    before = each
  }
  const letters = (size: number) =>
    worded.filter((each) => each.size === size).reduce((sum, each) => sum + each.text.length, 0)
  const sizes = [...new Set(worded.map(({ size }) => size))].sort((a, b) => letters(b) - letters(a))
  return {
    text: composed(text.trim()),
    size: sizes[0] ?? first.size,
    left: first.left,
    right: last.right,
    top: first.top,
    // Ideographs and syllables of Hangul are all equally wide, in code and in prose.
    mono: worded.every(({ mono }) => mono) && !/[\u1100-\uFFDC]/u.test(text.replace(/[\u2000-\u2BFF]/gu, '')),
  }
}

function spaceBetween(before: PlacedText, next: PlacedText): string {
  if (/\s$/u.test(before.text) || /^\s/u.test(next.text)) return ''
  const gap = (next.left - before.right) / Math.max(before.size, next.size)
  return gap > 0.12 ? ' ' : ''
}

/** Bullets of symbol fonts are read as the letters that lie at their place: `q`, `l`, `n`, `Ø`. */
function withoutSymbolBullet(texts: readonly PlacedText[]): readonly PlacedText[] {
  const [first, second] = texts
  if (!first || !second || first.font === second.font) return texts
  return /^[qlnuvowØàüÜ§¡¢]$/u.test(first.text.trim()) && second.left > first.right ? texts.slice(1) : texts
}
