import { join } from 'node:path'
import type { Notes } from './answer/answer.js'
import { loadLibrary } from './knowledge/library.js'
import { createSearchIndex } from './search/search-index.js'

/** The notes that ship with the bot. */
export const shippedKnowledge = join(import.meta.dirname, '..', 'knowledge')

/** Reads a folder of notes and builds its index. Throws `NotesError` naming every mistake. */
export async function openNotes(folder: string = shippedKnowledge): Promise<Notes> {
  const library = await loadLibrary(folder)
  return { library, index: await createSearchIndex(library) }
}
