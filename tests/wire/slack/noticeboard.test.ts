import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Reply } from '../../../src/answer/reply.js'
import { type Noticeboard, PostError } from '../../../src/chat/chat.js'
import { type House, openHouse } from './house.js'

const reply: Reply = {
  question: 'tip',
  locale: 'ko',
  outcome: 'command',
  visibility: 'public',
  parts: [{ kind: 'text', line: [{ text: '오늘의 팁' }] }],
  buttons: [],
  links: [],
  after: [],
}

describe("Slack's noticeboard", () => {
  let house: House
  let board: Noticeboard
  beforeEach(async () => {
    house = await openHouse()
    if (!house.chat.noticeboard) throw new Error('Slack has a noticeboard')
    board = house.chat.noticeboard
  })
  afterEach(() => house.close())

  const since = new Date(Date.now() - 60_000)
  const refuse = (status: number, body: unknown, headers = {}) =>
    house.slack.workspace.scripted.set('chat.postMessage', [{ status, body, headers }])
  const post = () => board.post('C1', reply, 'd1').catch((error: unknown) => error)

  it('posts a tip that can be found by its delivery, on later pages too', async () => {
    await board.post('C1', reply, 'd1')
    expect(house.slack.board.messages[0]).toMatchObject({
      channel: 'C1',
      text: '오늘의 팁',
      metadata: { event_type: 'tip_delivered', event_payload: { delivery: 'd1' } },
    })
    for (const delivery of ['d2', 'd3', 'd4']) await board.post('C1', reply, delivery)
    expect(await board.findDelivery('C1', 'd1', since)).toBe('found')
    expect(await board.findDelivery('C1', 'd9', since)).toBe('absent')
    expect(await board.findDelivery('C1', 'd1', new Date(Date.now() + 600_000))).toBe('absent')
  })

  it('looks through no history without end', async () => {
    const body = { ok: true, messages: [], response_metadata: { next_cursor: 'again' } }
    const pages = Array.from({ length: 100 }, () => ({ status: 200, body }))
    house.slack.workspace.scripted.set('conversations.history', pages)
    expect(await board.findDelivery('C1', 'd1', since)).toBe('unreadable')
    expect(pages).toHaveLength(80)
  })

  it('cannot look where it is not a member, or has no scope', async () => {
    house.slack.workspace.channels = [{ id: 'C1', member: false }, { id: 'C2' }]
    expect(await board.findDelivery('C1', 'd1', since)).toBe('unreadable')
    house.slack.workspace.scopes = []
    expect(await board.findDelivery('C2', 'd1', since)).toBe('unreadable')
  })

  it('looks for a tip in a group direct message as well', async () => {
    house.slack.workspace.channels = [{ id: 'G7', private: true, group: true }]
    await board.post('G7', reply, 'd1')
    expect(await board.findDelivery('G7', 'd1', since)).toBe('found')
  })

  it('says that looking is worth another try when Slack is away', async () => {
    house.slack.workspace.scripted.set('conversations.history', [{ status: 503, body: '' }])
    await expect(board.findDelivery('C1', 'd1', since)).rejects.toMatchObject({ reason: 'later' })
  })

  it.each([
    [{ id: 'C2' }, undefined],
    [{ id: 'C2', member: false }, undefined],
    [{ id: 'G2', private: true, member: true }, undefined],
    [{ id: 'G2', private: true, group: true }, undefined],
    [
      { id: 'G2', private: true, member: false },
      { reason: 'forbidden', detail: 'not_in_channel' },
    ],
    [
      { id: 'C2', archived: true },
      { reason: 'gone', detail: 'is_archived' },
    ],
  ])('tells what keeps it from posting: %o', async (channel, obstacle) => {
    house.slack.workspace.channels = [channel]
    expect(await board.obstacle(channel.id)).toEqual(obstacle)
  })

  it('knows a channel that is not there, and a scope that is missing', async () => {
    expect(await board.obstacle('C404')).toEqual({ reason: 'gone', detail: 'channel_not_found' })
    house.slack.workspace.scopes = []
    expect(await board.obstacle('C1')).toEqual({ reason: 'forbidden', detail: 'channels:read' })
  })

  it.each([
    ['is_archived', 'gone', 'is_archived'],
    ['channel_not_found', 'gone', 'channel_not_found'],
    ['not_in_channel', 'forbidden', 'not_in_channel'],
    ['restricted_action', 'forbidden', 'restricted_action'],
    ['internal_error', 'later', 'internal_error'],
    ['account_inactive', 'later', 'account_inactive'],
  ])('takes %s for %s', async (error, reason, code) => {
    refuse(200, { ok: false, error })
    expect(await post()).toMatchObject({ name: 'PostError', reason, code, uncertain: false })
  })

  it('names the scope that is missing', async () => {
    refuse(200, { ok: false, error: 'missing_scope', needed: 'chat:write' })
    expect(await post()).toMatchObject({ reason: 'forbidden', code: 'chat:write' })
  })

  it('passes on how long Slack wants it to wait, and does not wait itself', async () => {
    refuse(429, '', { 'retry-after': '30' })
    expect(await post()).toMatchObject({ reason: 'later', code: 'ratelimited', retryAfterSeconds: 30 })
    expect(house.slack.workspace.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1)
  })

  it('says when nobody knows whether the post is there', async () => {
    refuse(503, '')
    expect(await post()).toMatchObject({ reason: 'later', code: 'http-503', uncertain: false })
    await house.slack.down()
    // The connection that was kept open breaks under the first; the second finds nobody there.
    expect(await post()).toMatchObject({ reason: 'later', uncertain: true })
    expect(await post()).toMatchObject({ reason: 'later', code: 'ECONNREFUSED', uncertain: false })
    expect(await post()).toBeInstanceOf(PostError)
  })

  it('writes to a person', async () => {
    await board.tell('U1', reply)
    expect(house.slack.board.messages[0]).toMatchObject({ channel: 'U1', text: '오늘의 팁' })
  })
})

