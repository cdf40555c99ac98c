import { expect, test } from 'vitest'
import { ConceptGraph } from '../../../src/search/lexicon/concept-graph.js'
import { conceptsNamedBy } from '../../../src/search/lexicon/spans.js'
import { buildConcept } from '../build-library.js'

const graph = new ConceptGraph(
  [
    ['무중단 배포', 'zero downtime'],
    ['배포', 'deploy'],
    ['쿠버네티스', 'Kubernetes'],
  ].map((names) => buildConcept('topic', names)),
)

test.each([
  ['쿠버네티스에서 무중단 배포를 하다', ['쿠버네티스', '무중단 배포']],
  ['배포는 배포', ['배포']],
  ['zero downtime on kubernetes', ['무중단 배포', '쿠버네티스']],
  ['점심 메뉴', []],
  ['', []],
])('%s names %j', (text, expected) => {
  expect(conceptsNamedBy(text.split(' '), graph).map(({ id }) => id)).toEqual(expected)
})
