import { describe, expect, it } from 'vitest'
import { encodeAction } from '../../../src/answer/action.js'
import { wordingIn } from '../../../src/answer/wording/wording.js'
import { shippedNotes } from '../../shipped-notes.js'
import { longNotes } from '../long-notes.js'
import { run, words } from './running.js'
import type { KeptMessage } from './world.js'

describe('the share button', () => {
  it('posts the card for everybody with the name of who shared it, and takes the private one away', async () => {
    const { discord } = await run()
    const { original } = await discord.slash('session', { query: 'opencensus' })
    const card = known(original)
    const { response, original: left } = await discord.press(card, 'ko:share')
    expect(response?.type).toBe(6)
    const [shared] = await discord.messagesIn(discord.channel)
    expect(shared?.embeds).toEqual(card.embeds)
    // Slides and other talks stay within reach; only the asker can share or vote.
    expect(JSON.stringify(shared?.components)).toContain('"url":"https://')
    expect(JSON.stringify(shared?.components)).not.toMatch(/:(share|vote)/)
    expect(shared?.content).toContain('민지')
    expect(shared?.flags).toBe(0)
    await discord.rest.did(/^DELETE .*@original$/)
    expect(left).toBe(card)
  })

  it('leaves the private card where it is, and says so, when sharing fails', async () => {
    const { discord, failures } = await run()
    const { original } = await discord.slash('session', { query: 'opencensus' })
    discord.rest.fail(/^\/webhooks\/\d+\/[\w.-]+$/, 403, { code: 50013, message: 'Missing Permissions' })
    await discord.press(known(original), 'ko:share')
    await discord.rest.did(/^POST \/webhooks/, 2)
    expect(failures).toEqual(['50013'])
    expect(discord.channel.messages).toEqual([])
    expect(discord.rest.log.some((line) => line.startsWith('DELETE'))).toBe(false)
  })
})

describe('a thumb', () => {
  it('is replaced by thanks, with the other one, in the same message', async () => {
    const votes: unknown[] = []
    const listener = { answered: () => {}, voted: (...vote: unknown[]) => void votes.push(vote) }
    const { discord } = await run({ parts: { listener } })
    const { original } = await discord.slash('session', { query: 'opencensus' })
    const card = known(original)
    const { embeds } = card
    const { response } = await discord.press(card, '도움됐어요')
    expect(response?.type).toBe(7)
    expect(card.content).toContain(wordingIn('ko').thanksFor('up'))
    expect(card.embeds).toEqual(embeds)
    expect(JSON.stringify(card.components)).not.toContain(':vote:')
    expect(votes).toEqual([[expect.stringMatching(/^[\w-]{12}$/), 'up']])
  })
})

describe('a menu of other sessions', () => {
  it('opens the chosen one as a new private card', async () => {
    const { discord } = await run()
    const action = encodeAction({
      kind: 'session',
      locale: 'en',
      session: await openCensus(),
    })
    const { original } = await discord.slash('session', { query: 'kubernetes' })
    const menu = { ...known(original), components: [menuOf(action)] }
    const { response, original: opened } = await discord.press(menu, action)
    expect(response?.type).toBe(4)
    expect(opened?.flags).toBe(64)
    expect(words(opened)).toMatch(/^\*\*.*OpenCensus/im)
  })
})

describe('a list with pages', () => {
  it('turns them in place', async () => {
    const { discord } = await run({ parts: { notes: () => longNotes } })
    const { original } = await discord.slash('sessions')
    const list = known(original)
    const before = words(list)
    const page = encodeAction({ kind: 'page', locale: 'en', list: 'sessions', page: 1, argument: '' })
    const button = { type: 1, components: [{ type: 2, style: 2, label: 'Next', custom_id: page }] }
    Object.assign(list, { components: [button] })
    const { response } = await discord.press(list, page)
    expect(response?.type).toBe(7)
    expect(words(list)).not.toBe(before)
  })
})

describe('buttons', () => {
  it('work after the bot was started again', async () => {
    const { discord } = await run()
    const { original } = await discord.slash('session', { query: 'opencensus' })
    const card = known(original)
    const later = await run()
    const { response } = await later.discord.press(card, '아니에요')
    expect(response?.type).toBe(7)
  })

  it('of an older edition do nothing, and show no failure', async () => {
    const { discord } = await run()
    const { original } = await discord.slash('help')
    const card = { ...known(original), components: [menuOf('xx:gone:1')] }
    const { response } = await discord.press(card, 'xx:gone:1')
    expect(response).toEqual({ type: 6, data: undefined })
  })

  it('ask an example question anew', async () => {
    const { discord } = await run()
    const ask = encodeAction({ kind: 'ask', locale: 'ko', text: 'opencensus' })
    const { original } = await discord.slash('help')
    const card = { ...known(original), components: [menuOf(ask)] }
    expect(words((await discord.press(card, ask)).original)).toMatch(/OpenCensus/i)
  })
})

function known(message: KeptMessage | undefined): KeptMessage {
  if (!message) throw new Error('There is no message')
  return message
}

function menuOf(value: string) {
  const options = [{ label: 'a choice', value }]
  return { type: 1, components: [{ type: 3, custom_id: 'menu:0', placeholder: 'choose', options }] }
}

/** The id of the talk on OpenCensus in the shipped notes. */
async function openCensus(): Promise<string> {
  const { library } = await shippedNotes()
  return library.sessions.find(({ title }) => /opencensus/i.test(title))?.id ?? ''
}
