import { PermissionFlagsBits } from 'discord.js'
import { describe, expect, it } from 'vitest'
import type { Reply } from '../../../src/answer/reply.js'
import { type Noticeboard, PostError } from '../../../src/chat/chat.js'
import { rawJson } from '../odd-answers.js'
import { type Running, type RunningOptions, run, words } from './running.js'
import { person } from './world.js'

const session = '2019-korea-devops-meetup/keynote'
const tip: Reply = {
  question: 'abcdefghijkl',
  locale: 'ko',
  outcome: 'command',
  visibility: 'public',
  parts: [{ kind: 'text', line: [{ text: 'A tip' }] }],
  buttons: [{ label: '세션 보기', action: { kind: 'session', locale: 'ko', session } }],
  links: [],
  after: [],
}
const delivery = 'd-0123456789abcdefghijk'
const longAgo = new Date(Date.now() - 3_600_000)
const messages = /^\/channels\/\d+\/messages$/

async function runBoard(options?: RunningOptions): Promise<Running & { readonly board: Noticeboard }> {
  const running = await run(options)
  const board = running.chat.noticeboard
  if (!board) throw new Error('Discord has no noticeboard')
  return { ...running, board }
}

describe('a tip', () => {
  it('is posted once, however often it is sent, and found again', async () => {
    const { discord, board } = await runBoard()
    const { id } = discord.channel
    expect(await board.findDelivery(id, delivery, longAgo)).toBe('absent')
    await board.post(id, tip, delivery)
    await board.post(id, tip, delivery)
    expect(discord.channel.messages.map(words)).toEqual(['A tip'])
    expect(await board.findDelivery(id, delivery, longAgo)).toBe('found')
    expect(await board.findDelivery(id, 'another', longAgo)).toBe('absent')
  })

  it('is found behind more messages than one page holds', async () => {
    const { discord, board } = await runBoard()
    await board.post(discord.channel.id, tip, delivery)
    const [mark] = discord.channel.messages.splice(0)
    for (let count = 0; count < 150; count++) discord.world.keep(discord.channel, { content: 'chatter' })
    if (mark) discord.channel.messages.push({ ...mark, id: discord.world.nextId() })
    expect(await board.findDelivery(discord.channel.id, delivery, longAgo)).toBe('found')
  })

  it('is looked for in no history without end', async () => {
    const { discord, board } = await runBoard()
    const page = Array.from({ length: 100 }, (_, at) => ({ id: String(at + 1), components: [] }))
    discord.rest.script(messages, rawJson(JSON.stringify(page)), 100)
    expect(await board.findDelivery(discord.channel.id, delivery, longAgo)).toBe('unreadable')
    expect(
      discord.rest.log.filter((line) => line.startsWith('GET /channels/') && line.endsWith('/messages')),
    ).toHaveLength(20)
  })

  it('keeps the button of its session working', async () => {
    const { discord, board } = await runBoard()
    await board.post(discord.channel.id, tip, delivery)
    const [posted] = discord.channel.messages
    if (!posted) throw new Error('There is no tip')
    const { response } = await discord.press(posted, '세션 보기')
    expect(response?.type).toBe(4)
  })

  it('without a button carries its mark all the same', async () => {
    const { discord, board } = await runBoard()
    await board.post(discord.channel.id, { ...tip, buttons: [] }, delivery)
    expect(await board.findDelivery(discord.channel.id, delivery, longAgo)).toBe('found')
  })

  it('cannot be looked for where history may not be read', async () => {
    const { discord, board } = await runBoard({
      before: ({ channel }) => {
        channel.denied = PermissionFlagsBits.ReadMessageHistory
      },
    })
    expect(await board.findDelivery(discord.channel.id, delivery, longAgo)).toBe('unreadable')
  })

  const refusals = [
    [404, { code: 10003, message: 'Unknown Channel' }, { reason: 'gone', code: '10003' }],
    [403, { code: 50001, message: 'Missing Access' }, { reason: 'forbidden', code: '50001' }],
    [403, { code: 50013, message: 'Missing Permissions' }, { reason: 'forbidden', code: '50013' }],
    [429, { retry_after: 2 }, { reason: 'later', code: '429', retryAfterSeconds: expect.closeTo(2, 0) }],
    [503, {}, { reason: 'later', code: 'http-503' }],
    [404, { code: 0, message: '404: Not Found' }, { reason: 'later', code: '0' }],
    [403, { code: 99999, message: 'A code of tomorrow' }, { reason: 'later', code: '99999' }],
    [400, { code: 99999, message: 'A code of tomorrow' }, { reason: 'unpostable', code: '99999' }],
    [400, { code: 50035, message: 'Invalid Form Body' }, { reason: 'unpostable', code: '50035' }],
    [400, { code: 240000, message: 'Harmful link' }, { reason: 'unpostable', code: '240000' }],
    [403, { code: 20016, message: 'Slow mode' }, { reason: 'later', code: '20016' }],
  ] as const
  it.each(refusals)('refused with %d %o is told as such, and counted', async (status, body, expected) => {
    const { discord, board, failures } = await runBoard()
    discord.rest.fail(messages, status, body)
    const posting = board.post(discord.channel.id, tip, delivery)
    await expect(posting).rejects.toThrow(PostError)
    await expect(posting).rejects.toMatchObject({ ...expected, uncertain: false })
    expect(failures).toEqual([expected.code])
  })

  it('is uncertain when the connection breaks', async () => {
    const { discord, board } = await runBoard()
    await discord.stop()
    await expect(board.post(discord.channel.id, tip, delivery)).rejects.toMatchObject({
      reason: 'later',
      uncertain: true,
    })
  })
})

