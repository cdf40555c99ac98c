import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Noticeboard } from '../../src/chat/chat.js'
import { openStore } from '../../src/store/open-store.js'
import type { Store } from '../../src/store/store.js'
import { pick, randomFrom } from '../bench/random.js'
import { listen } from '../store/log.js'
import { dailyWith } from './daily-with.js'
import { FakeBoard } from './fake-board.js'
import { FakeClock } from './fake-clock.js'
import { type Death, openChannels, startMortal } from './mortal.js'
import { postCounts } from './post-counts.js'
import { subscribed } from './subscribed.js'

/** Where a process can die. */
export const steps: readonly Death['step'][] = [
  'before claim',
  'after claim',
  'during post',
  'after post',
  'after mark',
]

/** What is done to a process, and to the wall clock between it and its two successors, in milliseconds. */
export interface Ordeal {
  readonly death: Death
  readonly clockSteps: readonly [number, number]
}

/** What came of it. */
export interface Ending extends Ordeal {
  readonly died: boolean
  /** How often each channel got the tip, by channel. */
  readonly posts: ReadonlyMap<string, number>
  /** What the store says of it, by channel. */
  readonly statuses: Readonly<Record<string, string | undefined>>
}

/** Channels whose history may be read, and those whose may not. */
const readable = ['C1', 'C2', 'C3']
const unreadable = ['G1', 'G2', 'G3']
const atOnce = 4
const start = '2026-12-01T00:00:00Z'
const hour = 3_600_000

/** Kills and clock steps at random, the same for the same seed. */
export function ordeals(count: number, seed: number): readonly Ordeal[] {
  const random = randomFrom(seed)
  const clockStep = () => pick([0, 0, -2 * hour, 2 * hour, -90_000, 90_000], random)
  return Array.from({ length: count }, () => ({
    death: { step: pick(steps, random), count: 1 + Math.floor(random() * 6) },
    clockSteps: [clockStep(), clockStep()],
  }))
}

/** Goes through ordeals, a few at a time. */
export async function endure(built: string, all: readonly Ordeal[]): Promise<readonly Ending[]> {
  const waiting = [...all]
  const endings: Ending[] = []
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) endings.push(await endureOne(built, next))
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return endings
}

/** What is wrong with an ending: a channel-day that was lost, or came twice. Empty when all is well. */
export function faultsOf({ died, posts, statuses }: Ending): readonly string[] {
  const faults = [...readable, ...unreadable].flatMap((channel) => {
    const count = posts.get(channel) ?? 0
    const status = statuses[channel]
    const known = status === 'sent' && count === 1
    const open = unreadable.includes(channel) && status === 'unknown' && count <= 1
    return known || open ? [] : [`${channel}: ${status}, ${count} posts`]
  })
  return died ? faults : ['the process did not die', ...faults]
}

/** A process dies; when its lease is over another one comes, and a third looks whether anything is left to do. */
async function endureOne(built: string, ordeal: Ordeal): Promise<Ending> {
  const directory = await mkdtemp(join(tmpdir(), 'meetup-bot-'))
  const clock = new FakeClock(start)
  const store = await openStore({ directory }, listen([]), clock)
  const board = new FakeBoard(clock.now)
  for (const channel of [...readable, ...unreadable]) await store.subscriptions.put(subscribed({ channel }))
  const died = await die(built, directory, board, ordeal.death, clock)
  for (const [index, clockStep] of ordeal.clockSteps.entries()) {
    await clock.runTo(clock.now() + (index === 0 ? 66_000 : 1_800_000))
    clock.leapTo(clock.now() + clockStep)
    await succeed(store, board, clock)
  }
  const ending = { ...ordeal, died, posts: postCounts(board.posts), statuses: await statusesIn(store) }
  await store.close()
  await rm(directory, { recursive: true })
  return ending
}

async function die(
  built: string,
  directory: string,
  board: FakeBoard,
  death: Death,
  clock: FakeClock,
): Promise<boolean> {
  const channels = await openChannels(
    board,
    async () => 'absent',
    (count) => {
      const fatal = death.step === 'during post' && count === death.count
      if (fatal) mortal.kill()
      return fatal ? 'never answer' : 'answer'
    },
  )
  const mortal = startMortal(built, { directory }, { slack: { url: channels.url } }, death)
  const survived = await mortal.checkAt(clock.now(), clock.monotonic())
  await mortal.bury()
  channels.close()
  return !survived
}

/** A process that lives for five minutes from now on, or from the hour where the clock was set back before it. */
async function succeed(store: Store, board: FakeBoard, clock: FakeClock): Promise<void> {
  const daily = dailyWith({ store, boards: new Map([['slack', whereSomeAreUnreadable(board)]]), clock })
  daily.start()
  await clock.runTo(Math.max(clock.now(), Date.parse(start)) + 300_000)
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

async function statusesIn(store: Store): Promise<Record<string, string | undefined>> {
  const statuses: Record<string, string | undefined> = {}
  for (const channel of [...readable, ...unreadable]) {
    statuses[channel] = (await store.deliveries.find('slack', channel, '2026-12-01'))?.status
  }
  return statuses
}
