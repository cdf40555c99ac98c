import type { Logger } from 'pino'
import type { Action, Vote } from '../answer/action.js'
import type { Question } from '../answer/command.js'
import type { Reply } from '../answer/reply.js'
import type { Locale } from '../answer/wording/locale.js'
import { OperatorError } from '../operator-error.js'
import type { Filters, Match, SuggestField, Suggestion } from '../search/types.js'
import { retryAfterSeconds } from '../time/retry-after.js'
import type { Sleep } from '../time/sleep.js'

/** The chats there are. */
export type ChatName = 'slack' | 'discord' | 'console'

/** Who asks, where, and in what surroundings. */
export interface Asker {
  readonly chat: ChatName
  /** The channel, for subscriptions; absent where there is none (App Home). */
  readonly channel?: string
  /** The platform's id of the person: only for rights and for telling an organiser; never stored with questions. */
  readonly user: string
  /** Whether the chat would show the reply to everybody: `public` for a mention in a channel. */
  readonly visibility: 'private' | 'public'
  /** A conversation between the asker and the bot alone: there is nobody to share with. */
  readonly direct?: boolean
  /** How a command is typed here, before its name: `"/devops "`, `"@bot "`; nothing unless told. */
  readonly prefix?: string
  /** The asker's own language, where the platform tells: a question in Hangul is answered in Korean all the same. */
  readonly locale?: Locale
  /** The language to answer in, whatever was asked in which. */
  readonly answerIn?: Locale
  /**
   * Whether this person may manage the channel's tips, or read the gaps: in a direct message everybody manages their
   * own tips, and only organisers read gaps. Asked only by commands that need it. Throws `PostError` when the platform
   * has to be asked and cannot be.
   */
  readonly mayManage: (what?: 'tips' | 'gaps') => Promise<boolean>
}

/** How one reply gets back to where the question came from. */
export interface Outlet {
  /** Says "a moment": called first when the store has to be asked, so that the platform's deadline is kept. */
  readonly defer?: (visibility: 'private' | 'public') => Promise<void>
  /** Sends the reply; called exactly once. `matches` are the sessions that it shows, best first, as they were found. */
  readonly send: (reply: Reply, matches: readonly Match[]) => Promise<void>
}

/** What the bot does for its chats. No method throws or rejects: errors are logged and become an apology. */
export interface Bot {
  /** Answers a question, typed (`"session monitoring"`, any free text) or from a form. */
  answer(question: string | Question, asker: Asker, outlet: Outlet): Promise<void>
  /** Does what a pressed button says; for `session`, `page` and `ask`, which give a new reply. */
  press(action: Action, asker: Asker, outlet: Outlet): Promise<void>
  /**
   * The reply to that question or action once more, for everybody, with the buttons that make sense for all; not
   * counted as a question. What is not answered from the notes alone is refused with a private reply, and not run.
   */
  publicCopy(origin: string | Action, asker: Asker): Promise<Reply>
  /** Remembers a vote and gives the word of thanks that replaces the buttons. */
  vote(question: string, vote: Vote, locale: Locale): string
  /** The line that names who shared a reply. `name` is plain text. */
  sharedBy(name: string, locale: Locale): string
  /** What to say when a reply could not be sent: what is missing, or the apology where nothing is known. */
  unsent(obstacle: Obstacle | undefined, locale: Locale): Reply
  /** The line for everybody in place of a private reply that could not reach its asker: where to ask instead. */
  privateElsewhere(locale: Locale): Reply
  /** The welcome page: examples, meetups with their sessions (paged), today's tip. */
  home(locale: Locale | undefined, page: number): Reply
  /** Completions for a half-typed value, best first. */
  suggest(field: SuggestField, typed: string, filters: Filters, limit: number): readonly Suggestion[]
}

/** How a chat is doing, for `/readyz`. */
export interface Health {
  readonly connected: boolean
  /** When the platform was last heard: a ping, a heartbeat, an event; epoch milliseconds. Absent where it need not speak. */
  readonly seenAt: number | undefined
}

