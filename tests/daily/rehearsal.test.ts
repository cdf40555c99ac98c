import { expect, test } from 'vitest'
import { type RehearsalOptions, rehearse } from '../../src/daily/rehearsal.js'
import { plain } from './fake-board.js'
import { type House, house } from './house.js'
import { library, talk, tip, tips } from './library.js'
import { subscribed } from './subscribed.js'

function rehearseIn(home: House, changes: Partial<RehearsalOptions> = {}): Promise<readonly string[]> {
  const { store } = home
  return rehearse({ store, library: home.library, channels: [], from: '2026-12-01', days: 2, ...changes })
}

test('a rehearsal tells what would go out when, by time, in each channel’s zone', async () => {
  const home = await house('2026-11-30T12:00:00+09:00')
  home.library = library([tip('tip-1', talk('k8s'))])
  await home.store.subscriptions.put(subscribed())
  await home.store.subscriptions.put(subscribed({ channel: 'C2', time: '23:30', zone: 'America/New_York' }))
  await home.store.subscriptions.put(subscribed({ channel: 'C3', status: 'off' }))
  expect(await rehearseIn(home)).toEqual([
    '2026-12-01 09:00 Asia/Seoul  slack:C1  Text of tip-1 (Talk on k8s)',
    '2026-12-02 09:00 Asia/Seoul  slack:C1  Text of tip-1 (Talk on k8s)',
    '2026-12-01 23:30 America/New_York  slack:C2  Text of tip-1 (Talk on k8s)',
    '2026-12-02 23:30 America/New_York  slack:C2  Text of tip-1 (Talk on k8s)',
  ])
})

test('a rehearsal is what then happens', async () => {
  const home = await house('2026-12-01T08:00:00+09:00')
  home.library = library(tips(20))
  await home.store.subscriptions.put(subscribed())
  const lines = await rehearseIn(home, { days: 4 })
  home.daily().start()
  await home.clock.runTo('2026-12-04T12:00:00+09:00')
  const posted = home.board.posts.map(({ reply }) => plain(reply.parts).split('\n')[1])
  expect(lines.map((each) => each.split('  ')[2])).toEqual(posted)
  expect(posted).toHaveLength(4)
})

test('a rehearsal knows the environment’s channels and can be of one channel', async () => {
  const home = await house('2026-11-30T12:00:00+09:00')
  await home.store.subscriptions.put(subscribed({ channel: 'C2', status: 'off' }))
  const channels = ['C1', 'C2', 'C3', 'C1'].map((channel) => ({
    chat: 'slack' as const,
    channel,
    time: '09:00',
    zone: 'Asia/Seoul',
  }))
  const places = async (channel?: string) =>
    (await rehearseIn(home, { channels, days: 1, ...(channel ? { channel } : {}) })).map(
      (each) => each.split('  ')[1],
    )
  expect(await places()).toEqual(['slack:C1', 'slack:C3'])
  expect(await places('C3')).toEqual(['slack:C3'])
  expect(await places('slack:C1')).toEqual(['slack:C1'])
  expect(await places('C9')).toEqual([])
  expect(await home.store.subscriptions.all()).toHaveLength(1)
})

test('a rehearsal without tips says so', async () => {
  const home = await house('2026-11-30T12:00:00+09:00')
  home.library = library([])
  await home.store.subscriptions.put(subscribed())
  expect(await rehearseIn(home, { days: 1 })).toEqual([
    '2026-12-01 09:00 Asia/Seoul  slack:C1  no tip: the notes have none',
  ])
})
