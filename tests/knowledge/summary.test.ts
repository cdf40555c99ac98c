import { expect, test } from 'vitest'
import { readPost } from './read-post.js'

function summary(body: string) {
  return readPost(`# M 2020\n\n## 배포 이야기\n\n${body}\n`, 'm.md').sessions[0]?.summary
}

test('a topic is its heading with as many of its lines as a card has room for', () => {
  const lines = ['작게 자주 배포한다.', `${'아주 '.repeat(10)}자세한 설명`, `${'더 '.repeat(20)}자세한 설명`]
  expect(summary(`- 배포\n${lines.map((line) => `    - ${line}`).join('\n')}`)).toEqual([
    `배포: 작게 자주 배포한다, ${lines[1]}`,
  ])
})

test('a line with a colon of its own follows its heading after a dash', () => {
  expect(summary('- 파이프라인\n    - 순서: 빌드 → 배포')).toEqual(['파이프라인 – 순서: 빌드 → 배포'])
})

test('a long paragraph is its first sentences', () => {
  const first = '배포는 작을수록 안전하다는 이야기로 시작했다.'
  const second = '그래서 하루에 열 번 넘게 배포한다고 한다.'
  expect(summary(`${first} ${second} 그 뒤로도 길고 긴 이야기가 쉬지 않고 밤늦도록 이어졌다. 끝.`)).toEqual([
    `${first} ${second}`,
  ])
})

test('questions and tips are no summary', () => {
  expect(summary('- 작게 자주\n\n### Q&A\n\n- Q. 야근하나요?\n\n### 팁\n\n- 쉬자')).toEqual(['작게 자주'])
})
