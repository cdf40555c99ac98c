import { expect, test } from 'vitest'
import { parseGlossary } from '../../../src/knowledge/files/glossary.js'

test('reads groups in either YAML style, numbers and comments included', () => {
  const text = '# terms\n- [배포, deploy]\n-\n  - 국제화\n  - i18n\n- [버전 2, 2]\n'
  expect(parseGlossary(text, 'glossary.yml')).toEqual({
    groups: [
      ['배포', 'deploy'],
      ['국제화', 'i18n'],
      ['버전 2', '2'],
    ],
    findings: [],
  })
})

test('an empty glossary is no mistake', () => {
  expect(parseGlossary('# nothing yet\n', 'glossary.yml')).toEqual({ groups: [], findings: [] })
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
  ['- [a, b, [c]]\n', 1, 'a term must be a text. Put words such as yes and null in quotes'],
  ['- [a, b]\n\n- [c,  A]\n', 3, '"A" stands in line 1 already. Join the two groups, or take one out'],
  ['- [CI CD, ci  cd]\n', 1, '"ci  cd" stands in line 1 already. Join the two groups, or take one out'],
])('%j is named with its line', (text, line, message) => {
  const { findings } = parseGlossary(text, 'glossary.yml')
  expect(findings).toEqual([{ file: 'glossary.yml', line, level: 'error', message }])
})

test('uses what is right beside what is wrong', () => {
  const text = '- [배포, deploy]\n- [a]\n- [장애, 배포, outage]\n- [로그, log, true]\n'
  const { groups, findings } = parseGlossary(text, 'glossary.yml')
  expect(groups).toEqual([
    ['배포', 'deploy'],
    ['장애', 'outage'],
    ['로그', 'log'],
  ])
  expect(findings.map(({ line }) => line)).toEqual([2, 3, 4])
})

test('uses the groups above a mistake in the YAML, and none that may have been misread', () => {
  const { groups, findings } = parseGlossary(
    '- [배포, deploy]\n- [a, b\n  - [c, d]\n- [e, f]\n',
    'glossary.yml',
  )
  expect(groups).toEqual([['배포', 'deploy']])
  expect(findings.map(({ line, message }) => [line, message.slice(0, 8)])).toContainEqual([3, 'no YAML:'])
})

test('leaves out what a search could not bear: groups and terms beyond the limits', () => {
  const many = Array.from({ length: 1_502 }, (_, number) => `- [a${number}, b${number}]`).join('\n')
  const wide = `- [${Array.from({ length: 60 }, (_, number) => `c${number}`).join(', ')}]`
  const { groups, findings } = parseGlossary(`${wide}\n${many}`, 'glossary.yml')
  expect([groups.length, groups[0]?.length]).toEqual([1_500, 50])
  expect(findings.map(({ line, message }) => [line, message])).toEqual([
    [1_501, 'a glossary has at most 1500 groups. Take out those that your notes do not need'],
    [1, 'a group has at most 50 terms. Take out those that nobody types'],
  ])
})
