import { expect, test } from 'vitest'
import { addFrontMatter } from '../../../src/knowledge/files/add-front-matter.js'

const lines = ['talks: "###"', 'not-talks: [신청, 이벤트존]']

test.each([
  [
    'YAML: before its end',
    '---\ntitle: a\n---\n# post\n',
    '---\ntitle: a\ntalks: "###"\nnot-talks: [신청, 이벤트존]\n---\n# post\n',
  ],
  [
    'TOML: as TOML, above its tables',
    '+++\ntitle = "a"\n[menu]\nx = 1\n+++\n\n# post\n',
    '+++\ntalks = "###"\nnot-talks = ["신청","이벤트존"]\ntitle = "a"\n[menu]\nx = 1\n+++\n\n# post\n',
  ],
  [
    'none: with lines of dashes',
    '# post\n',
    '---\ntalks: "###"\nnot-talks: [신청, 이벤트존]\n---\n\n# post\n',
  ],
  [
    'a rule that is none: with lines of dashes',
    '# post\n\n---\n\ntext',
    '---\ntalks: "###"\nnot-talks: [신청, 이벤트존]\n---\n\n# post\n\n---\n\ntext',
  ],
  [
    'one that lacks its first line: before its end',
    'title: a\ndate: 2020\n---\n# post\n',
    'title: a\ndate: 2020\ntalks: "###"\nnot-talks: [신청, 이벤트존]\n---\n# post\n',
  ],
  ['an empty one: inside', '---\n---\n', '---\ntalks: "###"\nnot-talks: [신청, 이벤트존]\n---\n'],
  ['an empty post', '', '---\ntalks: "###"\nnot-talks: [신청, 이벤트존]\n---\n\n'],
])('writes into front matter of %s', (_, before, after) => {
  expect(addFrontMatter(before, lines).text).toBe(after)
})

test.each([
  ['\uFEFF---\r\ntitle: a\r\n---\r\n# 모임\r\n\r\n끝', '\r\n'],
  ['\uFEFF# 모임\r\n\n\r끝  \t', '\r\n'],
  ['---\rtitle: a\r---\r# 모임', '\r'],
  ['# no line end at all', '\n'],
  ['\n\n# 모임\n\u0000\u2028\n', '\n'],
])('changes nothing else of %j', (before, end) => {
  const { text, written } = addFrontMatter(before, ['talks: "###"'])
  expect(written).toEqual(['talks: "###"'])
  expect(text.startsWith('\uFEFF')).toBe(before.startsWith('\uFEFF'))
  const [head = '', tail = ''] = text.split(`talks: "###"${end}`)
  const without = head + tail
  const made = `---${end}---${end}${end}`
  expect(before.includes(`---${end}title`) ? without : without.replace(made, '')).toBe(before)
})

test('leaves what the author wrote, and says so', () => {
  const before = '---\ntalks: "##"\n---\n# post\n'
  expect(addFrontMatter(before, lines)).toEqual({
    text: '---\ntalks: "##"\nnot-talks: [신청, 이벤트존]\n---\n# post\n',
    written: ['not-talks: [신청, 이벤트존]'],
    kept: ['talks'],
  })
  expect(addFrontMatter(before, ['talks: "###"']).text).toBe(before)
})
