import { describe, expect, test } from 'vitest'
import { meetupsIn, talksIn } from './talks-in.js'

const shapes: readonly (readonly [shape: string, text: string, talks: readonly string[]])[] = [
  [
    'people over lists of terms, of whom some have one name',
    '## Jane Doe\n\n<dl>\n<dt>Talk Title</dt>\n<dd>Small deploys in large teams</dd>\n<dt>Bio</dt>\n<dd>Builds things.</dd>\n</dl>\n\n## Juno\n\n<dl>\n<dt>Bio</dt>\n<dd>Breaks things.</dd>\n<dt>Talk Title</dt>\n<dd>Caches that lie: a story</dd>\n</dl>\n\n## Ravi Kumar\n\n<dl>\n<dt>Talk</dt>\n<dd>Why queues grow</dd>\n</dl>\n',
    [
      'Small deploys in large teams | Jane Doe | ',
      'Caches that lie: a story | Juno | ',
      'Why queues grow | Ravi Kumar | ',
    ],
  ],
  [
    'components of MDX with titles in braces and speakers inside',
    `import Speaker from '@site/src/Speaker';\n\n# Conf 2023\n\n## Highlights\n\n<Card kind="blue" title={<a href="/one">Small deploys</a>}>\n  <Speaker\n    name='Jane Doe'\n    work='Acme'\n  />\n</Card>\n\n<Card title={'Caches that lie'}>\n  <Speaker name="Ravi Kumar" work="Acme" />\n  <Speaker name="Ana Lima" work="Globex" />\n</Card>\n`,
    ['Small deploys | Jane Doe | ', 'Caches that lie | Ravi Kumar, Ana Lima | '],
  ],
  [
    'editions and days before titles that are links, by accounts that are links',
    '# Seminar 2019\n\n## 1회차 : 5월 15일(수) - [배포를 작게 나누기](https://a.kr/1) ([슬라이드](https://a.kr/1.pdf)) by [jdoe](https://github.com/jdoe)\n\n## 2회차 : 5월 22일(수) - [로그를 적게 남기기](https://a.kr/2) ([슬라이드](https://a.kr/2.pdf)) by [rkumar2](https://github.com/rkumar2)\n',
    [
      '배포를 작게 나누기 | jdoe | https://a.kr/1 https://a.kr/1.pdf',
      '로그를 적게 남기기 | rkumar2 | https://a.kr/2 https://a.kr/2.pdf',
    ],
  ],
  [
    'numbers of tracks before titles',
    '# Conf 2019\n\n## 트랙1_1. 배포를 작게 나누기 - 홍길동 (카카오)\n\n- a\n\n## 트랙2_3. 로그를 적게 남기기 - 이몽룡 (네이버)\n\n- b\n',
    ['배포를 작게 나누기 | 홍길동 | ', '로그를 적게 남기기 | 이몽룡 | '],
  ],
  [
    'a numbered list below the only heading, with notes on most',
    '## Conf Summer(2018.07.21)\n\n1. 배포를 작게 나누기\n  - 나눈다\n\n2. 로그를 적게 남기기\n  - 줄인다\n\n3. 알림을 셋만 두기\n  - 고른다\n\n4. 큐를 짧게 하기\n\n5. 시험을 먼저 쓰기\n  - 쓴다\n',
    [
      '배포를 작게 나누기 |  | ',
      '로그를 적게 남기기 |  | ',
      '알림을 셋만 두기 |  | ',
      '큐를 짧게 하기 |  | ',
      '시험을 먼저 쓰기 |  | ',
    ],
  ],
  [
    'short lists below bold topics, read as those beside them are',
    '# I/O 2019\n\n## 발표 주제\n\n**Android**\n- 홍길동(카카오) / 배포를 작게 나누기\n- 이몽룡(네이버) / 로그를 적게 남기기\n\n**Web**\n- 성춘(Acme Web Technology Group of Experts) / 알림을 셋만 두기\n- 방자(향단 연구소 / 남원) / 큐를 짧게 하기\n\n**Cloud**\n- 임꺽정(Acme) / 시험을 먼저 쓰기 - 두 번째\n',
    [
      '배포를 작게 나누기 | 홍길동 | ',
      '로그를 적게 남기기 | 이몽룡 | ',
      '알림을 셋만 두기 | 성춘 | ',
      '큐를 짧게 하기 | 방자 | ',
      '시험을 먼저 쓰기 - 두 번째 | 임꺽정 | ',
    ],
  ],
  [
    'numbered titles of papers over their slides, each topic before a rule',
    '# paper seminar\n\n## Language\n\n1. [Small models, Doe et al., 2017](https://arxiv.org/1)<br>**[[Presentation File]](https://a.kr/1.pdf)**\n2. [Large models, Kim et al., 2018](https://arxiv.org/2)<br>**[[Presentation File]](https://a.kr/2.pdf)**\n***\n## Vision\n\n1. [Deep nets, Lee et al., 2012](https://arxiv.org/3)<br>**[[Presentation File]](https://a.kr/3.pdf)**\n2. [Deeper nets, Park et al., 2013](https://arxiv.org/4)<br>**[[Presentation File]](https://a.kr/4.pdf)**\n***\n',
    [
      'Small models, Doe et al., 2017 |  | https://a.kr/1.pdf https://arxiv.org/1',
      'Large models, Kim et al., 2018 |  | https://a.kr/2.pdf https://arxiv.org/2',
      'Deep nets, Lee et al., 2012 |  | https://a.kr/3.pdf https://arxiv.org/3',
      'Deeper nets, Park et al., 2013 |  | https://a.kr/4.pdf https://arxiv.org/4',
    ],
  ],
  [
    'rooms and hours in brackets behind titles',
    '# Conf 2026\n\n## Small deploys (K.3.601 11:40 - 12:10)\n\n- a\n\n## Caches that lie (UD2 12:35 - 13:00)\n\n- b\n',
    ['Small deploys |  | ', 'Caches that lie |  | '],
  ],
  [
    'people, accounts and firms between bars before titles in quotes',
    '# Conf 2018\n\n## Jane Doe | @jdoe | Acme | "Small deploys"\n\n- a\n\n## Ravi Kumar | "Caches that lie"\n\n- b\n\n## Ana Lima | @alima | "Why queues grow"\n\n- c\n',
    ['Small deploys | Jane Doe | ', 'Caches that lie | Ravi Kumar | ', 'Why queues grow | Ana Lima | '],
  ],
  [
    'names in small letters, and titles with commas',
    '# Conf 2019\n\n## Small deploys, large teams, Jane Doe\n\n- a\n\n## Caches that lie, Ravi Kumar\n\n- b\n\n## Why queues grow, Ana Lima\n\n- c\n',
    [
      'Small deploys, large teams | Jane Doe | ',
      'Caches that lie | Ravi Kumar | ',
      'Why queues grow | Ana Lima | ',
    ],
  ],
  [
    'names in small letters beside others',
    '# Conf 2019\n\n## Small deploys - Jane Doe (Acme)\n\n- a\n\n## Caches that lie - Ravi Kumar (Acme)\n\n- b\n\n## robust queues - tom hardwick (acme)\n\n- c\n',
    ['Small deploys | Jane Doe | ', 'Caches that lie | Ravi Kumar | ', 'robust queues | tom hardwick | '],
  ],
  [
    'nicknames beside some full names',
    '# Talks\n\n## Archive\n\n- Small deploys - Roger\n- Caches that lie - Jane Doe\n- Why queues grow - DKP\n- Fewer logs - Ravi Kumar\n- Tests first - Yoz\n',
    [
      'Small deploys | Roger | ',
      'Caches that lie | Jane Doe | ',
      'Why queues grow | DKP | ',
      'Fewer logs | Ravi Kumar | ',
      'Tests first | Yoz | ',
    ],
  ],
  [
    'parts of a talk that read like names',
    '# Conf 2019\n\n## Small deploys in teams\n\n### Deploy Friday\n\n- a\n\n### The rest of the week\n\n- b\n\n### What it cost us\n\n- c\n\n## Caches that lie\n\n- d\n',
    ['Small deploys in teams |  | ', 'Caches that lie |  | '],
  ],
  [
    'bold titles over lists of notes, below a day',
    '# Conf 2018\n\n## Day 1\n\n**Keynote: Jane Doe**\n\n- a first note\n- a second one\n- more of it\n\n**Why queues grow so long**\n\n*Ravi Kumar, Acme*\n\n- a third note\n- a fourth one\n\n**Caches that lie to you**\n\n- a fifth note\n- a sixth one\n',
    ['Keynote | Jane Doe | ', 'Why queues grow so long | Ravi Kumar | ', 'Caches that lie to you |  | '],
  ],
  [
    'a long heading without a speaker among talks that have one',
    '# Conf 2018\n\n## Small deploys\n\n*Jane Doe*\n\n- a\n\n## Queues that grow\n\n*Ravi Kumar*\n\n- b\n\n## A slower rocket: why caches lie\n\n- c\n\n## Coffee corner\n\n- d\n\n## Fewer logs\n\n*Ana Lima*\n\n- e\n',
    [
      'Small deploys | Jane Doe | ',
      'Queues that grow | Ravi Kumar | ',
      'A slower rocket: why caches lie |  | ',
      'Fewer logs | Ana Lima | ',
    ],
  ],
  [
    'links that are called by sentences, and a nickname behind by',
    '# Conf notes\n\n## 2021-DEVCONF\n- [서버를 작게 나누어 배포하고 다시 모아 보았다](https://a.kr/1)\n\n## 2022-DEVCONF\n- [로그를 줄이고 지표를 늘려서 알림을 셋만 남겼다](https://a.kr/2)\n\n## 2023-DEVCONF\n- [Queues](https://a.kr/3)\n',
    [
      '서버를 작게 나누어 배포하고 다시 모아 보았다 |  | https://a.kr/1',
      '로그를 줄이고 지표를 늘려서 알림을 셋만 남겼다 |  | https://a.kr/2',
      'Queues |  | https://a.kr/3',
    ],
  ],
  [
    'bold items over notes below the only heading, rules between them',
    '## Mobility Conf, session 1\n\nLooking for [session 2](https://a.kr/2)?\n\n* **Acme: small deploys in teams**\n    * a first note\n    * a second one\n\n---\n\n* **Globex: caches that lie**\n    * a third note\n',
    ['Acme: small deploys in teams |  | ', 'Globex: caches that lie |  | '],
  ],
  [
    'a talk without slides among those that have some',
    '# 밋업 2019\n\n## 배포를 작게 나누기\n\n[자료](https://speakerdeck.com/a/1)\n\n- a\n\n## 주니어 서버 적응기\n\n- b\n- c\n- d\n\n## 로그를 적게 남기기\n\n[자료](https://speakerdeck.com/a/2)\n\n- e\n\n## 알림을 셋만 두기\n\n[자료](https://speakerdeck.com/a/3)\n\n- f\n',
    [
      '배포를 작게 나누기 |  | https://speakerdeck.com/a/1',
      '주니어 서버 적응기 |  | ',
      '로그를 적게 남기기 |  | https://speakerdeck.com/a/2',
      '알림을 셋만 두기 |  | https://speakerdeck.com/a/3',
    ],
  ],
  [
    'accounts in lines below a name',
    '# Conf 2015\n\n## Small deploys\n\nJane Doe\n@jdoe\n@deploys\n\n- a\n\n## Caches that lie\n\nRavi Kumar, Acme\n@rkumar, #caches\n\n- b\n',
    ['Small deploys | Jane Doe | ', 'Caches that lie | Ravi Kumar | '],
  ],
  [
    'days of an event, one heading over a few short talks beside the others',
    '# Conf Paris\n\n## 13/05/25\n\n### Intro talks\n\n#### Welcome all of you\n\n- a\n\n#### A word on boards\n\n- b\n\n### Running caches on boards\n\n- c\n\n### Small deploys in space\n\n- d\n\n### Why queues grow\n\n- e\n\n## 14/05/25\n\n### Fewer logs for boards\n\n- f\n\n### Tests that nobody reads\n\n- g\n',
    [
      'Welcome all of you |  | ',
      'A word on boards |  | ',
      'Running caches on boards |  | ',
      'Small deploys in space |  | ',
      'Why queues grow |  | ',
      'Fewer logs for boards |  | ',
      'Tests that nobody reads |  | ',
    ],
  ],
  [
    'two talks in a line, each with who gave it',
    '# Past talks of the meetup\n\n- May 2016 - Small deploys by Jane Doe (and Caches that lie by Ravi Kumar)\n- June 2016 - Why queues grow - Ana Lima and Fewer logs - Olga Ivanova\n- July 2016 - [Tests](https://a.kr/t) by [Peter Schmidt](https://a.kr/p) & [Alerts](https://a.kr/a) by [Ida Berg](https://a.kr/i)\n- August 2016 - Locks and keys - Tom Hardwick\n',
    [
      'Small deploys | Jane Doe | ',
      'Caches that lie | Ravi Kumar | ',
      'Why queues grow | Ana Lima | ',
      'Fewer logs | Olga Ivanova | ',
      'Tests | Peter Schmidt | https://a.kr/t',
      'Alerts | Ida Berg | https://a.kr/a',
      'Locks and keys | Tom Hardwick | ',
    ],
  ],
  [
    'a few names behind dashes, some in small letters, among titles that have none',
    '# Web Conf 2019\n\n## Measuring what we ship - Jane Doe\n\n- a\n\n## surviving your stack - tom hardwick\n\n- b\n\n## Mentoring, teaching and advocating\n\n- c\n\n## Slower rockets, faster deploys - Ravi Kumar\n\n- d\n\n## connecting the dots\n\n- e\n\n## tying threads together\n\n- f\n',
    [
      'Measuring what we ship | Jane Doe | ',
      'surviving your stack | tom hardwick | ',
      'Mentoring, teaching and advocating |  | ',
      'Slower rockets, faster deploys | Ravi Kumar | ',
      'connecting the dots |  | ',
      'tying threads together |  | ',
    ],
  ],
]

