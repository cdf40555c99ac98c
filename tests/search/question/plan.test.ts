import { expect, it } from 'vitest'
import { Lexicon } from '../../../src/search/lexicon/lexicon.js'
import { planOf } from '../../../src/search/question/plan.js'
import { termsOf } from '../../../src/search/text/terms.js'
import { buildConcept } from '../build-library.js'

const LONG = '모니터링 프로메테우스 그라파나 쿠버네티스 파이프라인 스케줄러 마이그레이션 오케스트레이션'

it('searches a long question for the twenty terms that tell most, by weight as well as rarity', () => {
  const lexicon = new Lexicon([])
  for (const text of [LONG, 'docker', 'docker']) lexicon.add([termsOf(text)])
  for (let i = 0; i < 30; i++) lexicon.add([termsOf(`talk${i}`)])
  const { terms } = planOf(`${LONG} docker`, lexicon)
  expect([terms.size, terms.has('docker'), lexicon.vocabulary.frequency('docker')]).toEqual([20, true, 2])
})

it('reads a question by description the same, whether it was read by name before or not', () => {
  const labelling = buildConcept('topic', ['labelling'], { about: ['marking pictures by hand for training'] })
  const others = ['weather', 'music'].map((name) => buildConcept('topic', [name]))
  const lexicon = new Lexicon([], [labelling, ...others])
  for (const text of ['labelling', 'cats', 'dogs']) lexicon.add([termsOf(text)])
  const question = 'pictures marked by hand'
  const described = planOf(question, lexicon, 'by description')
  expect(described.terms.has('labelling')).toBe(true)
  expect(planOf(question, lexicon, 'by description', planOf(question, lexicon))).toEqual(described)
})
