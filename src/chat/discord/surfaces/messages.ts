import { type GatewayMessageCreateDispatchData, RESTJSONErrorCodes, Routes } from 'discord.js'
import type { Reply } from '../../../answer/reply.js'
import type { Asker, Outlet } from '../../chat.js'
import { renderReply } from '../render/render.js'
import { writeTo } from '../wire/direct.js'
import { errorCode, RefusedError } from '../wire/errors.js'
import type { DiscordContext } from './context.js'
import { questionIn } from './mention.js'
import { mayManageThere, obstacleBehind } from './rights.js'

type Message = GatewayMessageCreateDispatchData

/** Answers a message that is for us, with a reply to it. */
export async function answerMessage(message: Message, context: DiscordContext): Promise<void> {
  const { bot, client } = context
  const question = client.user ? questionIn(message, client.user.id) : undefined
  if (question === undefined) return
  await bot.answer(question, askerOf(message, context), outletFor(message, context))
}

function askerOf(message: Message, { client, config }: DiscordContext): Asker {
  const { author, channel_id, guild_id } = message
  return {
    chat: 'discord',
    channel: channel_id,
    user: author.id,
    visibility: 'public',
    direct: !guild_id,
    mayManage: async (what = 'tips') =>
      config.organisers.includes(author.id) || (await mayManageThere(client, message, what)),
  }
}

function outletFor(message: Message, context: DiscordContext): Outlet {
  const arrived = performance.now()
  return {
    send: async (reply) => {
      try {
        await replyTo(message, reply, context)
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

/** Sends a reply once: Discord takes a second one with the same nonce, of a replay or another process, for the first. */
async function replyTo(message: Message, reply: Reply, { client }: DiscordContext): Promise<void> {
  const body = { ...renderReply(reply), nonce: message.id, enforce_nonce: true }
  const message_reference = { message_id: message.id, fail_if_not_exists: false }
  const route = Routes.channelMessages(message.channel_id)
  try {
    await client.rest.post(route, { body: { ...body, message_reference } })
  } catch (error) {
    // Replying takes Read Message History; answering does not.
    if (errorCode(error) !== String(RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory))
      throw error
    await client.rest.post(route, { body })
  }
}

/** Tells the person why no answer came: which permission is missing, in private, or an apology in the answer's place. */
async function explain(
  message: Message,
  reply: Reply,
  error: unknown,
  context: DiscordContext,
): Promise<void> {
  const { bot, client } = context
  try {
    const obstacle = await obstacleBehind(client, message.channel_id, error)
    const isClosed = obstacle.reason === 'gone' || obstacle.reason === 'forbidden'
    const told = bot.unsent(obstacle, reply.locale)
    if (isClosed) await writeTo(client.rest, message.author.id, told)
    else await replyTo(message, told, context)
  } catch (failure) {
    context.log.warn({ err: new RefusedError(failure), channel: message.channel_id }, 'Could not apologise')
  }
}