test.each(shapes)('%s', (_, text, expected) => {
  expect(talksIn(text)).toEqual(expected)
})

test('shows relative addresses as they are written', async () => {
  const { parsePost } = await import('../../../src/knowledge/post.js')
  const text =
    '# Conf 2019\n\n## 배포 - 홍길동\n\n- [자료](slides/발표.pdf)\n\n## 로그 - 이몽룡\n\n- [자료][b]\n\n[b]: slides/로그%20둘.pdf\n'
  const talks = parsePost(text, 'post.md').meetups.flatMap(({ sessions }) => sessions)
  expect(talks.map(({ unopened }) => unopened?.map(({ url }) => url))).toEqual([
    ['slides/발표.pdf'],
    ['slides/로그%20둘.pdf'],
  ])
})

describe('meetups of their own', () => {
  test('are months over people over titles', () => {
    const post =
      '# Talks at the meetup\n\n- February 2026\n  - [Jane Doe](https://a.kr/j)\n    - Small deploys in teams\n  - [Ravi Kumar](https://a.kr/r)\n    - Caches that lie to you\n- January 2026\n  - [Ana Lima](https://a.kr/a)\n    - Why queues grow so long\n- December 2025\n  - [Olga Ivanova](https://a.kr/o)\n    - Fewer logs for everybody\n'
    expect(meetupsIn(post)).toEqual([
      {
        title: 'Talks at the meetup February 2026',
        date: '2026-02',
        talks: ['Small deploys in teams | Jane Doe | ', 'Caches that lie to you | Ravi Kumar | '],
      },
      {
        title: 'Talks at the meetup January 2026',
        date: '2026-01',
        talks: ['Why queues grow so long | Ana Lima | '],
      },
      {
        title: 'Talks at the meetup December 2025',
        date: '2025-12',
        talks: ['Fewer logs for everybody | Olga Ivanova | '],
      },
    ])
  })

  test('are days as they are written in America, and links with people and their roles', () => {
    const post =
      '# Past talks\n\n## 10/15/2019\n\n### Presentation links\n\n- [Small deploys](https://a.kr/1.pdf) _(Jane Doe, Lead Engineer @ ACME International)_\n- [Caches that lie](https://a.kr/2.pdf) _([@Ravi Kumar](https://a.kr/r), Freelance Developer in Norway)_\n\n## 11/05/2019\n\n### Presentation links\n\n- [Why queues grow](https://a.kr/3.pdf) _(Ana Lima, Engineer @ Globex)_\n'
    expect(meetupsIn(post)).toEqual([
      {
        title: 'Past talks 2019-10-15',
        date: '2019-10-15',
        talks: [
          'Small deploys | Jane Doe | https://a.kr/1.pdf',
          'Caches that lie | Ravi Kumar | https://a.kr/2.pdf',
        ],
      },
      {
        title: 'Past talks 2019-11-05',
        date: '2019-11-05',
        talks: ['Why queues grow | Ana Lima | https://a.kr/3.pdf'],
      },
    ])
  })

  test('are weeks over titles alone', () => {
    const post =
      '# Backend study\n\n## Week 1\n\n- Small deploys in teams\n\n## Week 2\n\n- Caches that lie to you\n\n## Week 3\n\n- Why queues grow so long\n'
    expect(meetupsIn(post).map(({ title, talks }) => [title, talks])).toEqual([
      ['Week 1', ['Small deploys in teams |  | ']],
      ['Week 2', ['Caches that lie to you |  | ']],
      ['Week 3', ['Why queues grow so long |  | ']],
    ])
  })

  test('are events over nothing but links', () => {
    const post =
      '# Conf notes\n\n## 2021-DEVCONF\n- [배포를 작게 나누어 보았다](https://a.kr/1)\n- [왜 로그를 줄이지 않는 걸까요..!](https://a.kr/2)\n\n## 2021-FRONTCONF\n- [상태](https://a.kr/3)\n\n## 2022-CLOUDCONF\n- [Queues](https://a.kr/4)\n'
    expect(meetupsIn(post).map(({ title, talks }) => [title, talks.length])).toEqual([
      ['2021-DEVCONF', 2],
      ['2021-FRONTCONF', 1],
      ['2022-CLOUDCONF', 1],
    ])
  })
})
