import { PermissionFlagsBits } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { wordingIn } from '../../../src/answer/wording/wording.js'
import { type Asker, ChatError } from '../../../src/chat/chat.js'
import { organiser } from './fake-discord.js'
import { run, words } from './running.js'
import { botId, person } from './world.js'

const ask = `<@${botId}> opencensus`
/** A busy machine is no fault. */
const patience = { timeout: 20_000 }
const callback = /^\/interactions\/.*\/callback$/
const messages = /^\/channels\/\d+\/messages$/

describe('a connection', () => {
  it('asks for no privileged intent', async () => {
    const { discord } = await run()
    expect(discord.gateway.intents()).toEqual([(1 << 0) | (1 << 9) | (1 << 12)])
  })

  it('that drops is resumed, and what was said meanwhile is answered', async () => {
    const { discord, events } = await run()
    discord.gateway.drop()
    discord.say(ask)
    await discord.gateway.did('resume 0')
    expect((await discord.messagesIn(discord.channel)).length).toBe(1)
    expect(events).toContain('reconnected')
  })

  it('that Discord wants renewed (op 7) is resumed', async () => {
    const { discord } = await run()
    discord.gateway.order(7)
    await discord.gateway.did('resume 0')
    discord.say(ask)
    expect((await discord.messagesIn(discord.channel)).length).toBe(1)
  })

  it('whose session is invalid (op 9) logs in anew', async () => {
    const { discord } = await run()
    discord.gateway.order(9, false)
    await discord.gateway.did('identify', 2)
    discord.say(ask)
    expect((await discord.messagesIn(discord.channel)).length).toBe(1)
  })

  it('that does not answer heartbeats is given up and resumed', async () => {
    const { discord } = await run({
      before: ({ gateway }) => {
        gateway.habits.heartbeatMilliseconds = 40
        gateway.habits.isDeaf = true
      },
    })
    await discord.gateway.did('resume 0')
    discord.gateway.habits.isDeaf = false
    discord.say(ask)
    expect((await discord.messagesIn(discord.channel)).length).toBe(1)
  })

  it('of two shards answers on both', async () => {
    const { discord, chat } = await run({ shards: 2 })
    expect(discord.gateway.log.filter((line) => line.startsWith('identify'))).toEqual([
      'identify 0/2',
      'identify 1/2',
    ])
    for (const channel of discord.channels) {
      discord.say(ask, channel)
      expect((await discord.messagesIn(channel)).length).toBe(1)
    }
    expect(chat.health().connected).toBe(true)
  })

  it('tells that it is alive, and that it is not after the stop', async () => {
    const { chat } = await run()
    expect(chat.health()).toEqual({ connected: true, seenAt: expect.any(Number) })
    await chat.stop()
    await chat.stop()
    expect(chat.health().connected).toBe(false)
  })
})

describe('what cannot heal', () => {
  it('a wrong token names the variable and where to get one', async () => {
    const starting = run({ config: { token: 'wrong.token.here' } })
    await expect(starting).rejects.toThrow(ChatError)
    await expect(starting).rejects.toThrow(
      /^DISCORD_TOKEN: .*https:\/\/discord\.com\/developers\/applications/,
    )
  })

  it.each([
    [4004, /^DISCORD_TOKEN: /],
    [4013, /intents.*4013/],
    [4014, /intents.*4014.*DISCORD_TOKEN/],
  ])('a login refused with %d is told, and not tried again', async (code, message) => {
    const seen: string[][] = []
    const starting = run({
      before: ({ gateway }) => {
        gateway.habits.refuseIdentify = code
        seen.push(gateway.log)
      },
    })
    await expect(starting).rejects.toThrow(message)
    expect(seen).toEqual([['identify 0/1']])
  })

  it('a token that is taken back while the bot runs ends the chat', async () => {
    const { discord, ends, log } = await run()
    discord.gateway.habits.refuseIdentify = 4004
    discord.gateway.habits.forgetsSessions = true
    discord.gateway.drop()
    await discord.gateway.did('identify', 2)
    await expect.poll(() => ends.map(({ name }) => name), patience).toEqual(['ChatError'])
    expect(log.some(({ msg }) => msg === 'Discord closed the connection for good')).toBe(true)
  })
})

describe('what heals', () => {
  it('is waited for when Discord is out of order at the start', async () => {
    const { discord } = await run({ before: ({ rest }) => rest.fail(/gateway/, 503, {}, 4) })
    expect(discord.gateway.log).toEqual(['identify 0/1'])
  })

  it('is waited for when no login is left today', async () => {
    const { discord } = await run({
      logins: 0,
      before: (fake) => void fake.rest.did(/gateway/, 2).then(() => (fake.logins = 10)),
    })
    expect(discord.gateway.log).toEqual(['identify 0/1'])
  })
})

describe('a start', () => {
  it('that is stopped while it waits for Discord ends without a failure', async () => {
    const { discord, chat, bot, ends } = await run({ isStarted: false })
    discord.rest.fail(/gateway/, 503, {}, 100)
    const starting = chat.start(bot)
    await discord.rest.did(/gateway/, 4)
    await chat.stop()
    await expect(starting).resolves.toBeUndefined()
    expect(ends).toEqual([])
  })
})

