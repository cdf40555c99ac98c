import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { EventQueue } from '../../src/chat/event-queue.js'
import { createDeferred } from '../../src/time/deferred.js'
import { sleep } from '../../src/time/sleep.js'

const later = () => performance.now() + 60_000

function open(more: { concurrency?: number; capacity?: number } = {}) {
  const counts = { shed: 0 }
  const errors: unknown[] = []
  const queue = new EventQueue({
    sleep,
    concurrency: 1,
    capacity: 10,
    shed: () => {
      counts.shed += 1
    },
    failed: (error) => errors.push(error),
    ...more,
  })
  return { queue, counts, errors }
}

describe('EventQueue', () => {
  it('begins in the very turn in which an event comes', () => {
    const { queue } = open()
    let begun = false
    queue.add({
      deadline: later(),
      run: async () => {
        begun = true
      },
    })
    expect(begun).toBe(true)
  })

  it('works on so many at once, the newest of those that wait first', async () => {
    const { queue } = open()
    const gate = createDeferred<void>()
    const order: number[] = []
    for (const number of [1, 2, 3]) {
      const run = async () => {
        order.push(number)
        await gate.promise
      }
      queue.add({ deadline: later(), run })
    }
    expect(order).toEqual([1])
    gate.resolve()
    await expect.poll(() => order).toEqual([1, 3, 2])
  })

  it('drops what is too late before any work is spent on it, and counts it', () => {
    const { queue, counts } = open()
    let begun = false
    queue.add({
      deadline: performance.now() - 1,
      run: async () => {
        begun = true
      },
    })
    expect({ begun, ...counts }).toEqual({ begun: false, shed: 1 })
  })

  it('drops the oldest of too many that wait', async () => {
    const { queue, counts } = open({ capacity: 2 })
    const gate = createDeferred<void>()
    const order: number[] = []
    queue.add({ deadline: later(), run: () => gate.promise })
    for (const number of [1, 2, 3]) {
      queue.add({
        deadline: later(),
        run: async () => {
          order.push(number)
        },
      })
    }
    gate.resolve()
    await expect.poll(() => order).toEqual([3, 2])
    expect(counts.shed).toBe(1)
  })

  it('begins one event in each turn of the event loop, so that sockets have theirs', async () => {
    const { queue } = open({ concurrency: 100, capacity: 100 })
    let begun = 0
    const run = async () => {
      begun += 1
    }
    for (let count = 0; count < 60; count++) queue.add({ deadline: later(), run })
    const begunInTurns: number[] = []
    for (let turn = 0; turn < 60; turn++) {
      begunInTurns.push(begun)
      await nextTurn()
    }
    expect(begunInTurns).toEqual(Array.from({ length: 60 }, (_, turn) => turn + 1))
  })

  it('goes on after an error', async () => {
    const { queue, errors } = open()
    queue.add({ deadline: later(), run: () => Promise.reject(new Error('broken')) })
    let begun = false
    queue.add({
      deadline: later(),
      run: async () => {
        begun = true
      },
    })
    await expect.poll(() => begun).toBe(true)
    expect(errors).toEqual([new Error('broken')])
  })

  it('finishes what has begun when it is closed, drops what waits, and takes no more', async () => {
    const { queue, counts } = open()
    const gate = createDeferred<void>()
    const order: string[] = []
    const note = (what: string) => async () => {
      await gate.promise
      order.push(what)
    }
    queue.add({ deadline: later(), run: note('begun') })
    queue.add({ deadline: later(), run: note('waiting') })
    const closing = queue.close(10)
    queue.add({ deadline: later(), run: note('late') })
    gate.resolve()
    await closing
    expect({ order, ...counts }).toEqual({ order: ['begun'], shed: 1 })
  })

  it('waits no longer than it is told for what has begun', async () => {
    const { queue } = open()
    queue.add({ deadline: later(), run: () => new Promise(() => {}) })
    await queue.close(0.01)
  })
})
