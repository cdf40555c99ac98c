import { type Sleep, sleep } from '../../src/time/sleep.js'

const times = 20

/** Waits a twentieth of the time; `asked` are the milliseconds that were asked for, in order. */
export function createQuickSleep(): { readonly sleep: Sleep; readonly asked: readonly number[] } {
  const asked: number[] = []
  const quick: Sleep = (milliseconds, signal) => {
    asked.push(milliseconds)
    return sleep(milliseconds / times, signal)
  }
  return { sleep: quick, asked }
}
