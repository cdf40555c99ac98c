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
