import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parsePost } from '../../src/knowledge/post.js'

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
  ['sessions-below-a-heading', 'sessions below a heading, with slides that name none'],
]

test.each(posts)('%s: reads %s', (file) => {
  const folder = new URL('posts/', import.meta.url)
  const expected: unknown = JSON.parse(readFileSync(new URL(`${file}.json`, folder), 'utf8'))
  expect(told(readFileSync(new URL(`${file}.md`, folder), 'utf8'), `${file}.md`)).toEqual(expected)
})

/** A post without what is empty, and without the meetup in every session. */
function told(text: string, file: string): unknown {
  const { meetup, sessions, warnings } = parsePost(text, file)
  const plain = { meetup, sessions: sessions.map(({ meetup: _, ...session }) => session), warnings }
  return JSON.parse(
    JSON.stringify(plain, (_, value) => (value === '' || value?.length === 0 ? undefined : value)),
  )
}
