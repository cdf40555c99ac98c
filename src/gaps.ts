import type { Config } from './config.js'
import { openNotes } from './notes.js'
import { gapsReport } from './operations/gaps.js'
import { createLog } from './operations/log.js'
import { type GapsFormat, printGaps } from './operations/print-gaps.js'
import { openStore } from './store/open-store.js'
import type { Surroundings } from './surroundings.js'

/** What people asked in vain in the last `days`, as text. Throws `NotesError` or `StoreError`. */
export async function gaps(
  config: Config,
  days: number,
  format: GapsFormat,
  { stderr }: Pick<Surroundings, 'stderr'>,
): Promise<string> {
  const notes = await openNotes(config.knowledge)
  const log = createLog({ level: 'error', pretty: Boolean(stderr.isTTY), secrets: config.secrets }, stderr)
  const store = await openStore(config.store, log)
  try {
    const parts = { questions: store.questions, notes: () => notes, now: Date.now }
    return printGaps(await gapsReport(parts, days), format, config.locale)
  } finally {
    await store.close()
  }
}
