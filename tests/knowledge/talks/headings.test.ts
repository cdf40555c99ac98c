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