describe('what keeps tips from a channel', () => {
  it('is nothing where the bot may see, write and show cards', async () => {
    const { discord, board } = await runBoard()
    expect(await board.obstacle(discord.channel.id)).toBeUndefined()
    expect(await board.obstacle(discord.direct.id)).toBeUndefined()
  })

  it.each([
    [PermissionFlagsBits.SendMessages, 'Send Messages'],
    [PermissionFlagsBits.EmbedLinks, 'Embed Links'],
    [PermissionFlagsBits.SendMessages | PermissionFlagsBits.EmbedLinks, 'Send Messages, Embed Links'],
  ])('is a permission, by name: %d', async (denied, detail) => {
    const { discord, board } = await runBoard({
      before: ({ channel }) => {
        channel.denied = denied
      },
    })
    expect(await board.obstacle(discord.channel.id)).toEqual({ reason: 'forbidden', detail })
  })

  it.each([
    [404, { code: 0, message: '404: Not Found' }, '0'],
    [429, { retry_after: 0.01 }, '429'],
    [500, { code: 0, message: 'Internal Server Error' }, 'http-500'],
    [503, {}, 'http-503'],
  ])('is not known while Discord answers %d to the question', async (status, body, detail) => {
    const { discord, board } = await runBoard()
    discord.rest.fail(/^\/(channels|guilds)\/\d+/, status, body, 20)
    expect(await board.obstacle(discord.channel.id)).toEqual({ reason: 'later', detail })
  })

  it('is that it is no more', async () => {
    const { board } = await runBoard()
    expect(await board.obstacle('700000000000000001')).toEqual({ reason: 'gone', detail: '10003' })
  })

  it('is that a thread is closed', async () => {
    const { discord, board } = await runBoard({
      before: ({ world, channel }) => {
        world.addPlace(11, channel.guild, channel.id).archived = true
      },
    })
    const thread = [...discord.world.places.values()].find(({ type }) => type === 11)
    expect(await board.obstacle(thread?.id ?? '')).toEqual({ reason: 'gone', detail: '50083' })
  })
})

it('an organiser can be told in person', async () => {
  const { discord, board } = await runBoard()
  await board.tell(person.id, tip)
  expect(discord.direct.messages.map(words)).toEqual(['A tip'])
})

it('nothing is posted before the bot is connected', async () => {
  const { discord, board } = await runBoard({ isStarted: false })
  expect(await board.obstacle(discord.channel.id)).toEqual({ reason: 'later', detail: 'not_connected' })
})
