import { expect, test } from 'vitest'
import { meetupsIn } from './talks-in.js'

const found = (text: string) =>
  meetupsIn(text)
    .filter(({ talks }) => talks.length > 0)
    .map(({ title, date, talks }) => [title, date, ...talks.map((talk) => talk.split(' | ')[0])])

test('talks of a table that names their events belong to these', () => {
  const text =
    '# My talks\n\n| Date | Conference | Talk title | Recording |\n|---|---|---|---|\n| 16-05-2025 | Code Conf 2025 | Small deploys | [video](https://youtu.be/aaaaaaaaaaa) |\n| 03-12-2024 | Data Days 2024 | Small deploys | [video](https://youtu.be/bbbbbbbbbbb) |\n| 04-12-2024 | Data Days 2024 | Queues that grow | TBA |\n'
  expect(found(text)).toEqual([
    ['Code Conf 2025', '2025', 'Small deploys'],
    ['Data Days 2024', '2024', 'Small deploys', 'Queues that grow'],
  ])
})

test('events behind the titles of most talks are their meetups', () => {
  const text =
    '# Talks to watch\n\n## Talks\n\n- [Small deploys - Code Conf 2016](https://youtu.be/aaaaaaaaaaa)\n- [Queues that grow - Data Days 2017](https://youtu.be/bbbbbbbbbbb)\n- [Caches that lie - Code Conf 2016](https://youtu.be/ccccccccccc)\n'
  expect(found(text)).toEqual([
    ['Code Conf 2016', '2016', 'Small deploys', 'Caches that lie'],
    ['Data Days 2017', '2017', 'Queues that grow'],
  ])
})

test('events before the titles of talks are their meetups', () => {
  const text =
    '# Our talks\n\n## Code Conf 2021: Small deploys\n\n[slides](https://speakerdeck.com/a/1)\n\n## Code Conf 2021: Track 4 > Session 1\n\n**Queues that grow**\n\n[slides](https://speakerdeck.com/a/2)\n\n## Data Days 2020: Caches that lie\n\n[slides](https://speakerdeck.com/a/3)\n'
  expect(found(text)).toEqual([
    ['Code Conf 2021', '2021', 'Small deploys', 'Queues that grow'],
    ['Data Days 2020', '2020', 'Caches that lie'],
  ])
})

test('a dated talk names its event behind a dash, be it without a year', () => {
  const text =
    '# 모임 십 년\n\n## 2018년 6월 [배포를 작게 나누기 - 서버 소모임](https://a.kr/1)\n\nText.\n\n## 2018년 7월 [로그를 적게 남기기 - 지표 소모임](https://a.kr/2)\n\nText.\n\n## 2018년 9월 [알림은 셋만 - 서버 소모임](https://a.kr/3)\n\nText.\n'
  expect(found(text)).toEqual([
    ['서버 소모임', '2018-06', '배포를 작게 나누기', '알림은 셋만'],
    ['지표 소모임', '2018-07', '로그를 적게 남기기'],
  ])
})

test('a section of talks at one event is its own beside those of people', () => {
  const text =
    '# Talks to watch\n\n## Talks at Code Conf 2016\n\n- [Jane Doe - Small deploys](https://youtu.be/aaaaaaaaaaa)\n- [Ravi Kumar - Queues that grow](https://youtu.be/bbbbbbbbbbb)\n\n## Talks by Ana Lima\n\n- [Caches that lie](https://youtu.be/ccccccccccc)\n- [Fewer logs](https://youtu.be/ddddddddddd)\n\n## Talks by Olga Ivanova\n\n- [Tests first](https://youtu.be/eeeeeeeeeee)\n- [Alerts last](https://youtu.be/fffffffffff)\n'
  expect(found(text)).toEqual([
    ['Talks to watch', '', 'Caches that lie', 'Fewer logs', 'Tests first', 'Alerts last'],
    ['Talks at Code Conf 2016', '2016', 'Small deploys', 'Queues that grow'],
  ])
})

test('headings that count with one word are meetups, and parts of a day are none', () => {
  const table = (title: string) =>
    `| Speaker | Subject |\n|---|---|\n| Jane Doe | ${title} |\n| Ravi Kumar | More on ${title} |\n`
  const text = (word: string) =>
    `# Slides of ours\n\n## ${word} 1: Deploys\n\n${table('Small deploys')}\n## ${word} 2: Queues\n\n${table('Queues that grow')}\n## ${word} 3: Caches\n\n${table('Caches that lie')}`
  expect(found(text('Version')).map(([title]) => title)).toEqual([
    'Version 1: Deploys',
    'Version 2: Queues',
    'Version 3: Caches',
  ])
  expect(found(text('Track')).map(([title]) => title)).toEqual(['Slides of ours'])
})
