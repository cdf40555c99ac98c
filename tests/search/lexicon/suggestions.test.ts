import { expect, it } from 'vitest'
import { Lexicon } from '../../../src/search/lexicon/lexicon.js'
import { Suggestions } from '../../../src/search/lexicon/suggestions.js'
import { createSearchIndex } from '../../../src/search/search-index.js'
import { buildLibrary, buildMeetup, buildSession, buildSpeaker } from '../build-library.js'

const newer = buildMeetup({ id: '2020-meetup', title: 'Cloud meetup 2020', date: '2020' })
const older = buildMeetup({ id: '2019-meetup', title: "DevOps meetup '19", date: '2019' })
const library = buildLibrary(
  [
    buildSession('모니터링 다시 보기', [], {
      meetup: newer,
      speakers: [buildSpeaker('박훈')],
      tags: ['관측성'],
    }),
    buildSession('Kubernetes in production', ['컨테이너 이야기'], {
      meetup: newer,
      speakers: [buildSpeaker('Jane Doe')],
      tags: ['Kubernetes'],
    }),
    buildSession('쿠버네티스 모니터링', [], {
      meetup: older,
      speakers: [buildSpeaker('김진웅', 'JinwoongKim8')],
    }),
  ],
  [['쿠버네티스', 'kubernetes', 'k8s']],
)
const index = await createSearchIndex(library)
const sessions = (typed: string) => index.suggest('session', typed).map(({ value }) => value)

it.each([
  ['모니', ['모니터링 다시 보기', '쿠버네티스 모니터링']],
  ['모니ㅌ', ['모니터링 다시 보기', '쿠버네티스 모니터링']],
  ['모니터링을', ['모니터링 다시 보기', '쿠버네티스 모니터링']],
  ['쿠버넽', ['쿠버네티스 모니터링', 'Kubernetes in production']],
  ['kuber', ['Kubernetes in production', '쿠버네티스 모니터링']],
  ['KUBERNETES prod', ['Kubernetes in production', '쿠버네티스 모니터링']],
  ['김진', ['쿠버네티스 모니터링']],
  ['컨테이너', ['Kubernetes in production']],
  ['점심 메뉴', []],
])('completes a session from %s', (typed, expected) => {
  expect(sessions(typed)).toEqual(expected)
})

it('offers the newest meetup before anything is typed', () => {
  expect(sessions('')).toEqual(['모니터링 다시 보기', 'Kubernetes in production'])
})

it('offers speakers, meetups and tags, the newest first', () => {
  const values = (field: 'speaker' | 'meetup' | 'tag', typed = '') =>
    index.suggest(field, typed).map(({ value }) => value)
  expect([values('speaker'), values('meetup'), values('tag')]).toEqual([
    ['박훈', 'Jane Doe', '김진웅'],
    ['Cloud meetup 2020', "DevOps meetup '19"],
    ['관측성', 'Kubernetes'],
  ])
  expect([values('speaker', 'jinw'), values('meetup', '2019'), values('tag', '쿠버')]).toEqual([
    ['김진웅'],
    ["DevOps meetup '19"],
    ['Kubernetes'],
  ])
})

it('filters first and cuts then', () => {
  expect(index.suggest('session', '모니', { meetup: '2019' }, 1).map(({ value }) => value)).toEqual([
    '쿠버네티스 모니터링',
  ])
})

it('shows the speaker, and sends a title that fits', async () => {
  const long = '가'.repeat(150)
  const other = await createSearchIndex(
    buildLibrary([buildSession(long, [], { speakers: [buildSpeaker('박훈')] })]),
  )
  expect(other.suggest('session', '')).toEqual([{ label: `${long} · 박훈`, value: '가'.repeat(100) }])
})

it('cuts what it sends between graphemes', async () => {
  const family = '👨‍👩‍👧'
  const other = await createSearchIndex(buildLibrary([buildSession(`${'a'.repeat(95)}${family}${family}`)]))
  expect(other.suggest('session', '')[0]?.value).toBe('a'.repeat(95))
})

it('offers at most 25 unless told', async () => {
  const many = Array.from({ length: 40 }, (_, i) => buildSession(`Talk ${i}`))
  const other = await createSearchIndex(buildLibrary(many))
  expect([other.suggest('session', 'talk').length, other.suggest('session', '', {}, 3).length]).toEqual([
    25, 3,
  ])
})

it('completes the same after all was learnt in a quiet moment, and after some of it was', async () => {
  const many = Array.from({ length: 120 }, (_, number) =>
    buildSession(`Talk ${number}`, [], { meetup: newer }),
  )
  const large = buildLibrary(many)
  const asked = (await createSearchIndex(large)).suggest('session', 'talk 11')
  expect(asked.map(({ value }) => value)).toEqual([
    'Talk 11',
    ...Array.from({ length: 10 }, (_, last) => `Talk 11${last}`),
  ])
  const prepared = await createSearchIndex(large)
  await prepared.prepare()
  expect(prepared.suggest('session', 'talk 11')).toEqual(asked)
  const suggestions = new Suggestions(large.sessions)
  suggestions.prepare().next()
  const lexicon = new Lexicon(large.glossary, large.concepts)
  expect(suggestions.complete('session', 'talk 11', lexicon, () => true, 25)).toEqual(asked)
})
