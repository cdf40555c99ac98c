import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { slowCommand } from '../bot.js'
import { buildHouse, type House, openHouse } from './house.js'

describe('HTTP mode', () => {
  let house: House
  const { command, gate } = slowCommand()
  beforeEach(async () => {
    house = await openHouse({ mode: 'http', bot: { commands: { gaps: command } } })
  })
  afterEach(() => house.close())

  const mention = (id: string) => ({
    type: 'event_callback',
    team_id: 'T1',
    event_id: id,
    event: { type: 'app_mention', user: 'U1', channel: 'C1', text: '<@UBOT> 쿠버네티스', ts: `${id}.1` },
  })

  it.each([
    ['a forged signature', { secret: 'guess' }, 401],
    ['a signature that is no signature', { headers: { 'x-slack-signature': 'x' } }, 401],
    ['a signature of six minutes ago', { ageSeconds: 360 }, 401],
    ['a signature of in six minutes', { ageSeconds: -360 }, 401],
    ['a time that is no time', { headers: { 'x-slack-request-timestamp': 'now' } }, 401],
  ])('refuses %s', async (_what, signing, status) => {
    const response = await house.post('events_api', mention('1'), signing)
    expect(response.status).toBe(status)
    expect(house.slack.board.messages).toEqual([])
  })

  it('refuses a body that is larger than any of Slack', async () => {
    const response = await house.post('events_api', { ...mention('1'), padding: 'x'.repeat(1_000_001) })
    expect(response.status).toBe(413)
  })

  it.each([
    ['null', 'application/json'],
    ['[]', 'application/json'],
    ['7', 'application/json'],
    ['"x"', 'application/json'],
    ['', 'application/json'],
    ['{', 'application/json'],
    ['payload=null', 'application/x-www-form-urlencoded'],
    ['payload=7', 'application/x-www-form-urlencoded'],
    ['payload={', 'application/x-www-form-urlencoded'],
  ])('refuses the signed body %j and goes on', async (body, type) => {
    expect((await house.postRaw(body, type)).status).toBe(400)
    await house.post('events_api', mention('9'))
    expect(await house.slack.board.until(() => house.slack.board.messages[0])).toMatchObject({
      thread_ts: '9.1',
    })
  })

  it('answers a request that is replayed once', async () => {
    const replayed = mention('2')
    await house.post('events_api', replayed)
    const retry = { headers: { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' } }
    expect((await house.post('events_api', replayed, retry)).status).toBe(200)
    await house.post('events_api', mention('3'))
    await house.slack.board.until(() => house.slack.board.messages[1])
    expect(house.slack.board.messages.map(({ thread_ts }) => thread_ts)).toEqual(['2.1', '3.1'])
  })

  it('runs nothing twice when a signed request is captured and sent again', async () => {
    const captured = { user_id: 'U1', channel_id: 'C1', channel_name: 'general', team_id: 'T1' }
    const second = Math.floor(Date.now() / 1000)
    const send = () =>
      house.post(
        'slash_commands',
        { ...captured, command: '/devops', text: 'help' },
        { ageSeconds: Math.floor(Date.now() / 1000) - second },
      )
    const answers = await Promise.all([send(), send(), send()])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(house.heard.questions).toEqual(['help'])
  })

  it('closes a request that never comes to its end', async () => {
    const port = house.lines.find(({ msg }) => msg === 'Listening for Slack')?.port
    const socket = connect(Number(port), '127.0.0.1')
    socket.write('POST /slack/events HTTP/1.1\r\nhost: bot\r\ncontent-length: 100\r\n\r\nslow')
    const [answer] = await once(socket, 'data')
    expect(String(answer)).toMatch(/^HTTP\/1\.1 408 /u)
    await once(socket, 'close')
  })

  it("answers Slack's question whether this is the right address", async () => {
    const response = await house.post('events_api', { type: 'url_verification', challenge: 'abc' })
    expect(await response.json()).toEqual({ challenge: 'abc' })
  })

  it('tells no time at which Slack was heard: a quiet night is no dead chat', async () => {
    await house.post('events_api', mention('5'))
    expect(house.chat.health()).toEqual({ connected: true, seenAt: undefined })
  })

  it('knows no other path', async () => {
    const port = house.lines.find(({ msg }) => msg === 'Listening for Slack')?.port
    expect((await fetch(`http://127.0.0.1:${port}/`, { method: 'POST' })).status).toBe(404)
  })

  it('turns away what comes while it stops, so that Slack tries again', async () => {
    await house.people.command('gaps')
    await gate.reached
    const stopped = house.chat.stop()
    expect((await house.post('events_api', mention('4'))).status).toBe(503)
    gate.open()
    await stopped
    expect(house.slack.board.messages.map(({ text }) => text)).toEqual(['At last'])
  })
})

it('says which variable to change when the port is taken', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, resolve))
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const { house, start } = await buildHouse({
    config: { mode: { kind: 'http', signingSecret: 'shh', port } },
  })
  await expect(start()).rejects.toThrow(
    `PORT: cannot listen on ${port} (EADDRINUSE). Choose a free port with PORT=…`,
  )
  await house.close()
  other.close()
})
