import { expect, test } from 'vitest'
import { flattened, phraseOf, saysName } from '../../../src/search/text/phrases.js'

const says = (text: string, name: string) => saysName(flattened(text), flattened(name))

test.each([
  ['배포를 자동화하는 법', '배포 자동화'],
  ['배포자동화 이야기', '배포 자동화'],
  ['Our feature flags in Go', 'feature flag'],
  ['쿠버네티스 network policy를 쓴다', 'network policy'],
])('%s says %s', (text, name) => {
  expect(says(text, name)).toBe(true)
})

test.each([
  ['배포는 하지 않고 자동화했다', '배포 자동화'],
  ['a feature behind a flag', 'feature flag'],
  ['myfeature flagged', 'feature flag'],
])('%s does not say %s', (text, name) => {
  expect(says(text, name)).toBe(false)
})

test('only a name of several words is a phrase', () => {
  expect([phraseOf('Kafka'), phraseOf('feature flags')]).toEqual([undefined, ' feature flag '])
})
