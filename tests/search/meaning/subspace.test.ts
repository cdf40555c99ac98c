import { expect, it } from 'vitest'
import { columnCoordinates } from '../../../src/search/meaning/subspace.js'

/** Rows of numbers as a sparse matrix. */
const matrixOf = (rows: readonly (readonly number[])[]) => {
  const entries = rows.map((row) => row.flatMap((value, column) => (value === 0 ? [] : [{ column, value }])))
  return {
    starts: Uint32Array.from({ length: rows.length + 1 }, (_, row) => entries.slice(0, row).flat().length),
    columns: Uint32Array.from(entries.flat(), ({ column }) => column),
    values: Float32Array.from(entries.flat(), ({ value }) => value),
    width: rows[0]?.length ?? 0,
  }
}

const productsOf = (coordinates: Float32Array, width: number) => {
  const size = coordinates.length / width
  const row = (at: number) => [...coordinates.subarray(at * size, (at + 1) * size)]
  return Array.from({ length: width }, (_, one) =>
    Array.from({ length: width }, (_, other) =>
      row(one).reduce((sum, value, i) => sum + value * (row(other)[i] ?? 0), 0),
    ),
  )
}

it('keeps all products of columns in as many dimensions as there are', () => {
  const coordinates = columnCoordinates(
    matrixOf([
      [1, 2, 0],
      [0, 1, 3],
      [4, 0, 1],
    ]),
    3,
  )
  const expected = [
    [17, 2, 4],
    [2, 5, 3],
    [4, 3, 10],
  ]
  productsOf(coordinates, 3).forEach((row, i) => {
    row.forEach((product, j) => {
      expect(product).toBeCloseTo(expected[i]?.[j] ?? 0, 3)
    })
  })
})

it('keeps the direction in which a matrix is longest', () => {
  const coordinates = columnCoordinates(
    matrixOf([
      [10, 10, 0],
      [0, 0, 1],
      [9, 9, 0],
    ]),
    1,
  )
  const [first, second, third] = [...coordinates].map(Math.abs)
  expect(first).toBeCloseTo(Math.sqrt(181), 2)
  expect(second).toBeCloseTo(first ?? 0, 3)
  expect(third).toBeCloseTo(0, 2)
})

it('gives equal coordinates for equal matrices', () => {
  const matrix = matrixOf([
    [1, 0, 2, 1],
    [0, 3, 1, 0],
  ])
  expect(columnCoordinates(matrix, 2)).toEqual(columnCoordinates(matrix, 2))
})
