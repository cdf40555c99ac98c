import fc from 'fast-check'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, it } from 'vitest'
import { parseMarkdown } from '../../../src/knowledge/tree/markdown.js'

const whole = unified().use(remarkParse).use(remarkGfm).freeze()

it.each([
  'See https://a.kr/1, www.b.kr and jane@c.kr',
  'HTTP://a.kr, WWW.b.kr',
  'mailto:jane@c.kr',
  '- jane&#64;c.kr\n- jane&commat;c.kr\n- www&#46;b.kr',
  'jane\\@c.kr, https\\://a.kr, https:\\/\\/a.kr, www\\.b.kr',
  '# Plain\n\n- words\n    1. ~~and~~ [a link](b.md)\n\n| a | b |\n|---|---|\n| c | d[^1] |\n\n[^1]: said',
])('reads %j as remark does', (text) => {
  expect(parseMarkdown(text)).toEqual(whole.parse(text))
})

it('reads any text as remark does, whichever addresses it looks for', () => {
  const pieces = 'www . : / // http https @ \\ &#64; &#47; a kr [ ] ( ) < > * _ ` - |'.split(' ')
  const text = fc.array(fc.constantFrom(...pieces, ' ', '\n'), { maxLength: 24 })
  fc.assert(
    fc.property(text, (each) => {
      expect(parseMarkdown(each.join(''))).toEqual(whole.parse(each.join('')))
    }),
    { numRuns: 2_000 },
  )
})
