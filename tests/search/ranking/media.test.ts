import { describe, expect, it } from 'vitest'
import type { Concept } from '../../../src/knowledge/concepts/concepts.js'
import type { Passage } from '../../../src/knowledge/session.js'
import { createSearchIndex } from '../../../src/search/search-index.js'
import { buildLibrary, buildSession } from '../build-library.js'

const page = (number: number, title: string, text: string): Passage => ({
  path: title ? [title] : [],
  text,
  source: { kind: 'page', page: number },
})

const moment = (seconds: number, text: string): Passage => ({
  path: [],
  text,
  source: { kind: 'moment', seconds },
})

const concept = (facts: Partial<Concept> & Pick<Concept, 'id' | 'names'>): Concept => ({
  kind: 'topic',
  about: [],
  isA: [],
  usedFor: [],
  leadsTo: [],
  ...facts,
})

const others = ['그래프', '배포', '검색', '결제'].map((title) => buildSession(title, ['다른 이야기']))

const noted = buildSession('밤샘 없는 저녁', ['블루그린 배포를 매일 한다'])
const shown = buildSession('창고를 옮긴 이야기', [], {
  passages: [
    page(3, 'Interleaved tables', '부모 행 옆에 자식 행이 놓인다'),
    page(7, '되돌리기', '블루그린 배포로 되돌린다'),
  ],
})
const spoken = buildSession('저녁 인사', [], {
  passages: [
    moment(60, '다음에는 블루그린 배포를 해 볼까 합니다'),
    moment(90, '당직이 끝나면 그래프를 보고 잡니다'),
  ],
})
const index = await createSearchIndex(buildLibrary([spoken, shown, noted]))
const titles = (question: string) => index.search(question).matches.map(({ session }) => session.title)

describe('words of decks and recordings', () => {
  it('come after what the organiser wrote, pages before speech', () => {
    expect(titles('블루그린 배포')).toEqual(['밤샘 없는 저녁', '창고를 옮긴 이야기', '저녁 인사'])
  })

  it('are found by the headings of pages', () => {
    const [match] = index.search('interleaved tables').matches
    expect(match?.passages[0]?.passage.source).toEqual({ kind: 'page', page: 3 })
  })

  it('are no evidence when one word of several stands on a page', () => {
    expect(index.search('그래프 데이터베이스 샤딩').outcome).toBe('none')
  })

  it('set no talk before another that answers as well by what was written', async () => {
    const plain = buildSession('카프카 컨슈머 도입', ['오프셋을 손으로 넘긴다'])
    const talkative = buildSession('카프카 컨슈머 소개', ['오프셋을 손으로 넘긴다'], {
      passages: [
        { path: [], text: '오프셋을 손으로 넘긴다' },
        ...[1, 2, 3, 4, 5, 6].map((number) => page(number, '카프카', '컨슈머 카프카 컨슈머')),
      ],
    })
    const { matches } = (await createSearchIndex(buildLibrary([plain, talkative, ...others]))).search(
      '카프카 컨슈머',
    )
    expect(matches.map(({ session }) => session.title)).toEqual([plain.title, talkative.title])
  })

  it('stand for notes only where they say what was asked', async () => {
    const decked = buildSession('리액트 네이티브 앱', [], { passages: [page(2, '목차', '인사와 질문')] })
    const written = buildSession('리액트 네이티브 앱', ['한 달 만에 냈다'])
    const bare = buildSession('리액트 네이티브 앱', [])
    const { matches } = (await createSearchIndex(buildLibrary([bare, decked, written]))).search(
      '리액트 네이티브',
    )
    expect(matches.map(({ session }) => session)).toEqual([written, decked, bare])
  })

  it('prove one thing by another name of several words', async () => {
    const concepts = [concept({ id: '배포 조종사', names: ['배포 조종사', 'Pilot'], kind: 'tool' })]
    const outcomeOf = async (passage: Passage) => {
      const passages = [passage, { ...passage, path: ['다른 쪽'], text: '인사' }]
      const library = buildLibrary([buildSession('저녁', [], { passages }), ...others], [], concepts)
      return (await createSearchIndex(library)).search('배포 조종사 서명').outcome
    }
    expect(await outcomeOf(page(1, '', 'Pilot'))).toBe('none')
    expect(await outcomeOf({ path: ['하나'], text: 'Pilot' })).toBe('unsure')
  })

  it('prove what a tool is for less than notes do', async () => {
    const concepts = [
      concept({ id: '배포 자동화', names: ['배포 자동화'] }),
      concept({ id: 'Pilot', names: ['Pilot'], kind: 'tool', usedFor: ['배포 자동화'] }),
    ]
    const scoreOf = async (passage: Passage) => {
      const passages = [passage, { ...passage, path: ['다른 쪽'], text: '인사' }]
      const library = buildLibrary([buildSession('저녁', [], { passages }), ...others], [], concepts)
      return (await createSearchIndex(library)).search('배포 자동화').matches[0]?.score ?? 0
    }
    const onPage = await scoreOf(page(1, '', 'Pilot'))
    const inNotes = await scoreOf({ path: ['하나'], text: 'Pilot' })
    expect(onPage).toBeGreaterThan(0)
    expect(onPage / inNotes).toBeLessThan(0.85)
  })

  it('are worth showing where a heading says half of what was asked', async () => {
    const outcomeOf = async (title: string, text: string) => {
      const session = buildSession('저녁', [], { passages: [page(1, title, text)] })
      const library = buildLibrary([session, ...others])
      return (await createSearchIndex(library)).search('멜론 딸기 수박 참외').outcome
    }
    expect(await outcomeOf('멜론과 딸기', '맛있다')).toBe('unsure')
    expect(await outcomeOf('맛', '멜론과 딸기')).toBe('none')
  })

  it('are found in the other script where another talk has a loanword of two syllables, too', async () => {
    const english = buildSession('Indexes', [], { passages: [page(4, '', 'a scan of one column')] })
    const korean = buildSession('점심', [], { passages: [page(2, '', '취약점 스캔')] })
    const { matches } = (await createSearchIndex(buildLibrary([korean, english, ...others]))).search(
      '컬럼 스캔',
    )
    expect(matches[0]?.session.title).toBe('Indexes')
  })
})
