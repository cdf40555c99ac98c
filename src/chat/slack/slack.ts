import { LogLevel } from '@slack/bolt'
import { wallTime } from '../../time/clock.js'
import { retry } from '../../time/retry.js'
import { type Bot, type Chat, type ChatContext, ChatError } from '../chat.js'
import type { SlackConfig } from './config.js'
import { budgets } from './limits.js'
import { listenForAskForm } from './surfaces/ask-form.js'
import { listenForButtons } from './surfaces/buttons.js'
import { listenForCommand } from './surfaces/command.js'
import type { SlackContext } from './surfaces/context.js'
import { listenForHome } from './surfaces/home.js'
import { listenForMessages } from './surfaces/messages.js'
import { createNoticeboard } from './surfaces/noticeboard.js'
import { createRights } from './surfaces/rights.js'
import { listenForShortcut } from './surfaces/shortcut.js'
import { backOffSeconds } from './wire/back-off.js'
import { BoltApp } from './wire/bolt-app.js'
import { errorCode, retryAfterOf, scopeProblem } from './wire/errors.js'
import { HttpReceiver } from './wire/http.js'
import { type Identity, identify } from './wire/identity.js'
import { boltLogger } from './wire/logger.js'
import type { Receiver } from './wire/receiver.js'
import { Seen } from './wire/seen.js'
import { SocketReceiver } from './wire/socket.js'
import { createWeb, type Web, webOptions } from './wire/web.js'

/** The bot on Slack. Nothing connects before `start`. */
export function createSlackChat(config: SlackConfig, context: ChatContext): Chat {
  const closing = new AbortController()
  const web = createWeb(config, context)
  const receiver = createReceiver(config, context)
  let app: BoltApp | undefined
  let startedAt: number | undefined
  let stopped: Promise<void> | undefined
  return {
    name: 'slack',
    noticeboard: createNoticeboard(web),
    start: async (bot) => {
      const identity = await identifyWhenAble(web, context, closing.signal)
      if (!identity) return
      if (identity.lacking.length > 0)
        context.log.warn({ err: scopeProblem(identity.lacking) }, 'Some things will not work')
      startedAt = performance.now()
      app = createApp(config, context, web, identity, bot)
      await receiver.open(app)
    },
    stop: () => {
      closing.abort()
      stopped ??= stop(receiver, app)
      return stopped
    },
    health: () => ({
      connected: !closing.signal.aborted && receiver.connected,
      // Over HTTP Slack comes only when somebody asks: a quiet night is no dead chat.
      seenAt:
        config.mode.kind === 'http'
          ? undefined
          : latest(receiver.seenAt, app?.seenAt, startedAt && wallTime(startedAt)),
    }),
  }
}

async function stop(receiver: Receiver, app: BoltApp | undefined): Promise<void> {
  receiver.quiet()
  await app?.close()
  await receiver.close()
}

function createReceiver(config: SlackConfig, context: ChatContext): Receiver {
  const { mode } = config
  return mode.kind === 'socket'
    ? new SocketReceiver(config, mode.appToken, context)
    : new HttpReceiver(mode, context)
}

/** Asks for as long as Slack is out of reach; `undefined` when stopped meanwhile. Throws `ChatError`. */
function identifyWhenAble(
  web: Web,
  { log, sleep }: ChatContext,
  signal: AbortSignal,
): Promise<Identity | undefined> {
  return retry(() => identify(web), {
    signal,
    sleep,
    pause: (error, failures) => {
      if (error instanceof ChatError) throw error
      const seconds = Math.max(retryAfterOf(error) ?? 0, backOffSeconds(failures))
      log.warn({ code: errorCode(error), seconds }, 'Could not reach Slack: trying again')
      return seconds
    },
  })
}

function createApp(
  config: SlackConfig,
  chatContext: ChatContext,
  web: Web,
  { botUserId, botId, teamId }: Identity,
  bot: Bot,
): BoltApp {
  const { log } = chatContext
  const app = new BoltApp(
    {
      receiver: { init: () => {}, start: async () => {}, stop: async () => {} },
      authorize: async () => ({ botToken: config.botToken, botUserId, botId }),
      convoStore: false,
      logger: boltLogger(log),
      logLevel: LogLevel.INFO,
      clientOptions: webOptions(config, log),
    },
    chatContext,
  )
  app.error(async (err) => log.error({ err }, 'Could not do what Slack asked for'))
  const rights = createRights(config, web, teamId, log)
  const context: SlackContext = { bot, config, web, rights, seen: new Seen(budgets.seen), botUserId, log }
  listenForCommand(app, context)
  listenForMessages(app, context)
  listenForHome(app, context)
  listenForShortcut(app, context)
  listenForAskForm(app, context)
  listenForButtons(app, context)
  return app
}

function latest(...times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined)
  return known.length > 0 ? Math.max(...known) : undefined
}
