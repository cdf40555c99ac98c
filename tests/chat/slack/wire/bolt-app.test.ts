import { pino } from 'pino'
import { expect, it } from 'vitest'
import { budgets } from '../../../../src/chat/slack/limits.js'
import { BoltApp } from '../../../../src/chat/slack/wire/bolt-app.js'
import { boltLogger } from '../../../../src/chat/slack/wire/logger.js'
import { sleep } from '../../../../src/time/sleep.js'
import { createGate } from '../../../wire/bot.js'

const log = pino({ level: 'silent' })

function open() {
  const counts = { shed: 0, acknowledged: 0 }
  const meter = {
    acknowledged: () => void counts.acknowledged++,
    reconnected: () => {},
    sendFailed: () => {},
    shed: () => void counts.shed++,
  }
  const app = new BoltApp(
    {
      receiver: { init: () => {}, start: async () => {}, stop: async () => {} },
      authorize: async () => ({ botToken: 'xoxb-right', botUserId: 'UBOT', botId: 'BBOT' }),
      convoStore: false,
      logger: boltLogger(log),
    },
    { log, meter, failed: () => {}, sleep },
  )
  const mention = () => {
    const event = { type: 'app_mention', user: 'U1', channel: 'C1', text: 'x', ts: '1.1' }
    return app.processEvent({ body: { type: 'event_callback', event }, ack: async () => {} })
  }
  return { app, counts, mention }
}

it('does not acknowledge what it has no room for, so that Slack gives it to another connection', async () => {
  const { app, counts, mention } = open()
  const gate = createGate()
  app.event('app_mention', () => gate.opened)
  const begun = Array.from({ length: budgets.concurrency }, mention)
  await expect.poll(() => counts.acknowledged).toBe(budgets.concurrency)
  const left = mention()
  const closed = app.close()
  await expect(left).rejects.toThrow('Too much at once: not taken')
  gate.open()
  await Promise.all([...begun, closed])
  expect(counts).toEqual({ shed: 1, acknowledged: budgets.concurrency })
  await expect(mention()).rejects.toThrow('Stopping: not taken')
})

it('acknowledges what cannot be read, and tells no listener of it', async () => {
  const { app, counts } = open()
  let heard = 0
  app.event('app_mention', async () => void heard++)
  const event = { type: 'app_mention', user: 1, channel: null, text: {}, ts: '1.1' }
  await app.processEvent({ body: { type: 'event_callback', event }, ack: async () => {} })
  expect({ heard, ...counts }).toEqual({ heard: 0, shed: 0, acknowledged: 1 })
})
