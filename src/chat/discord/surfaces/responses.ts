import { InteractionResponseType, MessageFlags, Routes } from 'discord.js'
import type { Reply } from '../../../answer/reply.js'
import type { Outlet } from '../../chat.js'
import { budgets } from '../limits.js'
import { renderReply } from '../render/render.js'
import { obstacleOf, RefusedError } from '../wire/errors.js'
import type { DiscordContext } from './context.js'
import type { Interaction, KnownMessage } from './events.js'

/** An interaction, and when it came, by `performance.now()`. */
export interface Arrival {
  readonly interaction: Interaction
  readonly at: number
}

/** What Discord gets in return for an interaction. */
export interface InteractionResponse {
  readonly type: InteractionResponseType
  readonly data?: object
}

/** Where a reply goes: to a new message, or in place of the one whose button was pressed. */
export type Way = 'new' | 'in place'

/** An answer that cannot go out by then is dropped: nobody waits for it any more. */
export function answerSignal(): AbortSignal {
  return AbortSignal.timeout(budgets.answerSeconds * 1000)
}

/** The first response to an interaction, which Discord wants within three seconds; tried twice where it can help. */
export async function respond(
  { interaction, at }: Arrival,
  { rest, meter }: DiscordContext,
  body: InteractionResponse,
): Promise<void> {
  const route = Routes.interactionCallback(interaction.id, interaction.token)
  const post = () => rest.post(route, { body, auth: false, signal: answerSignal() })
  try {
    await post()
  } catch (error) {
    if (obstacleOf(error).reason !== 'later' || performance.now() - at > budgets.beginSeconds * 1000)
      throw error
    await post()
  }
  meter.acknowledged('discord', (performance.now() - at) / 1000)
}

/** The address of an interaction's follow-ups. */
export function followUps({ application_id, token }: Interaction, { self }: DiscordContext) {
  return Routes.webhook(application_id ?? self.applicationId, token)
}

/** The address of an interaction's first response. */
export function originalOf({ application_id, token }: Interaction, { self }: DiscordContext) {
  return Routes.webhookMessage(application_id ?? self.applicationId, token, '@original')
}

/** Only the person who did something sees this message of the bot's. */
export function isPrivate({ flags }: Pick<KnownMessage, 'flags'>): boolean {
  return ((flags ?? 0) & MessageFlags.Ephemeral) !== 0
}

/** Sends a reply; a private one goes to the asker alone, whatever the way and whatever was said while it was made. */
export function outletFor(arrival: Arrival, context: DiscordContext, way: Way): Outlet {
  let deferred: Reply['visibility'] | undefined
  const { message } = arrival.interaction
  const shown = way === 'in place' && message && !isPrivate(message) ? 'public' : 'private'
  const send = async (reply: Reply) => {
    if (deferred === undefined)
      return await respond(arrival, context, responseWith(reply, way, shown, context))
    const fits = reply.visibility === 'public' || deferred === 'private'
    if (fits && !keepsShown(reply, way)) return await replaceResponse(arrival, context, reply)
    await replyPrivately(arrival, context, reply, way)
  }
  return {
    defer: async (visibility) => {
      await respond(arrival, context, deferral(visibility, way))
      deferred = way === 'in place' ? shown : visibility
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

function responseWith(
  reply: Reply,
  way: Way,
  shown: Reply['visibility'],
  context: DiscordContext,
): InteractionResponse {
  const data = renderReply(reply, context.mention)
  const fits = reply.visibility === 'public' || shown === 'private'
  if (way === 'in place' && fits && !keepsShown(reply, way)) {
    return { type: InteractionResponseType.UpdateMessage, data }
  }
  return {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: { ...data, ...flagsFor(reply.visibility) },
  }
}

/** An apology must not take the place of the list whose page could not be turned. */
function keepsShown({ outcome }: Reply, way: Way): boolean {
  return way === 'in place' && outcome === 'failed'
}

function deferral(visibility: Reply['visibility'], way: Way): InteractionResponse {
  if (way === 'in place') return { type: InteractionResponseType.DeferredMessageUpdate }
  return { type: InteractionResponseType.DeferredChannelMessageWithSource, data: flagsFor(visibility) }
}

function flagsFor(visibility: Reply['visibility']): { readonly flags?: MessageFlags.Ephemeral } {
  return visibility === 'private' ? { flags: MessageFlags.Ephemeral } : {}
}

async function replaceResponse(
  { interaction }: Arrival,
  context: DiscordContext,
  reply: Reply,
): Promise<void> {
  const body = renderReply(reply, context.mention)
  await context.rest.patch(originalOf(interaction, context), { body, auth: false, signal: answerSignal() })
}

/**
 * A private reply after "a moment" was said for everybody: that is taken away first, since Discord gives what follows
 * it the same visibility. A message whose button was pressed stays.
 */
async function replyPrivately(
  { interaction }: Arrival,
  context: DiscordContext,
  reply: Reply,
  way: Way,
): Promise<void> {
  const request = () => ({ auth: false, signal: answerSignal() })
  if (way === 'new') await context.rest.delete(originalOf(interaction, context), request())
  const body = { ...renderReply(reply, context.mention), ...flagsFor('private') }
  await context.rest.post(followUps(interaction, context), { body, ...request() })
}
