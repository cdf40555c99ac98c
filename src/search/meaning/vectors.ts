// Loops, since these run for each word of a question: spreading 128 numbers takes ten times as long as adding them.

/** The product of a vector and one that stands among others from `from` on; of unit ones the cosine of the angle between them. */
export function dot(one: Float32Array, other: Float32Array | Int8Array, from = 0): number {
  let sum = 0
  for (let i = 0; i < one.length; i++) sum += (one[i] ?? 0) * (other[from + i] ?? 0)
  return sum
}

export function lengthOf(vector: Float32Array): number {
  return Math.sqrt(dot(vector, vector))
}

/** A vector of length 1; one of nothing stays as it is. */
export function unit(vector: Float32Array): Float32Array {
  const length = lengthOf(vector)
  if (length === 0) return vector
  const scaled = new Float32Array(vector.length)
  for (let i = 0; i < vector.length; i++) scaled[i] = (vector[i] ?? 0) / length
  return scaled
}

/** A unit vector times 127. */
export const unitBytes = (vector: Float32Array): Int8Array =>
  Int8Array.from(unit(vector), (one) => Math.round(127 * one))

/** Adds a vector, times a factor; of matrices the `size` numbers from `at` and from `from` on. */
export function addScaled(
  sum: Float32Array,
  added: Float32Array,
  factor: number,
  at = 0,
  from = 0,
  size = sum.length,
): void {
  for (let i = 0; i < size; i++) sum[at + i] = (sum[at + i] ?? 0) + factor * (added[from + i] ?? 0)
}
