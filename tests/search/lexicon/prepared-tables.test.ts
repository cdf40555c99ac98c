import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { Concept } from '../../../src/knowledge/concepts/concepts.js'
import { PREPARED_CONCEPTS, readPreparedConcepts } from '../../../src/knowledge/concepts/prepared-concepts.js'
import { ConceptGraph } from '../../../src/search/lexicon/concept-graph.js'
import { PREPARED_TABLES, readPreparedTables } from '../../../src/search/lexicon/prepared-tables.js'
import { builtMain } from '../../built.js'

const built = dirname(builtMain)
const prepared = readPreparedConcepts(join(built, PREPARED_CONCEPTS)) ?? { hash: '', concepts: [] }
const tables = readPreparedTables(join(built, PREPARED_TABLES), prepared)

test('the tables of the build find what those find that grow with the questions', () => {
  const { concepts } = prepared
  const [made, grown] = [new ConceptGraph(concepts, tables), new ConceptGraph(concepts)]
  const asked = concepts.flatMap(({ names, about }, at) =>
    at % 40 === 0 ? [...names, ...about.slice(0, 1)] : [],
  )
  expect(asked.length).toBeGreaterThan(500)
  const answers = (graph: ConceptGraph) => asked.map((text) => answerOf(graph, text))
  expect(answers(made)).toEqual(answers(grown))
})

function answerOf(graph: ConceptGraph, text: string) {
  const words = text.split(' ')
  const found = graph.find(text, ...words)
  return {
    found: found?.id,
    below: found && graph.below(found).map(({ concept, ...expansion }) => ({ ...expansion, id: concept.id })),
    said: graph.said(words).map(byId),
    described: graph.described(words.map((word, place) => ({ text: word, place }))).map(byId),
  }
}

const byId = <Found extends { readonly concept: Concept }>({ concept, ...found }: Found) => ({
  ...found,
  id: concept.id,
})

test('nothing is left to prepare', () => {
  expect([...new ConceptGraph(prepared.concepts, tables).prepare()]).toEqual([])
})

test('tables of other concepts, and none at all, are not used', () => {
  const other = { ...prepared, hash: 'of others' }
  expect(readPreparedTables(join(built, PREPARED_TABLES), other)).toBeUndefined()
  expect(readPreparedTables(join(built, 'missing.jsonl'), prepared)).toBeUndefined()
})

test('keys that nobody has, whatever they are, find nothing', () => {
  for (const key of ['', '_', '__proto__', 'constructor', '\ud800', '뷁뷁뷁', 'zzzz']) {
    expect([key, tables?.names.get(key), tables?.phrases.get(key)]).toEqual([key, undefined, undefined])
  }
})
