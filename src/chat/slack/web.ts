import { webApi } from '@slack/bolt'
import type { Logger } from 'pino'
import type { ChatContext } from '../chat.js'
import { budgets } from './limits.js'
import { boltLogger } from './logger.js'
import { botTokenProblem, errorCode } from './problems.js'
import type { SlackConfig } from './slack.js'

/** Slack's Web API, through two clients: a channel's rate limit must not hold up answers elsewhere. */
export interface Web {
  /** For answers: waits as long as `Retry-After` says, and tries again when Slack is away for a moment. */
  readonly answers: webApi.WebClient
  /** For tips and checks: fails at once, since its callers know when to try again. */
  readonly checks: webApi.WebClient
  /** Makes a call; a failure is counted, and the end of the bot token is told. */
  readonly call: <T>(call: () => Promise<T>) => Promise<T>
}

/** Both clients. Nothing connects yet. */
export function createWeb(config: SlackConfig, { log, meter, failed }: ChatContext): Web {
  return {
    answers: new webApi.WebClient(config.botToken, {
      ...webOptions(config, log),
      retryConfig: { retries: 3, minTimeout: 300, factor: 3 },
      rejectRateLimitedCalls: false,
    }),
    checks: new webApi.WebClient(config.botToken, webOptions(config, log)),
    call: async (call) => {
      try {
        return await call()
      } catch (error) {
        meter.sendFailed('slack', errorCode(error))
        const problem = botTokenProblem(error)
        if (problem) failed(problem)
        throw error
      }
    },
  }
}

/** Options for a client that tries once and never for long. Fresh each time: the libraries write into them. */
export function webOptions(config: Pick<SlackConfig, 'apiUrl'>, log: Logger): webApi.WebClientOptions {
  return {
    ...(config.apiUrl ? { slackApiUrl: config.apiUrl.trim() } : {}),
    logger: boltLogger(log),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: budgets.callSeconds * 1000,
  }
}
