import type { Writable } from 'node:stream'
import { type Finding, type Library, loadLibrary, NotesError } from '../knowledge/library.js'

/** Lists every mistake and warning of a folder of notes. Gives the exit code: 1 if there is a mistake. */
export async function checkNotes(folder: string, output: Writable): Promise<number> {
  try {
    const library = await loadLibrary(folder)
    for (const warning of library.warnings) output.write(`${lineOf(warning)} (warning)\n`)
    output.write(`${folder}: ${summary(library)}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof NotesError)) throw error
    for (const problem of error.problems) output.write(`${lineOf(problem)}\n`)
    return 1
  }
}

function lineOf({ file, line, message }: Finding): string {
  return `${file}:${line}: ${message}`
}

function summary({ meetups, sessions, tips, glossary, warnings }: Library): string {
  return [
    `${meetups.length} meetup(s)`,
    `${sessions.length} session(s)`,
    `${tips.length} tip(s)`,
    `${glossary.length} group(s) of equal terms`,
    `${warnings.length} warning(s), no mistake`,
  ].join(', ')
}
