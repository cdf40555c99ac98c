import { retryAfterSeconds } from '../../../time/retry-after.js'
import { readLimited } from '../../read-limited.js'
import { budgets } from '../limits.js'

/** For a limit that names no time. */
const usualSeconds = '1'

/**
 * The global `fetch`, with the answer read to its end, up to a budget of bytes, before it is given: what dribbles in
 * ends with the request's own time. A limit (429) always names a time to wait, as Slack's own do.
 */
export async function limitedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init)
  const body = await readLimited(response.body, budgets.responseBytes)
  const { status, statusText } = response
  const headers = new Headers(response.headers)
  const wait = retryAfterSeconds(headers.get('retry-after') ?? undefined)
  if (status === 429) headers.set('retry-after', wait === undefined ? usualSeconds : String(Math.ceil(wait)))
  // These may have none (fetch.spec.whatwg.org, "null body status").
  const isBare = [204, 205, 304].includes(status)
  return new Response(isBare ? null : new Uint8Array(body), { status, statusText, headers })
}
