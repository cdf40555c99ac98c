import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readFrame } from '../../../src/chat/slack/wire/frame.js'
import { mutations, sampledMutations } from '../mutations.js'
import { type House, modes, openHouse } from './house.js'
import { payloads } from './payloads.js'
import type { Kind } from './socket.js'

type Json = Record<string, unknown>

const unhandled: unknown[] = []
const keep = (reason: unknown) => void unhandled.push(reason)
beforeAll(() => void process.on('unhandledRejection', keep).on('uncaughtException', keep))
afterAll(() => void process.off('unhandledRejection', keep).off('uncaughtException', keep))

/** Few enough that none is dropped for coming too late, on a machine with a load of 15 as well. */
const atOnce = 3

let house: House
afterEach(async () => {
  await house.close()
  expect(unhandled.splice(0)).toEqual([])
})

describe.each(modes)('in %s mode', (mode) => {
  it.each(payloads)(
    '%s, whatever is wrong with a field, is acknowledged and stops nothing',
    async (...sent) => {
      const [_what, kind, payload] = sent
      house = await openHouse({ mode })
      // Both modes hand bodies to the same app.
      const all = [...sampledMutations(payload, mode === 'http' ? 5 : 3)].filter(
        (wrong) => mode === 'http' || isWhole(kind, wrong),
      )
      for (let at = 0; at < all.length; at += atOnce) {
        await Promise.all(all.slice(at, at + atOnce).map((wrong) => send(kind, wrong, mode)))
      }
      await answers()
    },
  )
})

describe('Socket Mode', () => {
  it('is stopped by no frame that is none', async () => {
    house = await openHouse()
    const frames = ['', 'null', '[]', '{', '1', '"x"', '{}', '{"type":null}', '{"type":["events_api"]}']
    const { payload, ...envelope } = { envelope_id: 'e', type: 'events_api', payload: payloads[0]?.[2] ?? {} }
    const envelopes = [...mutations({ ...envelope, payload: { event: { type: 'x' } } })]
    const names = ['error', 'close', 'ws_message', 'slack_event', 'disconnected', 'connected', '__proto__']
    const named = names.map((type) => ({ ...envelope, payload: { ...payload, event: { type } } }))
    const typed = names.map((type) => ({ ...envelope, payload, type }))
    house.slack.sockets.sendRaw(
      ...frames,
      ...[...envelopes, ...named, ...typed].map((each) => JSON.stringify(each)),
    )
    house.slack.sockets.sendRaw(Buffer.from([1, 2, 3]))
    await answers()
    expect(house.slack.sockets.count).toBe(1)
  })

  it.each([null, 'x', 1, [], {}])(
    'is told to connect anew with %j for a reason, and does',
    async (reason) => {
      house = await openHouse()
      house.slack.sockets.sendRaw(JSON.stringify({ type: 'disconnect', reason, debug_info: reason }))
      await house.slack.board.until(() => house.slack.sockets.count === 2)
      await answers()
    },
  )
})

describe('HTTP mode', () => {
  it.each(['//', '/slack/events?a=1', '/slack/./events', '/slack/events/', '*', 'http://['])(
    'answers a request for %s with a refusal',
    async (path) => {
      house = await openHouse({ mode: 'http' })
      const port = Number(house.lines.find(({ msg }) => msg === 'Listening for Slack')?.port)
      expect(await firstLine(port, path)).toMatch(/^HTTP\/1.1 40[04] /)
      await answers()
    },
  )
})

describe('a frame', () => {
  it.each([
    [{ type: 'hello' }],
    [{ type: 'disconnect', reason: 'warning' }],
    [{ type: 'slash_commands', envelope_id: 'a', payload: {} }],
    [{ type: 'events_api', envelope_id: 'a', payload: { event: { type: 'message' } } }],
  ])('that the library can digest is passed on: %o', (frame) => {
    expect(readFrame(JSON.stringify(frame))).toEqual(frame)
  })

  it.each([
    [{ type: 'events_api', envelope_id: 'a', payload: null }],
    [{ type: 'events_api', envelope_id: 'a', payload: { event: null } }],
    [{ type: 'interactive', payload: {} }],
    [{ type: 'other', envelope_id: 'a', payload: {} }],
  ])('that it cannot is dropped: %o', (frame) => {
    expect(readFrame(JSON.stringify(frame))).toBeUndefined()
  })
})

/** Whether an envelope with such a payload passes as a frame: Slack waits for the acknowledgement of no other. */
function isWhole(kind: Kind, payload: Json): boolean {
  return readFrame(JSON.stringify({ type: kind, envelope_id: 'a', payload })) !== undefined
}

async function send(kind: Kind, payload: Json, mode: string): Promise<void> {
  if (mode === 'socket') return void (await house.slack.sockets.deliver(kind, payload))
  const response = await house.post(kind, payload)
  await response.arrayBuffer()
  expect([200, 400]).toContain(response.status)
}

async function answers(): Promise<void> {
  const { board } = house.slack
  await house.people.command('opencensus', { user: 'U7' })
  await board.until(() => board.messages.find(({ to, text }) => to === 'U7' && /OpenCensus/iu.test(text)))
  await house.people.mention('opencensus', { channel: 'C1', user: 'U8' })
  await board.until(() =>
    board.messages.find(({ thread_ts, text }) => thread_ts && /OpenCensus/iu.test(text)),
  )
}

/** What the server says first to a request line that no client would send. */
async function firstLine(port: number, path: string): Promise<string> {
  return await new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`POST ${path} HTTP/1.1\r\nhost: a\r\ncontent-length: 4\r\nconnection: close\r\n\r\nnull`)
    })
    socket.once('data', (chunk) => resolve(String(chunk).split('\r\n', 1)[0] ?? ''))
    socket.once('error', reject)
  })
}
