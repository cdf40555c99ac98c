import { describe, expect, test } from 'vitest'
import { tipOfDate } from '../../src/answer/cards/tip.js'
import type { Asker } from '../../src/chat/chat.js'
import { createTipCommand, createTodaysTip } from '../../src/daily/todays-tip.js'
import { plain } from './fake-board.js'
import { type House, house } from './house.js'
import { library, tips } from './library.js'
import { subscribed } from './subscribed.js'

const start = '2026-12-01T08:00:00+09:00'

/** What `tip` answers in a channel of Slack's. */
async function tipIn(home: House, channel: string): Promise<string> {
  const command = createTipCommand({
    library: () => home.library,
    now: home.clock.now,
    zone: 'Asia/Seoul',
    store: home.store,
  })
  const asker: Asker = {
    chat: 'slack',
    channel,
    user: 'U1',
    visibility: 'private',
    mayManage: async () => false,
  }
  return plain((await command('', asker, 'en')).parts)
}

describe('tip', () => {
  test('in a subscribed channel is the day’s post, before and after it went out', async () => {
    const home = await house(start)
    for (const channel of ['C1', 'C2', 'C3', 'C4']) {
      await home.store.subscriptions.put(subscribed({ channel }))
      const before = await tipIn(home, channel)
      await home.clock.runTo('2026-12-01T08:30:00+09:00')
      expect(await tipIn(home, channel)).toBe(before)
    }
    const promised = await Promise.all(['C1', 'C2', 'C3', 'C4'].map((channel) => tipIn(home, channel)))
    home.daily().start()
    await home.clock.runTo('2026-12-01T12:00:00+09:00')
    const posted = new Map(home.board.posts.map(({ channel, reply }) => [channel, plain(reply.parts)]))
    expect(['C1', 'C2', 'C3', 'C4'].map((channel) => posted.get(channel))).toEqual(promised)
    const after = await Promise.all(['C1', 'C2', 'C3', 'C4'].map((channel) => tipIn(home, channel)))
    expect(after).toEqual(promised)
  })

  test('elsewhere, and while the database is away, is the tip of the date', async () => {
    const home = await house(start)
    const ofDate = `Today's tip\n${tipOfDate(tips(20), '2026-12-01')?.text}`
    expect(await tipIn(home, 'C9')).toBe(ofDate)
    await home.store.subscriptions.put(subscribed({ status: 'off' }))
    expect(await tipIn(home, 'C1')).toBe(ofDate)
    await home.store.close()
    expect(await tipIn(home, 'C1')).toBe(ofDate)
  })

  test('says so when there is none', async () => {
    const home = await house(start)
    home.library = library([])
    expect(await tipIn(home, 'C1')).toBe('There are no tips yet.')
  })
})

test('the welcome page shows the tip of the date in the configured zone', async () => {
  const home = await house('2026-12-01T02:00:00+09:00')
  const inZone = (zone: string) =>
    plain(createTodaysTip({ library: () => home.library, now: home.clock.now, zone })('en').parts)
  expect(inZone('Asia/Seoul')).toBe(`Today's tip\n${tipOfDate(tips(20), '2026-12-01')?.text}`)
  expect(inZone('Europe/London')).toBe(`Today's tip\n${tipOfDate(tips(20), '2026-11-30')?.text}`)
  home.library = library([])
  expect(inZone('Asia/Seoul')).toBe('There are no tips yet.')
})
