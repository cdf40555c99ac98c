import type { Notes } from '../src/answer/reply-context.js'
import { openNotes } from '../src/cli/open-notes.js'

let opened: Promise<Notes> | undefined

/** The shipped notes and their index, read once for all test files of a process. */
export function shippedNotes(): Promise<Notes> {
  opened ??= openNotes()
  return opened
}
