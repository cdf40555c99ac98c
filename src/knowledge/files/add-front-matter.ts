import { parse } from 'yaml'

/** A text with more front matter. */
export interface MoreFrontMatter {
  readonly text: string
  /** The lines that were put in, as they stand there. */
  readonly written: readonly string[]
  /** Keys that stand there already: their lines are the author's. */
  readonly kept: readonly string[]
}

/**
 * Puts lines of YAML such as `talks: "###"` into a post's front matter, which is made where there is none; in that of
 * TOML they become TOML. Every other character stays, line ends and byte order mark included.
 */
export function addFrontMatter(text: string, lines: readonly string[]): MoreFrontMatter {
  const head = findHead(text)
  const keys = new Set(head.keys)
  const [kept, fresh] = [new Set<string>(), new Map<string, string>()]
  for (const line of lines) {
    const key = keyOf(line)
    if (keys.has(key)) kept.add(key)
    else if (!fresh.has(key)) fresh.set(key, head.toml ? tomlOf(line) : line)
  }
  const written = [...fresh.values()]
  if (written.length === 0) return { text, written, kept: [...kept] }
  const end = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
  const block = head.isMissing ? ['---', ...written, '---', ''] : written
  const added = block.map((line) => line + end).join('')
  return { text: text.slice(0, head.at) + added + text.slice(head.at), written, kept: [...kept] }
}

/** Where lines are to be put in. */
interface Head {
  /** The place in the text. */
  readonly at: number
  readonly toml: boolean
  readonly isMissing: boolean
  readonly keys: readonly string[]
}

function findHead(text: string): Head {
  const start = text.startsWith('\uFEFF') ? 1 : 0
  const lines = linesOf(text, start)
  const opening = lines[0]?.text.trimEnd()
  const toml = opening === '+++'
  const isOpen = toml || opening === '---'
  const first = isOpen ? 1 : 0
  const closing = lines.findIndex(({ text }, place) => place >= first && isClosing(text, toml))
  const inside = lines.slice(first, closing)
  // Some posts lack the opening line: fields from the first line down to the three dashes.
  const isHead = closing > 0 && (isOpen || inside.every(({ text }) => /^[\w-]+:|^\s+\S|^- |^$/.test(text)))
  if (!isHead) return { at: start, toml: false, isMissing: true, keys: [] }
  const keys = inside.flatMap(({ text }) => /^["']?([\w-]+)["']?\s*[:=]/.exec(text)?.[1] ?? [])
  // In TOML what stands below a table's heading belongs to the table, so new keys come first.
  const at = (toml ? lines[1] : lines[closing])?.at ?? start
  return { at, toml, isMissing: false, keys }
}

function isClosing(line: string, toml: boolean): boolean {
  return toml ? line.trimEnd() === '+++' : /^(?:---|\.\.\.)[ \t]*$/.test(line)
}

function linesOf(text: string, start: number): readonly { readonly text: string; readonly at: number }[] {
  let at = start
  return text
    .slice(start)
    .split(/(?<=\r\n|\n|\r(?!\n))/)
    .map((line) => {
      const found = { text: line.replace(/[\r\n]+$/, ''), at }
      at += line.length
      return found
    })
}

function keyOf(line: string): string {
  return line.slice(0, line.indexOf(':')).trim()
}

/** TOML's strings and lists of strings are those of JSON. */
function tomlOf(line: string): string {
  const key = keyOf(line)
  const value: unknown = parse(line.slice(line.indexOf(':') + 1))
  return `${key} = ${JSON.stringify(value)}`
}
