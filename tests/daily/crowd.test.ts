import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createBot } from '../../src/bot.js'
import type { Asker } from '../../src/chat/chat.js'
import { createSearchIndex } from '../../src/search/search-index.js'
import { listen } from '../store/log.js'
import { FakeBoard, type Post } from './fake-board.js'
import { house } from './house.js'
import { library, talk, tips } from './library.js'
import { subscribed } from './subscribed.js'

/** `npm run stress` has 1,150 due at once. */
const channels = 200
const rates = { slack: 3, discord: 20 }

test('200 channels due in the same minute keep each platform’s rate, and answers go on', async () => {
  const home = await house('2026-12-01T08:59:00+09:00')
  const boards = new Map([
    ['slack', new FakeBoard(home.clock.now, rates.slack)],
    ['discord', new FakeBoard(home.clock.now, rates.discord)],
  ])
  for (let channel = 0; channel < channels; channel++) {
    const chat = channel % 4 === 0 ? 'slack' : 'discord'
    await home.store.subscriptions.put(subscribed({ chat, channel: `C${channel}` }))
  }
  const daily = home.daily({ boards })
  daily.start()
  await home.clock.runTo('2026-12-01T08:59:59+09:00')
  const asking = askUntil(() => allPosted(boards))
  await home.clock.runTo('2026-12-01T09:05:00+09:00')
  const answers = (await asking).sort((one, other) => one - other)
  const percentile = (share: number) => answers[Math.floor(answers.length * share)]?.toFixed(2)
  process.stderr.write(
    `${channels} tips due at once: ${answers.length} answers meanwhile, p50 ${percentile(0.5)} ms, p99 ${percentile(0.99)} ms\n`,
  )
  const posts = [...boards.values()].flatMap((board) => board.posts)
  expect(new Set(posts.map(({ channel }) => channel)).size).toBe(channels)
  expect(posts).toHaveLength(channels)
  expect(mostInASecond(boards.get('slack')?.posts ?? [])).toBe(rates.slack)
  expect(mostInASecond(boards.get('discord')?.posts ?? [])).toBe(rates.discord)
}, 60_000)

function allPosted(boards: ReadonlyMap<string, FakeBoard>): boolean {
  return [...boards.values()].reduce((sum, { posts }) => sum + posts.length, 0) === channels
}

/** Asks one question after the other; gives the milliseconds from each question to its answer. */
async function askUntil(done: () => boolean): Promise<number[]> {
  const notes = library(tips(20), [talk('kubernetes'), talk('monitoring'), talk('terraform')])
  const index = await createSearchIndex(notes)
  const bot = createBot({
    notes: () => ({ library: notes, index }),
    locale: 'ko',
    commands: {},
    todaysTip: () => ({ outcome: 'command', parts: [] }),
    remembers: false,
    listener: { answered: () => undefined, voted: () => undefined },
    log: listen([]),
    logQuestions: false,
    now: Date.now,
  })
  const milliseconds: number[] = []
  while (!done()) {
    const asked = performance.now()
    await nextTurn()
    await bot.answer('kubernetes monitoring', asker, { send: async () => undefined })
    milliseconds.push(performance.now() - asked)
  }
  return milliseconds
}

function mostInASecond(posts: readonly Post[]): number {
  return Math.max(
    ...posts.map(({ at }) => posts.filter((other) => other.at >= at && other.at < at + 1_000).length),
  )
}

const asker: Asker = {
  chat: 'console',
  user: 'U9',
  visibility: 'private',
  mayManage: async () => false,
}
