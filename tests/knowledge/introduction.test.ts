import { expect, test } from 'vitest'
import { readPost } from './read-post.js'

function meetup(introduction: string, title = '# 데브옵스 밋업 2019') {
  return readPost(`${title}\n\n${introduction}\n\n## 배포\n\n- 작게 자주\n`, 'm.md').meetup
}

test.each([
  ['2019.07.06 판교', '2019-07-06'],
  ['2019년 7월 6일에 열렸다.', '2019-07-06'],
  ['2021-01-01에 고쳐 쓴 글이다.', '2019'],
  ['작성일: 2019-12-31', '2019'],
  ['일시: 2020-02-02', '2020-02-02'],
])('%s dates the meetup of 2019 %s', (line, date) => {
  expect(meetup(line).date).toBe(date)
})

test('a date that the text names in passing dates a meetup that tells none', () => {
  expect(meetup('2021-03-02, 온라인', '# 데브옵스 밋업').date).toBe('2021-03-02')
})

test('a property line of an export tags all sessions', () => {
  const { sessions } = readPost('# 밋업\n\n태그: 컨퍼런스, 배포\n\n## 배포\n\n- x\n', 'm.md')
  expect(sessions.map(({ kind, tags }) => [kind, tags])).toEqual([
    ['note', ['컨퍼런스', '배포']],
    ['talk', ['컨퍼런스', '배포']],
  ])
})
