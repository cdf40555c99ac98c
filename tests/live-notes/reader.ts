import { pathToFileURL } from 'node:url'
import { onTestFinished } from 'vitest'
import {
  PREPARED_CONCEPTS,
  type PreparedConcepts,
  readPreparedConcepts,
} from '../../src/knowledge/concepts/prepared-concepts.js'
import { type NotesReader, openThreadReader, type ReaderOptions } from '../../src/live-notes/notes-reader.js'
import { builtThread } from '../built.js'

/** For a reader that is to parse the shipped concepts: it takes 0.3 s. */
export const unprepared: PreparedConcepts = { hash: '', concepts: [] }

/** A reader in the built thread, which takes the shipped concepts from the build as a bot does; closed after the test. */
export function openReader(folder: string, options: Partial<ReaderOptions> = {}): NotesReader {
  const worker = pathToFileURL(builtThread('notes-worker.js'))
  const reader = openThreadReader({ worker, folder, prepared: prepared(), ...options })
  onTestFinished(() => reader.close())
  return reader
}

let known: PreparedConcepts | undefined

/** Those of the build, the same in all tests of a process. */
export function prepared(): PreparedConcepts {
  known ??= readPreparedConcepts(builtThread(PREPARED_CONCEPTS))
  if (!known) throw new Error('Nothing was built')
  return known
}
