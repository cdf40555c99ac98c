import type { Chat, ChatContext, ChatName } from '../chat/chat.js'
import { createConsoleChat } from '../chat/console/console.js'
import type { Config } from '../config/config.js'
import type { CliContext } from './cli-context.js'

/** The chats that the configuration asks for, not yet started. A platform's library is loaded for its chat alone. */
export async function createChats(
  { chats, slack, discord }: Config,
  { stdin, stdout }: CliContext,
  contextOf: (name: ChatName) => ChatContext,
  consoleEnded: () => void,
): Promise<readonly Chat[]> {
  const made: Chat[] = []
  if (chats.includes('slack') && slack) {
    const { createSlackChat } = await import('../chat/slack/slack.js')
    made.push(createSlackChat(slack, contextOf('slack')))
  }
  if (chats.includes('discord') && discord) {
    const { createDiscordChat } = await import('../chat/discord/discord.js')
    made.push(createDiscordChat(discord, contextOf('discord')))
  }
  if (chats.includes('console')) {
    made.push(createConsoleChat({ input: stdin, output: stdout, ended: consoleEnded }))
  }
  return made
}
