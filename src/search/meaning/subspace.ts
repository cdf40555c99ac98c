import { addScaled, dot } from './vectors.js'

/** A sparse matrix, row by row: the columns of row `i` stand from `starts[i]` to `starts[i + 1]`. */
export interface SparseMatrix {
  readonly starts: Uint32Array
  readonly columns: Uint32Array
  readonly values: Float32Array
  readonly width: number
}

/** Each one leaves less out of the subspace. One and two put 5 and 3 of 220 questions fewer first, five no more. */
const ROUNDS = 3

/**
 * Coordinates of a matrix' columns in the subspace of so many dimensions that keeps most of them: up to a rotation the
 * right singular vectors times the singular values, as latent semantic analysis has them (Deerwester and others 1990). By
 * subspace iteration from a fixed start, so that equal matrices give equal coordinates.
 */
export function columnCoordinates(matrix: SparseMatrix, dimensions: number): Float32Array {
  const height = matrix.starts.length - 1
  const size = Math.min(dimensions, height, matrix.width)
  let basis = startingBasis(height, size)
  for (let round = 0; round < ROUNDS; round++) {
    basis = orthonormal(times(matrix, transposedTimes(matrix, basis, size), size), size)
  }
  return transposedTimes(matrix, basis, size)
}

function startingBasis(height: number, size: number): Float32Array {
  let state = 1
  // A linear congruential generator, with the figures of Numerical Recipes.
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32 - 0.5
  }
  return orthonormal(Float32Array.from({ length: height * size }, next), size)
}

/** The matrix times one that has `size` columns, row by row. */
function times({ starts, columns, values }: SparseMatrix, right: Float32Array, size: number): Float32Array {
  const product = new Float32Array((starts.length - 1) * size)
  for (let row = 0; row < starts.length - 1; row++) {
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
      addScaled(product, right, values[at] ?? 0, row * size, (columns[at] ?? 0) * size, size)
    }
  }
  return product
}

function transposedTimes(
  { starts, columns, values, width }: SparseMatrix,
  right: Float32Array,
  size: number,
): Float32Array {
  const product = new Float32Array(width * size)
  for (let row = 0; row < starts.length - 1; row++) {
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
      addScaled(product, right, values[at] ?? 0, (columns[at] ?? 0) * size, row * size, size)
    }
  }
  return product
}

/** An orthonormal basis of the columns, by the modified Gram-Schmidt process. */
function orthonormal(rows: Float32Array, size: number): Float32Array {
  const height = rows.length / size
  const columns = Array.from({ length: size }, (_, column) =>
    Float32Array.from({ length: height }, (_, row) => rows[row * size + column] ?? 0),
  )
  columns.forEach((column, at) => {
    for (const before of columns.slice(0, at)) addScaled(column, before, -dot(before, column))
    const length = Math.sqrt(dot(column, column))
    for (let row = 0; row < height; row++) column[row] = length > 0 ? (column[row] ?? 0) / length : 0
  })
  return Float32Array.from(
    { length: height * size },
    (_, i) => columns[i % size]?.[Math.floor(i / size)] ?? 0,
  )
}
