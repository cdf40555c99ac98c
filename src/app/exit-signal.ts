import { createDeferred } from '../time/deferred.js'

/** The one way in which a process ends: the first reason counts. */
export interface ExitSignal {
  /** Resolves with the exit code of the first `end`. */
  readonly code: Promise<number>
  /** Whether it was given. */
  readonly given: () => boolean
  readonly end: (code: number) => void
}

/** A signal that has not been given yet. */
export function createExitSignal(): ExitSignal {
  const { promise, resolve } = createDeferred<number>()
  let given = false
  const end = (code: number) => {
    given = true
    resolve(code)
  }
  return { code: promise, given: () => given, end }
}
