import type { Notes } from '../src/answer/reply-context.js'
import { openNotes } from '../src/cli/open-notes.js'

let opened: Promise<Notes> | undefined

/** The shipped notes and their index, read once for all test files of a process. */
export function shippedNotes(): Promise<Notes> {
  opened ??= openWarm()
  return opened
}

/** A process's first search makes tables and compiles code: no test that has a deadline is to pay for that. */
async function openWarm(): Promise<Notes> {
  const notes = await openNotes()
  notes.index.search('monitoring')
  return notes
}
