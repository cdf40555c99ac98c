import { mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { parseConcepts } from '../../../src/knowledge/concepts/concepts.js'
import {
  hashOfFiles,
  PREPARED_CONCEPTS,
  readPreparedConcepts,
} from '../../../src/knowledge/concepts/prepared-concepts.js'
import { shippedConcepts } from '../../../src/knowledge/files/find-notes.js'
import { builtMain } from '../../built.js'

const built = join(dirname(builtMain), PREPARED_CONCEPTS)

test('the build keeps the shipped concepts as they are parsed', () => {
  const shipped = shippedConcepts().map((path) => ({ path, text: readFileSync(path, 'utf8') }))
  const prepared = readPreparedConcepts(built)
  const concepts = prepared?.concepts.map(({ id, names, about, kind, isA, usedFor, leadsTo }) => {
    return { id, names, about, kind, isA, usedFor, leadsTo }
  })
  expect(concepts).toEqual(parseConcepts(shipped).concepts)
  expect(prepared?.hash).toBe(hashOfFiles(shippedConcepts()))
})

test('files with other bytes, in another order, or that cannot be read have another hash', () => {
  const folder = mkdtempSync(join(tmpdir(), 'concepts-'))
  const paths = ['one.yml', 'other.yml'].map((name) => join(folder, name))
  for (const path of paths) writeFileSync(path, path.slice(-8))
  const hash = hashOfFiles(paths)
  expect(hashOfFiles(paths)).toBe(hash)
  expect(hashOfFiles(paths.toReversed())).not.toBe(hash)
  writeFileSync(paths[0] ?? '', 'changed')
  expect(hashOfFiles(paths)).not.toBe(hash)
  expect(hashOfFiles([...paths, join(folder, 'missing.yml')])).toBeUndefined()
  expect(hashOfFiles([folder])).toBeUndefined()
})

test('what is missing, none of ours or cut short is not used', () => {
  const short = join(mkdtempSync(join(tmpdir(), 'concepts-')), PREPARED_CONCEPTS)
  const bytes = readFileSync(built)
  writeFileSync(short, bytes)
  truncateSync(short, bytes.length - 10)
  const files = [short, join(dirname(built), 'main.js'), join(dirname(built), 'missing.jsonl')]
  expect(files.map(readPreparedConcepts)).toEqual([undefined, undefined, undefined])
})
