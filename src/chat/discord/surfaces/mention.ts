import { MessageType } from 'discord.js'
import { singleSpaced } from '../../../text/blanks.js'
import type { PostedMessage } from './events.js'
import { isDirectMessage } from './rights.js'

/** People, roles, channels, commands and emoji as they stand in a message: no words to search for. */
const references = /<(?:@[!&]?|#|a?:\w+:|\/[^:>]{1,100}:)\d+>/g

/**
 * The question in a message for the bot: one that mentions it by name, as typed, or a direct message. `undefined`
 * for all others: of bots and webhooks, joins and pins, pings of everybody, of a role, or by a reply to it.
 */
export function questionIn(message: PostedMessage, ownId: string): string | undefined {
  const { author, webhook_id, type = MessageType.Default, content } = message
  if (author.bot || author.id === ownId || webhook_id) return undefined
  if (type !== MessageType.Default && type !== MessageType.Reply) return undefined
  const mentioned = content.includes(`<@${ownId}>`) || content.includes(`<@!${ownId}>`)
  return mentioned || isDirectMessage(message) ? plainWords(content) : undefined
}

/** A message's words, without what only Discord understands. */
export function plainWords(content: string): string {
  return singleSpaced(content.replace(references, ' ')).trim()
}
