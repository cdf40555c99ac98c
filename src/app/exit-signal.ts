import { createDeferred } from '../time/deferred.js'

/** The one way in which a process ends: the first reason counts. */
export interface ExitSignal {
  /** Resolves with the exit code of the first `end`. */
  readonly code: Promise<number>
  readonly end: (code: number) => void
}

/** A signal that has not been given yet. */
export function createExitSignal(): ExitSignal {
  const { promise, resolve } = createDeferred<number>()
  return { code: promise, end: resolve }
}
