import { expect, it } from 'vitest'
import { camelParts, singular } from '../../../src/search/text/english.js'

it.each([
  ['pipelines', 'pipeline'],
  ['queries', 'query'],
  ['boxes', 'box'],
  ['batches', 'batch'],
  ['access', 'access'],
  ['status', 'status'],
  ['redis', 'redis'],
  ['aws', 'aws'],
])('takes the plural off %s', (word, expected) => {
  expect(singular(word)).toBe(expected)
})

it.each([
  ['OpenCensus', ['Open', 'Census']],
  ['GitLab', ['Git', 'Lab']],
  ['JSONParser', ['JSON', 'Parser']],
  ['Kubernetes', []],
  ['API', []],
  ['APIs', []],
])('parts %s', (word, parts) => {
  expect(camelParts(word).map((part) => part.text)).toEqual(parts)
})
