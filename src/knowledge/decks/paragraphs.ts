import { isPoint, mend, withoutBullet } from './mend.js'
import type { PageLine } from './page-line.js'
import type { WordJoiner } from './word-joiner.js'

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
