import { parse } from 'yaml'
import { readHead } from './head.js'

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
  const place = findPlace(text)
  const keys = new Set(place.keys)
  const [kept, fresh] = [new Set<string>(), new Map<string, string>()]
  for (const line of lines) {
    const key = keyOf(line)
    if (keys.has(key)) kept.add(key)
    else if (!fresh.has(key)) fresh.set(key, place.toml ? tomlOf(line) : line)
  }
  const written = [...fresh.values()]
  if (written.length === 0) return { text, written, kept: [...kept] }
  const end = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
  const block = place.isMissing ? ['---', ...written, '---', ''] : written
  const added = block.map((line) => line + end).join('')
  return { text: text.slice(0, place.at) + added + text.slice(place.at), written, kept: [...kept] }
}

/** Where lines are to be put in. */
interface InsertionPoint {
  /** In the text. */
  readonly at: number
  readonly toml: boolean
  readonly isMissing: boolean
  /** Of the front matter that is there, in lower case. */
  readonly keys: readonly string[]
}

function findPlace(text: string): InsertionPoint {
  const start = text.startsWith('\uFEFF') ? 1 : 0
  const { format, source, firstLine } = readHead(text.slice(start).replace(/\r\n?/g, '\n'))
  if (format === 'none') return { at: start, toml: false, isMissing: true, keys: [] }
  const inside = source === '' ? [] : source.split('\n')
  const keys = inside.flatMap((line) => /^["']?([\w-]+)["']?\s*[:=]/.exec(line)?.[1]?.toLowerCase() ?? [])
  const toml = format === 'toml'
  // In TOML what stands below a table's heading belongs to the table, so new keys come first.
  const line = toml ? firstLine : firstLine + inside.length
  return { at: offsetOf(line, text, start), toml, isMissing: false, keys }
}

/** Where a line begins; 1 is the first. */
function offsetOf(line: number, text: string, start: number): number {
  const ends = [...text.slice(start).matchAll(/\r\n?|\n/g)]
  const before = ends[line - 2]
  return before ? start + before.index + before[0].length : start
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
