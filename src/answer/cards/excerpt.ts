import type { Run } from '../../search/types.js'
import { singleSpaced } from '../../text/blanks.js'
import { boundaryAt } from '../../text/graphemes.js'
import type { ReplyLine, Span } from '../reply.js'

/**
 * Quotes a passage on one line: whole when it has at most `longest` UTF-16 units, else the stretch with most of its
 * marked words, with ellipses.
 */
export function excerpt(passage: readonly Run[], longest: number): ReplyLine {
  const runs = passage.map(({ text, marked }) => ({ text: singleSpaced(text), marked }))
  const length = runs.reduce((sum, run) => sum + run.text.length, 0)
  if (length <= longest) return runs.map(spanOf)
  const from = Math.max(0, Math.min(bestStart(runs, longest), length - longest))
  const text = runs.map((run) => run.text).join('')
  const start = from === 0 ? 0 : from + startOf(text.slice(from, from + longest / 4))
  return cut(runs, start, start + longest, length)
}

/** Where the last sentence in the beginning of a stretch starts, or else its second word. */
function startOf(head: string): number {
  const sentence = /^.*[.!?…]\s+(?=\S)/u.exec(head) ?? /^\S*\s+(?=\S)/u.exec(head)
  return sentence?.[0].length ?? 0
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

/** Where to begin, so that most of the marked words are seen, the first of them after a quarter of the stretch. */
function bestStart(runs: readonly Run[], longest: number): number {
  let at = 0
  const marks = runs.flatMap(({ text, marked }) => {
    at += text.length
    return marked ? [{ word: text.trim().toLowerCase(), from: at - text.length, to: at }] : []
  })
  const starts = marks.map(({ from }) => from - longest / 4)
  const seen = (start: number) =>
    new Set(marks.filter(({ from, to }) => from >= start && to <= start + longest).map(({ word }) => word))
      .size
  return starts.reduce((best, start) => (seen(start) > seen(best) ? start : best), starts[0] ?? 0)
}

function cut(runs: readonly Run[], from: number, to: number, length: number): ReplyLine {
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
