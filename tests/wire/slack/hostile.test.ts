import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { oddAnswers, rawJson } from '../odd-answers.js'
import { buildHouse, type House, openHouse } from './house.js'

// Servers that only half speak Slack's protocol, or mean harm: nothing of theirs may end the process, keep it busy, or
// leave the bot silent when they are well again.

const question = '쿠버네티스'
const patience = { timeout: 20_000 }

let house: House
afterEach(() => house.close())

const shown = () => house.slack.board.messages
const answered = async () => {
  const before = shown().length
  await house.people.command(question)
  expect(shown().length).toBeGreaterThan(before)
}

describe.each(['auth.test', 'apps.connections.open'])('%s', (method) => {
  it.each([
    ...oddAnswers,
    ['an error of no name', rawJson('{"ok":false}')] as const,
    ['an error that is no word', rawJson('{"ok":false,"error":{"a":1}}')] as const,
  ])('with %s is asked again later, and the bot starts', async (_what, answer) => {
    house = await openHouse({ prepare: ({ workspace }) => void workspace.raw.set(method, [answer]) })
    expect(house.pauses[0]).toBeGreaterThanOrEqual(500)
    await answered()
    expect(house.failures).toEqual([])
  })

  it('with limits of no seconds is asked again ever later all the same', async () => {
    const limits = Array.from({ length: 3 }, () => rawJson('{}', { 'retry-after': '0' }, 429))
    house = await openHouse({ prepare: ({ workspace }) => void workspace.raw.set(method, limits) })
    expect(house.pauses.slice(0, 3)).toEqual([500, 1000, 2000])
  })

  it('with a limit of many years is asked again after ten minutes', async () => {
    const limit = rawJson('{}', { 'retry-after': '1000000000' }, 429)
    const built = await buildHouse({ prepare: ({ workspace }) => void workspace.raw.set(method, [limit]) })
    house = built.house
    const starting = built.start()
    await expect.poll(() => house.pauses, patience).toEqual([600_000])
    await house.chat.stop()
    await starting
  })
})

describe('auth.test', () => {
  it.each(['{"ok":true}', '{"ok":true,"user_id":7,"bot_id":{},"team_id":[],"response_metadata":7}'])(
    'that says %s of the bot lets it answer',
    async (told) => {
      house = await openHouse({
        prepare: ({ workspace }) => void workspace.raw.set('auth.test', [rawJson(told)]),
      })
      await answered()
    },
  )
})

describe('apps.connections.open', () => {
  it.each(['{"ok":true}', '{"ok":true,"url":7}', '{"ok":true,"url":null}'])(
    'that says %s is asked again later',
    async (told) => {
      house = await openHouse({
        prepare: ({ workspace }) => void workspace.raw.set('apps.connections.open', [rawJson(told)]),
      })
      await answered()
    },
  )

  it.each(['http://127.0.0.1:1/', 'ws://127.0.0.1/#top', 'nowhere', '', 'ws://127.0.0.1:1/'])(
    'with the address %j is asked again later',
    async (url) => {
      const told = rawJson(JSON.stringify({ ok: true, url }))
      house = await openHouse({
        prepare: ({ workspace }) => void workspace.raw.set('apps.connections.open', [told]),
      })
      await answered()
    },
  )

  it('with an address that never works can be stopped meanwhile', async () => {
    const told = rawJson('{"ok":true,"url":"nowhere"}')
    const raw = Array.from({ length: 50 }, () => told)
    const built = await buildHouse({
      prepare: ({ workspace }) => void workspace.raw.set('apps.connections.open', raw),
    })
    house = built.house
    const starting = built.start()
    await expect.poll(() => house.pauses.length, patience).toBeGreaterThan(1)
    await house.chat.stop()
    await starting
  })
})

describe('an answer to a mention', () => {
  it.each([...oddAnswers, ['an error of no name', rawJson('{"ok":false}')] as const])(
    'that meets %s stops nothing',
    async (_what, answer) => {
      house = await openHouse()
      house.slack.workspace.raw.set('chat.postMessage', [answer])
      await house.people.mention(question)
      await expect.poll(() => house.slack.workspace.raw.get('chat.postMessage'), patience).toEqual([])
      await answered()
      expect(house.slack.workspace.calls.length).toBeLessThan(10)
      expect(house.failures).toEqual([])
    },
  )
})