describe('a reply', () => {
  it('to a message that comes twice is posted once', async () => {
    const { discord } = await run()
    const id = discord.say(ask)
    discord.say(ask, discord.channel, { id })
    await discord.rest.did(/^POST \/channels/, 2)
    expect((await discord.messagesIn(discord.channel)).length).toBe(1)
  })

  it('from two processes is posted once', async () => {
    const first = await run()
    const { discord } = await run({ beside: first })
    discord.say(ask)
    await discord.rest.did(/^POST \/channels/, 2)
    expect((await discord.messagesIn(discord.channel)).length).toBe(1)
  })

  it.each([
    [429, { retry_after: 0.05, message: 'You are being rate limited.', global: false }],
    [500, {}],
  ])('is sent again after a %d', async (status, body) => {
    const { discord, failures } = await run()
    discord.rest.fail(messages, status, body)
    discord.say(ask)
    expect((await discord.messagesIn(discord.channel)).length).toBe(1)
    expect(failures).toEqual([])
  })

  it.each([10062, 40060])('that comes too late (%d) is counted and logged with its code', async (code) => {
    const { discord, failures, log } = await run()
    discord.rest.fail(callback, code === 10062 ? 404 : 400, { code, message: 'too late' })
    discord.begin('session', { query: 'opencensus' })
    await expect.poll(() => failures, patience).toEqual([String(code)])
    await expect
      .poll(() => log.filter(({ level }) => level >= 50).map(({ err }) => err?.code))
      .toEqual([String(code)])
    expect(discord.rest.log.filter((line) => callback.test(line.slice(5))).length).toBe(1)
  })

  it('that Discord refuses gives way to an apology', async () => {
    const { discord, failures } = await run()
    discord.rest.fail(callback, 400, { code: 50035, message: 'Invalid Form Body' })
    const { original } = await discord.slash('session', { query: 'opencensus' })
    expect(words(original)).toBe(wordingIn('ko').apology)
    expect(original?.flags).toBe(64)
    expect(failures).toEqual(['50035'])
  })

  it('in a channel that the bot may not write to goes to the person, with the permission by name', async () => {
    const { discord, failures } = await run({
      before: ({ channel }) => {
        channel.denied = PermissionFlagsBits.SendMessages
      },
    })
    discord.say(ask)
    const [told] = await discord.messagesIn(discord.direct)
    expect(words(told)).toBe(wordingIn('ko').unsent.forbidden('Send Messages'))
    expect(failures).toEqual(['50013'])
  })

  it('without leave to read the history is posted all the same, as no reply', async () => {
    const { discord } = await run({
      before: ({ channel }) => {
        channel.denied = PermissionFlagsBits.ReadMessageHistory
      },
    })
    discord.say(ask)
    const [answer] = await discord.messagesIn(discord.channel)
    expect(answer?.message_reference).toBeUndefined()
  })

  it('is finished before the bot stops, and no other is begun', async () => {
    const { discord, chat } = await run()
    const [answered] = await Promise.all([
      discord.slash('session', { query: 'opencensus' }),
      discord.rest.did(/callback$/).then(() => chat.stop()),
    ])
    expect(answered.response?.type).toBe(4)
  })
})

describe('a command that asks the store', () => {
  /** A command that tells whether the person may. */
  const rights = (what: 'tips' | 'gaps') => async (_words: string, asker: Asker) => {
    const text = (await asker.mayManage(what)) ? 'you may' : 'you may not'
    return { outcome: 'command', parts: [{ kind: 'text', line: [{ text }] }] } as const
  }
  const commands = { gaps: rights('gaps'), tips: rights('tips') }
  const setting = { setting: 'status' }

  it('says "a moment" first, for the person alone, and then answers in its place', async () => {
    const { discord } = await run({ parts: { commands } })
    const { response, original } = await discord.slash('gaps')
    expect(response).toEqual({ type: 5, data: { flags: 64 } })
    await expect.poll(() => words(original), patience).toBe('you may not')
  })

  it('is allowed to who may manage the server', async () => {
    const { discord } = await run({ parts: { commands } })
    const { original } = await discord.slash('tips', setting, { permissions: organiser })
    await expect.poll(() => words(original), patience).toBe('you may')
  })

  it('is allowed to those whom ORGANISERS names', async () => {
    const { discord } = await run({ config: { organisers: [person.id] }, parts: { commands } })
    const { original } = await discord.slash('gaps', {}, { place: discord.direct })
    await expect.poll(() => words(original), patience).toBe('you may')
  })

  it('lets everybody have tips in their own conversation, but not read the gaps there', async () => {
    const { discord } = await run({ parts: { commands } })
    const tips = await discord.slash('tips', setting, { place: discord.direct })
    await expect.poll(() => words(tips.original), patience).toBe('you may')
    const gaps = await discord.slash('gaps', {}, { place: discord.direct })
    await expect.poll(() => words(gaps.original), patience).toBe('you may not')
  })

  it('asks Discord for the rights of who writes it in a message', async () => {
    const { discord } = await run({ parts: { commands } })
    discord.say(`<@${botId}> gaps`)
    expect((await discord.messagesIn(discord.channel)).map(words)).toEqual(['you may not'])
  })
})
