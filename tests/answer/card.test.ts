import { describe, expect, it } from 'vitest'
import { sessionCard, wholeMatch } from '../../src/answer/card.js'
import { createSearchIndex } from '../../src/search/search-index.js'
import { buildLibrary, buildSession } from '../search/build-library.js'

const session = buildSession('지난 이야기', [], {
  passages: [
    { path: ['모니터링', 'Prometheus'], text: '대시보드는 이미 있다' },
    { path: ['모니터링', 'Prometheus'], text: '모니터링을 미리 한다' },
    { path: [], text: '모니터링 없이는 밤잠이 없다' },
  ],
})
const index = await createSearchIndex(buildLibrary([session]))

describe('sessionCard', () => {
  it('answers with the best line and at most two more, each after its headings, the question’s words marked', () => {
    const [match] = index.search('모니터링').matches
    const { parts } = match ? sessionCard(match, 'ko') : { parts: [] }
    const marked = { text: '모니터링', style: 'match' } as const
    const [lead, ...others] = parts.flatMap((part) =>
      part.kind === 'lead' ? [part.line] : part.kind === 'list' ? part.items.map(({ line }) => line) : [],
    )
    expect([lead, ...others].map((line) => JSON.stringify(line)).sort()).toEqual(
      [
        [marked, { text: ' › ' }, { text: 'Prometheus' }, { text: ': ' }, marked, { text: '을 미리 한다' }],
        [marked, { text: ' › ' }, { text: 'Prometheus' }, { text: ': ' }, { text: '대시보드는 이미 있다' }],
        [marked, { text: ' 없이는 밤잠이 없다' }],
      ]
        .map((line) => JSON.stringify(line))
        .sort(),
    )
  })

  it('names the page of a deck and opens it there', () => {
    const source = { kind: 'page', page: 12, url: 'https://notes.example/deck.pdf#page=12' } as const
    const passage = { path: [], text: '대시보드', source }
    const card = sessionCard(
      {
        session,
        score: 1,
        title: [],
        passages: [{ passage, path: [], runs: [{ text: '대시보드', marked: true }] }],
      },
      'ko',
    )
    expect(card.parts[0]).toEqual({
      kind: 'lead',
      line: [{ text: '슬라이드 12쪽: ' }, { text: '대시보드', style: 'match' }],
    })
    expect(card.links).toEqual([{ label: '슬라이드 12쪽 열기', url: source.url }])
  })

  it('has at most three addresses, none of which is named by a word for "link"', () => {
    const link = (name: string) => ({ title: name, url: `https://slides.example/${name || 'none'}.pdf` })
    const many = {
      ...session,
      slides: [link('Link'), link('2019'), link('IMG_8169')],
      videos: [link('a talk')],
    }
    const { links } = sessionCard(wholeMatch(many), 'ko')
    expect(links.map(({ label }) => label)).toEqual([
      '발표 자료 열기: Link',
      '발표 자료 열기: 2019',
      '발표 자료 열기: IMG 8169',
    ])
  })
})
