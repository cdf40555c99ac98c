import { expect, test } from 'vitest'
import { PhraseTable } from '../../../src/search/lexicon/phrase-table.js'
import { buildConcept } from '../build-library.js'

const problem = (...names: string[]) => buildConcept('problem', names)
const table = new PhraseTable([
  problem('쿼리가 느리다', 'slow query'),
  problem('서버가 죽다', 'server crash'),
  problem('느린 서버 쿼리'),
  problem('느림'),
])
const found = (question: string) => table.find(question.split(' ')).map(({ concept: { id } }) => id)

test.each([
  ['쿼리가 왜 이렇게 느려요', ['쿼리가 느리다']],
  ['쿼리가 요즘 왜 이렇게 느려요', ['쿼리가 느리다']],
  ['느려진 쿼리', ['쿼리가 느리다']],
  ['queries were slower', []],
  ['slow queries', ['쿼리가 느리다']],
  ['죽었던 서버', ['서버가 죽다']],
  ['서버 쿼리 느린데', ['느린 서버 쿼리', '쿼리가 느리다']],
])('%s names %j', (question, ids) => {
  expect(found(question)).toEqual(ids)
})

test('words far from each other, or one of them, name nothing', () => {
  expect([found('쿼리 하나 둘 셋 넷 느려요'), found('쿼리'), found('느림')]).toEqual([[], [], []])
})

test('says where its words stand', () => {
  expect(table.find(['요즘', '느린', '그', '쿼리'])[0]?.words).toEqual([1, 3])
})
