import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { findDate } from '../facts/dates.js'
import { cleanUrl } from '../facts/links.js'
import type { Finding } from '../finding.js'
import { NO_REPAIRS, type Repairs } from '../talks/parts/repairs.js'
import { type Head, readHead } from './head.js'
import { readStatedTalks, type StatedTalks } from './stated-talks.js'

/** What the head of a post says; absent facts are empty. */
export interface FrontMatter {
  /** The meetup's name in a post written for this bot. */
  readonly meetup: string
  /** The post's own title, as blogs write it. */
  readonly title: string
  /** When the meetup was. */
  readonly date: string
  /** When the post was written, as far as one can tell: a blog's `date`. */
  readonly posted: string
  readonly time: string
  readonly place: string
  readonly source: string
  /** The address that relative links begin at. */
  readonly links: string
  readonly disclaimer: string
  readonly tags: readonly string[]
  readonly repairs: Repairs
  /** Talks that it states. */
  readonly stated: StatedTalks
}

/** The front matter and the text below it, in which every line has the number that it has in the file. */
export interface PostHead {
  readonly front: FrontMatter
  readonly body: string
  readonly findings: readonly Finding[]
}

/** Our own limit. */
const MAX_CHARACTERS = 8_000

const KEYS = [
  'meetup',
  'date',
  'place',
  'source',
  'links',
  'disclaimer',
  'tags',
  'talks',
  'not-talks',
  'speakers',
  'meetups',
] as const

const text = z
  .union([z.string(), z.number(), z.boolean()], 'must be a text')
  .transform((value) => String(value).trim())
const texts = z.union(
  [z.array(text), text.transform((value) => value.split(/\s*,\s*/))],
  'must be a list of texts',
)
const address = text
  .refine((value) => cleanUrl(value) !== undefined, 'must be an address that begins with https:// or http://')
  .transform((value) => cleanUrl(value) ?? '')

