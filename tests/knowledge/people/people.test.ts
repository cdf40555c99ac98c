import { expect, test } from 'vitest'
import { readPeople } from '../../../src/knowledge/people/people.js'

test.each([
  ['홍길동', ['홍길동'], false],
  ['홍길동님', ['홍길동'], false],
  ['이 동인', ['이동인'], false],
  ['박훈, 이몽룡', ['박훈', '이몽룡'], false],
  ['홍길동 / 네이버', ['홍길동'], true],
  ['홍길동 (카카오), 김철수 (라인)', ['홍길동', '김철수'], true],
  ['네이버 홍길동 팀장', ['홍길동'], true],
  ['카카오 / 홍길동', ['홍길동'], true],
  ['Outsider', ['Outsider'], false],
  ['Jane Doe, Acme Corp', ['Jane Doe'], true],
  ['Jane Doe & John Roe', ['Jane Doe', 'John Roe'], false],
  ['Jane Doe from Acme', ['Jane Doe'], true],
  ['Alice, Bob and Carol', ['Alice', 'Bob', 'Carol'], false],
  ['홍길동 | 당근 채팅팀', ['홍길동'], true],
  ['+Gildong Hong님', ['Gildong Hong'], false],
  ['Google Jane Doe님', ['Jane Doe'], true],
  ['2019', [], false],
])('%s names %j', (text, names, saysMore) => {
  const people = readPeople(text)
  expect([people.speakers.map(({ name }) => name), people.saysMore]).toEqual([names, saysMore])
})

test.each([
  ['김진웅 (Jinwoong Kim)', { name: '김진웅', aliases: ['Jinwoong Kim'] }],
  ['Jinwoong Kim (김진웅)', { name: 'Jinwoong Kim', aliases: ['김진웅'] }],
  ['Jane Doe (@jane)', { name: 'Jane Doe', aliases: ['jane'] }],
  ['홍길동 (Google Cloud)', { name: '홍길동', aliases: [] }],
])('%s tells other spellings from companies', (text, speaker) => {
  expect(readPeople(text).speakers).toEqual([speaker])
})
