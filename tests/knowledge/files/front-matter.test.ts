import { expect, test } from 'vitest'
import { readFrontMatter } from '../../../src/knowledge/files/front-matter.js'

function read(text: string) {
  const { front, body, findings } = readFrontMatter(text, 'post.md')
  const said = Object.fromEntries(
    Object.entries(front).filter(
      ([key, value]) => key !== 'repairs' && key !== 'stated' && value !== '' && value.length !== 0,
    ),
  )
  return { said, body, messages: findings.map(({ line, message }) => `${line}: ${message}`) }
}

test('lines keep their numbers below the head', () => {
  expect(read('---\nmeetup: 밋업\ndate: 2019-07-06\n---\n# a\n')).toEqual({
    said: { meetup: '밋업', date: '2019-07-06' },
    body: '\n\n\n\n# a\n',
    messages: [],
  })
})

test('a blog’s date is the day of posting', () => {
  expect(
    read('---\ntitle: 후기\ndate: 2019-07-06 10:00:00 +0900\ntags: [a, b]\nlayout: post\n---\n').said,
  ).toEqual({
    title: '후기',
    posted: '2019-07-06',
    tags: ['a', 'b'],
  })
})

test('an event page says when it starts and where', () => {
  expect(
    read(
      '---\ntitle: Meetup\ndate: 2020-01-02\nstart_time: 2020-02-03T19:30:00+09:00\nlocation: Pangyo\n---\n',
    ).said,
  ).toEqual({ title: 'Meetup', date: '2020-02-03', posted: '2020-01-02', time: '19:30', place: 'Pangyo' })
})

test('TOML is read by line', () => {
  expect(read('+++\ntitle = "Meetup"\ndate = 2020-01-02T10:00:00Z\ntags = ["a", "b"]\n+++\n# a\n')).toEqual({
    said: { title: 'Meetup', posted: '2020-01-02', tags: ['a', 'b'] },
    body: '\n\n\n\n\n# a\n',
    messages: [],
  })
})

test('a head without its opening line is read, with a warning', () => {
  expect(read('title: 후기\ndate: 2020-01-02\ncategories:\n  - a\n---\n\n글\n')).toEqual({
    said: { title: '후기', posted: '2020-01-02' },
    body: '\n\n\n\n\n\n글\n',
    messages: ['1: front matter needs a line "---" above it, too. Title and date were read'],
  })
})

test('of a head that is no YAML title and date are read, with a warning', () => {
  const { said, messages } = read(
    "---\ntitle: '후기'\ndate: 2020-01-02\ndescription: 'a\n\nb: 'c'\n- d'\n---\n글\n",
  )
  expect(said).toEqual({ title: '후기', posted: '2020-01-02' })
  expect(messages).toEqual([
    expect.stringMatching(/^\d: front matter that is no YAML: .+\. Only its title and date were read/),
  ])
})

test('a value that does not fit is a warning, and the others are read', () => {
  expect(read('---\nmeetup: 밋업\ndate: soon\nsource: ftp://a.kr\nplace: 서울\n---\n')).toEqual({
    said: { meetup: '밋업', place: '서울' },
    body: '\n\n\n\n\n\n',
    messages: [
      '3: "date" is no date. Write 2019, 2019-07 or 2019-07-06',
      '4: "source" must be an address that begins with https:// or http://',
    ],
  })
})

test('a rule at the beginning of a text is no head', () => {
  expect(read('---\n\n글이 이어진다\n\n---\n\n끝\n').body).toContain('글이 이어진다')
})
