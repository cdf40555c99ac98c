/**
 * What `work` gives, if it comes within so many milliseconds; else rejects with an error that says so. The work itself
 * goes on: hand it a signal where it can be stopped.
 */
export async function within<T>(milliseconds: number, work: Promise<T>, what = 'no answer'): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new LateError(`${what} within ${milliseconds} ms`)), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Something took too long. */
export class LateError extends Error {
  override readonly name = 'LateError'
}
