import { describe, expect, it } from 'vitest'
import type { Concept } from '../../../src/knowledge/concepts/concepts.js'
import { createSearchIndex } from '../../../src/search/search-index.js'
import { Misheard } from '../../../src/search/sound/misheard.js'
import { buildConcept, buildLibrary, buildSession } from '../build-library.js'

const concept = (kind: Concept['kind'], ...names: readonly string[]) => buildConcept(kind, names)
const concepts = [
  ...['Prometheus', 'Grafana', 'nginx', 'kubectl', 'Istio', 'Envoy', 'Redis', 'Logback'].map((name) =>
    concept('tool', name),
  ),
  concept('tool', 'PostgreSQL', 'Postgres'),
  concept('topic', 'monitoring', 'pattern', 'release'),
]
const glossary = [
  ['쿠버네티스', 'Kubernetes'],
  ['배포', 'deploy'],
]

describe('names that captions say in other words', () => {
  const misheard = new Misheard(glossary, concepts)
  const spoken = { path: [], text: '', source: { kind: 'moment', seconds: 0 } } as const
  for (const _ of misheard.learn([buildSession('점심', [], { passages: [spoken] })]))
    expect(_).toBeUndefined()

  it.each([
    ['cooper netties', 'kubernetes'],
    ['prom ethius', 'prometheus'],
    ['grow fauna', 'grafana'],
    ['graphana', 'grafana'],
    ['engine x', 'nginx'],
    ['cube cuddle', 'kubectl'],
    ['post grass', 'postgres'],
    ['east io', 'istio'],
  ])('are heard: %s', (said, name) => {
    expect(misheard.in(`so here we put ${said}, in front`)).toEqual([`≈${name}`])
  })

  it.each([
    'go over it far more often',
    'the pattern of a release',
    'people read these letters for pleasure',
    'monitoring the deploy',
    'a. post. grass',
    'rude sea',
    'red ease',
    'lucky book',
    'copper nuts',
    'radius',
    'envy',
    'logbook',
    'graven',
    'prometheus and grafana',
  ])('are not heard in other speech: %s', (said) => {
    expect(misheard.in(said)).toEqual([])
  })

  it('are found in captions only, and below what is said in so many words', async () => {
    const passage = (text: string, kind: 'moment' | 'page') => ({
      path: [],
      text,
      source: kind === 'moment' ? { kind, seconds: 60 } : { kind, page: 2 },
    })
    const sessions = [
      buildSession('저녁', [], { passages: [passage('we moved to cooper netties', 'page')] }),
      buildSession('아침', [], { passages: [passage('we moved to cooper netties', 'moment')] }),
      buildSession('점심', [], { passages: [passage('we moved to kubernetes', 'moment')] }),
      buildSession('다른 날', ['다른 이야기']),
    ]
    const index = await createSearchIndex(buildLibrary(sessions, glossary, concepts))
    const titles = (question: string) => index.search(question).matches.map(({ session }) => session.title)
    expect(titles('kubernetes')).toEqual(['점심', '아침'])
    expect(titles('쿠버네티스')).toEqual(['점심', '아침'])
    expect(titles('prometheus')).toEqual([])
  })
})
