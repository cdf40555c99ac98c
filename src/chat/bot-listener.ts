import type { Vote } from '../answer/action.js'
import type { CommandName } from '../answer/command.js'
import type { Outcome } from '../answer/reply.js'
import type { Body } from '../answer/reply-context.js'
import type { Locale } from '../answer/wording/locale.js'
import type { Asker, ChatName } from './chat.js'

/** A command that asks the store, or somebody's rights, before it answers. */
export type StoreCommand = (words: string, asker: Asker, locale: Locale) => Promise<Body>

/** A question that was answered, for metrics and for those who look for gaps. */
export interface Answered {
  readonly id: string
  /** Epoch milliseconds. */
  readonly askedAt: number
  readonly chat: ChatName
  readonly locale: Locale
  readonly command: CommandName
  readonly outcome: Outcome
  /** As typed: personal parts are taken out before it is kept. */
  readonly text: string
  /** Ids of the sessions shown, best first. */
  readonly sessions: readonly string[]
  /** From arrival to the finished reply. */
  readonly composeSeconds: number
  /** From arrival to the reply being sent. */
  readonly seconds: number
}

/** Who is told what happened, after a reply was sent. Never throws, never waits. */
export interface BotListener {
  answered(event: Answered): void
  voted(question: string, vote: Vote): void
}
