import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { webApi } from '@slack/bolt'
import { REST } from 'discord.js'
import { afterEach, describe, expect, it } from 'vitest'
import { createLog } from '../../src/operations/log.js'
import { lineCollector } from './lines.js'

const slackToken = ['xoxb', '111111111111', '222222222222', 'abcdefghijklmnopqrstuvwx'].join('-')
const discordToken = ['MTE5ODYyMjQ4MzQ3MTkyNTI0OA', 'Cl2FMQ', 'ZnCjm1XVW7vRze4b7Cq4se7kKWs_abcdefgh'].join(
  '.',
)

const servers: { close(): void }[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A server that answers everything with this status, and with the request's own headers and body. */
async function echo(status: number): Promise<string> {
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (piece) => {
      body += String(piece)
    })
    request.on('end', () => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(
        JSON.stringify({ ok: false, error: 'invalid_auth', code: 0, message: body, seen: request.headers }),
      )
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error('should have failed')
    },
    (error: unknown) => error,
  )
}

function logged(fields: object, secrets: readonly string[] = []) {
  const stream = lineCollector()
  createLog({ level: 'info', pretty: false, secrets }, stream).error(fields, 'Something failed')
  return stream
}

describe('a log line', () => {
  it('is one JSON object with a level in words and a time that people can read', () => {
    const [entry] = logged({ chat: 'slack' }).entries()
    expect(entry).toEqual({
      level: 'error',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      chat: 'slack',
      msg: 'Something failed',
    })
  })

  it('keeps the causes of an error, and drops the objects that SDKs hang on it', () => {
    const cause = Object.assign(new Error('connection refused'), { code: 'ECONNREFUSED' })
    const err = Object.assign(new Error('could not ask', { cause }), {
      socket: { peer: '10.0.0.1' },
      status: 503,
    })
    const [entry] = logged({ err }).entries()
    expect(entry?.err).toEqual({
      type: 'Error',
      message: 'could not ask',
      stack: err.stack,
      status: 503,
      cause: { type: 'Error', message: 'connection refused', stack: cause.stack, code: 'ECONNREFUSED' },
    })
  })

  it('is coloured text at a terminal, without secrets too', () => {
    const stream = lineCollector()
    createLog({ level: 'info', pretty: true, secrets: ['open sesame'] }, stream).info(
      'The word is open sesame',
    )
    expect(stream.lines.join('')).toContain('The word is [redacted]')
    expect(stream.lines.join('')).not.toMatch(/^\{/)
  })

  it('is not written below the level', () => {
    const stream = lineCollector()
    createLog({ level: 'warn', pretty: false, secrets: [] }, stream).info('Answered a question')
    expect(stream.lines).toEqual([])
  })
})

describe('secrets in a log line', () => {
  it.each([
    ['a Slack bot token', `it was ${slackToken}.`, 'it was [redacted]'],
    ['a Slack app token', 'xapp-1-A111-222-0123456789abcdef!', '[redacted]!'],
    ['a Slack user token', 'token=xoxp-1-2-3-abc&x=1', 'token=[redacted]&x=1'],
    ['a Discord token', `login ${discordToken} failed`, 'login [redacted] failed'],
    [
      'an interaction token in an address',
      'POST /interactions/1198622483471925248/aW50ZXJhY3Rpb246MTE5ODYyMjQ4MzQ3/callback',
      'POST /interactions/1198622483471925248/[redacted]/callback',
    ],
    [
      'a response address of Slack',
      'https://hooks.slack.com/commands/T1/2/abc',
      'https://hooks.slack.com/[redacted]',
    ],
    ['the password of a database', 'postgres://bot:s3cr3t@db/bot', 'postgres://bot:[redacted]@db/bot'],
    ['an Authorization header', '"authorization":"Bot abc.def"', '"authorization":"Bot [redacted]"'],
    ['a bearer', 'sent Bearer 0123456789abcdef', 'sent Bearer [redacted]'],
  ])('%s is told by its shape', (_name, text, expected) => {
    expect(logged({ text }).entries()[0]?.text).toBe(expected)
  })

  it.each([
    ['as it is', 'p"ss wörd'],
    ['in JSON', JSON.stringify({ a: 'p"ss wörd' })],
    ['in an address', `?p=${encodeURIComponent('p"ss wörd')}`],
    ['in base64', Buffer.from('p"ss wörd').toString('base64')],
  ])('a configured one is found %s', (_name, text) => {
    const line = logged({ deep: { text } }, ['p"ss wörd']).lines.join('')
    expect(line).toContain('[redacted]')
    expect(line).not.toContain('ss w')
    expect(line).not.toContain(Buffer.from('p"ss wörd').toString('base64'))
  })

  it.each([401, 200, 500])('are not in an error of the Slack SDK after HTTP %i', async (status) => {
    const slackApiUrl = await echo(status)
    const client = new webApi.WebClient(slackToken, { slackApiUrl, retryConfig: { retries: 0 } })
    const err = await rejection(client.chat.postMessage({ channel: 'C1', text: `my token is ${slackToken}` }))
    const line = logged({ err, nested: { original: err } }).lines.join('')
    expect(line).not.toContain('abcdefghijklmnopqrstuvwx')
    expect(JSON.parse(line).err.type).toMatch(/^WebAPI/)
  })

  it('are not in an error of the Slack SDK when nobody answers', async () => {
    const slackApiUrl = 'http://127.0.0.1:9/'
    const client = new webApi.WebClient(slackToken, { slackApiUrl, retryConfig: { retries: 0 } })
    const err = await rejection(client.auth.test())
    const line = logged({ err }).lines.join('')
    expect(line).not.toContain('abcdefghijklmnopqrstuvwx')
    expect(JSON.parse(line).err).toMatchObject({ type: 'WebAPIRequestError', cause: {} })
  })

  it.each([401, 403, 500])('are not in an error of discord.js after HTTP %i', async (status) => {
    const api = await echo(status)
    const rest = new REST({ api: api.slice(0, -1), retries: 0 }).setToken(discordToken)
    const body = { content: `my token is ${discordToken}` }
    const path = '/interactions/1198622483471925248/aW50ZXJhY3Rpb246MTE5ODYyMjQ4MzQ3/callback'
    const err = await rejection(rest.post(path, { body, auth: true }))
    const line = logged({ err, raw: { ...(err as object) } }).lines.join('')
    expect(line).not.toContain('ZnCjm1XVW7vRze4b7Cq4se7kKWs')
    expect(line).not.toContain('aW50ZXJhY3Rpb246')
    expect(JSON.parse(line).err.status).toBe(status)
  })
})
