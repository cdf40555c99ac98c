import { setTimeout as timer } from 'node:timers/promises'

/** Resolves after so many milliseconds, or as soon as the signal is aborted. Never rejects. */
export async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await timer(milliseconds, undefined, signal ? { signal } : {}).catch((error: unknown) => {
    if (!signal?.aborted) throw error
  })
}
