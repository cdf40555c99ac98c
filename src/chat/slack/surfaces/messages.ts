import type { App, types } from '@slack/bolt'
import { singleSpaced } from '../../../text/blanks.js'
import { unescapeText } from '../render/text.js'
import { askerAt, postReply, type SlackContext } from './context.js'
import { isDirect } from './rights.js'

/** Answers mentions, in their thread, and direct messages. */
export function listenForMessages(app: App, context: SlackContext): void {
  app.event('app_mention', async ({ event, body }) => {
    if (isOurs(event, context) || 'edited' in event) return
    if (isRepeated(context, body.event_id, event)) return
    await answer(context, event, 'public')
  })
  app.event('message', async ({ event, body }) => {
    if (!isQuestion(event) || isOurs(event, context)) return
    if (isRepeated(context, body.event_id, event)) return
    await answer(context, event, 'private')
  })
}

/** What a message and a mention have in common. */
interface Heard {
  readonly channel: string
  readonly ts: string
  readonly thread_ts?: string | undefined
  readonly user?: string | undefined
  readonly text?: string | undefined
  readonly bot_id?: string | undefined
}

/**
 * A person's new words in a direct message. In channels and group direct messages mentions come as `app_mention`
 * (bolt-js#817), which is all that we answer there.
 */
function isQuestion(event: types.MessageEvent): event is types.MessageEvent & Heard {
  if (event.subtype !== undefined && event.subtype !== 'file_share') return false
  return (event.channel_type === 'im' || isDirect(event.channel)) && !('edited' in event)
}

function isOurs({ user, bot_id }: Heard, { botUserId }: SlackContext): boolean {
  return bot_id !== undefined || user === undefined || user === botUserId
}

/** Slack repeats an event's id when it doubts that we got it; a message can also come as two kinds of events. */
function isRepeated({ seen }: SlackContext, id: string | undefined, { channel, ts }: Heard): boolean {
  const fresh = id === undefined || seen.first(`event ${id}`)
  return !seen.first(`message ${channel} ${ts}`) || !fresh
}

async function answer(context: SlackContext, heard: Heard, visibility: 'private' | 'public'): Promise<void> {
  const { channel, user = '' } = heard
  const thread_ts = visibility === 'public' ? (heard.thread_ts ?? heard.ts) : heard.thread_ts
  const words = wordsOf(heard.text ?? '', context.botUserId)
  const asker = askerAt(context, { user, channel, visibility, direct: visibility === 'private' })
  const inThread = heard.thread_ts !== undefined
  const to = { channel, user, inThread, ...(thread_ts ? { thread_ts } : {}) }
  await context.bot.answer(words, asker, { send: (reply) => postReply(context, to, reply, words) })
}

/**
 * The words of a message: without the bot's name, with addresses and channels as a person reads them
 * (docs: "Retrieving messages", references in angle brackets).
 */
export function wordsOf(text: string, botUserId: string): string {
  const words = text.replaceAll(
    /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/gu,
    (_whole, mark: string, target: string, label: string | undefined) => {
      if (mark === '@' && target === botUserId) return ' '
      return label || (mark === '' ? target : '')
    },
  )
  return singleSpaced(unescapeText(words)).trim()
}
