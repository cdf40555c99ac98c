import { chmod, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Writable } from 'node:stream'
import { addFrontMatter } from '../knowledge/files/add-front-matter.js'
import { findingAt, problemOf, unreadable } from '../knowledge/files/find-notes.js'
import { NotesError } from '../knowledge/finding.js'
import { type PostOptions, parsePost } from '../knowledge/post.js'

/**
 * Writes the lines that would help a post to be read into its front matter, and nothing else. Throws `NotesError` when
 * the file cannot be read or written.
 */
export async function fixPost(file: string, options: PostOptions, output: Writable): Promise<void> {
  const text = await readPost(file)
  const proposed = parsePost(text, file, options).findings.flatMap(({ fix }) => fix ?? [])
  const { text: fixed, written, kept } = addFrontMatter(text, proposed)
  if (written.length > 0) await replace(file, fixed)
  for (const line of written) output.write(`${file}: wrote ${line}\n`)
  for (const key of kept) output.write(`${file}: "${key}" is there already, and stays as it is\n`)
  if (proposed.length === 0) output.write(`${file}: there is nothing to propose\n`)
}

async function readPost(file: string): Promise<string> {
  try {
    const problem = problemOf(await stat(file))
    if (problem) throw new NotesError([findingAt(file, problem)])
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file))
  } catch (error) {
    if (error instanceof NotesError) throw error
    if (error instanceof TypeError)
      throw new NotesError([findingAt(file, 'is not UTF-8. Save it as UTF-8 first')])
    throw new NotesError([unreadable(file, error)])
  }
}

/** All at once: a reader of the file finds the old text or the new one. */
async function replace(file: string, text: string): Promise<void> {
  const real = await realpath(file)
  const draft = join(dirname(real), `.${basename(real)}.${process.pid}.draft`)
  try {
    const { mode } = await stat(real)
    const handle = await open(draft, 'wx')
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await chmod(draft, mode)
    await rename(draft, real)
  } catch (error) {
    await rm(draft, { force: true })
    const reason = error instanceof Error ? error.message : String(error)
    throw new NotesError([
      findingAt(file, `cannot be written (${reason}). Correct the permissions of its folder`),
    ])
  }
}
