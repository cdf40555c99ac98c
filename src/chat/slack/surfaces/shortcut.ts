import type { App, MessageShortcut } from '@slack/bolt'
import { findTalksId } from '../manifest.js'
import { type Message, renderMessages } from '../render/render.js'
import { askerAt, respondWith, type SlackContext } from './context.js'
import { wordsOf } from './messages.js'

/** Searches with the words of a message that somebody chose, and answers them privately. */
export function listenForShortcut(app: App, context: SlackContext): void {
  app.shortcut<MessageShortcut>(
    { callback_id: findTalksId, type: 'message_action' },
    async ({ shortcut, ack }) => {
      await ack()
      const { message, channel, user } = shortcut
      const words = wordsOf(message.text ?? '', context.botUserId)
      const asker = askerAt(context, { user: user.id, channel: channel.id, visibility: 'private' })
      const thread = typeof message.thread_ts === 'string' ? { thread_ts: message.thread_ts } : {}
      const fresh = (shown: Message) =>
        ({ ...shown, ...thread, response_type: 'ephemeral', replace_original: false }) as const
      await context.bot.answer({ command: 'session', words, filters: {}, public: false }, asker, {
        send: (reply) => {
          // As a command, so that the same words are searched when they come back from a button.
          const messages = renderMessages(reply, `session ${words}`)
          return respondWith(context, shortcut.response_url, messages, fresh)
        },
      })
    },
  )
}
