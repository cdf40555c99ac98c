import type { Client } from 'discord.js'
import type { Bot, ChatContext } from '../../chat.js'
import type { DiscordConfig } from '../config.js'

/** What an answer needs beside the question: who answers, over which connection, and whom to tell of trouble. */
export interface DiscordContext extends ChatContext {
  readonly bot: Bot
  readonly client: Client
  readonly config: DiscordConfig
}
