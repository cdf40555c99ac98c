import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parsePost } from '../../src/knowledge/post.js'
import { readPost } from './read-post.js'

const posts: [file: string, sentence: string][] = [
  [
    'quirks-of-a-real-post-19',
    'a bold caution, dots and slashes in titles, a year in a link, tracking, and pictures named by their address',
  ],
  [
    'english-conference',
    'an English post with front matter, labelled speakers, ordered lists and a footnote',
  ],
  ['2021-07-numbered-bold', 'numbered bold lines as sessions, and the date from the title'],
  ['2020-only-h1', 'top headings only, with speakers behind a bar'],
  [
    '2022-03-05-dash-speakers',
    'speakers behind a dash, a table of contents, and slides whose titles are links',
  ],
  ['2018-brackets', 'speakers in brackets, but neither years nor tools'],
  ['2024-notion-tables', 'a timetable, tables, tasks, a code block, a fold and a hidden comment'],
  [
    'readme-of-a-repository',
    'a README with numbered sessions below a heading, and labels in italics and bold',
  ],
  ['velog-no-headings', 'bold lines as sessions where there is no heading at all'],
  ['bom-crlf-nfd', 'a byte order mark, Windows line ends and decomposed Hangul'],
  ['2016-slides-only', 'nothing but a table of slides'],
  ['hackmd-emoji', 'emoji, an editor’s marks, questions and slides with a video'],
  ['tracks-and-front-names', 'tracks above the sessions, and names before the titles'],
  ['bold-list-items', 'an ordered list whose items begin bold'],
  ['jekyll-front-matter', 'a blog’s front matter with a time in its date'],
  ['setext-headings', 'underlined headings'],
  [
    'velog-heard-sessions',
    'sessions below “the talks I heard”, and speakers behind a slash that the slides confirm',
  ],
  ['plain-lines', 'lines that count the talks, in a post without headings and bold lines'],
  ['lightning-talks', 'a list of lightning talks, and the parts of a README that are none'],
  ['bold-lines-only', 'bold lines only, of which the first names the meetup'],
  ['2021-third-level-headings', 'a post that begins at the third level'],
  ['parts-of-a-talk', 'headings for the speaker, the notes, the questions and the slides of each talk'],
  ['hackmd-shared-notes', 'underlined titles with slash speakers, and an editor’s marks inside quotes'],
  ['2022-table-of-notes', 'nothing but a table with a line on each talk'],
  ['one-list', 'one nested list from the meetup down to the notes'],
  ['slides-of-all-shapes', 'slides as lines, as file names, as addresses behind a colon and behind bars'],
  ['2023-agenda-and-shortcodes', 'an agenda, emoji shortcodes, and slides under “Resources”'],
  ['folded-sessions', 'folds whose labels count the talks'],
  ['english-trip-report', 'an English date, days above the sessions, and speakers in italics'],
  ['slides-by-speaker', 'honoured names before the titles, and slides listed by speaker'],
  ['sessions-below-a-heading', 'sessions below a heading, with slides that name none'],
]

test.each(posts)('%s: reads %s', (file) => {
  const folder = new URL('posts/', import.meta.url)
  const expected: unknown = JSON.parse(readFileSync(new URL(`${file}.json`, folder), 'utf8'))
  expect(told(readFileSync(new URL(`${file}.md`, folder), 'utf8'), `${file}.md`)).toEqual(expected)
})

/** A post without what is empty, and without what has tests of its own. */
function told(text: string, file: string): unknown {
  const { meetups, findings } = parsePost(text, file)
  const plain = {
    meetups: meetups.map(({ meetup: { file: _f, line: _l, ...meetup }, sessions }) => ({
      ...meetup,
      sessions: sessions.map(({ meetup: _m, line: _n, why: _w, unopened: _u, ...session }) => session),
    })),
    findings: findings.map(({ level: _v, file: _i, ...finding }) => finding),
  }
  return JSON.parse(
    JSON.stringify(plain, (_, value) => (value === '' || value?.length === 0 ? undefined : value)),
  )
}

test.each([
  ['a table of topics', '| Topic | Partitions |\n|---|---|\n| orders | 12 |'],
  ['bold bullets', '- **빠르다**\n- **느리다**'],
  ['plain bullets', '- 장점 - 빠르다\n- 단점 - 느리다'],
])('one talk with %s stays one talk', (_, body) => {
  const { sessions } = readPost(`# 카프카 운영기\n\n${body}\n`, 'kafka.md')
  expect(sessions.map(({ title }) => title)).toEqual(['카프카 운영기'])
})

test.each([
  ['세션 클러스터링', '### 배경\n\n- a\n\n### 결론\n\n- b'],
  ['쿠버네티스 발표', '개요\n\n### 컨트롤러\n\n- a\n\n### 스케줄러\n\n- b'],
  ['세션 관리', '### 쿠키\n\n- a\n\n### 토큰\n\n- b'],
])('the talk "%s" stays one talk, whatever its sub-headings', (title, body) => {
  const { sessions } = readPost(`# 밋업 2020\n\n## ${title}\n\n${body}\n\n## 배포\n\n- c\n`, 'm.md')
  expect(sessions.map((session) => session.title)).toEqual([title, '배포'])
})

test('a heading that only counts gives way to the title below it', () => {
  const { sessions } = readPost(
    '# 밋업 2020\n\n## 세션 1\n\n### 배포 이야기\n\n- a\n\n## 세션 2\n\n### 배경\n\n- b\n\n### 결론\n\n- c\n',
    'm.md',
  )
  expect(sessions.map((session) => session.title)).toEqual(['배포 이야기', '세션 2'])
})

test('bold lines that name speakers are talks below a heading for a part of the day', () => {
  const { sessions } = readPost(
    '# 밋업 2020\n\n## 1부\n\n**배포 - 홍길동**\n- a\n\n**로그 - 이몽룡**\n- b\n\n## 2부\n\n**지표 - 성춘향**\n- c\n',
    'm.md',
  )
  expect(sessions.map(({ title, speakers }) => [title, speakers[0]?.name])).toEqual([
    ['배포', '홍길동'],
    ['로그', '이몽룡'],
    ['지표', '성춘향'],
  ])
})

test('a line "팁" below a bold title heads tips of that talk', () => {
  const { sessions } = readPost('**배포**\n\n팁\n\n- 작게 자주\n\n**로그**\n\n- b\n', 'm.md')
  expect(sessions.map((session) => session.title)).toEqual(['배포', '로그'])
})

test.each([
  '세션 목록',
  '발표',
  'Talks',
  'Sessions',
  'Track A',
  'Day 1',
  '오전 세션',
  '들은 발표들',
  '내가 들은 세션',
])('"%s" holds sessions', (title) => {
  const { sessions } = readPost(`# 밋업 2020\n\n## ${title}\n\n### 배포\n\n- a\n\n### 로그\n\n- b\n`, 'm.md')
  expect(sessions.map((session) => session.title)).toEqual(['배포', '로그'])
})

test('the day of posting completes the month of the file’s name, and contradicts none', () => {
  const dated = (day: string) =>
    readPost(`---\ntitle: 밤\ndate: ${day}\n---\n\n## 캐시 - 홍길동\n\n- a\n`, '2024-05-cache.md').meetup.date
  expect(dated('2024-05-11')).toBe('2024-05-11')
  expect(dated('2024-06-02')).toBe('2024-05')
})
