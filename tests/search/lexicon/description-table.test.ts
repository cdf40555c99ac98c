import { expect, test } from 'vitest'
import { DescriptionTable } from '../../../src/search/lexicon/description-table.js'
import { buildConcept } from '../build-library.js'

const concept = (id: string, ...about: string[]) => buildConcept('topic', [id], { about })
const table = new DescriptionTable([
  concept('데이터 라벨링', '사진에 사람이 하나하나 정답을 달다', 'tag pictures by hand'),
  concept('이미지 압축', '사진 파일을 작게 줄이다'),
  concept('채점', '시험 답안에 점수를 매기다'),
  concept('번역', '다른 나라 말로 옮기다'),
])
const found = (question: string) =>
  table.find(question.split(' ').map((text, place) => ({ text, place }))).map(({ concept: { id } }) => id)

test.each([
  ['사진마다 정답을 일일이 달아야 해요', ['데이터 라벨링']],
  ['pictures tagged by somebody', ['데이터 라벨링']],
  ['줄인 사진', ['이미지 압축']],
])('%s describes %j', (question, ids) => {
  expect(found(question)).toEqual(ids)
})

test('one word describes nothing, nor do a few of many', () => {
  expect(found('사진')).toEqual([])
  expect(found('사진 정답 빨강 노랑 파랑 초록 보라 하양 검정 분홍')).toEqual([])
})

test('says which words, and how much of the question they are', () => {
  const [first] = table.find([
    { text: '사진', place: 1 },
    { text: '정답', place: 4 },
    { text: '달다', place: 5 },
  ])
  expect(first).toMatchObject({ words: [1, 4, 5], share: 1 })
})

test('keeps nobody waiting while it is prepared', () => {
  const other = new DescriptionTable([concept('가', '나무 심다'), concept('나', '나무 베다')])
  const steps = other.prepare()
  steps.next()
  const words = [...'나무 심다'.split(' ').entries()].map(([place, text]) => ({ text, place }))
  expect(other.find(words)).toEqual([])
  for (const _ of steps);
  expect(other.find(words)).toHaveLength(1)
})

test('finds the same before and after it was made whole', () => {
  const other = new DescriptionTable([concept('가', '나무 심다'), concept('나', '나무 베다')])
  for (const _ of other.prepare());
  expect(
    other.find([...'나무 심다'.split(' ').entries()].map(([place, text]) => ({ text, place }))),
  ).toMatchObject([{ concept: { id: '가' } }])
})
