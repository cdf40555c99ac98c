import type { Library } from '../knowledge/library.js'
import { openThreadReader, type ReaderOptions } from './notes-reader.js'

/**
 * Reads all of a folder of notes once, within the bounds of the reading thread. Under a test runner that reads TypeScript
 * there is no built thread: then this thread reads. Throws `NotesError` when nothing can be used.
 */
export async function readOnce(options: ReaderOptions): Promise<Library> {
  if (import.meta.url.endsWith('.ts')) return readHere(options)
  const reader = openThreadReader(options)
  try {
    let reading = await reader.read()
    while (reading.more) reading = await reader.read()
    return reading.library
  } finally {
    reader.close()
  }
}

/** The parsers are loaded here alone: the thread has its own. */
async function readHere({ folder, links }: ReaderOptions): Promise<Library> {
  const { loadLibrary } = await import('../knowledge/load-library.js')
  return loadLibrary(folder, links === undefined ? {} : { links })
}
