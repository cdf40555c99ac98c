import { describe, expect, it } from 'vitest'
import { wordingIn } from '../../../src/answer/wording/wording.js'
import type { StoreCommand } from '../../../src/chat/bot-listener.js'
import { organiser } from './fake-discord.js'
import { run, words } from './running.js'
import { botId, type Json, person } from './world.js'

describe('a slash command', () => {
  it('is answered in private with a card, in the language of the person', async () => {
    const { discord } = await run()
    const { response, original } = await discord.slash('session', { query: 'opencensus' })
    expect(response?.type).toBe(4)
    expect(original?.flags).toBe(64)
    expect(words(original)).toMatch(/OpenCensus/i)
    const english = await discord.slash('session', { query: 'opencensus' }, { locale: 'en-US' })
    expect(words(english.original)).toContain('Only the slides of this talk are here.')
  })

  it('is answered for everybody when public:yes is chosen', async () => {
    const { discord } = await run()
    const { original } = await discord.slash('session', { query: 'opencensus', public: 'yes' })
    expect(original?.flags).toBe(0)
    expect(discord.channel.messages).toEqual([original])
  })

  it.each([
    ['sessions', {}],
    ['sessions', { meetup: '2019' }],
    ['slides', { query: 'opencensus' }],
    ['slides', {}],
    ['speaker', { name: '김진웅' }],
    ['help', {}],
  ])('answers %s %o', async (command, values) => {
    const { discord, failures } = await run()
    const { original } = await discord.slash(command, values)
    expect(words(original).length).toBeGreaterThan(20)
    expect(failures).toEqual([])
  })

  it('narrows the search by its filters', async () => {
    const { discord } = await run()
    const found = await discord.slash('session', { query: 'opencensus', speaker: '김진웅' })
    expect(words(found.original)).toMatch(/^\*\*.*OpenCensus/im)
    const elsewhere = await discord.slash('session', { query: 'opencensus', meetup: '1999' })
    expect(words(elsewhere.original)).not.toMatch(/^\*\*.*OpenCensus/im)
  })

  it('works in a direct message, without a button to share', async () => {
    const { discord } = await run()
    const { original } = await discord.slash('session', { query: 'opencensus' }, { place: discord.direct })
    expect(words(original)).toMatch(/OpenCensus/i)
    expect(JSON.stringify(original?.components)).not.toContain(':share')
  })
})

describe('completion', () => {
  it('offers the newest sessions before anything is typed', async () => {
    const { discord } = await run()
    const choices = await discord.type('session', 'query', '')
    expect(choices.length).toBeGreaterThan(3)
    expect(choices.length).toBeLessThanOrEqual(25)
  })

  it.each([
    ['session', 'query', 'opencen', /OpenCensus/i],
    ['session', 'query', '자동', /자동화/],
    ['speaker', 'name', '김진', /김진웅/],
    ['session', 'speaker', '김진', /김진웅/],
    ['sessions', 'meetup', 'devops', /DevOps/i],
  ])('completes %s %s: %s', async (command, option, typed, expected) => {
    const { discord } = await run()
    expect((await discord.type(command, option, typed))[0]?.name).toMatch(expected)
  })

  it('offers only what fits the options filled in before', async () => {
    const { discord } = await run()
    const choices = await discord.type('session', 'query', '', { speaker: '김진웅' })
    const all = await discord.type('session', 'query', '')
    expect(choices.length).toBeGreaterThan(0)
    expect(choices.length).toBeLessThan(all.length)
  })

  it('finds a session by the value of its choice', async () => {
    const { discord } = await run()
    const [first] = await discord.type('session', 'query', 'opencensus')
    const { original } = await discord.slash('session', { query: first?.value ?? '' })
    expect(words(original)).toMatch(/OpenCensus/i)
  })
})

