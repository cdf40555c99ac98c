import { ButtonStyle, InteractionResponseType, MessageFlags } from 'discord.js'
import { z } from 'zod'
import { type Action, decodeAction } from '../../../answer/action.js'
import { cutText } from '../../../text/graphemes.js'
import type { Asker } from '../../chat.js'
import { limits } from '../limits.js'
import { noMentions, renderReply } from '../render/render.js'
import { escapeText, oneLine } from '../render/text.js'
import { readPressed } from '../render/tip-mark.js'
import { RefusedError } from '../wire/errors.js'
import type { DiscordContext } from './context.js'
import type { Interaction, KnownMessage } from './events.js'
import {
  type Arrival,
  answerSignal,
  followUps,
  isPrivate,
  originalOf,
  outletFor,
  respond,
} from './responses.js'

/** Does what a button or a menu's choice says. */
export async function press(pressed: Arrival, asker: Asker, context: DiscordContext): Promise<void> {
  const { data, message } = pressed.interaction
  const action = readPressed(data?.values[0] ?? data?.custom_id ?? '')
  switch (action?.kind) {
    case 'share':
      return await share(pressed, action, context)
    case 'vote':
      return await vote(pressed, action, context)
    case 'page': {
      const shown: Asker = { ...asker, visibility: message && !isPrivate(message) ? 'public' : 'private' }
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

/** What is read of a message's rows before they go back to Discord; the rest of them stays as it was. */
const buttonOf = z.looseObject({
  style: z.int().optional().catch(undefined),
  custom_id: z.string().optional().catch(undefined),
})
const rowOf = z.looseObject({ components: z.array(buttonOf) })

/** A message's rows with the buttons that pass; a row without any goes. What is no row of buttons stays. */
function rowsOf(
  { components }: KnownMessage,
  keeps: (button: z.infer<typeof buttonOf>) => boolean,
): readonly object[] {
  return components.flatMap((component): readonly object[] => {
    const row = rowOf.safeParse(component)
    if (!row.success) return [component]
    const kept = row.data.components.filter(keeps)
    return kept.length > 0 ? [{ ...row.data, components: kept }] : []
  })
}

/** Thanks in place of the two thumbs. */
async function vote(
  pressed: Arrival,
  { question, vote, locale }: Extract<Action, { kind: 'vote' }>,
  context: DiscordContext,
): Promise<void> {
  const { message } = pressed.interaction
  const isThumb = (id: string | undefined) => decodeAction(id ?? '')?.kind === 'vote'
  const components = message ? rowsOf(message, ({ custom_id }) => !isThumb(custom_id)) : []
  const thanks = contentOf(context.bot.vote(question, vote, locale))
  const content = joined([message?.content, `-# ${thanks}`])
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
  pressed: Arrival,
  { locale }: Extract<Action, { kind: 'share' }>,
  context: DiscordContext,
): Promise<void> {
  const { bot, rest } = context
  const { interaction } = pressed
  const { message, data } = interaction
  await respond(pressed, context, { type: InteractionResponseType.DeferredMessageUpdate })
  // Only a message that offers it is shared: others hold what is for one person's eyes.
  if (!message || !offers(message, data?.custom_id)) return
  const request = () => ({ auth: false, signal: answerSignal() })
  const webhook = followUps(interaction, context)
  try {
    const body = publicCopy(message, bot.sharedBy(nameOf(interaction), locale))
    const posted = flagsOf.parse(await rest.post(webhook, { body, ...request() }))
    // Discord hides what an app that only the person installed posts where others may not use such apps.
    if (isPrivate(posted)) return
  } catch (error) {
    const err = new RefusedError(error)
    context.meter.sendFailed('discord', err.code)
    context.log.error({ err }, 'Could not share a reply')
    const body = { ...renderReply(bot.unsent(undefined, locale)), flags: MessageFlags.Ephemeral }
    await rest.post(webhook, { body, ...request() })
    return
  }
  if (isPrivate(message)) await rest.delete(originalOf(interaction, context), request())
}

const flagsOf = z.object({ flags: z.int().optional().catch(undefined) }).catch({ flags: undefined })

function offers(message: KnownMessage, id: string | undefined): boolean {
  return id !== undefined && JSON.stringify(message.components).includes(JSON.stringify(id))
}

/** What a message says, under the name of who shared it, with the buttons that make sense for everybody. */
function publicCopy(message: KnownMessage, line: string) {
  const isForAll = ({ style, custom_id = '' }: z.infer<typeof buttonOf>) => {
    const kind = decodeAction(custom_id)?.kind
    return style === ButtonStyle.Link || (kind !== 'share' && kind !== 'vote')
  }
  return {
    content: joined([`-# ${contentOf(line)}`, message.content]),
    embeds: message.embeds.map((embed) => embedOf.parse(embed)),
    components: rowsOf(message, isForAll),
    allowed_mentions: noMentions,
  }
}

/** What the bot sets in an embed; Discord adds what it found out about the pictures. */
const embedOf = z
  .object({
    description: z.string().optional().catch(undefined),
    url: z.string().optional().catch(undefined),
    image: z.object({ url: z.string() }).optional().catch(undefined),
  })
  .catch({})

function nameOf({ member, user }: Interaction): string {
  const person = member?.user ?? user
  return member?.nick ?? person?.global_name ?? person?.username ?? ''
}

/** Lines of content, as far as they fit. */
function joined(lines: readonly (string | undefined)[]): string {
  const all = lines.filter((line) => line).join('\n')
  return all.length <= limits.content ? all : (lines.find((line) => line) ?? '')
}

function contentOf(text: string): string {
  return escapeText(cutText(oneLine(text), limits.content / 8))
}
