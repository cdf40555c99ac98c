import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Concept, conceptKey, parseConcepts } from '../../../src/knowledge/concepts/concepts.js'
import { shippedConcepts } from '../../../src/knowledge/files/find-notes.js'
import { parseGlossary } from '../../../src/knowledge/files/glossary.js'
import { SHIPPED_NOTES } from '../../../src/knowledge/shipped-notes.js'

const files = await Promise.all(
  shippedConcepts().map(async (path) => ({ path, text: await readFile(path, 'utf8') })),
)
const { concepts, findings } = parseConcepts(files)
const glossary = parseGlossary(await readFile(join(SHIPPED_NOTES, 'glossary.yml'), 'utf8'), 'glossary.yml')
const referencesOf = ({ isA, usedFor, leadsTo }: Concept) => [...isA, ...usedFor, ...leadsTo]

test('the shipped concepts are many and have no mistake', () => {
  expect(findings).toEqual([])
  expect(concepts.length).toBeGreaterThanOrEqual(6000)
})

test('every reference of a shipped concept is the id of another', () => {
  const ids = new Set(concepts.map(({ id }) => id))
  expect(concepts.flatMap(referencesOf).filter((id) => !ids.has(id))).toEqual([])
})

test('every shipped concept hangs together with another', () => {
  const referred = new Set(concepts.flatMap(referencesOf))
  const alone = concepts.filter((concept) => referencesOf(concept).length === 0 && !referred.has(concept.id))
  expect(alone.map(({ id }) => id)).toEqual([])
})

test('every shipped tool is used for something, and every problem and role leads somewhere', () => {
  const idle = concepts.filter(({ kind, isA, usedFor, leadsTo }) => {
    return kind === 'tool' ? isA.length + usedFor.length === 0 : kind !== 'topic' && leadsTo.length === 0
  })
  expect(idle.map(({ id }) => id)).toEqual([])
})

test('shipped relations join the kinds that they are meant for', () => {
  const kindOf = new Map(concepts.map(({ id, kind }) => [id, kind]))
  const isOdd = (kinds: readonly string[]) => (id: string) => !kinds.includes(kindOf.get(id) ?? '')
  const odd = concepts.filter(({ kind, isA, usedFor }) => {
    const broader = kind === 'tool' || kind === 'topic' ? ['tool', 'topic'] : [kind]
    return isA.some(isOdd(broader)) || usedFor.some(isOdd(['tool', 'topic']))
  })
  expect(odd.map(({ id }) => id)).toEqual([])
})

test('shipped topics, problems and roles have names in Korean and in Latin letters', () => {
  const named = concepts.filter(({ kind }) => kind !== 'tool')
  const lacking = named.filter(({ names }) => {
    return (
      !names.some((name) => /\p{Script=Hangul}/u.test(name)) || !names.some((name) => /[a-z]/i.test(name))
    )
  })
  expect(lacking.map(({ id }) => id)).toEqual([])
})

test('the shipped concepts and the shipped glossary agree on what is equal', () => {
  const conceptOf = new Map(concepts.flatMap(({ id, names }) => names.map((name) => [conceptKey(name), id])))
  const groupOf = new Map(glossary.groups.flatMap((group) => group.map((term) => [conceptKey(term), group])))
  const torn = glossary.groups.filter((group) => {
    return new Set(group.flatMap((term) => conceptOf.get(conceptKey(term)) ?? [])).size > 1
  })
  const joined = concepts.filter(({ names }) => {
    return (
      new Set(
        names.flatMap((name) => [groupOf.get(conceptKey(name)) ?? []].filter((group) => group.length > 0)),
      ).size > 1
    )
  })
  expect(torn).toEqual([])
  expect(joined.map(({ id }) => id)).toEqual([])
})
