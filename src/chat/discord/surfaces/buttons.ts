import {
  type APIEmbed,
  type APIMessage,
  type APIMessageComponentInteraction,
  ComponentType,
  InteractionResponseType,
  MessageFlags,
  Routes,
} from 'discord.js'
import type { Action } from '../../../answer/action.js'
import { cutText } from '../../../text/graphemes.js'
import type { Asker } from '../../chat.js'
import { limits } from '../limits.js'
import { noMentions, renderReply } from '../render/render.js'
import { escapeText, oneLine } from '../render/text.js'
import { readPressed } from '../render/tip-mark.js'
import { RefusedError } from '../wire/errors.js'
import type { DiscordContext } from './context.js'
import { type Arrival, outletFor, respond } from './responses.js'

type Pressed = Arrival<APIMessageComponentInteraction>

/** Does what a button or a menu's choice says. */
export async function press(pressed: Pressed, asker: Asker, context: DiscordContext): Promise<void> {
  const { data, message } = pressed.interaction
  const action = readPressed('values' in data ? (data.values[0] ?? '') : data.custom_id)
  switch (action?.kind) {
    case 'share':
      return await share(pressed, action, context)
    case 'vote':
      return await vote(pressed, action, context)
    case 'page': {
      const shown: Asker = { ...asker, visibility: isPrivate(message) ? 'private' : 'public' }
      return await context.bot.press(action, shown, outletFor(pressed, context, 'in place'))
    }
    case 'session':
    case 'ask':
      return await context.bot.press(action, asker, outletFor(pressed, context, 'new'))
    default:
      // A button of an older edition: nothing to do, and nothing to show as failed.
      return await respond(pressed, context, { type: InteractionResponseType.DeferredMessageUpdate })
  }
}

/** Thanks in place of the row of buttons. */
async function vote(
  pressed: Pressed,
  { question, vote, locale }: Extract<Action, { kind: 'vote' }>,
  context: DiscordContext,
): Promise<void> {
  const { data, message } = pressed.interaction
  const components = (message.components ?? []).filter(
    (row) =>
      row.type !== ComponentType.ActionRow ||
      row.components.every((part) => !('custom_id' in part) || part.custom_id !== data.custom_id),
  )
  const content = contentOf(context.bot.vote(question, vote, locale))
  await respond(pressed, context, {
    type: InteractionResponseType.UpdateMessage,
    data: { content, components, allowed_mentions: noMentions },
  })
}

/**
 * Posts a private card for everybody. A follow-up to the press may be posted where the bot itself may not write; the
 * private message is the press's "original" once its update is deferred, and only so can it be deleted.
 */
async function share(
  pressed: Pressed,
  { locale }: Extract<Action, { kind: 'share' }>,
  context: DiscordContext,
): Promise<void> {
  const { bot, client } = context
  const { application_id, token, message } = pressed.interaction
  await respond(pressed, context, { type: InteractionResponseType.DeferredMessageUpdate })
  const content = contentOf(bot.sharedBy(nameOf(pressed.interaction), locale))
  const webhook = Routes.webhook(application_id, token)
  try {
    const body = { content, embeds: message.embeds.map(copyOf), allowed_mentions: noMentions }
    await client.rest.post(webhook, { body, auth: false })
  } catch (error) {
    const err = new RefusedError(error)
    context.meter.sendFailed('discord', err.code)
    context.log.error({ err }, 'Could not share a reply')
    const body = { ...renderReply(bot.unsent(undefined, locale)), flags: MessageFlags.Ephemeral }
    await client.rest.post(webhook, { body, auth: false })
    return
  }
  if (!isPrivate(message)) return
  await client.rest.delete(Routes.webhookMessage(application_id, token, '@original'), { auth: false })
}

function isPrivate({ flags }: APIMessage): boolean {
  return ((flags ?? 0) & MessageFlags.Ephemeral) !== 0
}

/** What we set in an embed; Discord adds what it found out about the pictures. */
function copyOf({ description, url, image }: APIEmbed): APIEmbed {
  return {
    ...(description ? { description } : {}),
    ...(url ? { url } : {}),
    ...(image ? { image: { url: image.url } } : {}),
  }
}

function nameOf({ member, user }: APIMessageComponentInteraction): string {
  const person = member?.user ?? user
  return member?.nick ?? person?.global_name ?? person?.username ?? ''
}

function contentOf(text: string): string {
  return escapeText(cutText(oneLine(text), limits.content / 2))
}
