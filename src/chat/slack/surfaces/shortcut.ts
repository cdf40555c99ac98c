import type { App, MessageShortcut } from '@slack/bolt'
import { findTalksId } from '../manifest.js'
import { type Message, renderMessages } from '../render/render.js'
import { askerAt, type Desk, respondWith } from './context.js'
import { wordsOf } from './messages.js'

/** Searches with the words of a message that somebody chose, and answers them privately. */
export function listenForShortcut(app: App, desk: Desk): void {
  app.shortcut<MessageShortcut>(
    { callback_id: findTalksId, type: 'message_action' },
    async ({ shortcut, ack }) => {
      await ack()
      const { message, channel, user } = shortcut
      const words = wordsOf(message.text ?? '', desk.botUserId)
      const asker = askerAt(desk, { user: user.id, channel: channel.id, visibility: 'private' })
      const thread = typeof message.thread_ts === 'string' ? { thread_ts: message.thread_ts } : {}
      const fresh = (shown: Message) =>
        ({ ...shown, ...thread, response_type: 'ephemeral', replace_original: false }) as const
      await desk.bot.answer({ command: 'session', words, filters: {}, public: false }, asker, {
        send: (reply) => {
          // As a command, so that the same words are searched when they come back from a button.
          const messages = renderMessages(reply, `session ${words}`)
          return respondWith(desk, shortcut.response_url, messages, fresh, fresh)
        },
      })
    },
  )
}
