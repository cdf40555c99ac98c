import { expect, test } from 'vitest'
import { ConceptGraph, graphOf } from '../../../src/search/lexicon/concept-graph.js'
import { buildConcept } from '../build-library.js'

const topic = (...names: readonly string[]) => buildConcept('topic', names)

test('a name as it is written goes before the form of another', () => {
  const graph = new ConceptGraph([topic('개발 생산성', 'productivity'), topic('프로덕트', 'product')])
  expect(['product', 'products', 'productivity'].map((name) => graph.find(name)?.id)).toEqual([
    '프로덕트',
    '프로덕트',
    '개발 생산성',
  ])
})

test('the same concepts have one graph', () => {
  const concepts = [topic('배포')]
  expect(graphOf(concepts)).toBe(graphOf(concepts))
  expect(graphOf([...concepts])).not.toBe(graphOf(concepts))
})

test('a name of several words is found without the words that glue them', () => {
  const graph = new ConceptGraph([topic('단일 장애점', 'single point of failure'), topic('온콜', 'on call')])
  const asked = ['single point failure', 'single points of failure', 'on call', 'call']
  expect(asked.map((name) => graph.find(name)?.id)).toEqual(['단일 장애점', '단일 장애점', '온콜', undefined])
})

test('a name is found whatever it begins with', () => {
  const names = ['the twelve factors', '.NET', 'éclair', '12 factor', '"따옴표" 이름', 'a b']
  const graph = new ConceptGraph(names.map((name) => topic(name)))
  const asked = ['twelve factor', 'the twelve factors', 'net', 'eclair', '12factor', '따옴표 이름', 'ab']
  expect(asked.map((name) => graph.find(name)?.id)).toEqual([
    ...['the twelve factors', 'the twelve factors', '.NET', 'éclair', '12 factor', '"따옴표" 이름', 'a b'],
  ])
})

test('the name of a tool is not inflected, and a word of one syllable is the form of none', () => {
  const graph = new ConceptGraph([
    buildConcept('tool', ['Optimizely']),
    buildConcept('tool', ['GitHub Actions']),
    topic('야근', '과로'),
  ])
  const asked = ['optimization', 'optimizely', 'github action', '과', '과로']
  expect(asked.map((name) => graph.find(name)?.id)).toEqual([
    ...[undefined, 'Optimizely', 'GitHub Actions', undefined, '야근'],
  ])
})
