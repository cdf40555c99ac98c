import { expect, it } from 'vitest'
import { chooseLocale } from '../../src/answer/locale.js'

it.each([
  ['how do I monitor my cluster?', 'ko', 'en'],
  ['what is kubernetes', 'ko', 'en'],
  ['what kubernetes', 'ko', 'ko'],
  ['opencensus', 'ko', 'ko'],
  ['kubernetes monitoring prometheus', 'ko', 'ko'],
  // Who writes in Hangul reads Korean, whatever else is in the sentence.
  ['what is the 파드 in kubernetes', 'ko', 'ko'],
  ['모니터링은 뭘로 했어요?', 'en', 'ko'],
  ['알려줘', 'en', 'ko'],
  ['모니터링', 'en', 'en'],
  // One syllable is a key that slipped, not a sentence.
  ['어', 'en', 'en'],
] as const)('a question such as "%s" in a workspace of %s is answered in %s', (typed, workspace, locale) => {
  expect(chooseLocale(typed, undefined, workspace)).toBe(locale)
})

it('the language of a person comes before that of the workspace', () => {
  expect([chooseLocale('opencensus', 'en', 'ko'), chooseLocale('opencensus', 'ko', 'en')]).toEqual([
    'en',
    'ko',
  ])
})
