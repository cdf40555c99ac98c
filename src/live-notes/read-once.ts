import type { Library } from '../knowledge/library.js'
import { loadLibrary } from '../knowledge/load-library.js'
import { openThreadReader, type ReaderOptions } from './notes-reader.js'

/**
 * Reads all of a folder of notes once, within the bounds of the reading thread. Under a test runner that reads TypeScript there
 * is no built thread: then this thread reads. Throws `NotesError` when nothing can be used.
 */
export async function readOnce(options: ReaderOptions): Promise<Library> {
  const { folder, links } = options
  if (import.meta.url.endsWith('.ts')) return loadLibrary(folder, links === undefined ? {} : { links })
  const reader = openThreadReader(options)
  try {
    let reading = await reader.read()
    while (reading.more) reading = await reader.read()
    return reading.library
  } finally {
    reader.close()
  }
}
