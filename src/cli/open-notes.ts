import type { Logger } from 'pino'
import type { Notes } from '../answer/reply-context.js'
import type { Config } from '../config/config.js'
import { SHIPPED_NOTES } from '../knowledge/shipped-notes.js'
import { IndexCache } from '../live-notes/index-cache.js'
import { readWhole } from '../live-notes/read-once.js'
import { createSearchIndex } from '../search/search-index.js'

/**
 * Reads a folder of notes, and builds its index or takes the one that a bot has kept; writes nothing. Throws `NotesError`
 * when nothing can be used.
 */
export async function openNotes(
  folder: string = SHIPPED_NOTES,
  reading: Partial<Config['reading']> = {},
  log?: Logger,
): Promise<Notes> {
  const { library, identity } = await readWhole({ folder, ...reading })
  const { parsed } = reading
  const cache = log && parsed && new IndexCache({ ...parsed, write: false, notes: folder, log })
  const kept = identity === undefined ? undefined : cache?.of(identity)
  return { library, index: await createSearchIndex(library, kept) }
}
