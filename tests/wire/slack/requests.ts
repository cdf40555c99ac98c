import { createHmac } from 'node:crypto'
import type { Kind } from './socket.js'

/** What a request to the bot is signed with, and what is wrong with it. */
export interface Signing {
  readonly secret: string
  readonly ageSeconds?: number
  readonly headers?: Readonly<Record<string, string>>
}

/** Posts to the bot as Slack does in HTTP mode: `v0=` and the HMAC-SHA256 of `v0:timestamp:body`. */
export async function post(url: string, kind: Kind, payload: object, signing: Signing): Promise<Response> {
  const [type, body] = bodyOf(kind, payload)
  return await postRaw(url, body, type, signing)
}

/** Posts any body, signed. */
export async function postRaw(url: string, body: string, type: string, signing: Signing): Promise<Response> {
  const timestamp = String(Math.floor(Date.now() / 1000) - (signing.ageSeconds ?? 0))
  const hmac = createHmac('sha256', signing.secret).update(`v0:${timestamp}:${body}`).digest('hex')
  return await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${hmac}`,
      ...signing.headers,
    },
    body,
  })
}

function bodyOf(kind: Kind, payload: object): readonly [string, string] {
  const form = 'application/x-www-form-urlencoded'
  switch (kind) {
    case 'events_api':
      return ['application/json', JSON.stringify(payload)]
    case 'interactive':
      return [form, new URLSearchParams({ payload: JSON.stringify(payload) }).toString()]
    case 'slash_commands': {
      const fields = Object.entries(payload).map(([key, value]) => [key, String(value)])
      return [form, new URLSearchParams(Object.fromEntries(fields)).toString()]
    }
  }
}
