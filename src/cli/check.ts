import type { Writable } from 'node:stream'
import { type Library, NotesError } from '../knowledge/library.js'
import { type CheckedLine, checkedLine } from './check-json.js'
import { checkTable } from './check-table.js'

/** How `check` looks at a folder of notes. */
export interface CheckOptions {
  readonly read: () => Promise<Library>
  /** One line of JSON instead of tables for people. */
  readonly json: boolean
  /** Says of each session how it was recognised. */
  readonly explain: boolean
}

/** Shows what was understood of a folder of notes. Gives the exit code: 1 if something cannot be used. */
export async function checkNotes(options: CheckOptions, output: Writable): Promise<number> {
  const checked = await look(options.read)
  const text = options.json ? JSON.stringify(checked) : checkTable(checked, options.explain)
  // A pipe takes a long line bit by bit.
  await new Promise((resolve) => output.write(`${text}\n`, resolve))
  return checked.ok ? 0 : 1
}

async function look(read: () => Promise<Library>): Promise<CheckedLine> {
  try {
    const library = await read()
    return checkedLine(library, library.findings)
  } catch (error) {
    if (error instanceof NotesError) return checkedLine({ meetups: [], sessions: [] }, error.problems)
    throw error
  }
}
