import { afterEach, describe, expect, it, vi } from 'vitest'
import { createGate, slowCommand } from '../bot.js'
import { wordsOf } from './board.js'
import { type House, modes, openHouse } from './house.js'

const question = '쿠버네티스 모니터링'

describe.each(modes)('faults in %s mode', (mode) => {
  let house: House
  const open = async (options: Parameters<typeof openHouse>[0] = {}) => {
    house = await openHouse({ mode, ...options })
    return house
  }
  afterEach(async () => {
    await house.close()
    vi.useRealTimers()
  })

  const shown = () => house.slack.board.messages
  const sent = () => house.slack.workspace.calls.filter(({ method }) => method === 'chat.postMessage')

  describe('repeated events', () => {
    it('with the same event_id are answered once', async () => {
      const { people } = await open()
      const event = { type: 'app_mention', user: 'U1', channel: 'C1', text: `<@UBOT> ${question}`, ts: '7.1' }
      await people.event(event, 'EvSame')
      await people.event({ ...event, ts: '7.2' }, 'EvSame')
      await people.message('last')
      await house.slack.board.until(() => shown().find(({ channel }) => channel === 'D1'))
      expect(shown().map(({ channel }) => channel)).toEqual(['C1', 'D1'])
    })

    it('with the same channel and ts are answered once, also when one is a mention and one a message', async () => {
      const { people } = await open()
      const message = { user: 'U1', channel: 'D1', text: question, ts: '8.1' }
      await people.event({ type: 'message', channel_type: 'im', ...message })
      await people.event({ type: 'app_mention', ...message })
      await people.event({ type: 'message', channel_type: 'im', ...message })
      await people.mention('last')
      await house.slack.board.until(() => shown().find(({ channel }) => channel === 'C1'))
      expect(shown().map(({ channel }) => channel)).toEqual(['D1', 'C1'])
    })
  })

  it.each([
    ["another bot's message", { bot_id: 'B2', subtype: 'bot_message' }],
    ['its own message', { user: 'UBOT', bot_id: 'BBOT' }],
    ['an edit', { subtype: 'message_changed', message: { text: question }, user: undefined }],
    ['a deletion', { subtype: 'message_deleted', deleted_ts: '1.1', user: undefined }],
    ['an edited message', { edited: { user: 'U1', ts: '1.2' } }],
    ['a message in a channel without a mention', { channel: 'C1', channel_type: 'channel' }],
  ])('does not answer %s', async (_what, facts) => {
    const { people } = await open()
    await people.message(question, facts)
    await people.message('last', { ts: '9.9' })
    await house.slack.board.until(() => shown()[0])
    expect(house.heard.questions.filter((text) => text === question)).toEqual([])
    expect(sent()).toHaveLength(1)
  })

  it('does not answer a mention that was edited in', async () => {
    const { people } = await open()
    await people.mention(question, { edited: { user: 'U1', ts: '1.2' } })
    await people.message('last')
    await house.slack.board.until(() => shown()[0])
    expect(shown().map(({ channel }) => channel)).toEqual(['D1'])
  })

  describe('acknowledgements', () => {
    it('come before the answer when the store is asked, and the answer comes by response_url', async () => {
      const { command, gate } = slowCommand()
      const { people } = await open({ bot: { commands: { gaps: command } } })
      await people.command('gaps')
      expect(shown()).toEqual([])
      gate.open()
      const answer = await house.slack.board.until(() => shown()[0])
      expect(answer).toMatchObject({ channel: 'C1', to: 'U1', text: 'At last' })
    })

    it('come even when the answer throws, with an apology', async () => {
      const { people } = await open({
        bot: {
          notes: () => {
            throw new Error('No notes today')
          },
        },
      })
      await people.command('sessions')
      await people.mention('sessions')
      await house.slack.board.until(() => house.lines.find(({ level }) => level >= 50))
      expect(house.slack.board.faults).toEqual([])
    })

    it('come to commands that nobody listens to', async () => {
      const { people } = await open()
      await people.command('help', { command: '/other' })
      expect(shown()).toEqual([])
    })
  })

  describe('what Slack refuses', () => {
    it('is sent again as long after a 429 as Retry-After says, once', async () => {
      const { people, slack } = await open()
      const headers = { 'retry-after': '3' }
      slack.workspace.scripted.set('chat.postMessage', [{ status: 429, headers, body: 'slow down' }])
      await people.mention(question)
      await slack.board.until(() => shown()[0])
      expect(house.pauses).toContain(3000)
      expect(sent()).toHaveLength(2)
      expect(shown()).toHaveLength(1)
    })

    it('is given up where Slack asks to wait longer than anybody does', async () => {
      const { people, slack } = await open()
      const headers = { 'retry-after': '31' }
      slack.workspace.scripted.set('chat.postMessage', [{ status: 429, headers, body: 'slow down' }])
      await people.mention(question)
      await slack.board.until(() => house.lines.find(({ msg }) => msg === 'Could not send a reply'))
      expect(sent()).toHaveLength(1)
    })

    it('at a response_url is logged and counted, not thrown', async () => {
      const { command, gate } = slowCommand()
      const { people, slack } = await open({ bot: { commands: { gaps: command } } })
      slack.responseUrls.scripted.push({ status: 404 })
      await people.command('gaps')
      gate.open()
      await slack.board.until(() => house.lines.find(({ msg }) => msg === 'Could not send a reply'))
      expect(house.counted).toContain('failed http-404')
      await people.command(question)
      expect(shown()).toHaveLength(1)
    })

    it('at a response_url with a 429 is sent again', async () => {
      const { command, gate } = slowCommand()
      const { people, slack } = await open({ bot: { commands: { gaps: command } } })
      slack.responseUrls.scripted.push({ status: 429, headers: { 'retry-after': '0' } })
      await people.command('gaps')
      gate.open()
      expect((await slack.board.until(() => shown()[0])).text).toBe('At last')
    })

    it('for want of a permission is told to the asker', async () => {
      const { people, slack } = await open()
      slack.workspace.scripted.set('chat.postMessage', [
        { status: 200, body: { ok: false, error: 'restricted_action' } },
      ])
      await people.mention(question)
      const told = await slack.board.until(() => shown()[0])
      expect(told.channel).toBe('U1')
      expect(told.text).toContain('restricted_action')
    })
  })

  it('tells that the bot token was revoked while it ran', async () => {
    const { people, slack } = await open()
    slack.workspace.botToken = 'xoxb-another'
    await people.mention(question)
    await slack.board.until(() => house.lines.find(({ msg }) => msg === 'Could not send a reply'))
    expect(house.failures.map(String)).toEqual([
      'ChatError: SLACK_BOT_TOKEN: Slack does not accept this token (invalid_auth). Copy the Bot User OAuth Token ' +
        '(xoxb-…) from https://api.slack.com/apps > your app > OAuth & Permissions; if it was revoked, press ' +
        'Reinstall there first',
    ])
  })

  it('knows nothing of a button that it did not make, and goes on', async () => {
    const { people, slack } = await open()
    const value = '{"action":"ko:destroy"}'
    const elements = [
      { type: 'button', action_id: 'share:0', text: { type: 'plain_text', text: 'x' }, value },
    ]
    const message = { channel: 'C1', ts: '1.1', text: 'x', blocks: [{ type: 'actions', elements }] }
    await people.press(message, 'x')
    await slack.board.until(() => house.lines.find(({ level }) => level === 40))
    await people.command(question)
    expect(wordsOf(shown()[0]?.blocks ?? [])).toContain('Kubernetes')
  })
})

describe('a command whose answer is not ready', () => {
  it('is acknowledged after 2.5 seconds; the answer comes by response_url', async () => {
    const gate = createGate()
    const house = await openHouse({
      wrap: (bot) => ({
        ...bot,
        answer: async (...asked) => {
          gate.arrived()
          await gate.opened
          await bot.answer(...asked)
        },
      }),
    })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const acknowledged = house.people.command(question)
    await gate.reached
    await vi.advanceTimersByTimeAsync(2500)
    vi.useRealTimers()
    await acknowledged
    expect(house.slack.board.messages).toEqual([])
    gate.open()
    const answer = await house.slack.board.until(() => house.slack.board.messages[0])
    expect(answer).toMatchObject({ channel: 'C1', to: 'U1' })
    expect(house.slack.board.faults).toEqual([])
    await house.close()
  })
})
