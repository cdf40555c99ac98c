import type { Library } from '../knowledge/library.js'
import { type NotesSnapshot, openThreadReader, type ReaderOptions } from './notes-reader.js'

/** A folder of notes, read whole; the identity where one is known. */
export type WholeNotes = Pick<NotesSnapshot, 'library' | 'identity'>

/**
 * Reads all of a folder of notes once, within the bounds of the reading thread. Under a test runner that reads TypeScript
 * there is no built thread: then this thread reads. Throws `NotesError` when nothing can be used.
 */
export async function readWhole(options: ReaderOptions): Promise<WholeNotes> {
  if (import.meta.url.endsWith('.ts')) return { library: await readHere(options) }
  const reader = openThreadReader(options)
  try {
    let reading = await reader.read()
    while (reading.more) reading = await reader.read()
    return reading
  } finally {
    reader.close()
  }
}

/** The same for those who need no identity. */
export async function readOnce(options: ReaderOptions): Promise<Library> {
  return (await readWhole(options)).library
}

/** The parsers are loaded here alone: the thread has its own. */
async function readHere({ folder, links }: ReaderOptions): Promise<Library> {
  const { loadLibrary } = await import('../knowledge/load-library.js')
  return loadLibrary(folder, links === undefined ? {} : { links })
}
