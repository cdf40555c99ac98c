import { describe, expect, it } from 'vitest'
import { readFrame } from '../../../src/chat/discord/wire/frame.js'
import { mutations } from '../mutations.js'
import { type Running, run, words } from './running.js'
import { applicationId, botId, type Json, person } from './world.js'

const fields = { id: '1', token: 'token', application_id: applicationId, version: 1 }
const place = { guild_id: '5', channel_id: '6', channel: { id: '6', type: 0 }, locale: 'ko' }
const member = { user: person, nick: null, roles: [], permissions: '0', joined_at: '2020-01-01T00:00:00Z' }
const application = {
  id: applicationId,
  name: 'devops',
  install_params: { scopes: ['bot'], permissions: '0' },
}
const message = {
  id: '2',
  channel_id: '6',
  type: 0,
  author: person,
  content: `<@${botId}> opencensus`,
  embeds: [{ description: 'a', image: { url: 'https://a.example/1.png' } }],
  components: [{ type: 1, components: [{ type: 2, style: 2, label: 'a', custom_id: 'ko:vote:up:abc' }] }],
  message_snapshots: [{ message: { content: 'a', embeds: [] } }],
  application,
  thread: { id: '7', type: 11, thread_metadata: { archived: false } },
  flags: 64,
}
const option = { type: 3, name: 'query', value: 'opencensus', focused: true }
const options = [{ type: 1, name: 'session', options: [option] }]

/** One of each event that the gateway sends to the bot's intents, as far as the bot answers or keeps anything of it. */
const packets: readonly (readonly [string, string, Json])[] = [
  ['a message', 'MESSAGE_CREATE', { ...message, guild_id: '5', member }],
  ['a direct message', 'MESSAGE_CREATE', message],
  ['a command', 'INTERACTION_CREATE', interaction(2, { name: 'devops', type: 1, options })],
  [
    'a message command',
    'INTERACTION_CREATE',
    interaction(2, { name: 'Find talks', type: 3, target_id: '2', resolved: { messages: { 2: message } } }),
  ],
  ['a completion', 'INTERACTION_CREATE', interaction(4, { name: 'devops', type: 1, options })],
  ['a button', 'INTERACTION_CREATE', { ...pressed('ko:vote:up:abc'), message }],
  ['a shared card', 'INTERACTION_CREATE', { ...pressed('ko:share'), message }],
  ['a form', 'INTERACTION_CREATE', interaction(5, { custom_id: 'tips', components: [sentField()] })],
  ['a server', 'GUILD_CREATE', { id: '5', roles: [{ id: '5', permissions: '0' }], members: [member] }],
  ['a member', 'GUILD_MEMBER_UPDATE', { guild_id: '5', ...member }],
  ['a channel', 'CHANNEL_UPDATE', { id: '6', guild_id: '5', type: 0, permission_overwrites: [] }],
]

describe('a packet', () => {
  it.each(packets)('with %s, whatever is wrong with a field, stops nothing', async (_what, name, packet) => {
    const running = await run()
    for (const wrong of mutations(packet)) running.discord.gateway.dispatch(name, wrong)
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
    const frame = { op: 0, t: 'GUILD_CREATE', s: 1, d: { name: 'x'.repeat(16_000_000) } }
    expect(readFrame(JSON.stringify(frame))).toBeUndefined()
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

function interaction(type: number, data: Json): Json {
  return { ...fields, ...place, type, data, member, app_permissions: '0', context: 0 }
}

function pressed(custom_id: string): Json {
  return interaction(3, { component_type: 2, custom_id })
}

function sentField(): Json {
  return { type: 18, component: { type: 4, custom_id: 'time', value: '09:00' } }
}
