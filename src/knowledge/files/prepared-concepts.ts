import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Concept, parseConcepts } from './concepts.js'
import { shippedConcepts } from './find-notes.js'
import type { NotesFile } from './task.js'

/** What the build writes beside the built code. */
interface Prepared {
  /** Of the texts that were parsed. */
  readonly hash: string
  readonly concepts: Concept[]
}

const BESIDE_THE_CODE = join(import.meta.dirname, 'concepts.json')

/** The shipped concepts as `preparedConcepts` reads them: parsing them takes a new process 0.3 s. Throws where they are wrong. */
export function prepareConcepts(): string {
  const files = shippedConcepts().map((path) => ({ path, text: readFileSync(path, 'utf8') }))
  const { concepts, findings } = parseConcepts(files)
  const [first] = findings
  if (first) throw new Error(`${first.file}:${first.line}: ${first.message}`)
  const prepared: Prepared = { hash: hashOf(files), concepts }
  return JSON.stringify(prepared)
}

/** What the build has parsed of these very texts; undefined for others, and where nothing was built. */
export function preparedConcepts(
  files: readonly NotesFile[],
  from = BESIDE_THE_CODE,
): ReturnType<typeof parseConcepts> | undefined {
  const prepared = read(from)
  return prepared?.hash === hashOf(files) ? { concepts: prepared.concepts, findings: [] } : undefined
}

function read(file: string): Prepared | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function hashOf(files: readonly NotesFile[]): string {
  const hash = createHash('sha256')
  for (const { text } of files) hash.update(`${text.length} `).update(text)
  return hash.digest('hex')
}
