import { expect, test } from 'vitest'
import { chunksOf } from '../../../src/knowledge/tree/chunks.js'
import { allOf, type Line } from '../../../src/knowledge/tree/line.js'
import { readLines } from '../../../src/knowledge/tree/lines.js'

const filling = `${'글 '.repeat(40)}\n\n`.repeat(400)

test('a long text is cut above headings, and every line keeps its number', () => {
  const text = `# 하나\n\n${filling}## 둘\n\n${filling}## 셋\n\n${filling}## 넷\n`
  const chunks = chunksOf(text)
  expect(chunks.map(({ text: chunk }) => chunk.split('\n')[0])).toEqual(['# 하나', '## 둘', '## 셋', '## 넷'])
  expect(chunks.map(({ text: chunk }) => chunk).join('\n')).toBe(text)
  const headings = allOf(readLines(text), (line): Line[] => (line.kind === 'heading' ? [line] : []))
  expect(headings.map(({ line, text: title }) => [title, text.split('\n')[line - 1]])).toEqual([
    ['하나', '# 하나'],
    ['둘', '## 둘'],
    ['셋', '## 셋'],
    ['넷', '## 넷'],
  ])
})

test.each([
  ['a fence', '```md', '```'],
  ['a comment', '<!--', '-->'],
  ['preformatted HTML', '<pre>', '</pre>'],
])('a text is not cut inside %s', (_, open, close) => {
  const text = `# 하나\n\n${filling}${open}\n\n## 코드\n\n${filling}\n\n## 코드\n\n${close}\n\n## 둘\n`
  expect(chunksOf(text).map(({ text: chunk }) => chunk.split('\n')[0])).toEqual(['# 하나', '## 둘'])
})

test('a reference is read in another chunk than its definition', () => {
  const text = `# 하나\n\n[자료][1]\n\n${filling}## 둘\n\n${filling}## 셋\n\n[1]: https://a.kr/1\n`
  expect(allOf(readLines(text), ({ links }) => links).map(({ address }) => address)).toEqual([
    'https://a.kr/1',
  ])
})

test('HTML that is closed in each block is read as HTML that is not', () => {
  const blocks =
    '<b>하나</b> 둘<br>셋\n\n- <a href="https://a.kr/1">넷</a>\n\n<details><summary>다섯</summary>여섯</details>\n'
  const apart = readLines(blocks)
  const together = readLines(`${blocks}\n<div>\n`)
  expect(apart).toEqual(together)
})

test('an element that one block opens and another closes holds what stands between', () => {
  const lines = readLines('<table><tr><td>\n\n하나\n\n</td></tr></table>\n\n둘\n')
  expect(lines.map(({ kind, text }) => [kind, text])).toEqual([
    ['row', '하나'],
    ['text', '둘'],
  ])
})
