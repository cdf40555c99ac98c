import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { SHIPPED_NOTES } from '../knowledge/shipped-notes.js'

/** In which the build says its version, beside the built code. */
export const VERSION_FILE = 'code-version'

/**
 * Stands for the code that reads notes and builds their index, with the libraries it uses: what another version has made
 * is of no use to this one.
 */
export function codeVersion(): string {
  const built = join(import.meta.dirname, VERSION_FILE)
  return existsSync(built) ? readFileSync(built, 'utf8') : computeVersion()
}

/** The same out of the code itself: takes some 10 ms. */
export function computeVersion(): string {
  const here = import.meta.dirname
  // In a bundle the parsers and their libraries are beside us; built file by file, they are in rooms and a lock file.
  const files = [
    ...codeIn(here, false),
    ...['knowledge', 'search'].flatMap((room) => codeIn(join(here, '..', room), true)),
    join(SHIPPED_NOTES, '..', 'package-lock.json'),
  ]
  const hash = createHash('sha256')
  for (const file of files.filter((each) => existsSync(each))) {
    const bytes = readFileSync(file)
    hash.update(`${file} ${bytes.length} ${crc32(bytes)}\n`)
  }
  return hash.digest('hex')
}

function codeIn(folder: string, recursive: boolean): readonly string[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder, { recursive, encoding: 'utf8' })
  return names
    .filter((name) => /\.(c?j|t)s$/u.test(name))
    .sort()
    .map((name) => join(folder, name))
}
