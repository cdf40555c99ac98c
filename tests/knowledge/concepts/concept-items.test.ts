import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type ConceptItem,
  readPlainItems,
  readYamlItems,
} from '../../../src/knowledge/concepts/concept-items.js'
import { shippedConcepts } from '../../../src/knowledge/files/find-notes.js'

/** What YAML reads, with its mistakes. */
function byYaml(text: string) {
  const mistakes: string[] = []
  const items: readonly ConceptItem[] = readYamlItems(text, (line, message) =>
    mistakes.push(`${line}: ${message}`),
  )
  return { items, mistakes }
}

test.each(shippedConcepts())('%s is read without the YAML parser, and as it reads it', async (path) => {
  const text = await readFile(path, 'utf8')
  expect({ items: readPlainItems(text), mistakes: [] }).toEqual(byYaml(text))
})

test('texts keep their colons, number signs, quotes and dots', () => {
  const text = '- names: [C#, .NET, 1:1 미팅, Let\'s Encrypt, CI/CD, 2FA, 3 "x"]\r\n  kind: tool\r\n'
  const texts = ['C#', '.NET', '1:1 미팅', "Let's Encrypt", 'CI/CD', '2FA', '3 "x"']
  expect(readPlainItems(text)).toEqual([
    {
      line: 1,
      fields: [
        { name: 'names', line: 1, texts: texts.map((each) => ({ text: each, line: 1 })) },
        { name: 'kind', line: 2, texts: [{ text: 'tool', line: 2 }] },
      ],
    },
  ])
})

test.each([
  '- names: [a, "b"]\n',
  '- names: [a, null]\n',
  '- names: [a, 1.10]\n',
  '- names: [a, .5]\n',
  '- names: [a, ]\n',
  '- names: [a, [b]]\n',
  '- names: [a] # why\n',
  '- names: [a: b]\n',
  '- names: a\n  names: b\n',
  '- names:\n  - a\n',
  '  kind: tool\n',
  '- names: [a,\n    b]\n',
  '- names: &x a\n',
  '- names: a\n   kind: tool\n',
])('%j is left to the YAML parser', (text) => {
  expect(readPlainItems(text)).toBeUndefined()
})

const sure = ['모니터링', 'CI/CD', 'C#', '.NET', '2FA', "Let's Encrypt", 'a, b', 'a:b', '1 on 1']
const odd = [
  'null',
  'yes',
  '1.5',
  '0x1f',
  '.inf',
  '~',
  '- a',
  '',
  ' ',
  'a: b',
  'a #b',
  'a:',
  '0o7',
  '1_000',
  '1e3',
]
const letters = [...'ab1.:#-\'"[]{},&*!|>%@`? \t\u0000é가']
const text = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...sure) },
  { weight: 1, arbitrary: fc.constantFrom(...odd) },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...letters), maxLength: 6 }) },
)
const list = fc.array(text, { maxLength: 3 }).map((texts) => `[${texts.join(', ')}]`)
const field = fc
  .tuple(fc.constantFrom('names', 'kind', 'is a', 'used for'), fc.oneof(list, text))
  .map(([name, value]) => `${name}: ${value}`)
const item = fc
  .tuple(
    fc.array(field, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('\n  ', '\r\n  ', '\n# why\n  ', '\n   ', '\n'),
  )
  .map(([fields, between]) => `- ${fields.join(between)}`)
const file = fc.array(item, { minLength: 1, maxLength: 2 }).map((items) => `${items.join('\n\n')}\n`)

test('whatever is read without the YAML parser is what it reads', () => {
  let read = 0
  const isSame = (written: string) => {
    const plain = readPlainItems(written)
    if (!plain) return
    read += 1
    expect({ items: plain, mistakes: [] }).toEqual(byYaml(written))
  }
  fc.assert(fc.property(file, isSame), { numRuns: 2000, seed: 1 })
  expect(read).toBeGreaterThan(200)
})
