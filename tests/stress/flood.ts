import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { type CarelessChat, startDiscord, startSlack } from './careless-chats.js'

/** What came of commands that were sent faster than they can be answered. */
export interface Flooded {
  /** Commands a second, as they were really sent. */
  readonly perSecond: number
  readonly sent: number
  /** Answered within the platform's three seconds, and later than that. */
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

const deadlineMilliseconds = 3000
const operationsPort = 39_177

/** Sends slash commands to a real process over a platform that checks nothing, so that it keeps up: so many a second. */
export async function flood(
  name: CarelessChat['name'],
  perSecond: number,
  seconds: number,
  directory: string,
): Promise<Flooded> {
  const chat = await (name === 'slack' ? startSlack() : startDiscord())
  const child = startBot(chat.env, directory)
  await ready(child)
  // Compiled and connected, as after some minutes of use.
  await chat.send(50, 1)
  await sleep(1500)
  await figures(name)
  chat.forget()
  const started = performance.now()
  const sent = await chat.send(perSecond, seconds)
  const took = (performance.now() - started) / 1000
  await sleep(deadlineMilliseconds + 1000)
  const { lag, shed } = await figures(name)
  const resident = residentMegabytes(child.pid)
  child.kill('SIGTERM')
  await once(child, 'exit')
  await chat.stop()
  const waits = chat.waits().toSorted((one, other) => one - other)
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

function startBot(env: CarelessChat['env'], directory: string): ChildProcess {
  return spawn(process.execPath, [join(import.meta.dirname, '../../src/main.js')], {
    env: {
      PATH: process.env.PATH,
      DATA_DIR: directory,
      ...env,
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
async function figures(name: string): Promise<{ readonly lag: number; readonly shed: number }> {
  const response = await fetch(`http://127.0.0.1:${operationsPort}/metrics`)
  const text = await response.text()
  const figure = (pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? 0)
  return {
    lag: figure(/^nodejs_eventloop_lag_max_seconds (\S+)/mu),
    shed: figure(new RegExp(`^meetup_bot_shed_total\\{chat="${name}"\\} (\\S+)`, 'mu')),
  }
}

function residentMegabytes(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1]) / 1024)
}
