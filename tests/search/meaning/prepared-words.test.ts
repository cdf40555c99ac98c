import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { preparedWords, prepareWords } from '../../../src/search/meaning/prepared-words.js'
import { buildConcept } from '../build-library.js'

const file = join(mkdtempSync(join(tmpdir(), 'words-')), 'words.bin')
const prepared = {
  hash: 'one',
  concepts: [buildConcept('topic', ['배포', 'deploy']), buildConcept('topic', ['비용', 'cost'])],
}

it('keeps the table, and makes it again when the concepts have changed', () => {
  prepareWords(prepared, file)
  const table = preparedWords(file)
  expect(table?.forms).toEqual(['cost', 'deploi', '배포', '비용'])
  expect(table?.texts).toBe(4)
  const { mtimeMs, ino } = statSync(file)
  prepareWords(prepared, file)
  expect(statSync(file)).toMatchObject({ mtimeMs, ino })
  prepareWords({ hash: 'two', concepts: prepared.concepts.slice(1) }, file)
  expect(preparedWords(file)?.forms).toEqual(['cost', '비용'])
})

it('gives nothing where a part is missing, or nothing was made', () => {
  prepareWords(prepared, file)
  writeFileSync(file, readFileSync(file).subarray(0, -1))
  expect(preparedWords(file)).toBeUndefined()
  writeFileSync(file, 'no table')
  expect(preparedWords(file)).toBeUndefined()
  expect(preparedWords(join(file, 'nowhere'))).toBeUndefined()
})