/**
 * Why a platform does not take something, and what follows. `gone`: the channel is archived, deleted, or the bot was
 * removed from it; pause. `forbidden`: a permission or scope is missing by name; pause, and tell who can mend it.
 * `later`: the platform could not answer now (a limit, an outage); try again with back-off. `unpostable`: it refuses
 * this very content; log an error and go on with the next. A code that the chat does not know is `later` or
 * `unpostable`, never `forbidden`.
 */
export type Refusal = 'gone' | 'forbidden' | 'later' | 'unpostable'

/** What keeps the bot from posting to a channel. */
export interface Obstacle {
  readonly reason: Refusal
  /** The permission or scope that is missing, or the platform's error code: `"Send Messages"`, `"is_archived"`. */
  readonly detail: string
}

/** Why a post did not go out. */
export class PostError extends Error {
  override readonly name = 'PostError'
  readonly reason: Refusal
  /** The platform's error code, for logs and metrics: `"channel_not_found"`, `"50001"`. */
  readonly code: string
  readonly retryAfterSeconds: number | undefined
  /** True when no answer came back (a time-out, a broken connection): the post may be there all the same. */
  readonly uncertain: boolean

  constructor(
    reason: Refusal,
    code: string,
    options: { retryAfterSeconds?: number | undefined; uncertain?: boolean; cause?: unknown } = {},
  ) {
    super(`Could not post: ${code}`, { cause: options.cause })
    this.reason = reason
    this.code = code
    this.retryAfterSeconds = retryAfterSeconds(options.retryAfterSeconds)
    this.uncertain = options.uncertain ?? false
  }
}

/** A channel where the daily tip can be posted. */
export interface Noticeboard {
  /** How many posts a second leave the platform's limit room for answers. The number lives in the chat's `limits.ts`. */
  readonly postsPerSecond: number
  /** Posts a reply with the delivery's id hidden in it. Gives up within 20 s. Throws `PostError`. */
  post(channel: string, reply: Reply, delivery: string): Promise<void>
  /** Looks for a delivery in the channel since then; `unreadable` where history may not be read. Throws `PostError` `later`. */
  findDelivery(channel: string, delivery: string, since: Date): Promise<'found' | 'absent' | 'unreadable'>
  /** What keeps the bot from posting there, `later` when the platform cannot be asked; `undefined` when nothing does. Never rejects. */
  obstacle(channel: string): Promise<Obstacle | undefined>
  /** Writes to a person directly. Throws `PostError`. */
  tell(user: string, reply: Reply): Promise<void>
}

/** A place where people ask. Nothing connects before `start`. */
export interface Chat {
  readonly name: ChatName
  /** Where tips go; absent on the console. */
  readonly noticeboard?: Noticeboard
  /** Resolves when questions can be asked. Throws `ChatError` on what cannot heal by itself. */
  start(bot: Bot): Promise<void>
  /** Takes no more questions, finishes those in flight (at most 10 s), disconnects. Safe to call twice. */
  stop(): Promise<void>
  health(): Health
}

/** A chat cannot work, and why: names the variable, scope or permission, and where to get it. */
export class ChatError extends OperatorError {
  override readonly name = 'ChatError'
}

/** What a chat tells those who run it. */
export interface ChatContext {
  readonly log: Logger
  readonly meter: ChatMeter
  /** Called when a chat that had started can no longer work, with a `ChatError`. */
  readonly failed: (error: Error) => void
  /** Waits between tries, and for what is under way at the end. */
  readonly sleep: Sleep
}

/** What is counted about a chat; `operations/metrics.ts` keeps the figures. */
export interface ChatMeter {
  /** From the arrival of an event to its acknowledgement. */
  acknowledged(chat: ChatName, seconds: number): void
  reconnected(chat: ChatName): void
  /** `code` is the platform's error code. */
  sendFailed(chat: ChatName, code: string): void
  /** An event was dropped unanswered: it was too late, or too many waited. */
  shed(chat: ChatName): void
}
