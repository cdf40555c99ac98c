import { expect, test } from 'vitest'
import { parsePost } from '../../../src/knowledge/post.js'
import { meetupsIn, talksIn } from './talks-in.js'

const shapes: readonly (readonly [shape: string, text: string, talks: readonly string[]])[] = [
  [
    'tables of one talk each below names of channels, all below a heading for the index',
    `# 볼 만한 영상

## Index

- [작은 채널](#작은-채널)
- [큰 채널](#큰-채널)

### 작은 채널

| Title | Speaker | Link |
| --- | --- | --- |
| 배포는 작게 | 홍길동 | [Link](https://youtu.be/aaaaaaaaaaa) |

### 큰 채널

| Title | Speaker | Link |
| --- | --- | --- |
| 로그는 적게 | 이몽룡 | [Link](https://youtu.be/bbbbbbbbbbb) |
| Fewer alerts | Jane Doe | [Link](https://youtu.be/ccccccccccc) |
`,
    [
      '배포는 작게 | 홍길동 | https://youtu.be/aaaaaaaaaaa',
      '로그는 적게 | 이몽룡 | https://youtu.be/bbbbbbbbbbb',
      'Fewer alerts | Jane Doe | https://youtu.be/ccccccccccc',
    ],
  ],
  [
    'a programme in bold and italics, with rules between its parts and work behind a comma in brackets',
    `# Small Conf 2030

## Talks

* \`09:00am\` **Breakfast**
* \`10:00am\` **Ship it small**, _Jane Doe_ (Release Lead, Acme)
* \`11:00am\` **Logs, in short**, _John Roe_

---

* \`13:00pm\` **[PANEL] Fewer alerts** with _Mary Major_ (Acme)
* \`14:00pm\` **Caches & queues**, _Richard Miles_ (Acme, Inc)
`,
    [
      'Ship it small | Jane Doe | ',
      'Logs, in short | John Roe | ',
      'Fewer alerts | Mary Major | ',
      'Caches & queues | Richard Miles | ',
    ],
  ],
  [
    'hours over lists of talks, and a timetable that names groups of them',
    `# 가을 모임 2030

## 참석방법

### 현장 참여

3층

### 원격 참여 주소

- https://example.com/room

## Timetable

- 10-11am: Guest talks: 홍길동
- 11-12noon: Student talks AM: 이몽룡, 성춘향
- ~2pm: lunch

## 상세 일정

10am
- 홍길동: Ship it small [slides](https://example.com/1.pdf) [feedback](https://example.com/f)

11am
- 이몽룡: Logs in short [slides](https://example.com/2.pdf) [feedback](https://example.com/f)
- 성춘향: Fewer alerts [slides](https://example.com/3.pdf) [feedback](https://example.com/f)
`,
    [
      'Ship it small | 홍길동 | https://example.com/1.pdf',
      'Logs in short | 이몽룡 | https://example.com/2.pdf',
      'Fewer alerts | 성춘향 | https://example.com/3.pdf',
    ],
  ],
  [
    'rows of a timetable without a talk yet',
    `# 스터디 발표

| 날짜 | 발표자 | 발표 제목 |
| --- | --- | --- |
| 2030.01.02 | 홍길동 | 배포는 작게 |
| 2030.01.09 | 이몽룡 | - |
| 2030.01.16 | 성춘향 | 로그는 적게 |
`,
    ['배포는 작게 | 홍길동 | ', '로그는 적게 | 성춘향 | '],
  ],
  [
    'where a speaker works before the name, both in brackets',
    `# Small Conf 2030

## 배포는 작게 (작은회사 - 홍길동)

- 나누어 내보낸다
`,
    ['배포는 작게 | 홍길동 | '],
  ],
  [
    'titles in quotes below numbered headings that have sub-headings',
    `# Session 1

> 배포는 작게

### 왜 나누는가

- 되돌리기 쉽다

### 얼마나 나누는가

- 하루에 열 번

# Session 2

> 로그는 적게

### 무엇을 남기는가

- 오류

### 무엇을 버리는가

- 나머지
`,
    ['배포는 작게 |  | ', '로그는 적게 |  | '],
  ],
  [
    'paragraphs and quotes of a title, a biography and who with an account, over many items of notes',
    `# Small Conf 2030

## Day 1

Ship it small (Slides)
Jane builds tools that nobody sees. She also
writes about them.
Jane Doe @janedoe

- smaller changes
- fewer surprises
- roll back quickly

> Logs, in short
> John has read more logs than most.
> John Roe @johnroe

- no stack traces
- one line each
- sample the rest
- keep the errors
`,
    ['Ship it small | Jane Doe | ', 'Logs, in short | John Roe | '],
  ],
  [
    'a programme in plain lines, some of them over links named by a word',
    `[Small Conf programme](https://example.com/programme)

배포는 작게
  [presentaton](https://speakerdeck.com/jane/small)
  [code](https://example.com/code)

로그는 적게
  [presentaton](https://speakerdeck.com/john/logs)

경보는 드물게

==========

큐와 캐시의 이해
  [presentaton](https://speakerdeck.com/mary/queues)
`,
    [
      '배포는 작게 |  | https://speakerdeck.com/jane/small',
      '로그는 적게 |  | https://speakerdeck.com/john/logs',
      '경보는 드물게 |  | ',
      '큐와 캐시의 이해 |  | https://speakerdeck.com/mary/queues',
    ],
  ],
  [
    'the slides of one talk, which the title of the post quotes',
    `---
title: 「Ship it small」 발표자료 공개
date: 2030-02-19
---

[SlideShare 링크](https://www.slideshare.net/jane/ship-it-small)

모임에서 발표한 자료를 올립니다.
`,
    ['Ship it small |  | https://www.slideshare.net/jane/ship-it-small'],
  ],
  [
    'the sources of one talk, whose title follows the event and is said again in a sentence',
    `# 작은 컨퍼런스 2030<br>배포를 작게 나누는 이야기

『배포를 작게 나누는 이야기』 라는 주제로 발표한 자료입니다.

# 목차

### 01. 왜 나누는가

### 02. 어떻게 나누는가
`,
    ['배포를 작게 나누는 이야기 |  | '],
  ],
  [
    'a quoted title that stands over a single sub-heading',
    `# Session 1

> 배포는 작게

## 나누는 세 가지 방법

- 하나씩

# Session 2

> 로그는 적게

## 남기는 두 가지

- 오류
`,
    ['배포는 작게 |  | ', '로그는 적게 |  | '],
  ],
  [
    'a review whose title quotes its event beside talks with speakers',
    `# 「작은 모임」 발표 후기

## 배포는 작게 - 홍길동

- a

## 로그는 적게 - 이몽룡

- b
`,
    ['배포는 작게 | 홍길동 | ', '로그는 적게 | 이몽룡 | '],
  ],
  [
    'two items with times and speakers below a heading that says nothing of talks',
    `# Small Conf 2030

## Upstairs

* \`10:00am\` **Ship it small**, _Jane Doe_ (Acme)
* \`11:00am\` **Logs, in short**, _John Roe_ (Acme)

## Downstairs

* the kitchen
* the garden
`,
    ['Ship it small | Jane Doe | ', 'Logs, in short | John Roe | '],
  ],
  [
    'packages with a scope before a colon, which are no accounts',
    `# Small Conf 2030

## 배포는 작게

- **@acme/build** : 묶는 모듈
- **@acme/ship** : 내보내는 모듈
- **@acme/watch** : 지켜보는 모듈

## 로그는 적게

- 오류
`,
    ['배포는 작게 |  | ', '로그는 적게 |  | '],
  ],
]

