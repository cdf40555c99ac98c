import { describe, expect, it } from 'vitest'
import type { StoreCommand } from '../../../src/chat/bot-listener.js'
import { run, words } from './running.js'
import { applicationId, botId, memberJson, person, token } from './world.js'

const ask = `<@${botId}> opencensus`
/** A busy machine is no fault. */
const patience = { timeout: 20_000 }
const commandsPath = /\/commands$/
const messages = /^\/channels\/\d+\/messages$/

describe('a gateway that closes at once', () => {
  it('is called less and less often, and the bot answers when it is well again', async () => {
    const { discord, pauses } = await run()
    discord.gateway.habits.closesAtOnce = 4000
    discord.gateway.drop()
    await expect.poll(() => discord.gateway.connections, patience).toBe(4)
    expect(pauses.slice(-3)).toEqual([0, 1000, 2000])
    discord.gateway.habits.closesAtOnce = undefined
    await discord.gateway.did('resume 0')
    discord.say(ask)
    expect(await discord.messagesIn(discord.channel)).toHaveLength(1)
  })

  it('with an error of HTTP is called again, and the bot answers when it is well', async () => {
    const { discord } = await run()
    discord.gateway.habits.isDown = true
    discord.gateway.drop()
    await expect.poll(() => discord.gateway.connections, patience).toBe(3)
    discord.gateway.habits.isDown = false
    await discord.gateway.did('resume 0')
    discord.say(ask)
    expect(await discord.messagesIn(discord.channel)).toHaveLength(1)
  })

  it('when it is first called does not end the start', async () => {
    const { discord } = await run({
      before: ({ gateway }) => {
        gateway.habits.isDown = true
        setTimeout(() => {
          gateway.habits.isDown = false
        }, 200)
      },
    })
    discord.say(ask)
    expect(await discord.messagesIn(discord.channel)).toHaveLength(1)
  })

  it('with the code that discord.js takes for its own is connected to again', async () => {
    const { discord } = await run()
    discord.gateway.drop(4200)
    await discord.gateway.did('resume 0')
    discord.say(ask)
    expect(await discord.messagesIn(discord.channel)).toHaveLength(1)
  })
})

describe('a registration that Discord refuses', () => {
  it.each([
    [400, 50035],
    [400, 30032],
    [400, 30034],
    [403, 20012],
    [500, 0],
  ])('with %d and code %d is logged and tried again, and mentions are answered', async (status, code) => {
    const { discord, ends, log } = await run({
      before: ({ rest }) => rest.fail(commandsPath, status, { code, message: 'no' }, 8),
    })
    discord.say(ask)
    expect(await discord.messagesIn(discord.channel)).toHaveLength(1)
    expect(
      log.some(({ level, msg }) => level === 50 && msg.startsWith('Discord does not take the commands now')),
    ).toBe(true)
    discord.rest.faults.length = 0
    await expect.poll(() => discord.commandIds().has('devops'), patience).toBe(true)
    expect(ends).toEqual([])
  })

  it('with 401, later, ends the chat', async () => {
    const { discord, ends } = await run({
      before: ({ rest }) => {
        rest.fail(commandsPath, 400, { code: 50035 })
        rest.fail(commandsPath, 401, { code: 0 }, 10)
      },
    })
    await discord.rest.did(/^GET .*commands$/, 2)
    await expect
      .poll(() => ends.map(({ message }) => message.slice(0, 14)), patience)
      .toEqual(['DISCORD_TOKEN:'])
  })
})

describe('a token', () => {
  it('may be copied with the word that stands before it', async () => {
    const { discord } = await run({ config: { token: ` Bot ${token}` } })
    expect(discord.commandIds().has('devops')).toBe(true)
  })

  it('is not forgotten at a 401 in passing', async () => {
    const { discord } = await run()
    discord.rest.fail(messages, 401, { code: 0, message: '401: Unauthorized' })
    discord.say(ask)
    expect(await discord.messagesIn(discord.channel)).toHaveLength(1)
  })
})

describe('an answer that cannot go out', () => {
  it('because Discord says nothing holds up its channel for some seconds only', async () => {
    const { discord } = await run()
    discord.rest.fail(messages, 0, {})
    const started = performance.now()
    discord.say(ask)
    await discord.rest.did(/^POST \/channels/)
    discord.say(ask)
    await discord.messagesIn(discord.channel, 1)
    expect(performance.now() - started).toBeLessThan(9000)
    expect(await discord.messagesIn(discord.channel, 2)).toHaveLength(2)
  })

  it('for longer than anybody waits is dropped, and other channels are answered', async () => {
    const { discord, failures } = await run({ shards: 2 })
    discord.rest.fail(messages, 429, { retry_after: 3600, message: 'You are being rate limited.' })
    discord.say(ask)
    await expect.poll(() => failures, patience).toEqual(['429'])
    const [, other] = discord.channels
    if (!other) throw new Error('There is one channel only')
    discord.say(ask, other)
    expect(await discord.messagesIn(other)).toHaveLength(1)
    expect(discord.channel.messages).toEqual([])
  })

  it('to an interaction at the first try goes out at the second', async () => {
    const { discord, failures } = await run()
    discord.rest.fail(/callback$/, 502, {})
    const { original } = await discord.slash('session', { query: 'opencensus' })
    expect(words(original)).toMatch(/OpenCensus/i)
    expect(failures).toEqual([])
  })
})

describe('rights that an interaction does not tell', () => {
  const rights: StoreCommand = async (_words, asker) => {
    const text = (await asker.mayManage()) ? 'you may' : 'you may not'
    return { outcome: 'command', parts: [{ kind: 'text', line: [{ text }] }] }
  }

  it.each([
    ['a member', person.id, 'you may not'],
    ['the owner of the server', '300000000000000009', 'you may'],
  ])('are asked for, for %s', async (_who, id, said) => {
    const { discord } = await run({ parts: { commands: { tips: rights } } })
    const member = memberJson({ ...person, id })
    const { original } = await discord.slash('tips', { setting: 'status' }, { raw: { member } })
    await expect.poll(() => words(original), patience).toBe(said)
    expect(discord.rest.log).toContain(`GET /guilds/${discord.channel.guild}/members/${id}`)
  })
})

describe('an interaction that is too late when it comes', () => {
  it('is dropped and counted, and nothing is sent', async () => {
    const { discord, events } = await run()
    await discord.slash('help')
    const before = discord.rest.log.length
    const late = BigInt(Date.now() - 1_420_070_400_000 - 2500) << 22n
    discord.gateway.dispatch('INTERACTION_CREATE', {
      id: String(late),
      token: 'late',
      application_id: applicationId,
      type: 2,
      data: { name: 'devops', type: 1, options: [{ type: 1, name: 'help', options: [] }] },
      channel_id: discord.channel.id,
      user: person,
    })
    await expect.poll(() => events, patience).toContain('shed')
    expect(discord.rest.log.length).toBe(before)
  })
})
