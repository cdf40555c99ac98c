/** Our own limit: notes of a whole conference fit, and no parser is kept busy by an accident. */
export const MAX_POST_BYTES = 256_000

/** Our own limit: containers (`>`, list markers, indentation) inside each other. */
export const MAX_NESTING = 50

/** Our own limit, by {@link parsingMilliseconds}. */
const MAX_PARSING_MILLISECONDS = 1_200

const CONTAINER_MARKS = /^(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*/
const LIST_ITEM = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/
const SETEXT_UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/

/** Why a text must not reach the Markdown parser, and the way out; `undefined` when it may. */
export function outOfBounds(text: string): { line: number; message: string } | undefined {
  if (Buffer.byteLength(text) > MAX_POST_BYTES) {
    return { line: 1, message: `a post has at most ${MAX_POST_BYTES / 1000} kB. Split it into several files` }
  }
  const lines = text.split('\n')
  const deep = lines.findIndex((line) => nestingOf(line) > MAX_NESTING)
  if (deep >= 0) {
    return { line: deep + 1, message: `nested more than ${MAX_NESTING} deep. Take out quotes or indentation` }
  }
  const tangled = findTangle(lines)
  if (tangled >= 0) {
    const message = `more than ${MAX_NESTING} brackets open at once. Close them, or write \\[ for a plain one`
    return { line: tangled + 1, message }
  }
  if (parsingMilliseconds(lines) > MAX_PARSING_MILLISECONDS) {
    return { line: 1, message: 'too much markup for one post. Split it into several files' }
  }
  return undefined
}

/** Counts markers, and two columns of indentation as one level: a child sits at least that far in. */
function nestingOf(line: string): number {
  const marks = CONTAINER_MARKS.exec(line)?.[0] ?? ''
  const indentation = /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0
  return marks.replace(/[ \t\d]/g, '').length + (line.trim() === '' ? 0 : indentation / 2)
}

/** The line where too many brackets are open in a block: remark's time grows with the cube of that. */
function findTangle(lines: readonly string[]): number {
  let open = 0
  return lines.findIndex((line) => {
    if (line.trim() === '') open = 0
    for (const [bracket] of line.matchAll(/[[\]]/g)) {
      open = Math.max(0, open + (bracket === '[' ? 1 : -1))
      if (open > MAX_NESTING) return true
    }
    return false
  })
}

/**
 * Estimates what remark needs, from what was measured with remark-parse 11 and remark-gfm 4 on a slow
 * 2-core machine: it is linear in characters, lines and markup, but quadratic in the delimiters and the
 * lines of one block and in how often lists, quotes and underlined headings begin
 * (32 kB of `a\n=\n` took 15 s, of `> a\n\n` 8 s, of `]` 6 s).
 */
function parsingMilliseconds(lines: readonly string[]): number {
  let characters = 0
  let markup = 0
  let starts = 0
  let quadratic = 0
  let block = { lines: 0, delimiters: 0 }
  let previous = ''
  for (const line of lines) {
    characters += line.length
    markup += count(line, /[|`*_~[\]<&!\\]/g)
    if (line.trim() === '') {
      quadratic += blockMilliseconds(block)
      block = { lines: 0, delimiters: 0 }
    } else {
      block = { lines: block.lines + 1, delimiters: block.delimiters + count(line, /[*_~[\]`]/g) }
      if (beginsContainer(line, previous)) starts += 1
      previous = line
    }
  }
  quadratic += blockMilliseconds(block) + 4.2e-4 * starts ** 2
  return emphasisMilliseconds(lines) + quadratic + 0.0015 * characters + 0.05 * markup + 0.1 * lines.length
}

function blockMilliseconds(block: { lines: number; delimiters: number }): number {
  return 2.4e-5 * block.lines ** 2 + 6e-6 * block.delimiters ** 2
}

/** Emphasis inside emphasis is cubic: 16 kB of `*a *a … b* b*` took 5 s. */
function emphasisMilliseconds(lines: readonly string[]): number {
  let total = 0
  let open = 0
  let deepest = 0
  for (const line of [...lines, '']) {
    for (const [, before = '', run = '', after = ''] of line.matchAll(/(^|[^*_~])([*_~]+)(?=([^*_~]|$))/g)) {
      const opens = /\S/.test(after) && !/\S/.test(before)
      const closes = /\S/.test(before) && !/\S/.test(after)
      open = Math.max(0, open + (opens ? run.length : 0) - (closes ? run.length : 0))
      deepest = Math.max(deepest, open)
    }
    if (line.trim() !== '') continue
    total += 2.6e-7 * deepest ** 3
    open = 0
    deepest = 0
  }
  return total
}

function beginsContainer(line: string, previous: string): boolean {
  if (SETEXT_UNDERLINE.test(line) || /^ {0,3}>/.test(line)) return true
  return LIST_ITEM.test(line) && !LIST_ITEM.test(previous) && !/^[ \t]/.test(previous)
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
