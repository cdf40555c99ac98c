import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Stands for the code that reads notes, and the versions of what it depends on: what another version has read is of no
 * use to this one. Takes some milliseconds.
 */
export function codeVersion(): string {
  const here = import.meta.dirname
  const hash = createHash('sha256')
  // The parsers are in `knowledge` as they are built, and beside us in a bundle.
  for (const file of [...codeIn(here), ...codeIn(join(here, '..', 'knowledge'))]) {
    hash.update(file).update(readFileSync(file))
  }
  const lock = join(here, '..', '..', 'package-lock.json')
  if (existsSync(lock)) hash.update(readFileSync(lock))
  return hash.digest('hex')
}

function codeIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => /\.[jt]s$/u.test(name))
    .sort()
    .map((name) => join(folder, name))
}
