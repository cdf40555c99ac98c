import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { type WebSocket, WebSocketServer } from 'ws'
import { applicationId, botUser, person, token } from '../wire/discord/world.js'

/** What came of commands that were sent faster than they can be answered. */
export interface Flooded {
  /** Commands a second, as they were really sent. */
  readonly perSecond: number
  readonly sent: number
  /** Answered within Discord's three seconds, and later than that. */
  readonly inTime: number
  readonly late: number
  /** What the bot says that it dropped. */
  readonly shed: number
  /** Milliseconds from a command to its answer. */
  readonly p50: number
  readonly p99: number
  readonly slowest: number
  /** The longest that the bot's event loop was blocked, in milliseconds. */
  readonly longestBlock: number
  /** Resident megabytes of the bot's process at the end. */
  readonly resident: number
}

const questions = ['모니터링', 'kubernetes', '쿠버네티스 배포', 'opencensus', '점심 메뉴', '김진웅']
const deadlineMilliseconds = 3000
const operationsPort = 39_177

/** Sends slash commands to a real process over a Discord that checks nothing, so that it keeps up: so many a second. */
export async function flood(perSecond: number, seconds: number, directory: string): Promise<Flooded> {
  const discord = await startServer()
  const child = startBot(discord.url, directory)
  await ready(child)
  // Compiled and connected, as after some minutes of use.
  await discord.send(50, 1)
  await sleep(1500)
  await figures()
  discord.forget()
  const started = performance.now()
  const sent = await discord.send(perSecond, seconds)
  const took = (performance.now() - started) / 1000
  await sleep(deadlineMilliseconds + 1000)
  const { lag, shed } = await figures()
  const resident = residentMegabytes(child.pid)
  child.kill('SIGTERM')
  await once(child, 'exit')
  await discord.stop()
  const waits = discord.waits().toSorted((one, other) => one - other)
  const at = (share: number) => Math.round(waits[Math.ceil(waits.length * share) - 1] ?? Number.NaN)
  const inTime = waits.filter((wait) => wait <= deadlineMilliseconds).length
  return {
    perSecond: Math.round(sent / took),
    sent,
    inTime,
    late: waits.length - inTime,
    shed,
    p50: at(0.5),
    p99: at(0.99),
    slowest: at(1),
    longestBlock: Math.round(lag * 1000),
    resident,
  }
}

function startBot(url: string, directory: string): ChildProcess {
  return spawn(process.execPath, [join(import.meta.dirname, '../../src/main.js')], {
    env: {
      PATH: process.env.PATH,
      DATA_DIR: directory,
      DISCORD_TOKEN: token,
      DISCORD_API_URL: url,
      OPERATIONS_PORT: String(operationsPort),
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

/** Resolves when the chat is ready; the rest of the log is read and dropped. */
async function ready({ stderr }: ChildProcess): Promise<void> {
  await new Promise<void>((resolve) => {
    if (!stderr) throw new Error('The bot has no log')
    createInterface({ input: stderr }).on('line', (line) => {
      if (line.includes('"Ready"')) resolve()
    })
  })
}

/** The bot's own figures since they were last read. */
async function figures(): Promise<{ readonly lag: number; readonly shed: number }> {
  const response = await fetch(`http://127.0.0.1:${operationsPort}/metrics`)
  const text = await response.text()
  const figure = (pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? 0)
  return {
    lag: figure(/^nodejs_eventloop_lag_max_seconds (\S+)/mu),
    shed: figure(/^meetup_bot_shed_total\{chat="discord"\} (\S+)/mu),
  }
}

/** A Discord that takes everything. */
async function startServer() {
  const sentAt = new Map<string, number>()
  const waits: number[] = []
  let socket: WebSocket | undefined
  let sequence = 1
  let last = 0
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    request.resume()
    const path = request.url ?? ''
    const id = /\/interactions\/(\d+)\//u.exec(path)?.[1]
    if (id) {
      const at = sentAt.get(id)
      if (at !== undefined) waits.push(performance.now() - at)
      response.writeHead(204).end()
      return
    }
    const limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 }
    const body = path.endsWith('/gateway/bot')
      ? { url: `ws://${request.headers.host}`, shards: 1, session_start_limit: limit }
      : []
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
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
    sentAt.set(id, performance.now())
    socket?.send(JSON.stringify({ op: 0, t: 'INTERACTION_CREATE', s: sequence++, d }))
  }
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/api`,
    waits: () => waits,
    forget: () => {
      waits.length = 0
      sentAt.clear()
    },
    /** Sends so many a second; gives their number. */
    send: async (perSecond: number, seconds: number) => {
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

function residentMegabytes(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1]) / 1024)
}
