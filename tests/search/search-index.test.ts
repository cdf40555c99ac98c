import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSearchIndex } from '../../src/search/search-index.js'
import { codePoint } from '../code-point.js'
import { buildLibrary, buildSession, buildSpeaker } from './build-library.js'

const kubernetes = buildSession(
  '최소한의 비용과 시간으로 만든 Kubernetes + CI/CD',
  ['Prometheus + Grafana로 모니터링을 시작했다', 'Jenkins로 빌드하고 Kubernetes에 배포한다'],
  { speakers: [buildSpeaker('독고혁')], tags: ['kubernetes'] },
)
const openCensus = buildSession('OpenCensus with Prometheus and Kubernetes', [], {
  speakers: [buildSpeaker('김진웅', 'Jinwoong Kim')],
})
const automation = buildSession('자동화, 어디부터 어디까지 가능한가?', [
  '같은 작업을 다섯 번 이상 반복해야 할 때 자동화한다',
])
const library = buildLibrary([kubernetes, openCensus, automation], [['쿠버네티스', 'kubernetes', 'k8s']])
const index = await createSearchIndex(library)
const first = (text: string) => index.search(text).matches[0]?.session.title

describe('search', () => {
  it.each([
    ['모니터링', kubernetes],
    ['모니터링'.normalize('NFD'), kubernetes],
    ['monitoring', kubernetes],
    ['ahslxjfld', kubernetes],
    ['쿠버네티스 빌드', kubernetes],
    ['쿠버 네티스 빌드', kubernetes],
    ['k8s 빌드', kubernetes],
    ['자동화는 언제 하나요?', automation],
    ['김진웅', openCensus],
    ['slides for opencensus', openCensus],
    ['promethues 모니터링', kubernetes],
    ['비용을', kubernetes],
  ])('answers %s', (question, session) => {
    const found = index.search(question)
    expect([found.outcome, found.matches[0]?.session]).toEqual(['answered', session])
  })

  it('answers words with one missed key, and takes no known word for another', async () => {
    const notes = buildLibrary([buildSession('장관 회의'), buildSession('정관 개정'), buildSession('배포')])
    const other = await createSearchIndex(notes)
    const found = (question: string) => other.search(question).matches.map(({ session }) => session.title)
    expect([found('쟁관'), found('정관'), found('베포는 언제'), found('객방')]).toEqual([
      ['장관 회의'],
      ['정관 개정'],
      ['배포'],
      [],
    ])
  })

  it.each(['점심 메뉴', 'wifi password', '', '  ', '?!', '🙇'])('has no answer to %j', (question) => {
    expect(index.search(question)).toEqual({ outcome: 'none', matches: [] })
  })

  it.each([
    ['배포', 'The day before'],
    ['의지', 'Easy does it'],
    ['아주', 'Azure for everyone'],
    ['before', '배포 이야기'],
  ])('never takes %s for a word of "%s"', async (question, title) => {
    const other = await createSearchIndex(buildLibrary([buildSession(title), buildSession('Something else')]))
    expect(other.search(question)).toEqual({ outcome: 'none', matches: [] })
  })

  it('marks the matched words of the best passage, without their particles', () => {
    expect(index.search('모니터링은 뭘로 하나요').matches[0]?.passages).toEqual([
      {
        passage: { path: [], text: 'Prometheus + Grafana로 모니터링을 시작했다' },
        path: [],
        runs: [
          { text: 'Prometheus + Grafana로 ', marked: false },
          { text: '모니터링', marked: true },
          { text: '을 시작했다', marked: false },
        ],
      },
    ])
  })

  it('finds a speaker in either script', () => {
    expect(index.bySpeaker('김진웅님')).toEqual([openCensus])
    expect(index.bySpeaker('jinwoong kim')).toEqual([openCensus])
    expect(index.bySpeaker('홍길동')).toEqual([])
    expect(index.bySpeaker('jinwoong lee')).toEqual([])
  })

  it('narrows a search to a speaker, a meetup or a tag', () => {
    expect(index.search('kubernetes', { speaker: '김진웅' }).matches.map((match) => match.session)).toEqual([
      openCensus,
    ])
    expect(index.search('', { tag: '쿠버네티스' }).matches.map((match) => match.session)).toEqual([
      kubernetes,
    ])
    expect(index.search('자동화', { meetup: '2020' })).toEqual({ outcome: 'none', matches: [] })
  })

  it('narrows to no tag that has half of the words', async () => {
    const tagged = await createSearchIndex(buildLibrary([buildSession('Lunch', [], { tags: ['harbor'] })]))
    const found = (tag: string) => tagged.search('', { tag }).matches.length
    expect([found('harbor'), found('harbor nomad')]).toEqual([1, 0])
  })

  it('puts what is asked for first', () => {
    expect(first('Kubernetes 비용')).toBe(kubernetes.title)
  })
})

describe('how sure', () => {
  it('answers when most of the question is covered, offers the nearest when little is, and nothing below', () => {
    const asked = ['Jenkins', 'Jenkins zebra', 'Jenkins zebra giraffe walrus']
    const outcomes = asked.map((question) => index.search(question).outcome)
    expect(outcomes).toEqual(['answered', 'unsure', 'none'])
  })

  it('gives what is nearest when unsure', () => {
    expect(index.search('Jenkins zebra').matches.map((match) => match.session)).toEqual([kubernetes])
  })

  it('puts the newer of equal sessions first', async () => {
    const twins = ['2020/a', '2019/a'].map((id) => buildSession('같은 발표', ['같은 내용'], { id }))
    const twinIndex = await createSearchIndex(buildLibrary(twins))
    expect(twinIndex.search('같은 발표 내용').matches.map((match) => match.session.id)).toEqual([
      '2020/a',
      '2019/a',
    ])
  })
})

describe('key', () => {
  it('is equal for questions that differ in particles, order and manners', () => {
    const keys = ['쿠버네티스 배포는 어떻게 하나요?', '배포 쿠버네티스', '쿠버네티스를 배포'].map((text) =>
      index.key(text),
    )
    expect(keys).toEqual(['배포 쿠버네티스', '배포 쿠버네티스', '배포 쿠버네티스'])
  })

  it('differs for other questions, and is never empty for a word', () => {
    expect([index.key('k8s'), index.key('무엇'), index.key('')]).toEqual(['k8s', '무엇', ''])
  })
})

describe('any text', () => {
  it('is searched without throwing, at any length', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: codePoint, maxLength: 200 }),
        fc.integer({ min: 1, max: 400 }),
        (text, times) => {
          const long = text.repeat(times)
          expect(index.search(long).matches.every(({ score }) => score >= 0 && score <= 1)).toBe(true)
          expect(typeof index.key(long)).toBe('string')
          expect(index.suggest('session', long).length).toBeLessThanOrEqual(25)
          expect(Array.isArray(index.bySpeaker(long))).toBe(true)
        },
      ),
      { numRuns: 50 },
    )
  })

  it('is cut before it is searched', () => {
    expect(index.search(`모니터링 ${'가나다라 '.repeat(8_000)}`).outcome).toBeDefined()
    expect(index.search(`${' '.repeat(100)}모니터링`).outcome).toBe('answered')
  })
})
