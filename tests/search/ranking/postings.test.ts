import { expect, test } from 'vitest'
import { FIELDS } from '../../../src/search/ranking/document.js'
import { FieldLengths } from '../../../src/search/ranking/field-lengths.js'
import { PostingsBuilder } from '../../../src/search/ranking/postings.js'
import { Turns } from '../../../src/search/turns.js'

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
  const { documents, counts } = postings.arrays
  const listed = [0, 1, 2].map((term) =>
    FIELDS.map((_, field) => {
      const [from, to] = postings.range(term, field)
      return [...documents.subarray(from, to)].map((document, at) => [document, counts[from + at]])
    }),
  )
  const nowhere = FIELDS.slice(2).map(() => [])
  expect(listed).toEqual([
    [
      [[0, 2]],
      [
        [1, 3],
        [2, 1],
      ],
      ...nowhere,
    ],
    [
      [
        [0, 1],
        [2, 1],
      ],
      [],
      ...nowhere,
    ],
    [
      [],
      [
        [0, 1],
        [2, 1],
      ],
      ...nowhere,
    ],
  ])
  expect([0, 1, 2].map((term) => [...postings.holders(term)])).toEqual([
    [0, 1, 2],
    [0, 2],
    [0, 2],
  ])
})

test('says whether one document holds several terms, in whichever fields', async () => {
  const collected = new PostingsBuilder()
  for (const fields of [[[0], [1]], [[0, 2]], [[], [1]]]) collected.add(fields)
  const postings = await collected.close(3, new Turns())
  expect(
    [
      [0, 1],
      [0, 2],
      [1, 2],
      [0, 1, 2],
    ].map((terms) => postings.occurTogether(terms)),
  ).toEqual([true, true, false, false])
})

test('the average length of a field is that of MiniSearch', () => {
  const lengths = new FieldLengths()
  for (const each of [
    [2, 0],
    [4, 3],
    [0, 9],
  ])
    lengths.add([...each, 0, 0, 0])
  expect(lengths.averages.slice(0, 2)).toEqual([3, (1.5 * 2 + 9) / 3])
})
