import { expect, test } from 'vitest'
import { parseGlossary } from '../../src/knowledge/glossary.js'

test('reads groups in either YAML style, numbers and comments included', () => {
  const text = '# terms\n- [배포, deploy]\n-\n  - 국제화\n  - i18n\n- [버전 2, 2]\n'
  expect(parseGlossary(text, 'glossary.yml')).toEqual({
    groups: [
      ['배포', 'deploy'],
      ['국제화', 'i18n'],
      ['버전 2', '2'],
    ],
    problems: [],
  })
})

test('an empty glossary is no mistake', () => {
  expect(parseGlossary('# nothing yet\n', 'glossary.yml')).toEqual({ groups: [], problems: [] })
})

test.each([
  [
    '배포: deploy\n',
    1,
    'a glossary is a list of groups, each a list of equal terms. Write "- [배포, deploy]"',
  ],
  [
    '- [a, b]\n- 배포\n',
    2,
    'a glossary is a list of groups, each a list of equal terms. Write "- [배포, deploy]"',
  ],
  ['- [a, b]\n- [c]\n', 2, 'a group needs two terms or more'],
  ['- [a, [b]]\n', 1, 'a term must be a text. Put words such as yes and null in quotes'],
  ['- [a, b]\n\n- [c,  A]\n', 3, '"A" stands in line 1 already. Join the two groups, or take one out'],
  ['- [CI CD, ci  cd]\n', 1, '"ci  cd" stands in line 1 already. Join the two groups, or take one out'],
])('%j is refused with its line', (text, line, message) => {
  const { problems } = parseGlossary(text, 'glossary.yml')
  expect(problems).toEqual([{ file: 'glossary.yml', line, level: 'error', message }])
})
