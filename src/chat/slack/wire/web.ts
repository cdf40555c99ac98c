import { webApi } from '@slack/bolt'
import type { Logger } from 'pino'
import type { ChatContext } from '../../chat.js'
import type { SlackConfig } from '../config.js'
import { budgets } from '../limits.js'
import { backOffSeconds } from './back-off.js'
import { botTokenProblem, errorCode, postError, retryAfterOf } from './errors.js'
import { limitedFetch } from './limited-fetch.js'
import { boltLogger } from './logger.js'

/** Slack's Web API. */
export interface Web {
  /** Tries once, and not for long. */
  readonly client: webApi.WebClient
  /** Makes a call; a failure is counted, and the end of the bot token is told. */
  readonly call: <T>(call: () => Promise<T>) => Promise<T>
  /**
   * The same for an answer: waits as long as `Retry-After` says, and tries again when Slack is away for a moment. Not
   * after a time-out, since the answer may have arrived: nobody wants it twice. Gives up where the next try would come
   * more than `budgets.answerSeconds` after the first.
   */
  readonly persist: <T>(call: () => Promise<T>) => Promise<T>
}

const tries = 4

/** The Web API with the bot's token. Nothing connects yet. */
export function createWeb(config: SlackConfig, { log, meter, failed, sleep }: ChatContext): Web {
  const call: Web['call'] = async (make) => {
    try {
      return await make()
    } catch (error) {
      meter.sendFailed('slack', errorCode(error))
      const problem = botTokenProblem(error)
      if (problem) failed(problem)
      throw error
    }
  }
  return {
    client: new webApi.WebClient(config.botToken, webOptions(config, log)),
    call,
    persist: async (make) => {
      const deadline = performance.now() + budgets.answerSeconds * 1000
      for (let failures = 1; ; failures += 1) {
        try {
          return await call(make)
        } catch (error) {
          const pause = Math.max(retryAfterOf(error) ?? 0, backOffSeconds(failures)) * 1000
          const isTooLate = performance.now() + pause > deadline
          if (failures === tries || isTooLate || !isPassing(error)) throw error
          await sleep(pause)
        }
      }
    },
  }
}

function isPassing(error: unknown): boolean {
  const { reason, code } = postError(error)
  return reason === 'later' && code !== 'timeout' && !botTokenProblem(error)
}

/** Options for a client that tries once and never for long. Fresh each time: the libraries write into them. */
export function webOptions(config: Pick<SlackConfig, 'apiUrl'>, log: Logger): webApi.WebClientOptions {
  return {
    ...(config.apiUrl ? { slackApiUrl: config.apiUrl.trim() } : {}),
    logger: boltLogger(log),
    fetch: limitedFetch,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: budgets.callSeconds * 1000,
  }
}
