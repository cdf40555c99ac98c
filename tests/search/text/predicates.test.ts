import { expect, test } from 'vitest'
import { predicateRoot } from '../../../src/search/text/predicates.js'

test.each([
  '느리다 느린 느려요 느려졌는데 느릴 느립니다 느려서',
  '줄이다 줄이는 줄인 줄여본 줄여 줄였다 줄이려면',
  '어렵다 어려워요 어려운 어려웠던 어렵네요',
  '빠르다 빨라요 빠른 빨라졌어요',
  '모르다 몰라요 모르는데 모르겠어요',
  '쪼개다 쪼갰더니 쪼개서 쪼갠',
  '만들다 만들어요 만든 만드는 만들려면',
  '힘들다 힘들어요 힘든데 힘들',
])('one root for %s', (forms) => {
  expect(new Set(forms.split(' ').map(predicateRoot)).size).toBe(1)
})

test('a noun before 하다 and 되다 is that noun', () => {
  expect(['자동화하는', '자동화한', '배포됐는데', 'kafka'].map(predicateRoot)).toEqual([
    '자동화',
    '자동화',
    '배포',
    'kafka',
  ])
})

test('predicates that differ have roots that differ', () => {
  const roots = ['느리다', '줄이다', '쪼개다', '깨지다', '터지다', '막다', '밀리다', '옮기다'].map(
    predicateRoot,
  )
  expect(new Set(roots).size).toBe(roots.length)
})
