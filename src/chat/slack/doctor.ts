import { webApi } from '@slack/bolt'
import type { Logger } from 'pino'
import type { CheckResult } from '../check-result.js'
import type { SlackConfig } from './config.js'
import { neededScopes } from './manifest.js'
import { createNoticeboard } from './surfaces/noticeboard.js'
import { appTokenProblem, botTokenProblem, errorCode, scopeProblem } from './wire/errors.js'
import { webOptions } from './wire/web.js'

/** Looks whether Slack can be used as configured: tokens, scopes, Socket Mode, channels that get tips. */
export async function examineSlack(
  config: SlackConfig,
  tipChannels: readonly string[],
  log: Logger,
): Promise<readonly CheckResult[]> {
  const client = new webApi.WebClient(config.botToken, webOptions(config, log))
  const token = await examineToken(client)
  const events = await examineEvents(config, log)
  if (token.some(({ status }) => status === 'error')) return [...token, events]
  return [
    ...token,
    events,
    ...(await Promise.all(tipChannels.map((channel) => examineChannel(client, channel)))),
  ]
}

async function examineToken(client: webApi.WebClient): Promise<readonly CheckResult[]> {
  const about = 'Slack bot token'
  try {
    const { team, user, response_metadata } = await client.auth.test()
    const here: CheckResult = {
      about,
      status: 'ok',
      message: `works, as ${user ?? 'a bot'} in ${team ?? 'a workspace'}`,
    }
    return [here, examineScopes(response_metadata?.scopes)]
  } catch (error) {
    const message = botTokenProblem(error)?.message ?? unreachable(error)
    return [{ about, status: 'error', message }]
  }
}

function examineScopes(granted: readonly string[] | undefined): CheckResult {
  const about = 'Slack scopes'
  if (!granted) return { about, status: 'warning', message: 'Slack did not tell which scopes the token has' }
  const missing = neededScopes.filter((scope) => !granted.includes(scope))
  if (missing.length > 0) return { about, status: 'error', message: scopeProblem(missing).message }
  return { about, status: 'ok', message: `all ${neededScopes.length} of the manifest are granted` }
}

async function examineEvents({ mode, ...config }: SlackConfig, log: Logger): Promise<CheckResult> {
  if (mode.kind === 'http') {
    const message = `HTTP on port ${mode.port}; the signing secret shows only when Slack sends something`
    return { about: 'Slack events', status: 'ok', message }
  }
  const about = 'Slack app token'
  try {
    await new webApi.WebClient(mode.appToken, webOptions(config, log)).apps.connections.open()
    return { about, status: 'ok', message: 'opens Socket Mode' }
  } catch (error) {
    return { about, status: 'error', message: appTokenProblem(error)?.message ?? unreachable(error) }
  }
}

async function examineChannel(checks: webApi.WebClient, channel: string): Promise<CheckResult> {
  const about = `Slack tips in ${channel}`
  // A noticeboard only reads here: it needs no counting.
  const board = createNoticeboard({ client: checks, call: (call) => call() })
  const obstacle = await board.obstacle(channel)
  if (!obstacle) return { about, status: 'ok', message: 'tips can be posted' }
  const way =
    obstacle.reason === 'gone'
      ? 'say "tips off" for it, or take it out of TIP_CHANNELS'
      : 'invite the bot to it, and see that it has its scopes'
  return { about, status: 'error', message: `tips cannot be posted (${obstacle.detail}): ${way}` }
}

function unreachable(error: unknown): string {
  return `Slack does not answer (${errorCode(error)}): see that this machine reaches slack.com, and SLACK_API_URL if it is set`
}
