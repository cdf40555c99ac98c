import type { Notes } from '../answer/reply-context.js'
import { loadLibrary } from '../knowledge/library.js'
import { SHIPPED_NOTES } from '../knowledge/shipped-notes.js'
import { createSearchIndex } from '../search/search-index.js'

/** Reads a folder of notes and builds its index. Throws `NotesError` naming every mistake. */
export async function openNotes(folder: string = SHIPPED_NOTES): Promise<Notes> {
  const library = await loadLibrary(folder)
  return { library, index: await createSearchIndex(library) }
}
