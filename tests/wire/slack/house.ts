import { pino } from 'pino'
import type { BotDeps } from '../../../src/bot.js'
import type { Bot, Chat } from '../../../src/chat/chat.js'
import type { SlackConfig } from '../../../src/chat/slack/config.js'
import { neededScopes } from '../../../src/chat/slack/manifest.js'
import { createSlackChat } from '../../../src/chat/slack/slack.js'
import { createQuickSleep } from '../../time/quick-sleep.js'
import { type Heard, openBot } from '../bot.js'
import { type FakeSlack, startFakeSlack } from './fake-slack.js'
import { type Deliver, People } from './people.js'
import { post, postRaw, type Signing } from './requests.js'

/** How Slack reaches the bot. */
export type Mode = SlackConfig['mode']['kind']

export const modes: readonly Mode[] = ['socket', 'http']

/** A fake Slack, a real bot, and people. */
export interface House {
  readonly slack: FakeSlack
  readonly people: People
  readonly chat: Chat
  readonly heard: Heard
  /** The log's lines, parsed. */
  readonly lines: readonly Line[]
  readonly failures: readonly Error[]
  /** What was counted: `"reconnected"`, `"failed http-404"`. */
  readonly counted: readonly string[]
  /** Milliseconds that the chat wanted to wait, each time; it waits a twentieth of them. */
  readonly pauses: readonly number[]
  /** Posts a signed request, in HTTP mode. */
  readonly post: (
    kind: Parameters<Deliver>[0],
    payload: object,
    signing?: Partial<Signing>,
  ) => Promise<Response>
  /** Posts a signed body of any kind, in HTTP mode. */
  readonly postRaw: (body: string, type: string) => Promise<Response>
  readonly close: () => Promise<void>
}

export interface Line {
  readonly level: number
  readonly msg: string
  readonly [key: string]: unknown
}

export interface HouseOptions {
  readonly mode?: Mode
  readonly bot?: Partial<BotDeps>
  readonly config?: Partial<SlackConfig>
  /** Puts something between the chat and the bot. */
  readonly wrap?: (bot: Bot) => Bot
  /** Changes Slack before the bot knocks. */
  readonly prepare?: (slack: FakeSlack) => void
}

const signingSecret = 'shh'

/** A house whose bot has not started yet. */
export async function buildHouse({ mode = 'socket', bot: parts, config, wrap, prepare }: HouseOptions = {}) {
  const slack = await startFakeSlack(neededScopes)
  prepare?.(slack)
  const lines: Line[] = []
  const failures: Error[] = []
  const counted: string[] = []
  const { sleep, asked } = createQuickSleep()
  const write = (text: string) => {
    lines.push(JSON.parse(text))
    slack.board.changed()
  }
  const log = pino({ level: 'debug' }, { write })
  const { bot, heard } = openBot({ log, ...parts })
  const chat = createSlackChat(
    {
      botToken: 'xoxb-right',
      mode:
        mode === 'socket'
          ? { kind: 'socket', appToken: 'xapp-right' }
          : { kind: 'http', signingSecret, port: 0 },
      apiUrl: slack.apiUrl,
      command: '/devops',
      locale: 'ko',
      organisers: [],
      ...config,
    },
    {
      log,
      sleep,
      failed: (error) => {
        failures.push(error)
        slack.board.changed()
      },
      meter: {
        acknowledged: () => {},
        reconnected: () => void counted.push('reconnected'),
        sendFailed: (_chat, code) => void counted.push(`failed ${code}`),
        shed: () => void counted.push('shed'),
      },
    },
  )
  const url = () => {
    const port = lines.find(({ msg }) => msg === 'Listening for Slack')?.port
    return `http://127.0.0.1:${port}/slack/events`
  }
  const send: House['post'] = (kind, payload, signing) =>
    post(url(), kind, payload, { secret: signingSecret, ...signing })
  const deliver: Deliver =
    mode === 'socket' ? (kind, payload) => slack.sockets.deliver(kind, payload) : byHttp(send, slack)
  const close = async () => {
    await chat.stop()
    await slack.stop()
  }
  const house: House = {
    slack,
    people: new People(slack, deliver),
    chat,
    heard,
    lines,
    failures,
    counted,
    pauses: asked,
    post: send,
    postRaw: (body, type) => postRaw(url(), body, type, { secret: signingSecret }),
    close,
  }
  return { house, start: () => chat.start(wrap ? wrap(bot) : bot) }
}

/** A house whose bot is ready. */
export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const { house, start } = await buildHouse(options)
  await start()
  return house
}

function byHttp(send: House['post'], { board }: FakeSlack): Deliver {
  return async (kind, payload) => {
    const started = performance.now()
    const response = await send(kind, payload)
    if (performance.now() - started > 3000) board.fault(`late: ${kind}`)
    if (response.status !== 200) board.fault(`HTTP ${response.status} for ${kind}`)
    const body = await response.text()
    return body === '' ? undefined : JSON.parse(body)
  }
}
