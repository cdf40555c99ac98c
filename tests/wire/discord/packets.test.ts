import { describe, expect, it } from 'vitest'
import { readFrame } from '../../../src/chat/discord/wire/frame.js'
import { sampledMutations } from '../mutations.js'
import { packets } from './packets.js'
import { type Running, run, words } from './running.js'
import { botId } from './world.js'

describe('a packet', () => {
  it.each(packets)('with %s, whatever is wrong with a field, stops nothing', async (_what, name, packet) => {
    const running = await run()
    for (const wrong of sampledMutations(packet)) running.discord.gateway.dispatch(name, wrong)
    for (const none of [null, 'x', 1, [], {}]) running.discord.gateway.dispatch(name, none)
    await answers(running)
  })

  it.each(['session_id', 'resume_gateway_url', 'user', 'application', 'guilds', 'shard', 'v'])(
    'READY with anything in the place of %s still lets the bot answer',
    async (field) => {
      for (const told of [null, undefined, 'x', 1, {}]) {
        const running = await run({
          before: ({ gateway }) => {
            gateway.habits.ready = (ready) => ({ ...ready, [field]: told })
          },
        })
        await answers(running)
        await running.chat.stop()
      }
    },
  )

  it("READY without an address for resuming is resumed at the gateway's own", async () => {
    const running = await run({
      before: ({ gateway }) => {
        gateway.habits.ready = (told) => ({ ...told, resume_gateway_url: 'javascript:1' })
      },
    })
    running.discord.gateway.drop()
    await running.discord.gateway.did('resume 0')
    await answers(running)
  })

  it('that is no frame of the gateway at all stops nothing', async () => {
    const running = await run()
    const texts = ['', 'null', '[]', '{', '1', '{"op":null}', '{"op":0}', '{"op":0,"t":null,"s":"x","d":1}']
    running.discord.gateway.sendRaw(...texts, Buffer.from([1, 2, 3]))
    for (const d of [null, 'x', {}, { heartbeat_interval: null }]) running.discord.gateway.order(10, d)
    await answers(running)
  })

  it('that tells it to leave, twice at once, makes it leave once', async () => {
    const running = await run()
    const reconnect = JSON.stringify({ op: 7, d: null })
    running.discord.gateway.sendRaw(reconnect, reconnect, reconnect)
    await running.discord.gateway.did('resume 0')
    await answers(running)
    expect(running.discord.gateway.connections).toBe(2)
  })

  it('with a second greeting starts no second heartbeat', async () => {
    const { discord } = await run()
    discord.gateway.order(10, { heartbeat_interval: 1 })
    discord.gateway.order(10, { heartbeat_interval: 1 })
    await discord.slash('help')
    expect(discord.gateway.log.filter((line) => line === 'heartbeat')).toEqual([])
  })
})

describe('a frame', () => {
  it.each([
    [{ op: 10, d: { heartbeat_interval: 41_250 } }],
    [{ op: 7, d: null }],
    [{ op: 0, t: 'READY', s: 1, d: {} }],
    [{ op: 0, t: 'MESSAGE_CREATE', s: null, d: null }],
  ])('that discord.js can digest is passed on: %o', (frame) => {
    expect(readFrame(JSON.stringify(frame))).toEqual(frame)
  })

  it.each([
    [{ op: 0, t: 'READY', s: 1, d: null }],
    [{ op: 0, t: null, s: 1, d: {} }],
    [{ op: '0', t: 'READY' }],
  ])('that it cannot is dropped: %o', (frame) => {
    expect(readFrame(JSON.stringify(frame))).toBeUndefined()
  })

  it.each([
    [null, 41_250],
    [{}, 41_250],
    [{ heartbeat_interval: 0 }, 41_250],
    [{ heartbeat_interval: -1 }, 41_250],
    [{ heartbeat_interval: '45000' }, 41_250],
    [{ heartbeat_interval: 0.001 }, 100],
    [{ heartbeat_interval: 1e12 }, 60_000],
  ])('of a greeting with %o means a heartbeat in %d ms', (d, heartbeat_interval) => {
    expect(readFrame(JSON.stringify({ op: 10, d }))).toEqual({ op: 10, d: { heartbeat_interval } })
  })

  it('of more than 16 million letters is dropped unread', () => {
    // As text at once: to make JSON of it fills the memory of all tests in this process.
    const frame = (letters: number) =>
      `{"op":0,"t":"GUILD_CREATE","s":1,"d":{"name":"${'x'.repeat(letters)}"}}`
    expect(readFrame(frame(100))).toMatchObject({ op: 0 })
    expect(readFrame(frame(16_000_000))).toBeUndefined()
  })

  it('of an invalid session that can be resumed means a new connection: discord.js would ask again at once', () => {
    expect(readFrame('{"op":9,"d":true}')).toEqual({ op: 7 })
  })

  it('of an invalid session without a word on resuming means that it cannot be resumed', () => {
    expect(readFrame('{"op":9}')).toEqual({ op: 9, d: false })
  })
})

async function answers({ discord }: Running): Promise<void> {
  const { original } = await discord.slash('session', { query: 'opencensus' })
  expect(words(original)).toMatch(/OpenCensus/i)
  const before = discord.channel.messages.length
  discord.say(`<@${botId}> opencensus`)
  expect((await discord.messagesIn(discord.channel, before + 1)).length).toBe(before + 1)
}
