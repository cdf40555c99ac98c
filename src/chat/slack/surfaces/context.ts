import type { Logger } from 'pino'
import type { Reply } from '../../../answer/reply.js'
import type { Asker, Bot } from '../../chat.js'
import type { SlackConfig } from '../config.js'
import { limits } from '../limits.js'
import type { Origin } from '../render/button-value.js'
import { type Message, renderMessages } from '../render/render.js'
import { postError } from '../wire/errors.js'
import { type Response, respondTo, unfurled } from '../wire/response-url.js'
import type { Seen } from '../wire/seen.js'
import type { Web } from '../wire/web.js'
import { isDirect, type Rights } from './rights.js'

/** What every surface works with. */
export interface SlackContext {
  readonly bot: Bot
  readonly config: SlackConfig
  readonly web: Web
  readonly rights: Rights
  readonly seen: Seen
  readonly botUserId: string
  readonly log: Logger
}

/** Where somebody asks. */
export interface AskingPlace {
  readonly user: string
  /** Absent in App Home and its modals. */
  readonly channel?: string
  readonly visibility: Asker['visibility']
  /** With the bot alone. */
  readonly direct?: boolean
}

/** Slack tells no language: the question's script decides. */
export function askerAt({ rights, config }: SlackContext, place: AskingPlace): Asker {
  return {
    chat: 'slack',
    prefix: `${config.command} `,
    ...place,
    mayManage: (what = 'tips') => rights.mayManage(place.user, place.channel, what),
  }
}

/** Answers to a `response_url`, in as many messages as it takes. */
export async function respondWith(
  context: SlackContext,
  url: string,
  messages: readonly Message[],
  first: (message: Message) => Response,
  next: (message: Message) => Response = first,
): Promise<void> {
  for (const [at, message] of messages.slice(0, limits.responses).entries()) {
    await context.web.call(() => respondTo(url, at === 0 ? first(message) : next(message)))
  }
}

/** Where an answer to a message goes. */
export interface AnswerPlace {
  readonly channel: string
  readonly user: string
  /** The thread of an answer for everybody. */
  readonly thread_ts?: string
  /** Whether that thread is there already: Slack shows a private message in no other (methods/chat.postEphemeral). */
  readonly inThread: boolean
}

/**
 * Posts a reply where somebody asked: a private one for their eyes alone, an answer for everybody in the channel or
 * thread. Where that is forbidden, the asker is told.
 */
export async function postReply(
  context: SlackContext,
  to: AnswerPlace,
  reply: Reply,
  origin: Origin,
): Promise<void> {
  const { channel, user, thread_ts, inThread } = to
  const { chat } = context.web.client
  const hidden = reply.visibility === 'private' && !isDirect(channel)
  try {
    for (const message of renderMessages(reply, origin)) {
      await context.web.persist(() =>
        hidden
          ? chat.postEphemeral({ channel, user, ...(inThread && thread_ts ? { thread_ts } : {}), ...message })
          : chat.postMessage({ channel, ...(thread_ts ? { thread_ts } : {}), ...unfurled, ...message }),
      )
    }
  } catch (error) {
    const { reason, code } = postError(error)
    if (reason === 'forbidden') await tellUnsent(context, user, code, reply)
    throw error
  }
}

async function tellUnsent(
  context: SlackContext,
  user: string,
  detail: string,
  { locale }: Reply,
): Promise<void> {
  const [message] = renderMessages(context.bot.unsent({ reason: 'forbidden', detail }, locale))
  try {
    await context.web.call(() =>
      context.web.client.chat.postMessage({ channel: user, ...unfurled, ...message }),
    )
  } catch (err) {
    context.log.warn({ err }, 'Could not tell somebody that an answer was not sent')
  }
}
