import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../src/store/open-store.js'
import type { Store } from '../../src/store/store.js'
import { builtParts } from '../built.js'
import { listen } from '../store/log.js'
import { words } from '../wire/discord/running.js'
import { person } from '../wire/discord/world.js'
import { type Death, startMortal } from './mortal.js'
import { subscribed } from './subscribed.js'
import { dailyOn, layWires, monotonicAt, type Place, StandingClock, type Wires } from './wires.js'

/** In the past of the servers' real clocks, so that what is posted now is found. */
const day = '2026-01-05'
const due = Date.parse(`${day}T09:00:00+09:00`)

const steps: readonly Death['step'][] = [
  'before claim',
  'after claim',
  'during post',
  'after post',
  'after mark',
]

describe('over the wire, kill -9', () => {
  test.for(steps)(
    '%s: Slack and Discord get the tip once where history may be read, else at most once',
    async (step) => {
      const { store, directory } = await openHere()
      const wires = await layWires()
      await subscribe(store, [...wires.readable, ...wires.unreadable])
      const mortal = startMortal(builtParts, { directory }, wires.config, { step, count: 2 })
      if (step === 'during post') wires.whenPosted(2, () => mortal.kill())
      expect(await mortal.checkAt(due, monotonicAt(due))).toBe(false)
      await mortal.bury()
      forgetNonces(wires)
      for (const later of [70_000, 140_000]) {
        const clock = new StandingClock(due + later)
        const heir = await openStore({ directory }, listen([]), clock)
        const daily = dailyOn(wires, heir, clock)
        await daily.check()
        await daily.idle()
        await heir.close()
      }
      for (const place of wires.readable) {
        expect([wires.count(place), await statusOf(store, place)]).toEqual([1, 'sent'])
      }
      for (const place of wires.unreadable) {
        const once = wires.count(place) === 1
        const possible = once ? ['sent', 'unknown'] : ['unknown']
        expect(possible).toContain(await statusOf(store, place))
        expect(wires.count(place)).toBeLessThanOrEqual(1)
      }
      expect(wires.slack.slack.board.faults).toEqual([])
    },
  )
})

describe('over the wire, a platform', () => {
  test('that limits or fails is tried again within the window, and gets one tip', async () => {
    const { store } = await openHere()
    const wires = await layWires()
    await subscribe(store, wires.readable)
    const limited = {
      status: 429,
      body: { ok: false, error: 'ratelimited' },
      headers: { 'retry-after': '30' },
    }
    wires.slack.slack.workspace.scripted.set('chat.postMessage', [limited, { status: 500, body: '' }])
    wires.discord.rest.fail(/^\/channels\/\d+\/messages$/, 503, {}, 2)
    const clock = new StandingClock(due)
    const daily = dailyOn(wires, store, clock)
    for (const wait of [0, 31_000, 31_000, 61_000]) {
      await clock.sleep(wait)
      await daily.check()
      await daily.idle()
    }
    expect(wires.readable.map((place) => wires.count(place))).toEqual([1, 1])
    expect(daily.counted.sort()).toEqual(['retried', 'retried', 'retried', 'retried', 'sent', 'sent'])
  })

  test('whose channel is gone pauses it, and the subscriber is told in person', async () => {
    const { store } = await openHere()
    const wires = await layWires()
    const archived = { chat: 'slack', channel: 'C9' } as const
    wires.slack.slack.workspace.channels = [{ id: 'C9', archived: true }, { id: 'D1' }]
    await store.subscriptions.put(subscribed({ ...archived, subscriber: 'U1', since: 0 }))
    const deleted = { chat: 'discord', channel: '700000000000000001' } as const
    await store.subscriptions.put(subscribed({ ...deleted, subscriber: person.id, since: 0 }))
    const daily = dailyOn(wires, store, new StandingClock(due))
    await daily.check()
    await daily.idle()
    const all = await store.subscriptions.all()
    expect(all.map(({ chat, status, reason }) => [chat, status, reason])).toEqual([
      ['discord', 'paused', '10003'],
      ['slack', 'paused', 'is_archived'],
    ])
    expect(wires.discord.direct.messages.map(words)).toEqual([
      expect.stringContaining('discord 700000000000000001'),
    ])
    expect(wires.slack.slack.board.messages.map(({ text }) => text)).toEqual([
      expect.stringContaining('slack C9'),
    ])
  })
})

async function openHere(): Promise<{ store: Store; directory: string }> {
  const directory = await mkdtemp(join(tmpdir(), 'meetup-bot-'))
  const store = await openStore({ directory }, listen([]))
  onTestFinished(async () => {
    await store.close()
    await rm(directory, { recursive: true })
  })
  return { store, directory }
}

async function subscribe(store: Store, places: readonly Place[]): Promise<void> {
  for (const place of places) await store.subscriptions.put(subscribed({ ...place, since: 0 }))
}

async function statusOf(store: Store, { chat, channel }: Place): Promise<string | undefined> {
  return (await store.deliveries.find(chat, channel, day))?.status
}

/** Discord remembers a nonce for a few minutes; a bot may be down for longer. */
function forgetNonces({ discord }: Wires): void {
  discord.world.nonces.clear()
}
