import type { Picture } from '../knowledge/session.js'
import type { Action } from './action.js'
import type { Locale } from './wording/locale.js'

/** How a question ended. `failed` is an apology after an error of ours. */
export type Outcome = 'answered' | 'unsure' | 'none' | 'command' | 'failed'

/** A stretch of plain text. Never markup: renderers escape it. */
export interface Span {
  readonly text: string
  /**
   * `match`: a word of the question; `strong`: a label; `code`: something to type; `command`: a command as this chat
   * has it typed (`"/devops session"`), which a chat may make clickable.
   */
  readonly style?: 'match' | 'strong' | 'code' | 'command'
}

/** One line of plain text in stretches, in reading order. */
export type ReplyLine = readonly Span[]

/** A bullet with the bullets below it. */
export interface Item {
  readonly line: ReplyLine
  readonly items?: readonly Item[]
}

/** A named address, as a button that opens it or a link. `url` is `http` or `https`. */
export interface LinkButton {
  readonly label: string
  readonly url: string
}

/** A button; on a console a numbered choice. Chats cut `label` to their limits. */
export interface Button {
  readonly label: string
  readonly action: Action
}

/** A row of a list that is itself a choice: what it says, and what opens it. */
export interface Row {
  readonly line: ReplyLine
  /** Who, where and when, in small print. */
  readonly detail?: ReplyLine
  readonly button: Button | LinkButton
}

/** A piece of a reply, in no platform's terms. */
export type ReplyPart =
  /** The answer itself: what a notification shows. At most one, before everything else. */
  | { readonly kind: 'lead'; readonly line: ReplyLine }
  /** A title, linked where it has an address. */
  | { readonly kind: 'heading'; readonly line: ReplyLine; readonly url?: string }
  | { readonly kind: 'text'; readonly line: ReplyLine }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'pictures'; readonly pictures: readonly Picture[] }
  /** Small print: a source, a caution, a page number. */
  | { readonly kind: 'small'; readonly line: ReplyLine }

/** An answer, ready to be shaped by any chat: a tree of plain text, links and choices. */
export interface Reply {
  /** The random 12-character id of the question it answers; votes carry it. */
  readonly question: string
  readonly locale: Locale
  readonly outcome: Outcome
  /** `private`: for the asker's eyes where the chat can do that. */
  readonly visibility: 'private' | 'public'
  readonly parts: readonly ReplyPart[]
  /** Slides, recordings, sources: at most three, under the parts. */
  readonly links: readonly LinkButton[]
  readonly buttons: readonly Button[]
  /** What stands below the buttons: other talks, small print. */
  readonly after: readonly ReplyPart[]
}

/** A line's words without their styles. */
export function textOf(line: ReplyLine): string {
  return line.map(({ text }) => text).join('')
}
