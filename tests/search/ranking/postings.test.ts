import { expect, test } from 'vitest'
import { FIELDS } from '../../../src/search/ranking/document.js'
import { FieldLengths } from '../../../src/search/ranking/field-lengths.js'
import { PostingsBuilder } from '../../../src/search/ranking/postings.js'
import { Turns } from '../../../src/search/ranking/turns.js'

test('lists the documents of each term and field, and how often they hold it', async () => {
  const collected = new PostingsBuilder()
  const lengths = [
    [[0, 1, 0], [2]],
    [[], [0, 0, 0]],
    [[1], [2, 0]],
  ].map((fields) => collected.add(fields))
  expect(lengths).toEqual([
    [2, 1],
    [0, 1],
    [1, 2],
  ])
  const postings = await collected.close(3, new Turns())
  const listed = [0, 1, 2].map((term) =>
    FIELDS.map((_, field) => postings.list(term, field)).map(
      (list) => list && [list.size, ...[...list.keys()].map((document) => [document, list.get(document)])],
    ),
  )
  const nowhere = FIELDS.slice(2).map(() => undefined)
  expect(listed).toEqual([
    [[1, [0, 2]], [2, [1, 3], [2, 1]], ...nowhere],
    [[2, [0, 1], [2, 1]], undefined, ...nowhere],
    [undefined, [2, [0, 1], [2, 1]], ...nowhere],
  ])
  expect([0, 1, 2].map((term) => [...postings.holders(term)])).toEqual([
    [0, 1, 2],
    [0, 2],
    [0, 2],
  ])
})

test('a list is asked in any order', async () => {
  const collected = new PostingsBuilder()
  for (const count of [1, 0, 2, 3]) collected.add([Array.from({ length: count }, () => 0)])
  const list = (await collected.close(1, new Turns())).list(0, 0)
  expect([3, 0, 1, 2, 2, 9].map((document) => list?.get(document))).toEqual([
    3,
    1,
    undefined,
    2,
    2,
    undefined,
  ])
})

test('the average length of a field is that of MiniSearch', () => {
  const lengths = new FieldLengths()
  for (const each of [
    [2, 0],
    [4, 3],
    [0, 9],
  ])
    lengths.add(each)
  expect(lengths.averages.slice(0, 2)).toEqual([3, (1.5 * 2 + 9) / 3])
})
