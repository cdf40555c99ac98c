import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Noticeboard } from '../../src/chat/chat.js'
import { Daily } from '../../src/daily/daily.js'
import { openStore } from '../../src/store/open-store.js'
import type { Store } from '../../src/store/store.js'
import { type Built, build } from '../built.js'
import { listen } from '../store/log.js'
import { FakeBoard } from './fake-board.js'
import { FakeClock } from './fake-clock.js'
import { subscribed } from './house.js'
import { library, tips } from './library.js'
import { type Death, openChannels, startMortal } from './mortal.js'

const rounds = 100
const atOnce = 4
const readable = ['C1', 'C2', 'C3']
const unreadable = ['G1', 'G2', 'G3']
const steps: readonly Death['step'][] = [
  'before claim',
  'after claim',
  'during post',
  'after post',
  'after mark',
]
const due = Date.parse('2026-12-01T00:00:00Z')

/** How often each channel got the tip, and what the store thinks of it. */
interface Ending {
  readonly died: boolean
  readonly posts: Readonly<Record<string, number>>
  readonly statuses: Readonly<Record<string, string | undefined>>
}

let built: Built

beforeAll(() => {
  built = build()
})

afterAll(() => built?.remove())

test('two processes that start at once on an empty directory both work', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'meetup-bot-'))
  const both = [1, 2].map(() => startMortal(built.path('.'), { directory }, {}))
  expect(await Promise.all(both.map((mortal) => mortal.checkAt(due)))).toEqual([true, true])
  await Promise.all(both.map((mortal) => mortal.bury()))
  await rm(directory, { recursive: true })
})

describe('kill -9', () => {
  test.for(steps)('%s: nothing is lost and nothing comes twice', async (step) => {
    check(await round(built, { step, count: 3 }))
  })

  test(`${rounds} times at random: no channel-day is lost, none comes twice`, async () => {
    const random = seeded(20_261_201)
    const deaths = Array.from({ length: rounds }, (): Death => {
      const step = steps[Math.floor(random() * steps.length)] ?? 'after post'
      return { step, count: 1 + Math.floor(random() * 6) }
    })
    const endings: Ending[] = []
    const work = async (): Promise<void> => {
      for (let death = deaths.pop(); death; death = deaths.pop()) endings.push(await round(built, death))
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    for (const ending of endings) check(ending)
    expect(endings).toHaveLength(rounds)
  }, 180_000)
})

function check({ died, posts, statuses }: Ending): void {
  expect(died).toBe(true)
  for (const channel of readable) expect([statuses[channel], posts[channel]]).toEqual(['sent', 1])
  for (const channel of unreadable) {
    const count = posts[channel] ?? 0
    expect([
      ['sent', 1],
      ['unknown', 0],
      ['unknown', 1],
    ]).toContainEqual([statuses[channel], count])
  }
}

/** A process dies; when its lease is over another one comes, and a third looks whether anything is left to do. */
async function round(built: Built, death: Death): Promise<Ending> {
  const directory = await mkdtemp(join(tmpdir(), 'meetup-bot-'))
  const clock = new FakeClock('2026-12-01T00:00:00Z')
  const store = await openStore({ directory }, listen([]), clock.now)
  const board = new FakeBoard(clock.now)
  for (const channel of [...readable, ...unreadable]) await store.subscriptions.put(subscribed({ channel }))
  const died = await die(built, directory, board, death)
  for (const minutes of [1.1, 30]) await live(store, board, clock, due + minutes * 60_000)
  const ending = { died, posts: countPosts(board), statuses: await statusesIn(store) }
  await store.close()
  await rm(directory, { recursive: true })
  return ending
}

async function die(built: Built, directory: string, board: FakeBoard, death: Death): Promise<boolean> {
  const channels = await openChannels(
    board,
    async () => 'absent',
    (count) => {
      const fatal = death.step === 'during post' && count === death.count
      if (fatal) mortal.kill()
      return fatal ? 'never answer' : 'answer'
    },
  )
  const mortal = startMortal(built.path('.'), { directory }, { slack: { url: channels.url } }, death)
  const survived = await mortal.checkAt(due)
  await mortal.bury()
  channels.close()
  return !survived
}

async function live(store: Store, board: FakeBoard, clock: FakeClock, now: number): Promise<void> {
  await clock.runTo(now)
  const daily = new Daily({
    store,
    boards: new Map([['slack', whereSomeAreUnreadable(board)]]),
    library: () => library(tips(20)),
    locale: 'ko',
    clock,
    log: listen([]),
    channels: [],
    catchUpHours: 6,
    organisers: () => [],
    counted: () => undefined,
  })
  daily.start()
  await clock.runTo(now + 300_000)
  await daily.stop()
}

function whereSomeAreUnreadable(board: FakeBoard): Noticeboard {
  return {
    postsPerSecond: 1_000,
    post: (...args) => board.post(...args),
    findDelivery: async (channel, delivery) => {
      if (unreadable.includes(channel)) return 'unreadable'
      return board.findDelivery(channel, delivery, new Date(0))
    },
    obstacle: () => board.obstacle(),
    tell: (...args) => board.tell(...args),
  }
}

function countPosts(board: FakeBoard): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { channel } of board.posts) counts[channel] = (counts[channel] ?? 0) + 1
  return counts
}

async function statusesIn(store: Store): Promise<Record<string, string | undefined>> {
  const statuses: Record<string, string | undefined> = {}
  for (const channel of [...readable, ...unreadable]) {
    statuses[channel] = (await store.deliveries.find('slack', channel, '2026-12-01'))?.status
  }
  return statuses
}

/** Mulberry32, so that a failure can be repeated (https://gist.github.com/tommyettinger/46a874533244883189143505d203312c). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
