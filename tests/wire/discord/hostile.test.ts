import { describe, expect, it } from 'vitest'
import { oddAnswers, raw, rawJson } from '../odd-answers.js'
import { type Running, type RunningOptions, run } from './running.js'
import { botId } from './world.js'

// Servers that only half speak Discord's protocol, or mean harm: nothing of theirs may end the process, keep it busy,
// or leave the bot silent when they are well again.

const ask = `<@${botId}> opencensus`
const patience = { timeout: 20_000 }
const messages = /^\/channels\/\d+\/messages$/
const gateway = /^\/gateway\/bot$/

const answered = async ({ discord }: Running) => {
  const before = discord.channel.messages.length
  discord.say(ask)
  expect(await discord.messagesIn(discord.channel, before + 1)).toHaveLength(before + 1)
}

describe('GET /gateway/bot', () => {
  it.each(oddAnswers)('with %s is asked again later, and the bot starts', async (what, answer) => {
    // discord.js itself tries four times after a 5xx.
    const times = what.endsWith('an error') ? 4 : 1
    const running = await run({ before: ({ rest }) => rest.script(gateway, answer, times) })
    expect(running.pauses[0]).toBe(2000)
    await answered(running)
  })

  it('with a limit of many years is asked again after ten minutes', async () => {
    const limit = raw(429, { 'retry-after': '1e9', 'x-ratelimit-global': 'true' }, '{}')
    const { discord, chat, bot, pauses } = await run({ isStarted: false })
    discord.rest.script(gateway, limit, 100)
    const starting = chat.start(bot)
    await expect.poll(() => pauses, patience).toHaveLength(1)
    expect(pauses[0]).toBeLessThanOrEqual(601_000)
    expect(pauses[0]).toBeGreaterThan(590_000)
    await chat.stop()
    await starting
    expect(discord.rest.log).toHaveLength(1)
  })

  it.each([
    ['of HTTP', 'http://127.0.0.1/'],
    ['with a fragment', 'ws://127.0.0.1:1/#top'],
    ['that is none', 'gateway'],
  ])('with an address %s is asked again later', async (_what, url) => {
    const told = JSON.stringify({ url, shards: 1 })
    const running = await run({ before: ({ rest }) => rest.script(gateway, rawJson(told)) })
    await answered(running)
  })
})

describe('an answer to a message', () => {
  const accepted = new Set(['HTML', 'no content', 'an empty body', 'half of its JSON', 'null', 'a list'])

  it.each(oddAnswers)('that meets %s stops nothing', async (what, answer) => {
    const running = await run()
    const { discord } = running
    discord.rest.script(messages, answer)
    discord.say(ask)
    await discord.rest.did(/^POST \/channels/)
    await answered(running)
    // What Discord took is not sent again; what it did not take may be.
    if (accepted.has(what)) expect(discord.channel.messages).toHaveLength(1)
    expect(discord.rest.log.length).toBeLessThan(20)
    expect(running.ends).toEqual([])
  })

  it('that is taken with an absurd limit mutes the channel for no longer than anybody waits for an answer', async () => {
    const running = await run()
    const limit = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': 'Infinity' }
    running.discord.rest.script(messages, rawJson('{"id":"1"}', { ...limit, 'x-ratelimit-limit': 'NaN' }))
    running.discord.say(ask)
    await running.discord.rest.did(/^POST \/channels/)
    running.discord.say(ask)
    await expect.poll(() => running.failures, patience).toEqual(['429'])
    await answeredElsewhere(running)
  })
})

describe('a gateway', () => {
  it.each([
    ['no interval', { op: 10, d: null }],
    ['an interval of 0', { op: 10, d: { heartbeat_interval: 0 } }],
    ['an interval of 1e12', { op: 10, d: { heartbeat_interval: 1e12 } }],
  ])('that greets with %s is logged in to', async (_what, greeting) => {
    const running = await run(greetingWith(greeting))
    await answered(running)
  })

  it('that wants thousands of heartbeats a second gets some', async () => {
    const running = await run(greetingWith({ op: 10, d: { heartbeat_interval: 0.01 } }))
    await running.discord.gateway.did('heartbeat')
    for (let count = 0; count < 1000; count += 1) running.discord.gateway.sendRaw('{"op":1,"d":null}')
    await answered(running)
    expect(running.discord.gateway.log.filter((line) => line === 'heartbeat').length).toBeLessThan(20)
  })

  it.each([
    [
      'says again and again that the session may be resumed',
      (socket: Socket) => socket.send('{"op":9,"d":true}'),
    ],
    ['closes with 4009', (socket: Socket) => socket.close(4009)],
    ['breaks off', (socket: Socket) => socket.terminate()],
  ])('that resumes nothing, and %s, is logged in to anew', async (_what, onResume) => {
    const running = await run()
    const { gateway } = running.discord
    gateway.habits.onResume = onResume
    gateway.drop()
    await gateway.did('identify', 2)
    expect(gateway.log.filter((line) => line.startsWith('resume'))).toHaveLength(3)
    await answered(running)
  })

  it.each([
    ['bytes of zlib', Buffer.from([0x78, 0x9c, 0xff, 0xff, 0, 0, 0xff, 0xff])],
    ['deep brackets', '['.repeat(200_000)],
    ['numbers that are no sequence', '{"op":0,"t":"TYPING_START","s":"x","d":{}}'],
    ['no number', '{"op":0,"t":"TYPING_START","s":null,"d":{}}'],
    ['unknown opcodes', '{"op":99,"d":{}}'],
  ])('that sends %s is heard on', async (_what, frame) => {
    const running = await run()
    running.discord.gateway.sendRaw(frame, frame)
    await answered(running)
    running.discord.gateway.order(7)
    await running.discord.gateway.did('resume 0')
    await answered(running)
  })

  it.each([
    ['an address with a fragment', { resume_gateway_url: 'ws://127.0.0.1/#x' }],
    ['an address that is none', { resume_gateway_url: 7 }],
    ['no id of the session', { session_id: null }],
    ['nobody', { user: null, application: null }],
  ])('whose READY tells %s is logged in to again after a drop', async (_what, told) => {
    const running = await run({
      before: ({ gateway }) => {
        gateway.habits.ready = (usual) => ({ ...usual, ...told })
      },
    })
    running.discord.gateway.drop()
    await expect.poll(() => running.discord.gateway.connections, patience).toBe(2)
    await expect.poll(() => running.chat.health().connected, patience).toBe(true)
    await answered(running)
    expect(running.ends).toEqual([])
  })
})

type Socket = { send(frame: string): void; close(code: number): void; terminate(): void }

function greetingWith(greeting: unknown): RunningOptions {
  return {
    before: ({ gateway }) => {
      gateway.habits.greeting = greeting
    },
  }
}

async function answeredElsewhere({ discord }: Running): Promise<void> {
  const { original } = await discord.slash('session', { query: 'opencensus' })
  expect(original).toBeDefined()
}
