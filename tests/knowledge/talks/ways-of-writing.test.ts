import { describe, expect, test } from 'vitest'
import { meetupsIn, talksIn } from './talks-in.js'

const talks = [
  ['배포를 작게 나누기', '김도연'],
  ['캐시가 거짓말을 할 때', '박서준'],
  ['아무도 읽지 않는 로그', '이하늘'],
] as const
const english = [
  ['Small deploys in large teams', 'Jane Doe'],
  ['Caches that lie to you', 'Ravi Kumar'],
  ['Testing what nobody reads', 'Olga Ivanova'],
] as const
const video = (place: number) => `https://youtu.be/abcdefghi0${place}`

/** How people write a title and who gave it in one line. */
const ways: readonly (readonly [
  way: string,
  line: (title: string, person: string, place: number) => string,
])[] = [
  ['a quoted title before the speaker', (title, person) => `"${title}" ${person}`],
  ['a quoted title behind the speaker', (title, person) => `${person}, "${title}"`],
  ['a bold title', (title, person) => `**${title}** ${person}`],
  ['a bold speaker', (title, person) => `**${person}** ${title}`],
  ['two dashes', (title, person) => `${title} -- ${person}`],
  ['an arrow', (title, person) => `${person} → ${title}`],
  ['a semicolon', (title, person) => `${title}; ${person}`],
  ['a comma behind the speaker', (title, person) => `${person}, ${title}`],
  ['a bar behind the speaker', (title, person) => `${person} | ${title}`],
  ['a slash', (title, person) => `${title} / ${person}`],
  ['where they work, behind', (title, person) => `${title} - ${person} - Acme`],
  ['where they work, between', (title, person) => `${person} - Acme - ${title}`],
  ['labels in one line', (title, person) => `Speaker: ${person}, Topic: ${title}`],
  ['a day before it', (title, person, place) => `2${place} March 2019 - ${title} - ${person}`],
  ['a short date before it', (title, person, place) => `19.03.0${place} ${title} - ${person}`],
  ['how long it takes', (title, person) => `${title} - ${person} (30 min + 5 min Q&A)`],
  ['a linked title and a comma', (title, person, place) => `[${title}](${video(place)}), por ${person}`],
  ['a linked title and a person', (title, person, place) => `[${title}](${video(place)}) ${person}`],
  [
    'a linked title, who, and where',
    (title, person, place) => `[${title}](${video(place)}) ${person} - Acme`,
  ],
  ['where they work, before the speaker', (title, person) => `${title} / ${person} - Acme`],
  ['where they work, and a colon', (title, person) => `${person} - Acme: ${title}`],
  ['an address before it', (title, person, place) => `${video(place)} ${title} (${person})`],
  ['a title as code', (title, person) => `${person}: \`${title}\``],
  ['a month before it', (title, person, place) => `2019년 ${place}월 ${title} - ${person}`],
]

describe.each(ways)('%s', (_, line) => {
  const titles = (lines: readonly string[]) => lines.map((each) => each.split(' | ').slice(0, 2))

  test('is read in a list', () => {
    const list = (of: typeof talks | typeof english) =>
      `# 백엔드의 밤 모임\n\n## 발표\n\n${of.map(([title, person], place) => `- ${line(title, person, place + 1)}`).join('\n')}\n`
    expect(titles(talksIn(list(talks)))).toEqual(talks)
    expect(titles(talksIn(list(english)))).toEqual(english)
  })

  test('is read below dates, each of which is a meetup', () => {
    const post = `# 백엔드의 밤 모임\n\n${talks.map(([title, person], place) => `## 2019-0${place + 1}-02\n\n- ${line(title, person, place + 1)}`).join('\n\n')}\n`
    expect(meetupsIn(post).map(({ date, talks: own }) => [date, ...titles(own)])).toEqual([
      ['2019-01-02', talks[0]],
      ['2019-02-02', talks[1]],
      ['2019-03-02', talks[2]],
    ])
  })
})

