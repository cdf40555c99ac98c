import fc from 'fast-check'
import { expect, it } from 'vitest'
import { otherLayout } from '../../../src/search/text/keyboard.js'
import { codePoint } from '../../code-point.js'

const known = new Set(['모니터링', '모니터링을', 'monitoring', 'rust', '겨노', '배포', '신'])
const convert = (text: string) => otherLayout(text, (word) => known.has(word))

it.each([
  ['ahslxjfld', '모니터링'],
  ['ahslxjflddmf 도구', '모니터링을 도구'],
  ['ㅡㅐㅜㅑ새갸ㅜㅎ', 'monitoring'],
  ['monitoring', 'monitoring'],
  ['겨노', '겨노'],
  ['hhtm', 'hhtm'],
  ['qovh', '배포'],
  ['tls', 'tls'],
  ['unknown words', 'unknown words'],
])('reads %s as %s', (typed, meant) => {
  expect(convert(typed)).toBe(meant)
})

it('takes any text', () => {
  fc.assert(fc.property(fc.string({ unit: codePoint }), (text) => typeof convert(text) === 'string'))
})
