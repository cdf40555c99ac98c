import type { App, BlockAction, ButtonAction } from '@slack/bolt'
import type { Action } from '../../../answer/action.js'
import type { Reply } from '../../../answer/reply.js'
import { smallPart } from '../../../answer/reply-context.js'
import type { Asker } from '../../chat.js'
import { type ButtonValue, decodeButtonValue, type Origin } from '../render/button-value.js'
import { actionIds } from '../render/buttons.js'
import { type Message, renderMessages, renderModal } from '../render/render.js'
import { respondTo } from '../wire/response-url.js'
import { askerAt, postReply, respondWith, type SlackContext } from './context.js'
import { publishHome } from './home.js'

type Pressed = BlockAction<ButtonAction>

/** Does what pressed buttons say. */
export function listenForButtons(app: App, context: SlackContext): void {
  app.action(actionIds.link, async ({ ack }) => await ack())
  app.action<Pressed>(actionIds.choice, async ({ body, action, ack }) => {
    await ack()
    const press = decodeButtonValue(action.value ?? '')
    if (!press)
      return context.log.warn({ action: action.action_id }, 'Somebody pressed a button that we do not know')
    if (body.view) await pressedInView(context, body, press)
    else if (body.response_url) await pressedInMessage(context, body, body.response_url, press)
    else await pressedWithoutAddress(context, body, press)
  })
}

async function pressedInMessage(
  context: SlackContext,
  body: Pressed,
  url: string,
  press: ButtonValue,
): Promise<void> {
  const { action, origin } = press
  const asker = askerAt(context, placeOf(body))
  const asNew = (message: Message) => fresh(body, message)
  switch (action.kind) {
    case 'share':
      return origin === undefined ? undefined : await share(context, body, url, action, origin, asker)
    case 'vote': {
      const thanked = await thank(context, action, origin, asker)
      return await respondWith(context, url, renderMessages(thanked), replacing, asNew)
    }
    case 'page':
      return await context.bot.press(action, asker, {
        send: (reply) => respondWith(context, url, renderMessages(reply, action), replacing, asNew),
      })
    default:
      return await context.bot.press(
        action,
        { ...asker, visibility: 'private' },
        {
          send: (reply) => respondWith(context, url, renderMessages(reply, action), asNew),
        },
      )
  }
}

/** Some presses come without a `response_url`: what opens something still does, for the presser's eyes. */
async function pressedWithoutAddress(
  context: SlackContext,
  body: Pressed,
  { action }: ButtonValue,
): Promise<void> {
  const channel = body.channel?.id
  if (!channel || action.kind === 'share' || action.kind === 'vote') return
  const { thread_ts } = threadOf(body)
  const to = {
    channel,
    user: body.user.id,
    inThread: thread_ts !== undefined,
    ...(thread_ts && { thread_ts }),
  }
  const asker: Asker = { ...askerAt(context, placeOf(body)), visibility: 'private' }
  await context.bot.press(action, asker, { send: (reply) => postReply(context, to, reply, action) })
}

/** Posts the reply to everybody with the name of who shared it, then takes the private one away. */
async function share(
  context: SlackContext,
  body: Pressed,
  url: string,
  { locale }: Action,
  origin: Origin,
  asker: Asker,
): Promise<void> {
  // Somebody who presses twice wants it once.
  const key = `share ${body.channel?.id} ${body.container.message_ts}`
  if (!context.seen.first(key)) return
  const line = context.bot.sharedBy(nameOf(body), locale)
  const reply = await context.bot.publicCopy(origin, { ...asker, visibility: 'public' })
  // What is not for everybody stays with the presser, whatever the button says.
  if (reply.visibility === 'private') {
    const asNew = (message: Message) => fresh(body, message)
    return await respondWith(context, url, renderMessages(reply), asNew)
  }
  const shared = { ...reply, parts: [...reply.parts, smallPart(line)] }
  const shown = (message: Message) =>
    ({ ...message, ...threadOf(body), response_type: 'in_channel', replace_original: false }) as const
  try {
    await respondWith(context, url, renderMessages(shared), shown)
  } catch (error) {
    context.seen.forget(key)
    throw error
  }
  await context.web.call(() => respondTo(url, { delete_original: true }))
}

/** The reply with thanks in the place of its buttons. */
async function thank(
  { bot }: SlackContext,
  { vote, question, locale }: Extract<Action, { kind: 'vote' }>,
  origin: Origin | undefined,
  asker: Asker,
): Promise<Reply> {
  const thanks = smallPart(bot.vote(question, vote, locale))
  const reply = await bot.publicCopy(origin ?? '', asker)
  return { ...reply, parts: [...(origin === undefined ? [] : reply.parts), thanks] }
}

async function pressedInView(
  context: SlackContext,
  body: Pressed,
  { action, origin }: ButtonValue,
): Promise<void> {
  const { client, persist } = context.web
  const asker = askerAt(context, { user: body.user.id, visibility: 'private', direct: true })
  if (action.kind === 'page' && action.list === 'home') {
    return await publishHome(context, body.user.id, action.locale, action.page)
  }
  const show = async (reply: Reply, from?: Origin) => {
    const view = renderModal(reply, from)
    await persist(() =>
      body.view?.type === 'modal'
        ? client.views.update({ view_id: body.view.id, view })
        : client.views.open({ trigger_id: body.trigger_id, view }),
    )
  }
  if (action.kind === 'vote') return await show(await thank(context, action, origin, asker))
  await context.bot.press(action, asker, { send: (reply) => show(reply, action) })
}

function placeOf(body: Pressed) {
  const channel = body.channel?.id
  const visibility: Asker['visibility'] = body.container.is_ephemeral ? 'private' : 'public'
  return { user: body.user.id, visibility, ...(channel ? { channel } : {}) }
}

function nameOf({ user }: Pressed): string {
  return user.username ?? user.name ?? user.id
}

function replacing(message: Message) {
  return { ...message, replace_original: true } as const
}

/** A new message for the presser's eyes. */
function fresh(body: Pressed, message: Message) {
  return { ...message, ...threadOf(body), response_type: 'ephemeral', replace_original: false } as const
}

function threadOf({ container }: Pressed): { thread_ts?: string } {
  return typeof container.thread_ts === 'string' ? { thread_ts: container.thread_ts } : {}
}
