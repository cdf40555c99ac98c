import type { Notes } from '../answer/reply-context.js'
import type { Config } from '../config/config.js'
import { SHIPPED_NOTES } from '../knowledge/shipped-notes.js'
import { readOnce } from '../live-notes/read-once.js'
import { createSearchIndex } from '../search/search-index.js'

/** Reads a folder of notes and builds its index. Throws `NotesError` when nothing can be used. */
export async function openNotes(
  folder: string = SHIPPED_NOTES,
  reading: Partial<Config['reading']> = {},
): Promise<Notes> {
  const library = await readOnce({ folder, ...reading })
  return { library, index: await createSearchIndex(library) }
}
