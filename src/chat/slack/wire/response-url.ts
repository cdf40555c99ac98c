import { setTimeout as sleep } from 'node:timers/promises'
import { budgets } from '../limits.js'
import type { Message } from '../render/render.js'
import { limitedFetch } from './limited-fetch.js'

/** Slack took no answer at a `response_url`. */
export class ResponseUrlError extends Error {
  override readonly name = 'ResponseUrlError'
  /** The HTTP status: `"http-404"` for an address that is used up or older than half an hour. */
  readonly code: string

  constructor(status: number) {
    super(`Slack refused an answer to a response_url (HTTP ${status})`)
    this.code = `http-${status}`
  }
}

/** What goes to a `response_url`: a new message, another one in place of the old, or the old one's end. */
export type Response =
  | (Message & {
      readonly response_type: 'ephemeral' | 'in_channel'
      readonly replace_original: false
      readonly thread_ts?: string
    })
  | (Message & { readonly replace_original: true })
  | { readonly delete_original: true }

/** Grows no card under a link. */
export const unfurled = { unfurl_links: false, unfurl_media: false } as const

/** Answers to a `response_url`; waits once where Slack asks to. Throws `ResponseUrlError`, or fetch's own error. */
export async function respondTo(url: string, response: Response): Promise<void> {
  const answer = await send(url, response)
  if (answer.ok) return
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN)
  if (answer.status !== 429 || !(seconds <= budgets.callSeconds)) throw new ResponseUrlError(answer.status)
  await sleep(seconds * 1000)
  const second = await send(url, response)
  if (!second.ok) throw new ResponseUrlError(second.status)
}

async function send(url: string, response: Response): Promise<globalThis.Response> {
  return await limitedFetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify('delete_original' in response ? response : { ...unfurled, ...response }),
    signal: AbortSignal.timeout(budgets.callSeconds * 1000),
  })
}
