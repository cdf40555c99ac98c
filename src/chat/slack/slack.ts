import { LogLevel } from '@slack/bolt'
import { type Bot, type Chat, type ChatContext, ChatError } from '../chat.js'
import type { SlackConfig } from './config.js'
import { budgets } from './limits.js'
import { listenForPresses } from './surfaces/buttons.js'
import { listenForCommand } from './surfaces/command.js'
import type { Desk } from './surfaces/context.js'
import { listenForHome } from './surfaces/home.js'
import { listenForMessages } from './surfaces/messages.js'
import { createNoticeboard } from './surfaces/noticeboard.js'
import { createRights } from './surfaces/rights.js'
import { listenForShortcut } from './surfaces/shortcut.js'
import { backOffSeconds, pause } from './wire/back-off.js'
import { Intake } from './wire/bolt-app.js'
import { errorCode, retryAfterOf, scopeProblem } from './wire/errors.js'
import { HttpEntrance } from './wire/http.js'
import { type Identity, identify } from './wire/identity.js'
import { boltLogger } from './wire/logger.js'
import type { Entrance } from './wire/receiver.js'
import { Seen } from './wire/seen.js'
import { SocketEntrance } from './wire/socket.js'
import { createWeb, type Web, webOptions } from './wire/web.js'

/** The bot on Slack. Nothing connects before `start`. */
export function createSlackChat(config: SlackConfig, context: ChatContext): Chat {
  const closing = new AbortController()
  const web = createWeb(config, context)
  const entrance = createEntrance(config, context)
  let app: Intake | undefined
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
      startedAt = Date.now()
      app = createApp(config, context, web, identity, bot)
      await entrance.open(app)
    },
    stop: () => {
      closing.abort()
      stopped ??= stop(entrance, app)
      return stopped
    },
    health: () => ({
      connected: !closing.signal.aborted && entrance.connected,
      // Over HTTP Slack comes only when somebody asks: a quiet night is no dead chat.
      seenAt: config.mode.kind === 'http' ? undefined : latest(entrance.seenAt, app?.seenAt, startedAt),
    }),
  }
}

async function stop(entrance: Entrance, app: Intake | undefined): Promise<void> {
  entrance.quiet()
  await app?.close()
  await entrance.close()
}

function createEntrance(config: SlackConfig, context: ChatContext): Entrance {
  const { mode } = config
  return mode.kind === 'socket'
    ? new SocketEntrance(config, mode.appToken, context)
    : new HttpEntrance(mode, context)
}

/** Asks for as long as Slack is out of reach; `undefined` when stopped meanwhile. Throws `ChatError`. */
async function identifyWhenAble(
  web: Web,
  { log }: ChatContext,
  signal: AbortSignal,
): Promise<Identity | undefined> {
  for (let failures = 1; !signal.aborted; failures += 1) {
    try {
      return await identify(web)
    } catch (error) {
      if (error instanceof ChatError) throw error
      const seconds = retryAfterOf(error) ?? backOffSeconds(failures)
      log.warn({ code: errorCode(error), seconds }, 'Could not reach Slack: trying again')
      await pause(seconds, signal)
    }
  }
  return undefined
}

function createApp(
  config: SlackConfig,
  { log, meter }: ChatContext,
  web: Web,
  { botUserId, botId }: Identity,
  bot: Bot,
): Intake {
  const app = new Intake(
    {
      receiver: { init: () => {}, start: async () => {}, stop: async () => {} },
      authorize: async () => ({ botToken: config.botToken, botUserId, botId }),
      convoStore: false,
      logger: boltLogger(log),
      logLevel: LogLevel.INFO,
      clientOptions: webOptions(config, log),
    },
    (seconds) => meter.acknowledged('slack', seconds),
  )
  app.error(async (err) => log.error({ err }, 'Could not do what Slack asked for'))
  const rights = createRights(config, web, log)
  const desk: Desk = { bot, config, web, rights, seen: new Seen(budgets.seen), botUserId, log }
  listenForCommand(app, desk)
  listenForMessages(app, desk)
  listenForHome(app, desk)
  listenForShortcut(app, desk)
  listenForPresses(app, desk)
  return app
}

function latest(...times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined)
  return known.length > 0 ? Math.max(...known) : undefined
}
