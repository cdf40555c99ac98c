import { describe, expect, it } from 'vitest'
import { byline, sessionCard, wholeMatch } from '../../../src/answer/cards/card.js'
import type { ReplyPart } from '../../../src/answer/reply.js'
import { createSearchIndex } from '../../../src/search/search-index.js'
import { buildLibrary, buildSession } from '../../search/build-library.js'

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

describe('the lines of a card', () => {
  const talk = buildSession('배포 이야기', [], {
    summary: ['작은 서비스부터 – 카나리, 롤백, 알림 등 ⇒ 자동화'],
    passages: [
      { path: [], text: '김하나 (가나다라 컴퍼니)님' },
      { path: ['작은 서비스부터'], text: '카나리, 롤백, 알림 등 => 자동화' },
      { path: [], text: `카나리는 ${'천천히 '.repeat(60)}늘린다` },
    ],
  })
  const spoken = { ...talk, speakers: [{ name: '김하나', aliases: [] }] }
  const passages = spoken.passages.map((passage) => ({
    passage,
    path: passage.path.map((text) => [{ text, marked: false }]),
    runs: passage.text.split(/(카나리)/u).map((text) => ({ text, marked: text === '카나리' })),
  }))
  const { parts } = sessionCard({ session: spoken, score: 1, title: [], passages }, 'ko')

  it('say nothing twice, and do not name the speaker alone', () => {
    expect(parts[0]).toMatchObject({ kind: 'lead' })
    expect(wordsOf(parts[0])).toBe('작은 서비스부터 – 카나리, 롤백, 알림 등 ⇒ 자동화')
    expect(parts.flatMap((part) => (part.kind === 'list' ? part.items : []))).toHaveLength(1)
  })

  it('are cut to four rows of a phone below the answer', () => {
    const [item] = parts.flatMap((part) => (part.kind === 'list' ? part.items : []))
    expect(item?.line.map(({ text }) => text).join('')).toMatch(/^카나리는 천천히.* …$/u)
    expect(item?.line.map(({ text }) => text).join('').length).toBeLessThanOrEqual(122)
  })
})

describe('the byline', () => {
  const at = (title: string, date: string, locale: 'ko' | 'en' = 'ko', own = '카나리 배포') => {
    const session = buildSession(own, [], { speakers: [{ name: '김하나', aliases: [] }] })
    return byline({ ...session, meetup: { ...session.meetup, title, date } }, locale)
  }

  it.each([
    ['데브밋', '2025-03-14', '김하나 · 데브밋 · 2025.3.14'],
    ['데브밋 2025', '2025-03-14', '김하나 · 데브밋 2025 · 3월 14일'],
    ['데브밋 2025-03-14', '2025-03-14', '김하나 · 데브밋 2025-03-14'],
    ['데브밋 2025년 3월', '2025-03-14', '김하나 · 데브밋 2025년 3월'],
    ['데브밋 2025.11', '2025-01-14', '김하나 · 데브밋 2025.11 · 1월 14일'],
    ['카나리 배포', '2025', '김하나 · 2025년'],
  ])('of %j on %s says each thing once', (title, date, says) => {
    expect(at(title, date)).toBe(says)
  })

  it('of a session called like its meetup says neither its name nor a date that it names', () => {
    expect(at('데브밋 2025 후기', '2025', 'ko', '데브밋 2025 후기')).toBe('김하나')
  })

  it.each([
    ['DevMeet', '김하나 · DevMeet · 14 Mar 2025'],
    ["DevMeet '25", "김하나 · DevMeet '25 · 14 Mar"],
    ['DevMeet March 2025', '김하나 · DevMeet March 2025'],
  ])('of %j in English says each thing once', (title, says) => {
    expect(at(title, '2025-03-14', 'en')).toBe(says)
  })

  it('has every month by the first letters of its English name', () => {
    const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2025, month, 14)))
    const said = months.map((date) => at('DevMeet', date.toISOString().slice(0, 10), 'en').split(' · ')[2])
    const name = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' })
    expect(said).toEqual(months.map((date) => `14 ${name.format(date).slice(0, 3)} 2025`))
  })
})

function wordsOf(part: ReplyPart | undefined): string {
  return part?.kind === 'lead' ? part.line.map(({ text }) => text).join('') : ''
}
