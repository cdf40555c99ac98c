import type { Reply } from '../../../answer/reply.js'
import type { Noticeboard, Obstacle } from '../../chat.js'
import { budgets } from '../limits.js'
import { renderMessages } from '../render/render.js'
import { postError } from '../wire/errors.js'
import { unfurled } from '../wire/response-url.js'
import type { Web } from '../wire/web.js'

/** Tips try once: their sender decides when to try again. */
type TipApi = Pick<Web, 'client' | 'call'>

/** The name of our metadata: it hides a delivery's id in its post. */
const eventType = 'tip_delivered'
/** A claim is dated by our clock, a message by Slack's. */
const clockSeconds = 300
/** Slack gives the newest first, at most this many at once. */
const historyPage = 200

/** Slack's channels, for tips. */
export function createNoticeboard(web: TipApi): Noticeboard {
  return {
    postsPerSecond: budgets.postsPerSecond,
    post: (channel, reply, delivery) => post(web, channel, reply, delivery),
    findDelivery: (channel, delivery, since) => findDelivery(web, channel, delivery, since),
    obstacle: (channel) => obstacleIn(web, channel),
    tell: (user, reply) => post(web, user, reply),
  }
}

async function post(web: TipApi, channel: string, reply: Reply, delivery?: string): Promise<void> {
  const [first, ...others] = renderMessages(reply)
  const metadata = delivery && { event_type: eventType, event_payload: { delivery } }
  await posting(web, { channel, ...unfurled, ...first, ...(metadata ? { metadata } : {}) })
  // The first has gone out: what follows is no reason to post it again.
  for (const message of others) {
    await posting(web, { channel, ...unfurled, ...message }).catch(() => undefined)
  }
}

async function posting(
  web: TipApi,
  message: Parameters<TipApi['client']['chat']['postMessage']>[0],
): Promise<void> {
  try {
    await web.call(() => web.client.chat.postMessage(message))
  } catch (error) {
    throw postError(error)
  }
}

async function findDelivery(
  web: TipApi,
  channel: string,
  delivery: string,
  since: Date,
): Promise<'found' | 'absent' | 'unreadable'> {
  const oldest = String(Math.floor(since.getTime() / 1000) - clockSeconds)
  try {
    let cursor: string | undefined
    for (let page = 0; page < budgets.historyPages; page += 1) {
      const { messages, response_metadata } = await web.client.conversations.history({
        channel,
        oldest,
        limit: historyPage,
        include_all_metadata: true,
        ...(cursor ? { cursor } : {}),
      })
      const found = messages?.some(({ metadata }) => deliveryIn(metadata) === delivery)
      if (found) return 'found'
      cursor = response_metadata?.next_cursor
      if (!cursor) return 'absent'
    }
    return 'unreadable'
  } catch (error) {
    const problem = postError(error)
    if (problem.reason === 'later') throw problem
    return 'unreadable'
  }
}

function deliveryIn(metadata: { event_type?: string; event_payload?: object } | undefined): unknown {
  const { event_type, event_payload = {} } = metadata ?? {}
  return event_type === eventType && 'delivery' in event_payload ? event_payload.delivery : undefined
}

async function obstacleIn(web: TipApi, channel: string): Promise<Obstacle | undefined> {
  try {
    const { channel: info } = await web.client.conversations.info({ channel })
    if (info?.is_archived) return { reason: 'gone', detail: 'is_archived' }
    const open = info?.is_im || info?.is_member || !info?.is_private
    return open ? undefined : { reason: 'forbidden', detail: 'not_in_channel' }
  } catch (error) {
    const { reason, code } = postError(error)
    return { reason, detail: code }
  }
}
