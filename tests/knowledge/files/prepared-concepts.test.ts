import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { parseConcepts } from '../../../src/knowledge/files/concepts.js'
import { shippedConcepts } from '../../../src/knowledge/files/find-notes.js'
import { preparedConcepts } from '../../../src/knowledge/files/prepared-concepts.js'
import { builtMain } from '../../built.js'

const built = join(dirname(builtMain), 'concepts.json')
const shipped = shippedConcepts().map((path) => ({ path, text: readFileSync(path, 'utf8') }))

test('the build keeps the shipped concepts as they are parsed', () => {
  expect(preparedConcepts(shipped, built)).toEqual(parseConcepts(shipped))
})

test('what was built of other texts is not used', () => {
  const [first = { path: '', text: '' }, ...others] = shipped
  const changed = { ...first, text: `${first.text}\n- names: [새것]\n  kind: topic\n` }
  expect(preparedConcepts([changed, ...others], built)).toBeUndefined()
  expect(preparedConcepts([...shipped, { path: 'own', text: '' }], built)).toBeUndefined()
})

test.each(['missing.json', 'main.js'])('parses where the build has left %s', (file) => {
  expect(preparedConcepts(shipped, join(dirname(builtMain), file))).toBeUndefined()
})
