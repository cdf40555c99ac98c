import { expect, test } from 'vitest'
import { mayName, onlyPeople } from '../../../src/knowledge/people/people.js'

test.each([
  '홍길동',
  '홍 길동',
  '홍길동씨',
  '남궁민수 씨',
  '이 홍길동',
  '홍길동(카카오)',
  '홍길동'.normalize('NFD'),
  '향로님',
  '@jane',
  'Jane Doe',
  'Jane van der Berg',
  'Doe, Jane Doe, Acme',
])('takes %s for a text that may name somebody', (text) => {
  expect(mayName(text)).toBe(true)
})

test.each(['홍 길동', '홍길동씨', '홍길동'.normalize('NFD'), '@jane', 'Jane Doe'])(
  'finds who is named in %s',
  (text) => {
    expect(onlyPeople(text)?.speakers).toHaveLength(1)
  },
)

test.each(['배포는 작게 나누어 자주', '로그를 남긴다', 'Small deploys', 'how we monitor', '지표 3개'])(
  'sees at once that %s names nobody',
  (text) => {
    expect(mayName(text)).toBe(false)
  },
)