const shapes: readonly (readonly [shape: string, text: string, talks: readonly string[]])[] = [
  [
    'people as headings over what they spoke of',
    '# Backend Night\n\n### Jane Doe\n\n**Small deploys in large teams**\n\nWhy smaller is safer.\n\n### Ravi Kumar\n\n**Caches that lie to you**\n\nAnd how to notice.\n',
    ['Small deploys in large teams | Jane Doe | ', 'Caches that lie to you | Ravi Kumar | '],
  ],
  [
    'people as items over their talks',
    '# 모임\n\n## 발표\n\n- 김도연\n  - 배포를 작게 나누기\n- 박서준\n  - [캐시가 거짓말을 할 때](https://youtu.be/aaaaaaaaaaa)\n',
    ['배포를 작게 나누기 | 김도연 | ', '캐시가 거짓말을 할 때 | 박서준 | https://youtu.be/aaaaaaaaaaa'],
  ],
  [
    'people over where they work, which is no talk',
    '# 모임\n\n## 발표\n\n- 배포를 작게 나누기\n  - 발표자: 김도연\n\n## 발표자 소개\n\n### 김도연\n\n- [한빛 클라우드](https://a.kr/)\n\n### 박서준\n\n- [모두의 서버](https://b.kr/)\n',
    ['배포를 작게 나누기 | 김도연 | '],
  ],
  [
    'blocks of labelled lines',
    '# 모임\n\n제목: 배포를 작게 나누기\n발표자: 김도연\n\n제목: 캐시가 거짓말을 할 때\n발표자: 박서준\n',
    ['배포를 작게 나누기 | 김도연 | ', '캐시가 거짓말을 할 때 | 박서준 | '],
  ],
  [
    'blocks of labelled items, the speaker first',
    '# Night\n\n## Talks\n\n- Speaker: Jane Doe\n- Title: Small deploys\n- Slides: [here](https://a.kr/1.pdf)\n\n---\n\n- Speaker: Ravi Kumar\n- Title: Caches that lie\n',
    ['Small deploys | Jane Doe | https://a.kr/1.pdf', 'Caches that lie | Ravi Kumar | '],
  ],
  [
    'a list of terms',
    '# Night\n\n## Talks\n\n<dl><dt>Small deploys in teams</dt><dd>Jane Doe</dd><dt>Caches that lie to you</dt><dd>Ravi Kumar</dd></dl>\n',
    ['Small deploys in teams | Jane Doe | ', 'Caches that lie to you | Ravi Kumar | '],
  ],
  [
    'the talks of an evening in one cell',
    '# Nights\n\n| Date | Talks |\n|---|---|\n| 2019-03-02 | Small deploys, by Jane Doe<br>Caches that lie, by Ravi Kumar |\n| 2019-04-06 | Why queues grow, by Ana Lima |\n| 2019-05-04 | Fewer logs for all, by Olga Ivanova |\n',
    [
      'Small deploys | Jane Doe | ',
      'Caches that lie | Ravi Kumar | ',
      'Why queues grow | Ana Lima | ',
      'Fewer logs for all | Olga Ivanova | ',
    ],
  ],
  [
    'a table of what happens when, with people before the titles',
    '# 모임\n\n## 일정\n\n| 시간 | 일정 |\n|---|---|\n| 13:00 | 등록 |\n| 13:30 | 김도연 - 배포를 작게 나누기 |\n| 14:00 | 휴식 (10분) |\n| 14:10 | 박서준 - 캐시가 거짓말을 할 때 |\n| 15:00 | 뒤풀이 |\n',
    ['배포를 작게 나누기 | 김도연 | ', '캐시가 거짓말을 할 때 | 박서준 | '],
  ],
  [
    'a column that only says how things stand',
    '# Night\n\n## 2 March 2019\n\n| Speaker | Length | Status |\n|---|---|---|\n| Jane Doe | 20 | confirmed |\n| Ravi Kumar | 10 | confirmed |\n',
    [],
  ],
  [
    'the attributes of a shortcode of whatever name',
    '# 모임\n\n## Sessions\n\n{{< card\n  heading="배포를 작게 나누기" bold="김도연 - 한빛" desc="작을수록 안전하다." >}}\n\n{{< card heading="캐시가 거짓말을 할 때" bold="박서준" desc="알아채는 법." >}}\n',
    ['배포를 작게 나누기 | 김도연 | ', '캐시가 거짓말을 할 때 | 박서준 | '],
  ],
  [
    'players below their titles, from an include',
    "# 컨퍼런스 후기\n\n## 들은 세션\n\n### 17일\n\n작은 배포로 나아가기\n\n{% include youtube.html v='aaaaaaaaaaa' %}\n\n거짓말하는 캐시 찾기\n\n{% include youtube.html v='bbbbbbbbbbb' %}\n",
    [
      '작은 배포로 나아가기 |  | https://www.youtube.com/watch?v=aaaaaaaaaaa',
      '거짓말하는 캐시 찾기 |  | https://www.youtube.com/watch?v=bbbbbbbbbbb',
    ],
  ],
  [
    'a list below a heading for the contents that leads elsewhere',
    '# Presentations\n\n## Table of Contents\n\n- [Small deploys](https://speakerdeck.com/a/1) by Jane Doe\n- [Caches that lie](https://speakerdeck.com/a/2) by Ravi Kumar (Night, May 2019)\n- [Fewer logs](https://speakerdeck.com/a/3) by Ana Lima\n',
    [
      'Small deploys | Jane Doe | https://speakerdeck.com/a/1',
      'Caches that lie | Ravi Kumar | https://speakerdeck.com/a/2',
      'Fewer logs | Ana Lima | https://speakerdeck.com/a/3',
    ],
  ],
  [
    'topics as items over talks',
    '# Discussing a conference\n\nThe talks that were mentioned:\n\n* Deploying\n  * Jane Doe, [Small deploys for all](https://youtu.be/aaaaaaaaaaa)\n  * Ravi Kumar, [Trunk or branches](https://youtu.be/bbbbbbbbbbb)\n* Caching\n  * Ana Lima, [Caches that lie](https://youtu.be/ccccccccccc)\n  * Olga Ivanova, [Stale is fine](https://youtu.be/ddddddddddd)\n',
    [
      'Small deploys for all | Jane Doe | https://youtu.be/aaaaaaaaaaa',
      'Trunk or branches | Ravi Kumar | https://youtu.be/bbbbbbbbbbb',
      'Caches that lie | Ana Lima | https://youtu.be/ccccccccccc',
      'Stale is fine | Olga Ivanova | https://youtu.be/ddddddddddd',
    ],
  ],
  [
    'short lists below topics, once one of them is long enough',
    '# Talks I keep\n\n## Deploying\n\n- Small deploys - Jane Doe\n- Trunk or branches - Ravi Kumar\n- Queues that grow - Peter Schmidt\n\n## Caching\n\n- Caches that lie - Ana Lima\n',
    [
      'Small deploys | Jane Doe | ',
      'Trunk or branches | Ravi Kumar | ',
      'Queues that grow | Peter Schmidt | ',
      'Caches that lie | Ana Lima | ',
    ],
  ],
  [
    'what a talk is about, behind its title',
    '# Talks\n\n## Videos\n\n- [Small deploys for all](https://youtu.be/aaaaaaaaaaa) - why small batches are safer, with numbers\n- [Caches that lie to you](https://youtu.be/bbbbbbbbbbb) - how stale answers are noticed, and when not\n- [Queues that only grow](https://youtu.be/ccccccccccc) - what to measure before it is too late\n',
    [
      'Small deploys for all |  | https://youtu.be/aaaaaaaaaaa',
      'Caches that lie to you |  | https://youtu.be/bbbbbbbbbbb',
      'Queues that only grow |  | https://youtu.be/ccccccccccc',
    ],
  ],
  [
    'an agenda with breaks, and who speaks with a title',
    '# Night\n\n## Schedule\n\n- 18:00: Live stream starts\n- 18:15 - 19:00: **Jane Doe** with *Small deploys in teams*\n- 19:00 - 19:15: Break\n- 19:15 - 20:00: **Ravi Kumar** with *Caches that lie to you*\n- 20:00 - 20:10: Light dinner sponsored by ACMÉ\n',
    ['Small deploys in teams | Jane Doe | ', 'Caches that lie to you | Ravi Kumar | '],
  ],
  [
    'an account that a sentence names',
    '# Night\n\n## Small deploys\n\n[@janedoe](https://a.kr/jane) gave us an introduction to batch sizes.\n\n## Caches that lie\n\nLast month, @rkumar showed how stale answers are noticed.\n',
    ['Small deploys | janedoe | ', 'Caches that lie | rkumar | '],
  ],
  [
    'a section of many recordings, which is no talk',
    `# 개발자 컨퍼런스 다시보기\n\n## 네이버\n\n${[1, 2, 3, 4, 5, 6, 7].map((n) => `20${10 + n}년의 [영상](https://youtu.be/aaaaaaaaaa${n})`).join(', ')}\n`,
    [],
  ],
]

test.each(shapes)('%s', (_, text, expected) => {
  expect(talksIn(text)).toEqual(expected)
})

describe('meetups of their own', () => {
  test('are items over talks that say which event they are', () => {
    const post =
      '# 모임\n\n## 2016 meetups\n\n- 2016-07-22 - 2016-07-24: [Hack Days 2016](https://a.kr/)\n  - 2016-07-22: *Jane Doe* - Small deploys\n  - 2016-07-23: *Ravi Kumar* - Caches that lie\n- 2016-02-25: Ana Lima - Why queues grow\n\n## 2015 meetups\n\n- 2015-02-25: Olga Ivanova - Fewer logs\n'
    expect(meetupsIn(post)).toContainEqual({
      title: 'Hack Days 2016 (2016-07-22)',
      date: '2016-07-22',
      talks: ['Small deploys | Jane Doe | ', 'Caches that lie | Ravi Kumar | '],
    })
  })

  test('are headings of a rank with nothing below them, over those that follow', () => {
    const post =
      '# Past Events\n\n## 52. Stammtisch 21.05.2026\n\n## Small deploys - Jane Doe\n\nText.\n\n## 51. Stammtisch 26.03.2026\n\n## Caches that lie - Ravi Kumar\n\nText.\n'
    expect(meetupsIn(post).map(({ date, talks: own }) => [date, own])).toEqual([
      ['2026-05-21', ['Small deploys | Jane Doe | ']],
      ['2026-03-26', ['Caches that lie | Ravi Kumar | ']],
    ])
  })

  test('are dated headings that are titles themselves', () => {
    const post =
      '# Papers\n\n## 2014-10-23 #2: Immutable vectors in practice\n\nText about it.\n\n## 2015-01-15 #3: Trees on slow disks\n\nText about it.\n\n## 2015-02-10 #4: Storage for structured facts\n\nText about it.\n'
    expect(meetupsIn(post).map(({ title, date, talks: own }) => [title, date, own])).toEqual([
      ['Papers 2014-10-23', '2014-10-23', ['Immutable vectors in practice |  | ']],
      ['Papers 2015-01-15', '2015-01-15', ['Trees on slow disks |  | ']],
      ['Papers 2015-02-10', '2015-02-10', ['Storage for structured facts |  | ']],
    ])
  })
})
