import { describe, expect, it } from 'vitest'
import { run, words } from './running.js'
import { botId, type Json } from './world.js'

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
    expect(words(found.original)).toMatch(/^### .*OpenCensus/i)
    const elsewhere = await discord.slash('session', { query: 'opencensus', meetup: '1999' })
    expect(words(elsewhere.original)).not.toMatch(/^### .*OpenCensus/i)
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

  it('can be searched for from its menu', async () => {
    const { discord } = await run()
    const { original } = await discord.find('<@300000000000000001> opencensus 발표 있었나요?')
    expect(words(original)).toMatch(/OpenCensus/i)
    expect(original?.flags).toBe(64)
  })
})
