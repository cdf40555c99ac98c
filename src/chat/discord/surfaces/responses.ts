import type { APIInteraction } from 'discord.js'
import { type APIInteractionResponse, InteractionResponseType, MessageFlags, Routes } from 'discord.js'
import type { Reply } from '../../../answer/reply.js'
import type { Outlet } from '../../chat.js'
import { renderReply } from '../render/render.js'
import { RefusedError } from '../wire/errors.js'
import type { DiscordContext } from './context.js'

/** An interaction, and when it came, by `performance.now()`. */
export interface Arrival<T extends APIInteraction = APIInteraction> {
  readonly interaction: T
  readonly at: number
}

/** The first response to an interaction, which Discord wants within three seconds. */
export async function respond(
  { interaction, at }: Arrival,
  { client, meter }: DiscordContext,
  body: APIInteractionResponse,
): Promise<void> {
  await client.rest.post(Routes.interactionCallback(interaction.id, interaction.token), { body, auth: false })
  meter.acknowledged('discord', (performance.now() - at) / 1000)
}

/** Sends a reply as a new message, or in place of the message whose button was pressed. */
export function outletFor(arrival: Arrival, context: DiscordContext, way: 'new' | 'in place'): Outlet {
  let deferred = false
  const send = async (reply: Reply) => {
    if (deferred) await replaceResponse(arrival, context, reply)
    else await respond(arrival, context, responseWith(reply, way))
  }
  return {
    defer: async (visibility) => {
      await respond(arrival, context, deferral(visibility, way))
      deferred = true
    },
    send: async (reply) => {
      try {
        await send(reply)
      } catch (error) {
        const refused = new RefusedError(error)
        context.meter.sendFailed('discord', refused.code)
        if (canStillHear(refused.code)) await apologise(reply, context, send)
        throw refused
      }
    },
  }
}

/** Whether the person can still be told: not after three seconds, nor when somebody else has answered. */
function canStillHear(code: string): boolean {
  return code !== '10062' && code !== '40060'
}

async function apologise(
  { locale }: Reply,
  { bot, log }: DiscordContext,
  send: (reply: Reply) => Promise<void>,
): Promise<void> {
  try {
    await send(bot.unsent(undefined, locale))
  } catch (error) {
    log.warn({ err: new RefusedError(error) }, 'Could not apologise')
  }
}

function responseWith(reply: Reply, way: 'new' | 'in place'): APIInteractionResponse {
  const data = renderReply(reply)
  // An apology must not take the place of the list whose page could not be turned.
  if (way === 'in place' && reply.outcome !== 'failed') {
    return { type: InteractionResponseType.UpdateMessage, data }
  }
  return {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: { ...data, ...flagsFor(reply.visibility) },
  }
}

function deferral(visibility: Reply['visibility'], way: 'new' | 'in place'): APIInteractionResponse {
  if (way === 'in place') return { type: InteractionResponseType.DeferredMessageUpdate }
  return { type: InteractionResponseType.DeferredChannelMessageWithSource, data: flagsFor(visibility) }
}

function flagsFor(visibility: Reply['visibility']): { readonly flags?: MessageFlags.Ephemeral } {
  return visibility === 'private' ? { flags: MessageFlags.Ephemeral } : {}
}

async function replaceResponse(
  { interaction }: Arrival,
  { client }: DiscordContext,
  reply: Reply,
): Promise<void> {
  const route = Routes.webhookMessage(interaction.application_id, interaction.token, '@original')
  await client.rest.patch(route, { body: renderReply(reply), auth: false })
}
