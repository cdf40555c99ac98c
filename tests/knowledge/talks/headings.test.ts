import { expect, test } from 'vitest'
import { meetupsIn, talksIn } from './talks-in.js'

/** Headings with what stands below them, as people write them. */
const shapes: readonly (readonly [shape: string, text: string, talks: readonly string[]])[] = [
  [
    'who spoke and where they work, right below the title',
    '# 행사 2020\n\n## 배포를 작게 나누기\n\n홍길동 - 카카오\n\n작을수록 쉽다.\n\n## 로그를 적게 남기기\n\n네이버, 이몽룡\n\n적을수록 읽힌다.\n',
    ['배포를 작게 나누기 | 홍길동 | ', '로그를 적게 남기기 | 이몽룡 | '],
  ],
  [
    'a list of talks below a topic, none of which is its speaker',
    '# Notes\n\n## Deploying things\n\n- Small deploys - Jane Doe\n- Trunk or branches - Ravi Kumar\n- Queues that grow - Peter Schmidt\n',
    [
      'Small deploys | Jane Doe | ',
      'Trunk or branches | Ravi Kumar | ',
      'Queues that grow | Peter Schmidt | ',
    ],
  ],
  [
    'headings that say who gave all talks below them',
    '# Talks to watch\n\n## Talks by Jane Doe\n\n- [Small deploys](https://youtu.be/aaaaaaaaaaa)\n- [Queues that grow](https://youtu.be/bbbbbbbbbbb)\n\n## Ravi Kumar’s talks\n\n- [Caches that lie](https://youtu.be/ccccccccccc)\n',
    [
      'Small deploys | Jane Doe | https://youtu.be/aaaaaaaaaaa',
      'Queues that grow | Jane Doe | https://youtu.be/bbbbbbbbbbb',
      'Caches that lie | Ravi Kumar | https://youtu.be/ccccccccccc',
    ],
  ],
  [
    'people called by name, over what they showed',
    '# 스터디 발표회 후기\n\n## 솔방울님\n첫 순서라 떨리셨다!\n솔방울님은 게시판을 만드셨다.\n\n[솔방울님 발표 자료](https://a.kr/1)\n\n## 도토리님\n두 번째는 도토리님!\n봇을 만드셨다.\n\n[도토리님 발표 자료](https://a.kr/2)\n',
    ['솔방울님 | 솔방울 | https://a.kr/1', '도토리님 | 도토리 | https://a.kr/2'],
  ],
  [
    'a title that was struck through and written anew',
    '# 행사 2020\n\n## ~~배포는 크게~~ 배포는 작게 - 홍길동\n\n- a\n',
    ['배포는 작게 | 홍길동 | '],
  ],
  [
    'a page about one talk, with its labels below different headings',
    '# 🎤 발표자: 홍길동\n\n## 세션 정보\n\n- **세션명**: 배포를 작게 나누기\n- **종류**: 강연\n\n## 준비물\n\n- 노트북\n',
    ['배포를 작게 나누기 | 홍길동 | '],
  ],
  [
    'sentences about what somebody will show',
    '# Meetings 2020\n\n## 2020-01-02 Small deploys\n\nWe meet at seven. Jane Doe will talk about small deploys.\n\n## 2020-02-06 Caches that lie\n\nRavi Kumar will give a short demo of caches.\n',
    ['Small deploys | Jane Doe | ', 'Caches that lie | Ravi Kumar | '],
  ],
  [
    'sentences about who gave the talk',
    '# 행사 2020 후기\n\n## 배포는 작게\n\n- 홍길동(카카오)님께서 배포를 어떻게 나누는지 들려주셨다.\n\n## 로그는 적게\n\n이번 발표자는 이몽룡, 로그를 다룬다.\n\n## 알림은 셋만\n\n성춘향 개발자의 알림 이야기\n',
    ['배포는 작게 | 홍길동 | ', '로그는 적게 | 이몽룡 | ', '알림은 셋만 | 성춘향 | '],
  ],
  [
    'a person over the heading that is their title, beside a title over its speaker',
    '# Night 2020\n\n## Speakers\n\n### Jane Doe (@jdoe)\n\n#### Small deploys for everybody\n\nShe ships daily.\n\n### Caches that lie to you\n\n#### Ravi Kumar (@ravi)\n\nHe clears them.\n',
    ['Small deploys for everybody | Jane Doe | ', 'Caches that lie to you | Ravi Kumar | '],
  ],
  [
    'a topic of the notes that reads like a name',
    '# 행사 2020\n\n## 새 화면 만들기\n\n- Jetpack Compose\n  - 선언형이다\n- 미리보기\n',
    ['새 화면 만들기 |  | '],
  ],
  [
    'a post about one talk, whose slides stand in a section of their own',
    '# 배포를 작게 나누어 보기\n\n## 발표 슬라이드\n\n- [발표자료](https://speakerdeck.com/a/small)\n',
    ['배포를 작게 나누어 보기 |  | https://speakerdeck.com/a/small'],
  ],
  [
    'what is said of a speaker, below a heading for it',
    '# 행사 2020\n\n## 배포는 작게 - 홍길동\n\n### 발표자 소개\n\n- Acme Developer Group, Organizer 2016\n- Initech, Engineer 2017\n',
    ['배포는 작게 | 홍길동 | '],
  ],
]

test.each(shapes)('%s', (_, text, talks) => {
  expect(talksIn(text)).toEqual(talks)
})

test('dated titles over recordings are a meetup each, with labels of their own below', () => {
  const day = (date: string, title: string, id: string) =>
    `## ${date} - ${title}\n\n**Recording:** [${title}, meet-up](https://youtu.be/${id})\n\n**Kata:** [Gilded Rose](https://example.com/${id})\n`
  const post = `# Past meet-ups\n\n${day('2020.03.07', 'Small Steps', 'aaaaaaaaaaa')}\n${day('2020.04.04', 'Code Smells', 'bbbbbbbbbbb')}\n${day('2020.05.02', 'Clean Tests', 'ccccccccccc')}`
  expect(meetupsIn(post).map(({ date, talks }) => [date, ...talks])).toEqual([
    ['2020-03-07', 'Small Steps |  | https://youtu.be/aaaaaaaaaaa'],
    ['2020-04-04', 'Code Smells |  | https://youtu.be/bbbbbbbbbbb'],
    ['2020-05-02', 'Clean Tests |  | https://youtu.be/ccccccccccc'],
  ])
})
