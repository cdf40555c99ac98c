import type { REST } from 'discord.js'
import type { Bot, ChatContext } from '../../chat.js'
import type { DiscordConfig } from '../config.js'
import type { CommandMention } from '../render/line.js'
import type { Self } from '../wire/connection.js'

/** What an answer needs beside the question: who answers, how it gets out, and whom to tell of trouble. */
export interface DiscordContext extends ChatContext {
  readonly bot: Bot
  /** For answers: gives up in time, and holds up no channel. */
  readonly rest: REST
  readonly self: Self
  readonly config: DiscordConfig
  readonly recentRights: RecentRights
  readonly mention: CommandMention
}

/** Kept for as long as it takes to run the command that they came with. */
const freshMilliseconds = 60_000
const mostChannels = 1000

/** The bot's own rights in channels, as the last interaction from there told them: no request is needed then. */
export class RecentRights {
  readonly #known = new Map<string, { readonly rights: bigint; readonly at: number }>()

  note(channel: string, rights: bigint): void {
    this.#known.delete(channel)
    this.#known.set(channel, { rights, at: performance.now() })
    const [oldest] = this.#known.keys()
    if (this.#known.size > mostChannels && oldest !== undefined) this.#known.delete(oldest)
  }

  in(channel: string): bigint | undefined {
    const known = this.#known.get(channel)
    return known && performance.now() - known.at < freshMilliseconds ? known.rights : undefined
  }
}
