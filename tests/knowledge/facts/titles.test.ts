import { describe, expect, test } from 'vitest'
import { bareTitle } from '../../../src/knowledge/facts/bare-title.js'
import { splitTitles } from '../../../src/knowledge/facts/titles.js'

test.each([
  ['🚀 Session 1: Title', 'Title'],
  ['1. 제목', '제목'],
  ['[세션 2] 제목', '제목'],
  ['14:00 ~ 14:40 제목', '제목'],
  ['[14:00] 2. 제목 🎉', '제목'],
  ['3️⃣ 제목', '제목'],
  ['① 제목', '제목'],
  ['첫 번째 세션: 제목', '제목'],
  ['“제목”', '제목'],
  ['> 제목', '제목'],
  ['■ 제목', '제목'],
  ['가장 좋았던 세션 : 제목', '제목'],
  ['제목, 16:00', '제목'],
  ['Title [1:02:27]', 'Title'],
  ['제목 (45분)', '제목'],
  ['Theme: Title', 'Title'],
  ['주제: 제목', '제목'],
  ['"하나" 그리고 "둘"', '"하나" 그리고 "둘"'],
  ['12 factor app', '12 factor app'],
  ['1.5배 빠르게', '1.5배 빠르게'],
  ['Session 3', 'Session 3'],
  ['CI/CD...', 'CI/CD...'],
])('%s is the title %s', (heading, title) => {
  expect(bareTitle(heading)).toBe(title)
})

test.each(['June 2014 - A long way home', '2019-03-28 A long way home', 'Sep 5, 2014: A long way home'])(
  '%s is dated',
  (heading) => {
    expect(splitTitles([heading])).toEqual([{ title: 'A long way home', people: '' }])
  },
)

describe('splitTitles', () => {
  test.each([
    ['제목 - 홍길동', '제목', '홍길동'],
    ['제목 | 홍길동 (네이버)', '제목', '홍길동 (네이버)'],
    ['제목 (홍길동, 이몽룡)', '제목', '홍길동, 이몽룡'],
    ['제목 (발표자: 에릭)', '제목', '에릭'],
    ['제목 — 은우님', '제목', '은우님'],
    ['[홍길동] 제목', '제목', '홍길동'],
    ['홍길동 - 클라우드 이야기', '클라우드 이야기', '홍길동'],
    ['제목 / 홍길동', '제목', '홍길동'],
    ['제목 / 홍길동 / 네이버', '제목', '홍길동 / 네이버'],
    ['제목 - 네이버 / 홍길동', '제목', '홍길동 (네이버)'],
    ['Title by Jane Doe', 'Title', 'Jane Doe'],
    ['Title - Jane van Dyke', 'Title', 'Jane van Dyke'],
    ['서비스 메시 - 도입기 - 독고혁', '서비스 메시 - 도입기', '독고혁'],
    ['배포는 작게 -홍길동-', '배포는 작게', '홍길동'],
    ['배포는 작게 나누자, 홍길동', '배포는 작게 나누자', '홍길동'],
    ['배포는 작게 ( 홍길동 / 네이버[플랫폼] )', '배포는 작게', '홍길동 / 네이버[플랫폼]'],
    ['배포는 작게 - +Gildong Hong님', '배포는 작게', '+Gildong Hong님'],
    ['2019-03-28 - 배포는 작게 - 홍길동', '배포는 작게', '홍길동'],
    ['Jane Doe 키노트', 'Jane Doe 키노트', 'Jane Doe'],
  ])('%s names a speaker', (heading, title, people) => {
    expect(splitTitles([heading])).toEqual([{ title, people }])
  })

  test.each([
    '파이썬 2에서 3으로 (2018)',
    '테스트 자동화 (Selenium)',
    '오픈소스 (OSS)',
    'Observability - Best Practices',
    'CI/CD - From Zero to Hero',
    'Kafka (Deep Dive)',
    '서비스 메시 - 도입기',
    '쿠버네티스 (이론편)',
    '관측성 - 로그부터 추적까지',
    'Kubernetes + CI/CD...',
    '중앙 집중/비중앙 집중',
    'Kubernetes / CI/CD',
    '컨테이너 / 이론편',
    'Docker / Argo Rollouts',
    '느린 쿼리, 인덱스, 실행 계획',
    'Lessons learned in Rome, New York',
  ])('%s names none', (heading) => {
    expect(splitTitles([heading])).toEqual([{ title: heading, people: '' }])
  })

  test('two capitalised words name a speaker where half of the headings name one, and else do not', () => {
    const lonely = splitTitles(['Kafka (Ada Lovelace)', '배포', '보안', '로그'])
    const usual = splitTitles(['Kafka (Ada Lovelace)', '배포 (홍길동)', '보안', '로그 (WIP)'])
    expect(lonely[0]).toEqual({ title: 'Kafka (Ada Lovelace)', people: '' })
    expect(usual.map(({ people }) => people)).toEqual(['Ada Lovelace', '홍길동', '', ''])
  })

  test('a name of two syllables counts where the other headings surely have names', () => {
    expect(
      splitTitles(['배포 - 홍길동', '지표 - 이몽룡', '보안 - 박훈', '로그 - 기초']).map(
        ({ people }) => people,
      ),
    ).toEqual(['홍길동', '이몽룡', '박훈', ''])
    expect(splitTitles(['보안 - 박훈']).map(({ people }) => people)).toEqual([''])
  })

  test('headings of talks that name their speakers in a line do not count', () => {
    expect(
      splitTitles(['배포 - Golden Paths', '로그 - Jane Doe'], [true, false]).map(({ people }) => people),
    ).toEqual(['', 'Jane Doe'])
  })
})
