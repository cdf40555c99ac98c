import { DefaultRestOptions, type RESTOptions, type ResponseLike } from 'discord.js'
import { z } from 'zod'
import { retryAfterSeconds } from '../../../time/retry-after.js'
import { readLimited } from '../../read-limited.js'
import { budgets } from '../limits.js'

type MakeRequest = RESTOptions['makeRequest']

/**
 * Makes a request, and gives discord.js an answer that it can digest: read to its end within the request's own time and
 * a budget of bytes, no redirection (which discord.js takes for a success), and no time to wait that is none. Of a limit
 * without a time it asks again at once, without end; of one of years it waits for years.
 */
export const makeRequest: MakeRequest = async (url, init) => {
  const response = await DefaultRestOptions.makeRequest(url, init)
  const body = await readLimited(response.body, budgets.responseBytes)
  if (response.status >= 300 && response.status < 400) throw new RedirectedError(response.status)
  return { ...buffered(body), ...statusOf(response), headers: soberHeaders(response, body) }
}

/** Discord redirects nobody: something else answers at this address. */
class RedirectedError extends Error {
  override readonly name = 'RedirectedError'
  readonly status: number

  constructor(status: number) {
    super(`redirected (HTTP ${status}): is DISCORD_API_URL right?`)
    this.status = status
  }
}

function statusOf({ status, statusText, ok }: ResponseLike) {
  return { status, statusText, ok }
}

function buffered(body: Buffer) {
  const text = () => body.toString('utf8')
  return {
    body: null,
    bodyUsed: true,
    text: async () => text(),
    json: async (): Promise<unknown> => objectIn(text()),
    arrayBuffer: async () => new Uint8Array(body).buffer,
  }
}

/** discord.js looks for a code in what it is told of an error, and would stumble over `null` or a mere word. */
function objectIn(text: string): unknown {
  const value: unknown = JSON.parse(text)
  return typeof value === 'object' && value !== null ? value : { message: String(value) }
}

/** For a limit that names no time. */
const usualSeconds = 1

function soberHeaders({ status, headers }: ResponseLike, body: Buffer) {
  const sober = new Headers(headers)
  for (const name of ['retry-after', 'x-ratelimit-reset-after']) {
    const seconds = retryAfterSeconds(headers.get(name) ?? undefined)
    if (seconds === undefined) sober.delete(name)
    else sober.set(name, String(seconds))
  }
  for (const name of ['x-ratelimit-limit', 'x-ratelimit-remaining']) {
    if (!Number.isFinite(Number(headers.get(name)))) sober.delete(name)
  }
  if (status === 429 && !sober.has('retry-after')) {
    sober.set('retry-after', String(secondsIn(body) ?? usualSeconds))
  }
  return sober
}

const limited = z.object({ retry_after: z.unknown() })

/** The time that a limit names in its body (docs: topics/rate-limits). */
function secondsIn(body: Buffer): number | undefined {
  try {
    return retryAfterSeconds(limited.parse(JSON.parse(body.toString('utf8'))).retry_after)
  } catch {
    return undefined
  }
}