describe('a message', () => {
  it('that mentions the bot is answered with a reply to it', async () => {
    const { discord } = await run()
    const id = discord.say(`<@${botId}> opencensus`)
    const [answer] = await discord.messagesIn(discord.channel)
    expect(words(answer)).toMatch(/OpenCensus/i)
    expect(answer?.message_reference).toEqual({ message_id: id, fail_if_not_exists: false })
  })

  it('that mentions it by nickname, in a thread, is answered there', async () => {
    const { discord } = await run()
    const thread = discord.world.addPlace(11, discord.channel.guild, discord.channel.id)
    discord.say(`opencensus <@!${botId}>`, thread)
    expect(words((await discord.messagesIn(thread))[0])).toMatch(/OpenCensus/i)
    expect(discord.channel.messages).toEqual([])
  })

  it('sent directly needs no mention', async () => {
    const { discord } = await run()
    discord.say('opencensus', discord.direct)
    expect(words((await discord.messagesIn(discord.direct))[0])).toMatch(/OpenCensus/i)
  })

  const ping = { mentions: [{ id: botId, username: 'devops', discriminator: '0', avatar: null, bot: true }] }
  const notForUs: readonly (readonly [string, string, Json])[] = [
    ['pings everyone', '@everyone opencensus', { mention_everyone: true }],
    [
      'pings a role of the bot',
      '<@&400000000000000001> opencensus',
      { mention_roles: ['400000000000000001'] },
    ],
    ['replies to the bot with a ping', 'opencensus', { type: 19, ...ping }],
    ['comes from a bot', `<@${botId}> opencensus`, { author: { id: '9', username: 'b', bot: true } }],
    ['comes from a webhook', `<@${botId}> opencensus`, { webhook_id: '500000000000000001' }],
    ['is a system message', `<@${botId}> opencensus`, { type: 6 }],
  ]
  it.each(notForUs)('that %s is left alone', async (_what, content, raw) => {
    const { discord } = await run()
    discord.say(content, discord.channel, raw)
    discord.say(`<@${botId}> help`)
    const answers = await discord.messagesIn(discord.channel)
    expect(answers.length).toBe(1)
    expect(words(answers[0])).not.toMatch(/OpenCensus/i)
  })

  it.each([
    ['forwarded', { message_snapshots: [{ message: { content: 'opencensus 발표', embeds: [] } }] }],
    ['of a card', { embeds: [{ type: 'rich', title: 'opencensus', description: '발표' }] }],
  ])('can be searched for from its menu when it is %s', async (_what, more) => {
    const { discord } = await run()
    expect(words((await discord.find('', {}, more)).original)).toMatch(/OpenCensus/i)
  })

  it('can be searched for from its menu', async () => {
    const { discord } = await run()
    const { original } = await discord.find('<@300000000000000001> opencensus 발표 있었나요?')
    expect(words(original)).toMatch(/OpenCensus/i)
    expect(original?.flags).toBe(64)
  })
})

describe('a command for organisers', () => {
  const echo: StoreCommand = async (text) => ({
    outcome: 'command',
    parts: [{ kind: 'text', line: [{ text: `set: ${text}` }] }],
  })

  it('asks in a form for what it was not told, and runs with what was filled in', async () => {
    const { discord } = await run({ parts: { commands: { tips: echo } } })
    const opened = await discord.slash('tips', {}, { permissions: organiser })
    expect(opened.response).toMatchObject({ type: 9, data: { title: wordingIn('ko').tipsForm.title } })
    const form = (opened.response?.data ?? {}) as Json
    const sent = await discord.submit(form, { time: ' 08:30 ', zone: 'Europe/London' })
    await expect.poll(() => words(sent.original)).toBe('set: on 08:30 Europe/London')
    const empty = await discord.submit(form, { time: '', zone: '' })
    await expect.poll(() => words(empty.original)).toBe('set: on')
  })

  it('is told apart from the others in help, and clickable there', async () => {
    const { discord } = await run()
    const ids = discord.commandIds()
    const { original } = await discord.slash('help', {}, { permissions: organiser })
    expect(words(original)).toContain(`</devops session:${ids.get('devops')}>`)
    expect(words(original)).toContain(`</devops-admin tips:${ids.get('devops-admin')}>`)
    const member = await discord.slash('help')
    expect(words(member.original)).not.toContain('tips')
  })
})

describe('an app that only a person installed', () => {
  const raw = { authorizing_integration_owners: { 1: person.id }, context: 0 }
  const where: StoreCommand = async (_words, asker) => {
    const may = (await asker.mayManage('gaps')) || (await asker.mayManage('tips'))
    const text = `${asker.channel ?? 'nowhere'}: ${may ? 'may' : 'may not'}`
    return { outcome: 'command', parts: [{ kind: 'text', line: [{ text }] }] }
  }

  it('answers in every server, but has no tips there and knows no organisers', async () => {
    const { discord } = await run({ parts: { commands: { tips: where } } })
    const found = await discord.slash('session', { query: 'opencensus' }, { raw })
    expect(words(found.original)).toMatch(/OpenCensus/i)
    const setting = { setting: 'status' }
    const asked = await discord.slash('tips', setting, { permissions: organiser, raw })
    await expect.poll(() => words(asked.original)).toBe('nowhere: may not')
  })

  it('takes a conversation of several people for no direct message', async () => {
    const { discord } = await run({ parts: { commands: { tips: where } } })
    const group = { ...raw, context: 2, guild_id: undefined, member: undefined, user: person }
    const asked = await discord.slash('tips', { setting: 'status' }, { place: discord.direct, raw: group })
    await expect.poll(() => words(asked.original)).toBe('nowhere: may not')
    const found = await discord.slash(
      'session',
      { query: 'opencensus' },
      { place: discord.direct, raw: group },
    )
    expect(JSON.stringify(found.original?.components)).toContain(':share')
  })
})
