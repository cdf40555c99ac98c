import type { Run } from '../search/types.js'
import { boundaryAt } from '../text/graphemes.js'
import type { Line, Span } from './reply.js'

/** Our own budget for a quoted line, in UTF-16 units: some six lines on a phone. */
const longest = 280

/** Quotes a passage: whole when it is short, else the stretch around its first marked word, with ellipses. */
export function excerpt(runs: readonly Run[]): Line {
  const length = runs.reduce((sum, run) => sum + run.text.length, 0)
  if (length <= longest) return runs.map(spanOf)
  const from = Math.max(0, Math.min(firstMark(runs) - longest / 4, length - longest))
  return cut(runs, from, from + longest, length)
}

/** The line of a page that has most of what was asked for; the first one where none has more. */
export function bestLine(runs: readonly Run[]): readonly Run[] {
  const lines: Run[][] = [[]]
  for (const { text, marked } of runs) {
    for (const [at, part] of text.split('\n').entries()) {
      if (at > 0) lines.push([])
      if (part) lines.at(-1)?.push({ text: part, marked })
    }
  }
  const asked = (line: readonly Run[]) =>
    new Set(line.filter(({ marked }) => marked).map(({ text }) => text)).size
  return lines.reduce((best, line) => (asked(line) > asked(best) ? line : best))
}

/** A run of a text as a span of a reply. */
export function spanOf(run: Run): Span {
  return run.marked ? { text: run.text, style: 'match' } : { text: run.text }
}

function firstMark(runs: readonly Run[]): number {
  let at = 0
  for (const run of runs) {
    if (run.marked) return at
    at += run.text.length
  }
  return 0
}

function cut(runs: readonly Run[], from: number, to: number, length: number): Line {
  const spans: Span[] = []
  let at = 0
  for (const run of runs) {
    const text = slice(run.text, from - at, to - at)
    if (text) spans.push(spanOf({ text, marked: run.marked }))
    at += run.text.length
  }
  return [...(from > 0 ? [{ text: '… ' }] : []), ...spans, ...(to < length ? [{ text: ' …' }] : [])]
}

/** The graphemes that begin in `[from, to)`. */
function slice(text: string, from: number, to: number): string {
  if (to <= 0 || from >= text.length) return ''
  return text.slice(boundaryAt(text, from), boundaryAt(text, to))
}