test.each(shapes)('reads the talks of a post: %s', (_, text, talks) => {
  expect(talksIn(text)).toEqual(talks)
})

test('keeps sections about where to go and how to take part out of the talks', () => {
  const text = '# 작은 모임\n\n### 일시및 장소\n\n강당\n\n### 문의처\n\n사무실\n'
  const sessions = parsePost(text, 'post.md').meetups.flatMap(({ sessions }) => sessions)
  expect(sessions.filter(({ kind }) => kind === 'talk')).toEqual([])
})

test('finds the meetups of a list of links by year and topic', () => {
  const text = `# Small Conf

# SMALLCONF2031

- **Testing**
  - [Ship it small](https://example.com/notes/1.md)
  - [Logs, in short](https://example.com/notes/2.md)
- **Design**
  - [Fewer alerts](https://example.com/notes/3.md)

# SMALLCONF2030

- **Testing**
  - [Queues in short](https://example.com/notes/4.md)
- **Networking**
  - [Caches for all](https://example.com/notes/5.md)
`
  expect(
    meetupsIn(text).map(({ title, talks }) => [title, talks.map((talk) => talk.split(' | ')[0])]),
  ).toEqual([
    ['SMALLCONF2031', ['Ship it small', 'Logs, in short', 'Fewer alerts']],
    ['SMALLCONF2030', ['Queues in short', 'Caches for all']],
  ])
})

test('takes links below topics for talks only where an edition of an event stands above them', () => {
  const text = `# Small Conf

## Ship it small - Jane Doe

- smaller changes

## Resources

- **Testing**
  - [A book about tests](https://example.com/1)
- **Design**
  - [A book about shapes](https://example.com/2)
`
  expect(talksIn(text)).toEqual(['Ship it small | Jane Doe | '])
})

test.each([
  'Raffle and prizes',
  'Welcome and announcements',
  'Intermission',
  'Mingling at the pub',
  '인사말',
  '기념 촬영',
])('takes no break of a programme for a talk: %s', (pause) => {
  const text = `# 밋업 3회\n\n## 발표\n\n- 19:00 배포를 작게 나누기\n- 19:30 ${pause}\n- 20:00 로그를 적게 남기기\n`
  expect(talksIn(text)).toEqual(['배포를 작게 나누기 |  | ', '로그를 적게 남기기 |  | '])
})
