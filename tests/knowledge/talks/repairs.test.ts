import { expect, test } from 'vitest'
import { parsePost } from '../../../src/knowledge/post.js'

function readWith(front: string, body: string) {
  const { meetups, findings } = parsePost(`---\nmeetup: 밋업\n${front}\n---\n${body}`, 'post.md')
  const talks = meetups.flatMap(({ meetup, sessions }) =>
    sessions
      .filter(({ kind }) => kind === 'talk')
      .map(({ title, speakers }) =>
        [meetup.title, title, speakers.map(({ name }) => name).join()].join(' | '),
      ),
  )
  return { talks, messages: findings.map(({ line, message }) => `${line}: ${message}`) }
}

const HEADINGS =
  '## 가\n\n### 배포는 작게\n\n- a\n\n### 로그는 적게\n\n- b\n\n## 나\n\n### 지표는 셋\n\n- c\n'
const ITEMS = '## 들은 것\n\n- 배포는 작게\n- 로그는 적게\n\n**강조**\n'

test.each([
  ['headings of one rank', 'talks: "###"', HEADINGS, ['배포는 작게', '로그는 적게', '지표는 셋']],
  ['headings of another rank', 'talks: "##"', HEADINGS, ['가', '나']],
  ['items', 'talks: list', ITEMS, ['배포는 작게', '로그는 적게']],
  [
    'rows',
    'talks: table',
    '| 주제 | 뭐 |\n|---|---|\n| 배포는 작게 | 1 |\n| 로그는 적게 | 2 |\n',
    ['배포는 작게', '로그는 적게'],
  ],
  [
    'bold lines',
    'talks: bold',
    '## 하루\n\n**배포는 작게**\n\n글\n\n## 이틀\n\n**로그는 적게**\n\n글\n',
    ['배포는 작게', '로그는 적게'],
  ],
  ['nothing', 'talks: none', HEADINGS, []],
])('talks: makes %s the talks', (_, front, body, titles) => {
  expect(readWith(front, body).talks).toEqual(titles.map((title) => `밋업 | ${title} | `))
})

test('not-talks: names sections that are none', () => {
  expect(
    readWith(
      'not-talks: [굿즈 자랑, 뒷이야기]',
      '## 배포는 작게\n\n- a\n\n## 굿즈 자랑\n\n- b\n\n## 뒷이야기\n\n- c\n',
    ).talks,
  ).toEqual(['밋업 | 배포는 작게 | '])
})

test.each([
  ['title', '## 배포는 작게 - 도토리\n\n- a\n\n## 로그는 적게 - 다람쥐\n\n- b\n'],
  ['first', '## 도토리 - 배포는 작게\n\n- a\n\n## 다람쥐 - 로그는 적게\n\n- b\n'],
  ['below', '## 배포는 작게\n\n도토리\n\n- a\n\n## 로그는 적게\n\n다람쥐\n\n- b\n'],
])('speakers: %s says where nicknames stand', (place, body) => {
  expect(readWith(`speakers: ${place}`, body).talks).toEqual([
    '밋업 | 배포는 작게 | 도토리',
    '밋업 | 로그는 적게 | 다람쥐',
  ])
})

test('meetups: says which headings are meetups, or that there is only one', () => {
  const body = '## 봄\n\n### 배포는 작게 - 홍길동\n\n- a\n\n## 가을\n\n### 로그는 적게 - 이몽룡\n\n- b\n'
  expect(readWith('meetups: "##"', body).talks).toEqual([
    '봄 | 배포는 작게 | 홍길동',
    '가을 | 로그는 적게 | 이몽룡',
  ])
  const years = body.replace('봄', '2019').replace('가을', '2020')
  expect(readWith('meetups: one', years).talks).toEqual([
    '밋업 | 배포는 작게 | 홍길동',
    '밋업 | 로그는 적게 | 이몽룡',
  ])
})

test('a value that means nothing is a warning', () => {
  expect(readWith('talks: everything', '## 배포는 작게\n\n- a\n').messages).toEqual([
    '3: "talks" must be "#" to "######", table, list, bold, link, summary, counted or none',
  ])
})

const proposalsOf = (text: string) => parsePost(text, 'post.md').findings.flatMap(({ fix }) => fix ?? [])

test.each([
  [
    'a section that is called like one and has nothing of a talk',
    '# 모임\n\n## 배포는 작게\n\n- a\n\n## 로그는 적게\n\n- b\n\n## 우리 굿즈 자랑\n\n- c\n',
    ['not-talks: ["우리 굿즈 자랑"]'],
  ],
  [
    'nicknames behind the titles',
    '# 모임\n\n## 배포는 작게 - 올빼미\n\n- a\n\n## 로그는 적게 - 다람쥐\n\n- b\n\n## 지표는 셋 - 너구리\n\n- c\n',
    ['speakers: title'],
  ],
  [
    'nicknames below the titles',
    '# 모임\n\n## 배포는 작게\n\n올빼미\n\n- a\n\n## 로그는 적게\n\n다람쥐\n\n- b\n\n## 지표는 셋\n\n너구리\n\n- c\n',
    ['speakers: below'],
  ],
  [
    'nothing, where all is well',
    '# 모임\n\n## 배포는 작게 - 홍길동\n\n- a\n\n## 로그는 적게 - 이몽룡\n\n- b\n',
    [],
  ],
])('check proposes a line for %s', (_, text, lines) => {
  expect(proposalsOf(text)).toEqual(lines)
})

test('check proposes which headings are meetups, where some of them name none', () => {
  const text =
    '# 기록\n\n## 2021-03-01 봄\n\n### 배포는 작게 - 홍길동\n\n- a\n\n## 2022-05-01 가을\n\n### 로그는 적게 - 이몽룡\n\n- b\n\n## 백엔드\n\n### 지표는 셋 - 성춘향\n\n- c\n\n## 프론트엔드\n\n### 알림은 하나 - 박문수\n\n- d\n\n## 보안\n\n### 열쇠는 둘 - 변학도\n\n- e\n'
  expect(proposalsOf(text)).toEqual(['meetups: "##"'])
})

test('a short heading over a video of another title smells', () => {
  const text =
    '# Report\n\n## Boats\n\nWe saw [Panel: How we ship it small](https://youtu.be/aaaaaaaaaaa) there.\n\n## Log less - John Roe\n\n- b\n'
  expect(parsePost(text, 'post.md').findings.map(({ line, message }) => [line, message])).toEqual([
    [
      3,
      '"Boats" links "Panel: How we ship it small". If that is what the talk is called, write it as its heading',
    ],
  ])
})
