import { expect, test } from 'vitest'
import { parseConcepts } from '../../../src/knowledge/concepts/concepts.js'
import { parseGlossary } from '../../../src/knowledge/files/glossary.js'
import { findDeepNesting } from '../../../src/knowledge/files/yaml-nesting.js'

test.each([
  ['brackets in one line', '['.repeat(101), 1],
  ['brackets over several lines', `- a\n${'[{\n'.repeat(60)}`, 52],
  ['list marks', `- a\n${'- '.repeat(60)}a`, 2],
  ['keys', `a: b\n${'? '.repeat(60)}a`, 2],
  ['indentation', `a:\n${' '.repeat(101)}b`, 2],
])('too deep are %s', (_, text, line) => {
  expect(findDeepNesting(text)).toBe(line)
})

test.each([
  ['closed brackets', '- [a, {b: c}]\n'.repeat(1000)],
  ['a long list', '- a\n'.repeat(1000)],
  ['a text with dashes', `- a ${'- '.repeat(200)}`],
])('not deep is %s', (_, text) => {
  expect(findDeepNesting(text)).toBeUndefined()
})

test('what is nested too deep never reaches the YAML parser', () => {
  const text = `- names: ${'['.repeat(100_000)}`
  const message = 'nested more than 100 deep. Close the brackets, or take out indentation'
  const findings = [{ file: 'own.yml', line: 1, level: 'error', message }]
  expect(parseConcepts([{ path: 'own.yml', text }])).toEqual({ concepts: [], findings })
  expect(parseGlossary(text, 'own.yml')).toEqual({ groups: [], findings })
})
