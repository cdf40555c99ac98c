import { openStore } from '../../src/store/open-store.js'
import { dailyWith } from '../daily/daily-with.js'
import { FakeBoard } from '../daily/fake-board.js'
import { FakeClock } from '../daily/fake-clock.js'
import { postCounts } from '../daily/post-counts.js'
import { subscribed } from '../daily/subscribed.js'
import { listen } from '../store/log.js'

/** What came of many channels whose tip is due in the same minute. */
export interface DueAtOnce {
  readonly channels: number
  /** Channels that got it exactly once. */
  readonly once: number
  /** From the first to the last, in seconds of the bot's clock. */
  readonly seconds: number
}

const start = '2026-12-01T08:59:00+09:00'

/** Lets so many channels be due at once: one in four on Slack, the others on Discord, at the rates that they allow. */
export async function postDueAtOnce(channels: number, directory: string): Promise<DueAtOnce> {
  const clock = new FakeClock(start)
  const store = await openStore({ directory }, listen([]), clock)
  for (let channel = 0; channel < channels; channel += 1) {
    const chat = channel % 4 === 0 ? 'slack' : 'discord'
    await store.subscriptions.put(subscribed({ chat, channel: `C${channel}` }))
  }
  const boards = new Map([
    ['slack', new FakeBoard(clock.now, 3)],
    ['discord', new FakeBoard(clock.now, 20)],
  ])
  const daily = dailyWith({ store, boards, clock })
  daily.start()
  await clock.runTo('2026-12-01T09:10:00+09:00')
  await daily.stop()
  await store.close()
  const posts = [...boards.values()].flatMap((board) => board.posts)
  return {
    channels,
    once: [...postCounts(posts).values()].filter((count) => count === 1).length,
    seconds: Math.round((Math.max(...posts.map(({ at }) => at)) - Date.parse(start)) / 1000 - 60),
  }
}
