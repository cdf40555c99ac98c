import type { CommandName } from '../../src/answer/command.js'
import type { Bot } from '../../src/chat/chat.js'

/** Asks with a command and its words; resolves when it was sent. */
export type Ask = (command: CommandName, words: string) => Promise<void>

/** A chat with somebody who asks where others read along. */
export interface PublicPlace<Surface extends string> {
  /** Every way to ask there. */
  readonly surfaces: Readonly<Record<Surface, Ask>>
  /** All that others have read so far, the bot's messages that are gone again among it. */
  readonly seenByAll: () => string
  /** All that only the asker has read so far. */
  readonly seenByAsker: () => string
  readonly close: () => Promise<void>
}

/** A chat whose promises of visibility are tested. */
export interface PublicPlaces<Surface extends string = string> {
  readonly name: string
  readonly surfaces: readonly Surface[]
  /** Starts the chat with this bot. */
  readonly open: (bot: Bot) => Promise<PublicPlace<Surface>>
}
