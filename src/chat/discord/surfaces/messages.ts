import { RateLimitError, RESTJSONErrorCodes, Routes } from 'discord.js'
import type { Reply } from '../../../answer/reply.js'
import { backOffSeconds } from '../../../time/back-off.js'
import { retry } from '../../../time/retry.js'
import type { Sleep } from '../../../time/sleep.js'
import { LateError } from '../../../time/within.js'
import type { Asker, Outlet } from '../../chat.js'
import { budgets } from '../limits.js'
import { renderReply } from '../render/render.js'
import { writeTo } from '../wire/direct.js'
import { errorCode, obstacleOf, orPostError, RefusedError } from '../wire/errors.js'
import type { DiscordContext } from './context.js'
import type { PostedMessage } from './events.js'
import { answerSignal } from './responses.js'
import { isDirectMessage, mayManageThere, obstacleBehind } from './rights.js'

/** Answers the question in a message with a reply to it. */
export async function answerMessage(
  message: PostedMessage,
  question: string,
  context: DiscordContext,
): Promise<void> {
  await context.bot.answer(question, askerOf(message, context), outletFor(message, context))
}

function askerOf(message: PostedMessage, context: DiscordContext): Asker {
  const { author, channel_id } = message
  return {
    chat: 'discord',
    channel: channel_id,
    user: author.id,
    visibility: 'public',
    direct: isDirectMessage(message),
    prefix: `/${context.config.command} `,
    mayManage: async (what = 'tips') =>
      context.config.organisers.includes(author.id) ||
      (await orPostError(() => mayManageThere(message, what, context))),
  }
}

function outletFor(message: PostedMessage, context: DiscordContext): Outlet {
  const arrived = performance.now()
  const signal = answerSignal()
  return {
    send: async (reply) => {
      try {
        await deliver(message, reply, context, signal)
        context.meter.acknowledged('discord', (performance.now() - arrived) / 1000)
      } catch (error) {
        const refused = new RefusedError(error)
        context.meter.sendFailed('discord', refused.code)
        await explain(message, reply, error, context)
        throw refused
      }
    },
  }
}

/** A public reply goes where the question stands; a private one to the asker alone. */
async function deliver(
  message: PostedMessage,
  reply: Reply,
  context: DiscordContext,
  signal: AbortSignal,
): Promise<void> {
  const { author, id: nonce } = message
  if (reply.visibility === 'public' || isDirectMessage(message)) {
    return await replyTo(message, reply, context, signal)
  }
  const { rest, mention, bot, sleep } = context
  try {
    await persistently(() => writeTo(rest, author.id, reply, { signal, nonce, mention }), signal, sleep)
  } catch (error) {
    if (obstacleOf(error).reason !== 'forbidden') throw error
    // The person takes no direct messages: where to ask instead is all that others may read.
    await replyTo(message, bot.privateElsewhere(reply.locale), context, signal)
  }
}

/** Tries for as long as Discord cannot take it now; what waits leaves the channel to others meanwhile. */
async function persistently(attempt: () => Promise<void>, signal: AbortSignal, sleep: Sleep): Promise<void> {
  const sent = async () => {
    await attempt()
    return true
  }
  const isSent = await retry(sent, {
    signal,
    sleep,
    pause: (error, failures) => {
      if (error instanceof RateLimitError || obstacleOf(error).reason !== 'later') throw error
      return backOffSeconds(failures, budgets.resendSeconds, budgets.answerSeconds)
    },
  })
  if (!isSent) throw new LateError(`Not sent within ${budgets.answerSeconds} s`)
}

/** Sends a reply once: Discord takes a second one with the same nonce, of a replay or another process, for the first. */
async function replyTo(
  message: PostedMessage,
  reply: Reply,
  { rest, mention, sleep }: DiscordContext,
  signal: AbortSignal,
): Promise<void> {
  const body = { ...renderReply(reply, mention), nonce: message.id, enforce_nonce: true }
  const message_reference = { message_id: message.id, fail_if_not_exists: false }
  const route = Routes.channelMessages(message.channel_id)
  const post = async () => {
    try {
      await rest.post(route, { body: { ...body, message_reference }, signal })
    } catch (error) {
      // Replying takes Read Message History; answering does not.
      const isReply = RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory
      if (errorCode(error) !== String(isReply)) throw error
      await rest.post(route, { body, signal })
    }
  }
  await persistently(post, signal, sleep)
}

/** Tells the person why no answer came, in private where the channel takes none. */
async function explain(
  message: PostedMessage,
  reply: Reply,
  error: unknown,
  context: DiscordContext,
): Promise<void> {
  const { bot, rest, self, recentRights } = context
  try {
    const parts = { rest, selfId: self.id, recentRights }
    const obstacle = await obstacleBehind(parts, message.channel_id, error)
    if (obstacle.reason === 'later') return
    await writeTo(rest, message.author.id, bot.unsent(obstacle, reply.locale), { signal: answerSignal() })
  } catch (failure) {
    context.log.warn({ err: new RefusedError(failure), channel: message.channel_id }, 'Could not apologise')
  }
}
