/** A stretch of a text, and the line of the text before its first one. */
export interface Chunk {
  readonly text: string
  readonly line: number
}

/** Our own measure: the parser takes more than twice as long for twice as much; up to here that does not show. */
const CHUNK_CHARACTERS = 30_000

/** Cuts a long text above headings that stand outside of code, comments and HTML that shows its text as it is. */
export function chunksOf(text: string): Chunk[] {
  if (text.length < 2 * CHUNK_CHARACTERS) return [{ text, line: 0 }]
  const lines = text.split('\n')
  const chunks: Chunk[] = []
  let from = 0
  let size = 0
  let open = ''
  for (const [index, line] of lines.entries()) {
    const isHeading = open === '' && /^#{1,6}[ \t]/.test(line) && (lines[index - 1] ?? '').trim() === ''
    if (isHeading && size >= CHUNK_CHARACTERS) {
      chunks.push({ text: lines.slice(from, index).join('\n'), line: from })
      from = index
      size = 0
    }
    size += line.length + 1
    open = openAfter(line, open)
  }
  return [...chunks, { text: lines.slice(from).join('\n'), line: from }]
}

/** What a line leaves open: a fence of code, a comment, or an element such as `<pre>`; empty where it leaves nothing. */
function openAfter(line: string, open: string): string {
  const fence = /^ {0,3}(?:[-*+>\d.)]+\s+)*(`{3,}|~{3,})/.exec(line)?.[1] ?? ''
  if (open.startsWith('`') || open.startsWith('~'))
    return fence.startsWith(open) && line.trim() === fence ? '' : open
  if (open !== '') return line.toLowerCase().includes(open) ? '' : open
  if (fence !== '') return fence
  if (/<!--(?!.*-->)/.test(line)) return '-->'
  const element = /^ {0,3}<(pre|script|style|textarea)\b(?!.*<\/\1>)/i.exec(line)?.[1]?.toLowerCase()
  return element ? `</${element}>` : ''
}
