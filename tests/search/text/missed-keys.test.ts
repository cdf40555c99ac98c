import { expect, it } from 'vitest'
import { withoutMissedKey } from '../../../src/search/text/missed-keys.js'

it('gives what one missed key on the two-set keyboard may have been', () => {
  expect(withoutMissedKey('가').join(' ')).toBe('까 다 라 사 아 개 갸 거 그 기')
})

it.each([
  ['장에', '장애'],
  ['쟁관', '장관'],
  ['베포', '배포'],
  ['테라촘', '테라폼'],
  ['쾌', '콰'],
  ['괜', '관'],
  ['있다', '잇다'],
])('takes %s for %s', (typed, meant) => {
  expect(withoutMissedKey(typed)).toContain(meant)
})

it('takes nothing that is more than one key away', () => {
  const typed = withoutMissedKey('배포')
  expect(['배포', '매포고', '마포', '보포', '빼코'].filter((word) => typed.includes(word))).toEqual([])
})

it('knows no keys of other scripts', () => {
  expect(['docker', '', '배포!', 'ㅋㅋ'].map(withoutMissedKey)).toEqual([[], [], [], []])
})
