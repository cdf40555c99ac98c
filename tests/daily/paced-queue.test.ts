import { expect, test } from 'vitest'
import { PacedQueue } from '../../src/daily/paced-queue.js'
import { FakeClock } from './fake-clock.js'

const start = '2026-12-01T09:00:00Z'

/** A queue of two a second, and when its requests began, in milliseconds from the start. */
function queueOfTwo() {
  const clock = new FakeClock(start)
  const began: [string, number][] = []
  const queue = new PacedQueue(clock, 2)
  const request = (key: string, milliseconds = 0) =>
    queue.add(key, async (requesting) => {
      requesting()
      began.push([key, clock.now() - Date.parse(start)])
      if (milliseconds > 0) await clock.sleep(milliseconds, new AbortController().signal)
    })
  return { clock, began, queue, request }
}

test('requests begin so many a second, in the order of their arrival', async () => {
  const { clock, began, request } = queueOfTwo()
  for (const key of ['a', 'b', 'c']) request(key)
  await clock.runTo(Date.parse(start) + 10_000)
  expect(began).toEqual([
    ['a', 0],
    ['b', 500],
    ['c', 1_000],
  ])
})

test('a slow request does not hold up the next, but ten of them do', async () => {
  const { clock, began, request } = queueOfTwo()
  for (let index = 0; index < 12; index++) request(`${index}`, 60_000)
  await clock.runTo(Date.parse(start) + 59_999)
  expect(began).toHaveLength(10)
  await clock.runTo(Date.parse(start) + 61_000)
  expect(began.slice(10).map(([, at]) => at)).toEqual([60_000, 60_500])
})

test('a job without a request costs no time', async () => {
  const { clock, began, queue, request } = queueOfTwo()
  for (let index = 0; index < 100; index++) queue.add(`nothing ${index}`, async () => undefined)
  request('a')
  await clock.runTo(start)
  expect(began).toEqual([['a', 0]])
})

test('a key is in the queue once', async () => {
  const { clock, began, request } = queueOfTwo()
  request('a', 5_000)
  request('a')
  await clock.runTo(Date.parse(start) + 1_000)
  request('a')
  await clock.runTo(Date.parse(start) + 6_000)
  expect(began).toEqual([['a', 0]])
  request('a')
  await clock.runTo(Date.parse(start) + 6_001)
  expect(began).toEqual([
    ['a', 0],
    ['a', 6_000],
  ])
})

test('nothing begins while the platform rests', async () => {
  const { clock, began, queue, request } = queueOfTwo()
  request('a')
  await clock.runTo(Date.parse(start) + 100)
  queue.rest(29_900)
  request('b')
  await clock.runTo(Date.parse(start) + 40_000)
  expect(began).toEqual([
    ['a', 0],
    ['b', 30_000],
  ])
})

test('after a stop what is under way ends and nothing else begins', async () => {
  const { clock, began, queue, request } = queueOfTwo()
  request('a', 5_000)
  request('b')
  await clock.runTo(start)
  const stopped = queue.stop().then(() => clock.now() - Date.parse(start))
  request('c')
  await clock.runTo(Date.parse(start) + 10_000)
  expect(await stopped).toBe(5_000)
  expect(began).toEqual([['a', 0]])
})
