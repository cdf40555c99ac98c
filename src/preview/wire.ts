import type { CommandName, Localised } from '../answer/command.js'
import type { Outcome } from '../answer/reply.js'
import type { Locale } from '../answer/wording/locale.js'
import type { MessageBody } from '../chat/discord/render/render.js'
import type { Message } from '../chat/slack/render/render.js'
import type { Finding } from '../knowledge/finding.js'
import type { Link, Meetup, Session } from '../knowledge/session.js'
import type { Explanation, Suggestion } from '../search/types.js'

/** What the page gets from its server, as JSON. The page imports types from here, and nothing else of the server. */

/** A message as Slack would get it. */
export interface SlackPost extends Pick<Message, 'blocks'> {
  readonly chat: 'slack'
  readonly isPrivate: boolean
}

/** A message as Discord would get it. */
export interface DiscordPost extends Pick<MessageBody, 'embeds' | 'components'> {
  readonly chat: 'discord'
  /** The text above the embed; empty for none. */
  readonly content: string
  readonly isPrivate: boolean
}

/** A message of either chat. */
export type DrawnMessage = SlackPost | DiscordPost

/** The chats that are drawn. */
export type DrawnChat = DrawnMessage['chat']

/** Who asks, where. */
export interface Person {
  /** The language of the person's chat: a question in Hangul is answered in Korean all the same. */
  readonly locale: Locale
  readonly isOrganiser: boolean
  /** A mention, which is answered for everybody, instead of a command. */
  readonly isPublic: boolean
}

/** A question as typed. */
export interface AskRequest {
  readonly question: string
  readonly person: Person
}

/** A pressed button. */
export interface PressRequest {
  readonly chat: DrawnChat
  /** What the button carries. */
  readonly code: string
  /** What the pressed message answers: words typed, or what another button carries. */
  readonly origin: { readonly words: string } | { readonly code: string }
  readonly person: Person
}

/** The answer to a question. */
export interface AskedAnswer {
  /** The same reply in both chats. */
  readonly posts: readonly DrawnMessage[]
  /** Absent where nothing was searched. */
  readonly search?: SearchReport
}

/** What a press does to the chat it happened in. */
export interface PressedAnswer {
  /** What stands in place of the message pressed; empty takes it away; absent leaves it. */
  readonly instead?: readonly DrawnMessage[]
  /** New messages below. */
  readonly added: readonly DrawnMessage[]
}

/** How an answer was found. */
export interface SearchReport {
  readonly outcome: Outcome
  /** The question's words: what each does in it, and what it may mean. */
  readonly words: Explanation['words']
  /** Best first. */
  readonly matches: readonly ReportedMatch[]
}

/** A session that was found. */
export interface ReportedMatch {
  readonly title: string
  readonly meetup: string
  readonly file: string
  readonly line: number
  /** 0 to 1. */
  readonly score: number
  /** The stretch that decided; empty for a session after the first three. */
  readonly stretch: string
  /** The words that matched in the title and the lines shown. */
  readonly matched: readonly string[]
  /** Steps through the concepts: `"모니터링 → OpenCensus"`. */
  readonly via: readonly string[]
}

/** What the page is opened with. */
export interface Setup {
  readonly locale: Locale
  readonly slackCommand: string
  readonly discordCommand: string
  /** Questions that have an answer, by language. */
  readonly examples: Readonly<Record<Locale, readonly string[]>>
  readonly commands: readonly CommandForm[]
  /** `"slack:C0123456789"`, of `TIP_CHANNELS` and of the store. */
  readonly channels: readonly string[]
}

/** A command as a form. */
export interface CommandForm {
  readonly name: CommandName
  readonly description: Localised
  readonly argument?: {
    readonly name: string
    readonly description: Localised
    readonly required: boolean
    readonly suggest?: 'session' | 'speaker' | 'meetup'
  }
  readonly hasFilters: boolean
}

/** Completions for a half-typed field. */
export type Completions = readonly Suggestion[]

/** What was understood of the notes. */
export interface NotesReport {
  /** The folder, as it was given. */
  readonly folder: string
  /** Errors first. */
  readonly findings: readonly Finding[]
  /** Newest first. */
  readonly meetups: readonly ReportedMeetup[]
  /** Tips of files of tips, which belong to no session. */
  readonly tips: readonly string[]
}

/** A meetup, with what the post says of it. */
export interface ReportedMeetup extends Pick<Meetup, 'id' | 'title' | 'file' | 'line' | 'date' | 'place'> {
  /** In the order of the post. */
  readonly sessions: readonly ReportedSession[]
}

/** A session, with what the post says of it. */
export interface ReportedSession
  extends Pick<Session, 'id' | 'kind' | 'line' | 'why' | 'title' | 'tags' | 'summary' | 'tips'> {
  readonly speakers: readonly string[]
  readonly slides: readonly Link[]
  readonly videos: readonly Link[]
  /** How many lines of notes, pages of decks and minutes of recordings. */
  readonly lines: number
  readonly pages: number
  readonly minutes: number
}

/** The tips of the next days. */
export interface TipCalendar {
  /** `"pool"` or `"slack:C0123456789"`. */
  readonly channel: string
  /** How many different tips there are. */
  readonly pool: number
  readonly days: readonly TipDay[]
}

/** A day's tip as the card it will be. */
export interface TipDay {
  /** Local time: `"2026-12-01 09:00"`. */
  readonly at: string
  readonly zone: string
  readonly posts: readonly DrawnMessage[]
}

/** Questions that found no answer; `unknown` where no database keeps questions. */
export type GapsReply =
  | { readonly kind: 'unknown'; readonly why: 'no store' | 'off' }
  | { readonly kind: 'away'; readonly message: string }
  | {
      readonly kind: 'report'
      readonly days: number
      readonly asked: number
      readonly gaps: readonly {
        readonly question: string
        readonly count: number
        readonly nearest: string
        /** ISO date. */
        readonly lastAsked: string
        readonly up: number
        readonly down: number
      }[]
    }