const schemas = {
  meetup: text,
  title: text,
  date: text.refine(isDate, 'is no date. Write 2019, 2019-07 or 2019-07-06').transform(findDate),
  place: text,
  source: address,
  links: address,
  disclaimer: text,
  tags: texts,
  talks: text.refine(
    (value) => /^(?:#{1,6}|table|list|bold|link|summary|counted|none)$/.test(value),
    'must be "#" to "######", table, list, bold, link, summary, counted or none',
  ),
  'not-talks': texts,
  speakers: z.enum(['title', 'first', 'below'], 'must be title, first or below'),
  meetups: text.refine((value) => /^(?:#{1,6}|one)$/.test(value), 'must be "#" to "######", or one'),
} as const

/** Other names of facts that blogs and event pages write. */
const EVENT_DATES = [
  'event_date',
  'eventdate',
  'start_time',
  'starttime',
  'start_date',
  'startdate',
  'start',
  'starts',
  'begins',
]
const POST_DATES = [
  'pub_date',
  'pubdate',
  'publishdate',
  'published',
  'published_at',
  'created',
  'created_at',
  'createdat',
]
const PLACES = ['location', 'venue', 'address', 'where']
const SOURCES = ['canonical_url', 'canonical', 'original', 'original_url']

/** Reads the head of a post and takes it off. Never throws; what cannot be read is a warning. */
export function readFrontMatter(text: string, file: string): PostHead {
  const head = readHead(text)
  const findings: Finding[] = []
  const values = head.format === 'none' ? {} : readValues(head, file, findings)
  return { front: readFront(values, head, file, findings), body: head.body, findings }
}

function readFront(
  values: Readonly<Record<string, unknown>>,
  head: Head,
  file: string,
  findings: Finding[],
): FrontMatter {
  const byName = new Map(Object.entries(values).map(([key, value]) => [key.toLowerCase(), value]))
  const stated = readStatedTalks(Object.fromEntries(byName))
  const read = <Value>(key: string, schema: z.ZodType<Value>): Value | undefined => {
    const value = byName.get(key)
    if (value === null || value === undefined || value === '') return undefined
    const parsed = schema.safeParse(value instanceof Date ? value.toISOString() : value)
    if (parsed.success) return parsed.data
    // An event site's own list, in which it is none of our repairs.
    const isTheirs =
      ['talks', 'speakers', 'links', 'meetups', 'place'].includes(key) &&
      (typeof value === 'object' || (key === 'speakers' && stated.talks.length > 0))
    const isOurs = KEYS.some((name) => name === key) && !isTheirs
    if (isOurs)
      findings.push({
        file,
        line: head.lineOf(key),
        level: 'warning',
        message: `"${key}" ${parsed.error.issues[0]?.message ?? 'cannot be read'}`,
      })
    return undefined
  }
  const first = (keys: readonly string[], schema: z.ZodType<string>) =>
    keys.map((key) => (byName.has(key) ? schema.safeParse(byName.get(key)).data : undefined)).find(Boolean) ??
    ''
  const anyDate = z
    .unknown()
    .transform((value) => findDate(String(value instanceof Date ? value.toISOString() : value)))
  const meetup = read('meetup', schemas.meetup) ?? ''
  const date = read('date', schemas.date) ?? ''
  const isOwn = meetup !== '' || !byName.has('title')
  const start = EVENT_DATES.map((key) => byName.get(key)).find(
    (value) => value !== undefined && value !== null,
  )
  return {
    meetup,
    title: read('title', schemas.title) ?? '',
    date: (isOwn ? date : '') || first(EVENT_DATES, anyDate),
    posted: isOwn ? '' : date || first(POST_DATES, anyDate),
    time: clockIn(start),
    place: read('place', schemas.place) ?? first(PLACES, schemas.place),
    source: read('source', schemas.source) ?? first(SOURCES, schemas.source),
    links: read('links', schemas.links) ?? '',
    disclaimer: read('disclaimer', schemas.disclaimer) ?? '',
    tags: (read('tags', schemas.tags) ?? []).filter((tag) => tag !== ''),
    repairs: {
      talks: read('talks', schemas.talks) ?? NO_REPAIRS.talks,
      notTalks: read('not-talks', schemas['not-talks']) ?? NO_REPAIRS.notTalks,
      speakers: read('speakers', schemas.speakers) ?? NO_REPAIRS.speakers,
      meetups: read('meetups', schemas.meetups) ?? NO_REPAIRS.meetups,
    },
    stated,
  }
}

/** The hour of `2019-07-06 19:00`; midnight is no hour that anybody meant. */
function clockIn(value: unknown): string {
  const found =
    /[T\s](\d{2}:\d{2})/.exec(value instanceof Date ? value.toISOString() : String(value ?? ''))?.[1] ?? ''
  return found === '00:00' ? '' : found
}

/** A year, with or without month and day, and perhaps a time behind it. */
function isDate(value: string): boolean {
  const found = findDate(value)
  return /^\d{4}/.test(value) && (found.length > 4 || (found !== '' && !/^\d{4}\s*[-./년]?\s*\d/.test(value)))
}

function readValues(head: Head, file: string, findings: Finding[]): Readonly<Record<string, unknown>> {
  const warn = (line: number, message: string) => findings.push({ file, line, level: 'warning', message })
  if (head.format === 'lines') {
    warn(1, 'front matter needs a line "---" above it, too. Title and date were read')
    return byLine(head.source)
  }
  if (head.format === 'toml') return byLine(head.source)
  if (head.source.length > MAX_CHARACTERS) {
    warn(
      2,
      `front matter has at most ${MAX_CHARACTERS} characters; only its title and date were read. Move the rest below it`,
    )
    return byLine(head.source.slice(0, MAX_CHARACTERS))
  }
  const lines = new LineCounter()
  const document = parseDocument(head.source, {
    lineCounter: lines,
    logLevel: 'silent',
    prettyErrors: false,
    uniqueKeys: false,
  })
  const [error] = document.errors
  if (error) {
    const line = lines.linePos(error.pos[0]).line + head.firstLine - 1
    warn(
      line,
      `front matter that is no YAML: ${firstLine(error.message)}. Only its title and date were read. Correct it`,
    )
    return byLine(head.source)
  }
  const values = z
    .record(z.string(), z.unknown())
    .safeParse(toPlain(() => document.toJS({ maxAliasCount: 0 })) ?? {})
  if (values.success) return values.data
  warn(2, 'front matter must be lines of "key: value", without aliases')
  return byLine(head.source)
}

/** `key: value` or `key = value`, a line each; what spans lines is left out. */
function byLine(source: string): Record<string, unknown> {
  const pairs = source.split('\n').flatMap((line): [string, unknown][] => {
    const [, key = '', value = ''] = /^([A-Za-z][\w-]{0,30})\s*[:=]\s*(.{1,400})$/.exec(line.trimEnd()) ?? []
    if (key === '') return []
    const list = /^\[(.*)\]$/.exec(value.trim())?.[1]
    return [[key.toLowerCase(), list === undefined ? unquoted(value) : list.split(',').map(unquoted)]]
  })
  // The first of a key counts: below an open quote anything may look like one.
  return Object.fromEntries(pairs.reverse())
}

function unquoted(value: string): string {
  const plain = value.trim()
  return (
    /^"(.*)"$|^'(.*)'$/
      .exec(plain)
      ?.slice(1)
      .find((each) => each !== undefined) ?? plain.replace(/^["']/, '')
  )
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
