import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** How long a start took, in milliseconds. */
export interface Start {
  /** Until the notes were there. */
  readonly read: number
  /** Until the index was there, too. */
  readonly milliseconds: number
  /** Processor time of all threads. */
  readonly processor: number
  readonly megabytes: number
}

/** One start in a process of its own, measured from its first line; prints JSON. `notes-start.js remark|notes FOLDER [DATA]`. */
const [kind = '', folder = '', data = ''] = process.argv.slice(2)
const started = performance.now()
let saved: Promise<void> | undefined
const read = kind === 'remark' ? await parseOnly() : await readAndIndex()
const { user, system } = process.cpuUsage()
const milliseconds = performance.now() - started
const result: Start = {
  read,
  milliseconds,
  processor: (user + system) / 1000,
  megabytes: process.memoryUsage.rss() / 1e6,
}
await saved
process.stdout.write(JSON.stringify(result), () => process.exit())

/** What nobody can go below who parses Markdown in JavaScript at each start. */
async function parseOnly(): Promise<number> {
  const { unified } = await import('unified')
  const { default: parse } = await import('remark-parse')
  const { default: gfm } = await import('remark-gfm')
  const markdown = unified().use(parse).use(gfm).freeze()
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.md'))) {
    markdown.parse(readFileSync(join(folder, name), 'utf8'))
  }
  return performance.now() - started
}

/** Reads the notes in their thread and builds the index, as a bot does; gives when the notes were there. */
async function readAndIndex(): Promise<number> {
  const { openThreadReader } = await import('../../src/live-notes/notes-reader.js')
  const reader = openThreadReader({ folder, parsed: { folder: data, write: true } })
  const reading = reader.read()
  const { createSearchIndex } = await import('../../src/search/search-index.js')
  const { pino } = await import('pino')
  const { IndexCache } = await import('../../src/live-notes/index-cache.js')
  const { library, identity = '' } = await reading
  const read = performance.now() - started
  const cache = new IndexCache({ folder: data, notes: folder, write: true, log: pino({ level: 'warn' }) })
  const kept = cache.of(identity)
  await createSearchIndex(library, {
    ...kept,
    save: (lines) => {
      saved = kept.save(lines)
      return saved
    },
  })
  return read
}
