import { REST, type RESTOptions } from 'discord.js'
import type { DiscordConfig } from '../config.js'
import { budgets } from '../limits.js'
import { makeRequest } from './make-request.js'

const officialApi = 'https://discord.com/api'

/** The base of Discord's REST API as discord.js wants it, without version or final slash: `"http://127.0.0.1:4001/api"`. */
export function apiBase(apiUrl: string | undefined): string {
  if (!apiUrl) return officialApi
  return apiUrl
    .trim()
    .replace(/\/+$/, '')
    .replace(/\/v\d+$/, '')
}

/** The token itself, where it was copied with the word that stands before it in requests: `"Bot MTAw…"`. */
export function plainToken(token: string): string {
  return token.trim().replace(/^Bot\s+/i, '')
}

/** Requests to Discord. One that meets a limit fails, and tells when to try again: discord.js would wait unseen. */
export function createRest(
  { apiUrl, token }: Pick<DiscordConfig, 'apiUrl' | 'token'>,
  options: Partial<RESTOptions> = {},
): REST {
  return new SteadyRest({
    api: apiBase(apiUrl),
    makeRequest,
    rejectOnRateLimit: () => true,
    ...options,
  }).setToken(plainToken(token))
}

/**
 * Requests for answers, each made once. Requests to one channel wait for each other in discord.js: one that Discord
 * does not answer, or wants to be sent much later, must not hold the others up.
 */
export function createAnswerRest(config: Pick<DiscordConfig, 'apiUrl' | 'token'>): REST {
  return createRest(config, {
    timeout: budgets.requestSeconds * 1000,
    retries: 0,
    // Each interaction has a route of its own, of which discord.js keeps something until its sweep.
    handlerSweepInterval: budgets.sweepSeconds * 1000,
    rejectOnRateLimit: ({ retryAfter, timeToReset, sublimitTimeout }) =>
      Math.max(retryAfter, timeToReset, sublimitTimeout) > budgets.answerSeconds * 1000,
  })
}

/** discord.js forgets the token at the first 401, even one that a proxy sent; every later request would fail. */
class SteadyRest extends REST {
  override setToken(token: string | null): this {
    return token === null ? this : super.setToken(token)
  }
}
