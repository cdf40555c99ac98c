import { expect, test } from 'vitest'
import { subscribeFromEnvironment } from '../../src/daily/environment.js'
import type { TipChannel } from '../../src/daily/tip-channels.js'
import { house } from './house.js'
import { subscribed } from './subscribed.js'

const start = '2026-12-01T10:00:00+09:00'
const now = Date.parse(start)

function channel(id: string, time = '09:00'): TipChannel {
  return { chat: 'slack', channel: id, time, zone: 'Asia/Seoul' }
}

/** The environment's subscription of a channel since now. */
const own = (id: string, changes = {}) =>
  subscribed({ channel: id, origin: 'environment', subscriber: '', since: now, ...changes })

test('the environment subscribes its channels, once', async () => {
  const { store } = await house(start)
  await subscribeFromEnvironment(store, [channel('C1'), channel('C2', '08:00')], now)
  await subscribeFromEnvironment(store, [channel('C1'), channel('C2', '08:00')], now + 1)
  expect(await store.subscriptions.all()).toEqual([own('C1'), own('C2', { time: '08:00' })])
})

test('the environment changes, ends and begins again what is its own', async () => {
  const { store } = await house(start)
  await subscribeFromEnvironment(store, [channel('C1'), channel('C2')], 1)
  await subscribeFromEnvironment(store, [channel('C1', '08:00')], now)
  expect(await store.subscriptions.all()).toEqual([
    own('C1', { time: '08:00' }),
    own('C2', { status: 'off' }),
  ])
  await subscribeFromEnvironment(store, [channel('C1', '08:00'), channel('C2')], now)
  expect(await store.subscriptions.all()).toEqual([own('C1', { time: '08:00' }), own('C2')])
})

test('a command overrides the environment, on or off', async () => {
  const { store } = await house(start)
  const commanded = [subscribed({ time: '18:00' }), subscribed({ channel: 'C2', status: 'off' })]
  for (const each of commanded) await store.subscriptions.put(each)
  await subscribeFromEnvironment(store, [channel('C1'), channel('C2')], now)
  expect(await store.subscriptions.all()).toEqual(commanded)
  await subscribeFromEnvironment(store, [], now)
  expect(await store.subscriptions.all()).toEqual(commanded)
})

test('a paused channel stays paused until its entry changes', async () => {
  const { store } = await house(start)
  const paused = own('C1', { status: 'paused', reason: 'is_archived' })
  await store.subscriptions.put(paused)
  await subscribeFromEnvironment(store, [channel('C1')], now)
  expect(await store.subscriptions.all()).toEqual([paused])
  await subscribeFromEnvironment(store, [channel('C1', '08:00')], now)
  expect(await store.subscriptions.all()).toEqual([own('C1', { time: '08:00' })])
})
