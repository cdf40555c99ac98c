import type { Notes } from './answer/answer.js'
import { loadLibrary } from './knowledge/library.js'
import { createSearchIndex } from './search/search-index.js'
import { shippedKnowledge } from './shipped-knowledge.js'

/** Reads a folder of notes and builds its index. Throws `NotesError` naming every mistake. */
export async function openNotes(folder: string = shippedKnowledge): Promise<Notes> {
  const library = await loadLibrary(folder)
  return { library, index: await createSearchIndex(library) }
}
