import { describe, expect, it } from 'vitest'
import { isPredicate, roleOf } from '../../../src/search/question/word-role.js'

describe('the role of a word', () => {
  it.each([
    ['about', '영상 영상은 밋업에서 슬라이드를 slides'],
    ['frame', '누가 누구예요 어떻게들 몇개 알려주세요 the which'],
    ['relating', '도입 사례가 using'],
    ['topic', '모니터링 배포를 kubernetes 카프카'],
  ] as const)('is %s for %s', (role, words) => {
    const others = words.split(' ').filter((word) => roleOf(word) !== role)
    expect(others).toEqual([])
  })
})

describe('a predicate', () => {
  const nouns = new Set(['배포', '모니터링', '바다'])
  const isNoun = (word: string) => nouns.has(word)

  it.each(['느려졌어요', '막는', '줄였대요', '없어져요', '터져요'])('is %s', (word) => {
    expect(isPredicate(word, isNoun)).toBe(true)
  })

  it.each(['배포하는', '모니터링했던', '바다', '카프카는', 'monitoring'])('is not %s', (word) => {
    expect(isPredicate(word, isNoun)).toBe(false)
  })
})
