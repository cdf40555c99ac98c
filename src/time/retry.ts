import { sleep as byMachine, type Sleep } from './sleep.js'

/** How something is tried again and again. */
export interface RetryOptions {
  /** Ends the trying: `undefined` is returned. */
  readonly signal: AbortSignal
  /** Seconds to wait after that many failures in a row; called once a failure, the place to log. Throws what is final. */
  readonly pause: (error: unknown, failures: number) => number | Promise<number>
  /** By the machine's clock unless told. */
  readonly sleep?: Sleep
}

/** Tries until it succeeds or the signal is aborted; `undefined` then. Throws what `pause` throws. */
export async function retry<T>(
  attempt: () => Promise<T>,
  { signal, pause, sleep = byMachine }: RetryOptions,
): Promise<T | undefined> {
  for (let failures = 1; !signal.aborted; failures++) {
    try {
      return await attempt()
    } catch (error) {
      if (signal.aborted) return undefined
      await sleep((await pause(error, failures)) * 1000, signal)
    }
  }
  return undefined
}
