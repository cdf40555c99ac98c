import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Passage } from '../../../src/knowledge/session.js'
import { planOf } from '../../../src/search/question/plan.js'
import { buildIndex } from '../../../src/search/ranking/build.js'
import { askedWords } from '../../../src/search/ranking/evidence.js'
import { createMark } from '../../../src/search/ranking/mark.js'
import { PassageTerms } from '../../../src/search/ranking/passage-terms.js'
import { bestPassages } from '../../../src/search/ranking/passages.js'
import { createSearchIndex } from '../../../src/search/search-index.js'
import { Misheard } from '../../../src/search/sound/misheard.js'
import { codePoint } from '../../code-point.js'
import { buildLibrary, buildSession } from '../build-library.js'

const lines = [
  'Prometheus로 모니터링을 한다',
  '클라우드교육과 OpenCensus',
  'CI/CD와 k8s',
  '파이프라인이 많다',
]
const { lexicon } = await buildIndex(buildLibrary([buildSession('노트', lines)], [['쿠버네티스', 'k8s']]))
const marked = (text: string, question: string) =>
  createMark(planOf(question, lexicon))(text)
    .map((run) => (run.marked ? `[${run.text}]` : run.text))
    .join('')

describe('the lines shown of a session', () => {
  it('are those whose own words cover more of the question, for half of it those below a heading that does', async () => {
    const passages = [
      { path: [], text: 'Jenkins at last' },
      { path: ['Jenkins, Harbor and Nomad'], text: 'all of it in one week' },
      { path: [], text: 'Harbor before Nomad' },
      { path: [], text: 'nothing of the kind' },
    ]
    const index = await createSearchIndex(buildLibrary([buildSession('A week', [], { passages })]))
    const [match] = index.search('jenkins harbor nomad').matches
    expect(match?.passages.map(({ passage }) => passage.text)).toEqual([
      'Harbor before Nomad',
      'all of it in one week',
      'Jenkins at last',
    ])
  })
})

describe('mark', () => {
  it.each([
    ['모니터링은', 'Prometheus로 [모니터링]을 한다'],
    ['monitoring', 'Prometheus로 [모니터링]을 한다'],
    ['promethues', '[Prometheus]로 모니터링을 한다'],
    ['교육', '클라우드[교육]과 OpenCensus'],
    ['쿠버네티스', 'CI/CD와 [k8s]'],
    ['파이프라인', '[파이프라인]이 많다'],
    ['없는말', 'CI/CD와 k8s'],
  ])('marks %s', (question, expected) => {
    const line = expected.replace(/[[\]]/g, '')
    expect(marked(line, question)).toBe(expected)
  })

  it('marks decomposed text where it stands', () => {
    const text = '모니터링을'.normalize('NFD')
    expect(marked(text, '모니터링')).toBe(`[${'모니터링'.normalize('NFD')}]${'을'.normalize('NFD')}`)
  })

  it('keeps every character of the text', () => {
    const mark = createMark(planOf('모니터링 k8s', lexicon))
    fc.assert(
      fc.property(fc.string({ unit: codePoint }), (noise) => {
        const text = `${noise}모니터링${noise}`
        expect(
          mark(text)
            .map((run) => run.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})

const best = (passages: readonly Passage[], question: string) => {
  const plan = planOf(question, lexicon)
  const found = bestPassages(
    passages,
    askedWords(plan),
    new PassageTerms(new Misheard([], [])),
    createMark(plan),
    () => undefined,
  )
  return found.map(({ passage }) => passage.text)
}

describe('bestPassages', () => {
  it('takes three at most, those first that cover most, and the earlier of equal ones', () => {
    const passages = ['모니터링', 'k8s', '모니터링 k8s', '모니터링', '다른 말'].map((text) => ({
      path: [],
      text,
    }))
    expect(best(passages, '모니터링 k8s')).toEqual(['모니터링 k8s', '모니터링', 'k8s'])
  })

  it('counts the headings above a passage', () => {
    const passages = [
      { path: [], text: '아무 말' },
      { path: ['모니터링'], text: '장점: 쉽다' },
    ]
    expect(best(passages, '모니터링')).toEqual(['장점: 쉽다'])
  })
})
