import type { AckFn, App, RespondArguments, SlashCommand } from '@slack/bolt'
import type { Outlet } from '../../chat.js'
import { budgets } from '../limits.js'
import { type Message, renderMessages } from '../render/render.js'
import { unescapeText } from '../render/text.js'
import { unfurled } from '../wire/response-url.js'
import { askerAt, respondWith, type SlackContext } from './context.js'

/** Answers the slash command. The reply is the acknowledgement, so that it takes one way instead of two. */
export function listenForCommand(app: App, context: SlackContext): void {
  // As middleware: Bolt begins each listener for each event, and those for other events would go before the answer.
  app.use(async (args) => {
    if (!('command' in args) || args.command.command !== context.config.command) {
      await args.next()
      return
    }
    const { command, ack } = args
    const words = unescapeText(command.text ?? '').trim()
    const asker = askerAt(context, {
      user: command.user_id,
      channel: command.channel_id,
      visibility: 'private',
      direct: command.channel_id.startsWith('D'),
    })
    const outlet = commandOutlet(context, command, words, ack)
    try {
      const answering = context.bot.answer(words, asker, outlet)
      outlet.wait()
      await answering
    } finally {
      outlet.over()
    }
  })
}

type Ack = AckFn<string | RespondArguments>

/** Acknowledges with the reply, or before it when it takes too long; then it goes to the `response_url`. */
function commandOutlet(
  context: SlackContext,
  { response_url }: SlashCommand,
  words: string,
  ack: Ack,
): Outlet & { readonly wait: () => void; readonly over: () => void } {
  let early: Promise<void> | undefined
  const acknowledge = () => {
    early ??= ack().catch((err) => context.log.warn({ err }, 'Could not acknowledge a command'))
    return early
  }
  let timer: NodeJS.Timeout | undefined
  return {
    // What the notes answer is acknowledged before anybody could wait for it.
    wait: () => {
      if (!early) timer = setTimeout(acknowledge, budgets.acknowledgeSeconds * 1000)
    },
    defer: acknowledge,
    over: () => clearTimeout(timer),
    send: async (reply) => {
      const type = reply.visibility === 'public' ? 'in_channel' : 'ephemeral'
      const fresh = (message: Message) =>
        ({ ...message, response_type: type, replace_original: false }) as const
      const messages = renderMessages(reply, words)
      clearTimeout(timer)
      if (early) return await respondWith(context, response_url, messages, fresh)
      const [first, ...others] = messages
      early = ack({ response_type: type, ...unfurled, ...first })
      await early
      await respondWith(context, response_url, others, fresh)
    },
  }
}
