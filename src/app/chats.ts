import type { Chat, ChatContext, ChatName } from '../chat/chat.js'
import { chats } from '../chat/chats.js'
import type { Streams } from '../chat/definition.js'
import type { Config } from '../config/config.js'

/** The chats that the configuration asks for, not yet started. A platform's library is loaded for its chat alone. */
export async function createChats(
  config: Config,
  streams: Streams,
  contextOf: (name: ChatName) => ChatContext,
  ended: () => void,
): Promise<readonly Chat[]> {
  const wanted = chats.filter(({ name }) => config.chats.includes(name))
  const made = wanted.map((chat) => chat.configure(config)?.create(contextOf(chat.name), streams, ended))
  return (await Promise.all(made)).filter((chat) => chat !== undefined)
}
