import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Concept } from '../../knowledge/concepts/concepts.js'
import { preparedConcepts } from '../../knowledge/concepts/prepared-concepts.js'
import { SHIPPED_NOTES } from '../../knowledge/shipped-notes.js'
import { MEANING } from '../tuning.js'
import { type CountedForms, meaningTexts } from './concept-texts.js'
import { type WordTable, wordTable } from './word-vectors.js'

/** The first line of the file; the coordinates follow. */
interface Head extends Omit<WordTable, 'coordinates'> {
  /** Of what the table was made of. */
  readonly hash: string
  /** How many names and descriptions that are. */
  readonly texts: number
}

/** Where the build keeps the table: it depends on the words of the shipped concepts alone, and serves all builds. */
const FILE = join(dirname(SHIPPED_NOTES), 'dist', 'words', 'table.bin')

/** Makes the word table of the prepared concepts, which takes seconds, where these or how they are cut have changed. */
export function prepareWords(prepared = preparedConcepts(), file = FILE): void {
  if (!prepared) throw new Error('The concepts are prepared first')
  const texts = meaningTexts(prepared.concepts)
  const hash = hashOf(texts)
  if (read(file)?.hash === hash) return
  const { coordinates, ...table } = wordTable(texts)
  const head: Head = { hash, texts: countTexts(prepared.concepts), ...table }
  const bytes = Buffer.from(coordinates.buffer, coordinates.byteOffset, coordinates.byteLength)
  const unfinished = `${file}.${process.pid}`
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(unfinished, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), bytes]))
  renameSync(unfinished, file)
}

function hashOf(texts: readonly CountedForms[]): string {
  const hash = createHash('sha256').update(JSON.stringify(MEANING))
  for (const text of texts) hash.update(JSON.stringify([...text]))
  return hash.digest('hex')
}

/** How many names and descriptions concepts have. */
export const countTexts = (concepts: readonly Concept[]): number =>
  concepts.reduce((count, { names, about }) => count + names.length + about.length, 0)

/** The table that the build made; undefined where there is none, or not all of it. */
export function preparedWords(file = FILE): (WordTable & Pick<Head, 'texts'>) | undefined {
  return read(file)
}

function read(file: string): (WordTable & Head) | undefined {
  try {
    const bytes = readFileSync(file)
    const end = bytes.indexOf('\n')
    const head: Head = JSON.parse(bytes.toString('utf8', 0, end))
    const coordinates = new Int8Array(bytes.buffer, bytes.byteOffset + end + 1, bytes.length - end - 1)
    const { length } = head.forms
    const isWhole =
      length > 0 && head.texts > 0 && head.weights.length === length && coordinates.length % length === 0
    return isWhole ? { ...head, coordinates } : undefined
  } catch {
    return undefined
  }
}
