import type { Root, Yaml } from 'mdast'
import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { findDate } from './dates.js'
import type { Finding } from './finding.js'
import { cleanUrl } from './links.js'

/** What the head of a post tells; absent facts are empty. */
export interface FrontMatter {
  readonly meetup: string
  readonly date: string
  readonly place: string
  readonly source: string
  readonly disclaimer: string
  readonly tags: readonly string[]
}

/** Our own limit. */
const MAX_CHARACTERS = 8_000

const KEYS = ['meetup', 'date', 'place', 'source', 'disclaimer', 'tags'] as const

const text = z.union([z.string(), z.number()], 'must be a text').transform((value) => String(value).trim())
const schema = z.object({
  meetup: text.optional(),
  title: text.optional(),
  date: text.refine(isDate, 'is no date. Write 2019, 2019-07 or 2019-07-06').transform(findDate).optional(),
  place: text.optional(),
  source: text
    .refine(
      (value) => cleanUrl(value) !== undefined,
      'must be an address that begins with https:// or http://',
    )
    .transform((value) => cleanUrl(value) ?? '')
    .optional(),
  disclaimer: text.optional(),
  tags: z
    .union([z.array(text), text.transform((value) => value.split(/\s*,\s*/))], 'must be a list of texts')
    .optional(),
})

/** What blogs write into the same place; none of our business, and no slip. */
const BLOG_KEYS =
  /^(?:title|layout|authors?|categor(?:y|ies)|description|excerpt|slug|image|cover|thumbnail|draft|published|lang|permalink|toc|series|updated|lastmod|comments|math)$/

/** A year, with or without month and day, and perhaps a time behind it. */
function isDate(value: string): boolean {
  const found = findDate(value)
  return /^\d{4}/.test(value) && (found.length > 4 || (found !== '' && !/^\d{4}\s*[-./년]?\s*\d/.test(value)))
}

/** Reads the YAML head of a post, if it has one; unknown keys are warnings. A blog's `title` stands in for `meetup`. */
export function readFrontMatter(
  root: Root,
  file: string,
): { front: FrontMatter; problems: Finding[]; warnings: Finding[] } {
  const node = root.children.find((child): child is Yaml => child.type === 'yaml')
  const problems: Finding[] = []
  const warnings: Finding[] = []
  const { values, lineOf } = readYaml(node?.value ?? '', file, problems)
  const known = Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== ''),
  )
  const parsed = schema.safeParse(known)
  for (const issue of parsed.error?.issues ?? []) {
    const key = String(issue.path[0] ?? '')
    problems.push({ file, line: lineOf(key), level: 'error', message: `"${key}" ${issue.message}` })
  }
  for (const key of Object.keys(values).filter(
    (each) => !KEYS.some((name) => name === each) && !BLOG_KEYS.test(each),
  )) {
    warnings.push({
      file,
      line: lineOf(key),
      level: 'warning',
      message: `"${key}" is not read here. The keys are ${KEYS.join(', ')}`,
    })
  }
  const {
    title = '',
    meetup = title,
    date = '',
    place = '',
    source = '',
    disclaimer = '',
    tags = [],
  } = parsed.data ?? {}
  return {
    front: { meetup, date, place, source, disclaimer, tags: tags.filter((tag) => tag !== '') },
    problems,
    warnings,
  }
}

interface Values {
  readonly values: Readonly<Record<string, unknown>>
  readonly lineOf: (key: string) => number
}

/** Aliases are refused altogether: front matter has no use for them, and a few lines of them fill the memory. */
function readYaml(source: string, file: string, problems: Finding[]): Values {
  if (source.length > MAX_CHARACTERS) {
    const message = `front matter has at most ${MAX_CHARACTERS} characters. Move the rest below it`
    problems.push({ file, line: 2, level: 'error', message })
    return { values: {}, lineOf: () => 2 }
  }
  const lines = new LineCounter()
  const document = parseDocument(source, {
    lineCounter: lines,
    logLevel: 'silent',
    prettyErrors: false,
    uniqueKeys: true,
  })
  // The head begins below the line with the three dashes.
  const lineAt = (offset: number) => lines.linePos(offset).line + 1
  const [error] = document.errors
  if (error) {
    problems.push({
      file,
      line: lineAt(error.pos[0]),
      level: 'error',
      message: `front matter that is no YAML: ${firstLine(error.message)}. Correct it, or take out the part between the lines of three dashes`,
    })
    return { values: {}, lineOf: () => 2 }
  }
  const values = toPlain(() => document.toJS({ maxAliasCount: 0 }))
  const record = z.record(z.string(), z.unknown()).safeParse(values ?? {})
  if (!record.success) {
    problems.push({
      file,
      line: 2,
      level: 'error',
      message: 'front matter must be lines of "key: value", without aliases',
    })
    return { values: {}, lineOf: () => 2 }
  }
  const lineOf = (key: string) => {
    const pair = source.split('\n').findIndex((line) => line.startsWith(key))
    return pair < 0 ? 2 : pair + 2
  }
  return { values: record.data, lineOf }
}

/** The library throws when a document has more aliases than it may. */
function toPlain(read: () => unknown): unknown {
  try {
    return read()
  } catch {
    return []
  }
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/[.:]$/, '')
}
