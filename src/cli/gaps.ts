import type { CliContext } from '../app/cli-context.js'
import type { Config } from '../config/config.js'
import { createLog } from '../operations/log.js'
import { gapsReport } from '../questions/gaps.js'
import { openStore } from '../store/open-store.js'
import { openNotes } from './open-notes.js'
import { type GapsFormat, printGaps } from './print-gaps.js'

/** The questions of the last `days` that found no answer, as text. Throws `NotesError` or `StoreError`. */
export async function gaps(
  config: Config,
  days: number,
  format: GapsFormat,
  { stderr }: Pick<CliContext, 'stderr'>,
): Promise<string> {
  const notes = await openNotes(config.knowledge, config.reading)
  const log = createLog({ level: 'error', pretty: Boolean(stderr.isTTY), secrets: config.secrets }, stderr)
  const store = await openStore(config.store, log)
  try {
    const parts = { questions: store.questions, notes: () => notes, now: Date.now }
    return printGaps(await gapsReport(parts, days), format, config.locale)
  } finally {
    await store.close()
  }
}