describe('rights', () => {
  const asked = async (command: 'tips' | 'gaps', place: { channel: string; user: string }) => {
    const answers: boolean[] = []
    const house = await openHouse({
      config: { organisers: ['U7'] },
      prepare: ({ workspace }) => {
        workspace.admins = ['U8', 'U9']
        workspace.foreigners = ['U9']
        workspace.channels = [{ id: 'C1', creator: 'U6' }, { id: 'D1' }]
      },
      bot: {
        commands: {
          [command]: async (
            _words: string,
            asker: { mayManage: (what: 'tips' | 'gaps') => Promise<boolean> },
          ) => {
            answers.push(await asker.mayManage(command))
            return { outcome: 'command' as const, parts: [{ kind: 'text' as const, line: [{ text: 'ok' }] }] }
          },
        },
      },
    })
    await house.people.command(command === 'tips' ? 'tips status' : 'gaps', place)
    await house.slack.board.until(() => house.slack.board.messages[0])
    await house.close()
    return answers
  }

  it.each([
    ['an organiser', 'tips', { channel: 'C1', user: 'U7' }, true],
    ['an admin', 'tips', { channel: 'C1', user: 'U8' }, true],
    ['an admin of another company', 'tips', { channel: 'C1', user: 'U9' }, false],
    ['who made the channel', 'tips', { channel: 'C1', user: 'U6' }, true],
    ['who made the channel', 'gaps', { channel: 'C1', user: 'U6' }, false],
    ['somebody', 'tips', { channel: 'C1', user: 'U1' }, false],
    ['somebody in a direct message', 'tips', { channel: 'D1', user: 'U1' }, true],
    ['somebody in a direct message', 'gaps', { channel: 'D1', user: 'U1' }, false],
    ['an organiser', 'gaps', { channel: 'D1', user: 'U7' }, true],
  ] as const)('of %s for %s: %o', async (_who, command, place, may) => {
    expect(await asked(command, place)).toEqual([may])
  })
})
