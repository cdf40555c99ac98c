import { createServer, type RequestListener, type Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { type WebSocket, WebSocketServer } from 'ws'
import { applicationId, botUser, person, token } from '../wire/discord/world.js'

/** A platform that sends commands and takes every answer without a look, so that it keeps up. */
export interface CarelessChat {
  readonly name: 'slack' | 'discord'
  /** What the bot has to be told to come here. */
  readonly env: Readonly<Record<string, string>>
  /** Sends so many commands a second; gives their number. */
  readonly send: (perSecond: number, seconds: number) => Promise<number>
  /** Milliseconds from each command to its answer. */
  readonly waits: () => readonly number[]
  readonly forget: () => void
  readonly stop: () => Promise<void>
}

const questions = ['모니터링', 'kubernetes', '쿠버네티스 배포', 'opencensus', '점심 메뉴', '김진웅']

/** A Discord. */
export async function startDiscord(): Promise<CarelessChat> {
  const clock = new Stopwatch()
  let socket: WebSocket | undefined
  let sequence = 1
  let last = 0
  const { server, port } = await listen((request, response) => {
    request.resume()
    const path = request.url ?? ''
    const id = /\/interactions\/(\d+)\//u.exec(path)?.[1]
    if (id) {
      clock.answered(id)
      response.writeHead(204).end()
      return
    }
    const limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 }
    const body = path.endsWith('/gateway/bot')
      ? { url: `ws://${request.headers.host}`, shards: 1, session_start_limit: limit }
      : []
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  new WebSocketServer({ server }).on('connection', (opened) => {
    socket = opened
    opened.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 } }))
    opened.on('message', (raw) => {
      const { op }: { op?: unknown } = JSON.parse(String(raw))
      if (op === 1) opened.send('{"op":11,"d":null}')
      if (op !== 2) return
      const d = { v: 10, user: botUser, guilds: [], session_id: 's', application: { id: applicationId } }
      opened.send(JSON.stringify({ op: 0, t: 'READY', s: sequence++, d }))
    })
  })
  const one = (number: number) => {
    const id = String((BigInt(Date.now() - 1_420_070_400_000) << 22n) + BigInt(last++ % 4_000_000))
    const option = { type: 3, name: 'query', value: questions[number % questions.length] }
    const data = {
      id: '1',
      name: 'devops',
      type: 1,
      options: [{ type: 1, name: 'session', options: [option] }],
    }
    const place = { guild_id: '5', channel_id: '6', locale: 'ko', app_permissions: '52224', context: 0 }
    const member = { user: person, nick: null, roles: [], permissions: '52224' }
    const d = { id, application_id: applicationId, type: 2, token: `token-${id}`, data, ...place, member }
    clock.sent(id)
    socket?.send(JSON.stringify({ op: 0, t: 'INTERACTION_CREATE', s: sequence++, d }))
  }
  const env = { DISCORD_TOKEN: token, DISCORD_API_URL: `http://127.0.0.1:${port}/api` }
  return chatOf('discord', { server, clock, one, env })
}

/** A Slack, in Socket Mode. */
export async function startSlack(): Promise<CarelessChat> {
  const clock = new Stopwatch()
  let socket: WebSocket | undefined
  let last = 0
  const told = { ok: true, user_id: 'UBOT', bot_id: 'BBOT', team_id: 'T1', user: 'meetup-bot' }
  const { server, port } = await listen((request, response) => {
    request.resume()
    const body = JSON.stringify({ ...told, url: `ws://${request.headers.host}/link` })
    response.writeHead(200, { 'content-type': 'application/json' }).end(body)
  })
  new WebSocketServer({ server }).on('connection', (opened) => {
    socket = opened
    opened.on('message', (raw) => {
      const { envelope_id }: { envelope_id: string } = JSON.parse(String(raw))
      clock.answered(envelope_id)
    })
    opened.send(JSON.stringify({ type: 'hello' }))
  })
  const one = (number: number) => {
    const envelope_id = `envelope-${last++}`
    const text = `session ${questions[number % questions.length]}`
    const payload = {
      ...{ command: '/devops', text, user_id: 'U1', user_name: 'u1', channel_id: 'C1', team_id: 'T1' },
      response_url: `http://127.0.0.1:${port}/respond`,
    }
    clock.sent(envelope_id)
    socket?.send(
      JSON.stringify({ envelope_id, type: 'slash_commands', payload, accepts_response_payload: true }),
    )
  }
  const env = {
    SLACK_BOT_TOKEN: 'xoxb-right',
    SLACK_APP_TOKEN: 'xapp-right',
    SLACK_API_URL: `http://127.0.0.1:${port}/api/`,
  }
  return chatOf('slack', { server, clock, one, env })
}

interface Parts extends Pick<CarelessChat, 'env'> {
  readonly server: Server
  readonly clock: Stopwatch
  /** Sends one command. */
  readonly one: (number: number) => void
}

function chatOf(name: CarelessChat['name'], { server, clock, one, env }: Parts): CarelessChat {
  return {
    name,
    env,
    waits: () => clock.waits,
    forget: () => clock.forget(),
    send: async (perSecond, seconds) => {
      const started = performance.now()
      let sent = 0
      for (const count = perSecond * seconds; sent < count; ) {
        const due = Math.min(count, Math.floor(((performance.now() - started) / 1000) * perSecond))
        while (sent < due) one(sent++)
        await sleep(1)
      }
      return sent
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Measures from each command to its first answer. */
class Stopwatch {
  readonly #sentAt = new Map<string, number>()
  readonly waits: number[] = []

  sent(id: string): void {
    this.#sentAt.set(id, performance.now())
  }

  answered(id: string): void {
    const at = this.#sentAt.get(id)
    if (at !== undefined) this.waits.push(performance.now() - at)
    this.#sentAt.delete(id)
  }

  forget(): void {
    this.#sentAt.clear()
    this.waits.length = 0
  }
}

async function listen(answer: RequestListener): Promise<{ server: Server; port: number }> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return { server, port: typeof address === 'object' && address ? address.port : 0 }
}
