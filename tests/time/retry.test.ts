import { describe, expect, it } from 'vitest'
import { retry } from '../../src/time/retry.js'
import { within } from '../../src/time/within.js'

describe('retry', () => {
  it('tries until it succeeds, and says how often it has failed', async () => {
    const failures: number[] = []
    let tries = 0
    const attempt = async () => {
      tries += 1
      if (tries < 3) throw new Error('away')
      return tries
    }
    const pause = (_error: unknown, count: number) => {
      failures.push(count)
      return 0
    }
    expect(await retry(attempt, { signal: new AbortController().signal, pause })).toBe(3)
    expect(failures).toEqual([1, 2])
  })

  it('throws what the pause throws: an error that is final', async () => {
    const pause = (error: unknown) => {
      throw error
    }
    const attempt = () => Promise.reject(new Error('wrong token'))
    await expect(retry(attempt, { signal: new AbortController().signal, pause })).rejects.toThrow(
      'wrong token',
    )
  })

  it('gives up when its signal is aborted, while it waits too', async () => {
    const stop = new AbortController()
    const pause = () => {
      stop.abort()
      return 1000
    }
    expect(
      await retry(() => Promise.reject(new Error('away')), { signal: stop.signal, pause }),
    ).toBeUndefined()
  })
})

describe('within', () => {
  it('gives what comes in time', async () => {
    expect(await within(1000, Promise.resolve(1))).toBe(1)
  })

  it('says what did not come in time', async () => {
    await expect(within(1, new Promise(() => {}), 'no answer from the database')).rejects.toThrow(
      'no answer from the database within 1 ms',
    )
  })
})
