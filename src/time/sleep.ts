import { setTimeout as timer } from 'node:timers/promises'

/** Node's timers take no more milliseconds, and fire at once where they are given more. */
const longestMilliseconds = 2_147_483_647

/** Resolves after so many milliseconds, or as soon as the signal is aborted. Never rejects. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>

/** Waits by the machine's own clock; for a wait that is too long for a timer, as long as one takes. */
export const sleep: Sleep = async (milliseconds, signal) => {
  const delay = Math.min(milliseconds, longestMilliseconds)
  await timer(delay, undefined, signal ? { signal } : {}).catch((error: unknown) => {
    if (!signal?.aborted) throw error
  })
}
