import { openThreadReader } from '../../src/live-notes/notes-reader.js'
import { startedAt } from './start-figures.js'

/** Reads the notes in their thread and builds the index, as a bot does: `main.js FOLDER DATA` prints JSON. */
async function start(folder: string, data: string): Promise<void> {
  const reading = openThreadReader({ folder, parsed: { folder: data, write: true } }).read()
  // The bot loads the rest meanwhile.
  const { pino } = await import('pino')
  const { IndexCache } = await import('../../src/live-notes/index-cache.js')
  const { createSearchIndex } = await import('../../src/search/search-index.js')
  const cache = new IndexCache({ folder: data, notes: folder, write: true, log: pino({ level: 'warn' }) })
  const { library, identity = '' } = await reading
  const read = performance.now()
  const kept = cache.of(identity)
  let saved: Promise<void> | undefined
  await createSearchIndex(library, {
    ...kept,
    save: (lines) => {
      saved = kept.save(lines)
      return saved
    },
  })
  const figures = startedAt(read)
  await saved
  process.stdout.write(JSON.stringify(figures), () => process.exit())
}

const [folder = '', data = ''] = process.argv.slice(2)
void start(folder, data)
