import { expect, test } from 'vitest'
import { type Concept, parseConcepts } from '../../../src/knowledge/concepts/concepts.js'

const parse = (...texts: readonly string[]) =>
  parseConcepts(texts.map((text, index) => ({ path: `${index + 1}.yml`, text })))

function concept(kind: Concept['kind'], names: readonly string[], facts: Partial<Concept> = {}): Concept {
  return { id: names[0] ?? '', names, kind, about: [], isA: [], usedFor: [], leadsTo: [], ...facts }
}

const monitoring = '- names: [모니터링, monitoring]\n  kind: topic\n'

test('references may use any name, free of spacing and capitals, and become ids', () => {
  const text = [
    '- names: [관측 가능성, observability]',
    '  kind: topic',
    '- names: [모니터링, monitoring]',
    '  kind: topic',
    '  is a: 관측가능성',
    '- names: [Prometheus, 프로메테우스]',
    '  kind: tool',
    '  used for: [Monitoring, OBSERVABILITY]',
    '- names: [알람이 너무 많다, alert fatigue]',
    '  kind: problem',
    '  leads to: [모니터링]',
  ].join('\n')
  expect(parse(text)).toEqual({
    concepts: [
      concept('topic', ['관측 가능성', 'observability']),
      concept('topic', ['모니터링', 'monitoring'], { isA: ['관측 가능성'] }),
      concept('tool', ['Prometheus', '프로메테우스'], { usedFor: ['모니터링', '관측 가능성'] }),
      concept('problem', ['알람이 너무 많다', 'alert fatigue'], { leadsTo: ['모니터링'] }),
    ],
    findings: [],
  })
})

test('a later file adds names, relations and concepts to an earlier one', () => {
  const own = '- names: [monitoring, 감시]\n- names: [우리감시]\n  kind: tool\n  used for: [감시]\n'
  expect(parse(monitoring, own)).toEqual({
    concepts: [
      concept('topic', ['모니터링', 'monitoring', '감시']),
      concept('tool', ['우리감시'], { usedFor: ['모니터링'] }),
    ],
    findings: [],
  })
})

test('a file joined to itself changes nothing', () => {
  expect(parse(monitoring, monitoring)).toEqual(parse(monitoring))
})

test('no file and an empty file hold no concepts', () => {
  expect(parse()).toEqual({ concepts: [], findings: [] })
  expect(parse('# nothing yet\n')).toEqual({ concepts: [], findings: [] })
})

const example = 'Write "- names: [모니터링, monitoring]", and below it "  kind: topic"'

test.each([
  ['names: [a]\n', 1, `concepts are a list. ${example}`],
  ['- [a, b]\n', 1, `a concept has names and a kind. ${example}`],
  ['- kind: topic\n', 1, `a concept needs names. ${example}`],
  ['- names: [a]\n', 1, 'a concept needs a kind. Write "kind: topic", or tool, role or problem'],
  [
    '- names: [a, yes, null]\n  kind: tool\n',
    1,
    'this must be a text. Put words such as yes and null in quotes',
  ],
  ['- names: [a]\n  kind: thing\n', 2, '"thing" is no kind. Write one of: topic, tool, role, problem'],
  [
    '- names: [a]\n  kind: tool\n  usedFor: [a]\n',
    3,
    '"usedFor" is nothing that a concept has. Write one of: names, about, kind, is a, used for, leads to',
  ],
  [
    `${monitoring}- names: [감시,\n    Moni toring]\n  kind: topic\n`,
    4,
    '"Moni toring" stands in line 1 already. Join the two concepts, or take one out',
  ],
  [
    `${monitoring}  is a:\n    - 관측\n`,
    4,
    'there is no concept "관측". Correct it, or add it with its names and its kind',
  ],
  [
    `${monitoring}  used for: [모니터링]\n`,
    3,
    'a topic has no "used for": that is for a tool. Write "is a", or correct the kind',
  ],
])('%j is refused with its line', (text, line, message) => {
  const { findings } = parse(text)
  expect(findings[0]).toEqual({ file: '1.yml', line, level: 'error', message })
})

test('a circle of broader concepts is cut where it closes', () => {
  const chain = ['a', 'b', 'c', 'd'].map((name, index, all) => {
    return `- names: [${name}]\n  kind: topic\n  is a: [${all[(index + 1) % 3] ?? ''}]\n`
  })
  const { concepts, findings } = parse(chain.join(''))
  expect(concepts.map(({ id, isA }) => [id, isA])).toEqual([
    ['a', ['b']],
    ['b', ['c']],
    ['c', []],
    ['d', ['b']],
  ])
  expect(findings).toEqual([
    {
      file: '1.yml',
      line: 9,
      level: 'error',
      message: '"c" is a "a" closes a circle. Take it out, or turn one of them round',
    },
  ])
})

test('an own file may neither join two concepts nor change a kind', () => {
  const shipped = `${monitoring}- names: [로깅, logging]\n  kind: topic\n`
  expect(parse(shipped, '- names: [감시, logging,\n    monitoring]\n  kind: tool\n').findings).toEqual([
    {
      file: '2.yml',
      line: 2,
      level: 'error',
      message: '"logging" and "monitoring" are two concepts in 1.yml:3 and 1.yml:1. Take one of them out',
    },
    {
      file: '2.yml',
      line: 1,
      level: 'error',
      message: '"logging" is a topic in 1.yml:3. Leave the kind out, or choose another name',
    },
  ])
})

test('broken YAML is named with its line', () => {
  expect(parse(`${monitoring}- names: [a\n  kind: tool\n`)).toEqual({
    concepts: [],
    findings: [
      expect.objectContaining({ file: '1.yml', message: expect.stringMatching(/^no YAML: .*topic"$/) }),
    ],
  })
})

test('a chain of 5,000 broader concepts is read at once', () => {
  const chain = Array.from({ length: 5000 }, (_, index) => {
    return `- names: [c${index}]\n  kind: topic\n${index > 0 ? `  is a: [c${index - 1}]\n` : ''}`
  })
  const { concepts, findings } = parse(chain.join(''))
  expect(findings).toEqual([])
  expect(concepts.at(-1)).toEqual(concept('topic', ['c4999'], { isA: ['c4998'] }))
})

test('of very many mistakes the first hundred are named', () => {
  expect(parse('- a\n'.repeat(50_000)).findings).toHaveLength(100)
})

test('20,000 concepts are refused before they are read', () => {
  const many = Array.from({ length: 20_000 }, (_, index) => `- names: [이름${index}]\n  kind: topic\n`).join(
    '',
  )
  expect(parse(many)).toEqual({
    concepts: [],
    findings: [
      {
        file: '1.yml',
        line: 1,
        level: 'error',
        message: 'concepts have at most 600 kB. Take out those that your notes do not need',
      },
    ],
  })
})