describe('a socket', () => {
  it.each([
    ['no JSON', 'hello'],
    ['no text', Buffer.from([0, 1, 2, 255])],
    ['deep brackets', '['.repeat(200_000)],
    ['null', 'null'],
    ['an envelope without an id', '{"type":"events_api","payload":{"event":{"type":"app_mention"}}}'],
    ['an envelope without a payload', '{"type":"interactive","envelope_id":"1"}'],
    ['an envelope with a payload of null', '{"type":"slash_commands","envelope_id":"1","payload":null}'],
    ['an event without a type', '{"type":"events_api","envelope_id":"1","payload":{"event":{}}}'],
    [
      'an event of the name of an error',
      '{"type":"events_api","envelope_id":"1","payload":{"event":{"type":"error"}}}',
    ],
    ['an unknown type', '{"type":"party","envelope_id":"1","payload":{}}'],
    ['a second greeting', '{"type":"hello"}'],
    ['an error', '{"type":"error","error":{"msg":"socket closing","code":1}}'],
  ])('that sends %s is heard on', async (_what, frame) => {
    house = await openHouse()
    house.slack.sockets.sendRaw(frame, frame)
    await answered()
    expect(house.slack.sockets.count).toBe(1)
  })

  it('that asks for a new connection at once, again and again, gets it ever later', async () => {
    house = await openHouse()
    const { sockets } = house.slack
    sockets.refreshesAtOnce = true
    sockets.refresh()
    await expect.poll(() => sockets.count, patience).toBe(7)
    sockets.refreshesAtOnce = false
    expect(house.pauses.slice(0, 5)).toEqual([0, 0, 0, 500, 1000])
    await expect.poll(() => sockets.open.length, patience).toBe(1)
    await answered()
  })

  it('that breaks off at once, again and again, is opened ever later', async () => {
    house = await openHouse()
    const { sockets } = house.slack
    for (let count = 2; count < 7; count += 1) {
      sockets.drop()
      await expect.poll(() => sockets.open.length, patience).toBe(1)
    }
    await answered()
    expect(house.pauses.slice(0, 5)).toEqual([0, 0, 0, 500, 1000])
  })

  it('that asks for the same thing a thousand times at once is acknowledged, and the process breathes', async () => {
    house = await openHouse()
    const envelope = (id: number) =>
      JSON.stringify({ type: 'slash_commands', envelope_id: `x${id}`, payload: { command: '/other' } })
    house.slack.sockets.sendRaw(...Array.from({ length: 1000 }, (_, id) => envelope(id)))
    await answered()
    house.slack.board.faults.length = 0
  })

  it('whose link is disabled is opened again', async () => {
    house = await openHouse()
    house.slack.sockets.sendRaw('{"type":"disconnect","reason":"link_disabled"}')
    await expect.poll(() => house.slack.sockets.count, patience).toBe(2)
    await answered()
  })
})

describe('HTTP mode', () => {
  const port = () => Number(house.lines.find(({ msg }) => msg === 'Listening for Slack')?.port)
  const secret = 'shh'
  const body = new URLSearchParams({ command: '/devops', text: question, user_id: 'U1', channel_id: 'C1' })

  const signed = (text = body.toString(), seconds = Math.floor(Date.now() / 1000)) => {
    const hmac = createHmac('sha256', secret).update(`v0:${seconds}:${text}`).digest('hex')
    return [
      'POST /slack/events HTTP/1.1',
      'host: bot',
      'content-type: application/x-www-form-urlencoded',
      `x-slack-request-timestamp: ${seconds}`,
      `x-slack-signature: v0=${hmac}`,
    ]
  }

  /** Sends a request by hand; gives the status of the answer, or `closed`. */
  const send = async (lines: readonly string[], rest: string): Promise<string> => {
    const socket = connect(port(), '127.0.0.1')
    socket.on('error', () => undefined)
    socket.write(`${[...lines, 'connection: close'].join('\r\n')}\r\n\r\n${rest}`)
    const said = once(socket, 'data').then(([chunk]) => String(chunk).slice(9, 12))
    const status = await Promise.race([said, once(socket, 'close').then(() => 'closed')])
    socket.destroy()
    return status
  }
  const length = (text: string) => `content-length: ${Buffer.byteLength(text)}`

  it('refuses hand-made requests, and goes on', async () => {
    house = await openHouse({ mode: 'http' })
    const text = body.toString()
    const [line = '', ...headers] = signed(text)
    const chunked = `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n0\r\n\r\n`
    const twice = headers.flatMap((header) => (header.startsWith('x-slack') ? [header, header] : [header]))
    const statuses = {
      chunked: await send([line, ...headers, 'transfer-encoding: chunked'], chunked),
      'the same again': await send([line, ...headers, length(text)], text),
      'headers twice': await send([line, ...twice, length(text)], text),
      'both lengths': await send(
        [line, ...signed('x').slice(1), length(text), 'transfer-encoding: chunked'],
        chunked,
      ),
      'a length that is none': await send([line, ...headers, 'content-length: -1'], ''),
      'a chunk that is none': await send([line, ...headers, 'transfer-encoding: chunked'], 'zz\r\n'),
      'no method': await send(['BREW /slack/events HTTP/1.1', ...headers, length(text)], text),
      'another method': await send(['GET /slack/events HTTP/1.1', 'host: bot'], ''),
      'a header of 40 kB': await send(
        [line, ...headers, `x-long: ${'x'.repeat(40_000)}`, length(text)],
        text,
      ),
      'no HTTP': await send(['\u0016\u0003\u0001'], ''),
      'a compressed bomb': await send([line, ...headers, 'content-encoding: gzip', length(text)], text),
    }
    expect(statuses).toEqual({
      chunked: '200',
      'the same again': '200',
      'headers twice': '401',
      'both lengths': '400',
      'a length that is none': '400',
      'a chunk that is none': '200',
      'no method': '400',
      'another method': '400',
      'a header of 40 kB': '431',
      'no HTTP': '400',
      'a compressed bomb': '200',
    })
    expect(house.heard.questions).toEqual([question])
    await answered()
  })

  it('takes an endless body for no longer than any of Slack', async () => {
    house = await openHouse({ mode: 'http' })
    const socket = connect(port(), '127.0.0.1')
    socket.on('error', () => undefined)
    socket.write(`${[...signed(), 'transfer-encoding: chunked'].join('\r\n')}\r\n\r\n`)
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`
    const pour = () => {
      while (!socket.destroyed && socket.write(chunk));
    }
    socket.on('drain', pour)
    pour()
    const [answer] = await once(socket, 'data')
    expect(String(answer)).toMatch(/^HTTP\/1\.1 413 /u)
    socket.destroy()
    await answered()
  })

  it('is open to Slack while hundreds of connections say nothing', async () => {
    house = await openHouse({ mode: 'http' })
    const sockets = Array.from({ length: 300 }, () => connect(port(), '127.0.0.1'))
    for (const socket of sockets) {
      socket.on('error', () => undefined)
      socket.write('POST /slack/events HTTP/1.1\r\nx-')
    }
    await answered()
    for (const socket of sockets) socket.destroy()
  })
})
