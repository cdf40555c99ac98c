import type { Link, Picture } from '../knowledge/session.js'
import type { Action } from './action.js'

import type { Locale } from './wording/locale.js'
/** How a question ended. `failed` is an apology after an error of ours. */
export type Outcome = 'answered' | 'unsure' | 'none' | 'command' | 'failed'

/** A stretch of plain text. Never markup: renderers escape it. */
export interface Span {
  readonly text: string
  /** `match`: a word of the question; `strong`: a label; `code`: something to type. */
  readonly style?: 'match' | 'strong' | 'code'
}

/** One line of plain text in stretches, in reading order. */
export type Line = readonly Span[]

/** A bullet with the bullets below it. */
export interface Item {
  readonly line: Line
  readonly items?: readonly Item[]
}

/** A piece of a reply, in no platform's terms. */
export type Part =
  | { readonly kind: 'heading'; readonly line: Line }
  | { readonly kind: 'text'; readonly line: Line }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | { readonly kind: 'links'; readonly label: string; readonly links: readonly Link[] }
  | { readonly kind: 'pictures'; readonly label: string; readonly pictures: readonly Picture[] }
  /** Small print: a source, a caution, a page number. */
  | { readonly kind: 'small'; readonly line: Line; readonly links?: readonly Link[] }

/** A button; on a console a numbered choice. Chats cut `label` to their limits. */
export interface Button {
  readonly label: string
  readonly action: Action
}

/** A menu of at most 25 choices. */
export interface Menu {
  readonly placeholder: string
  readonly options: readonly MenuOption[]
}

/** A choice in a menu. Chats cut `label` and `detail` to their limits. */
export interface MenuOption {
  readonly label: string
  readonly detail?: string
  readonly action: Action
}

/** An answer, ready to be shaped by any chat: a tree of plain text, links and choices. */
export interface Reply {
  /** The random 12-character id of the question it answers; votes carry it. */
  readonly question: string
  readonly locale: Locale
  readonly outcome: Outcome
  /** `private`: for the asker's eyes where the chat can do that. */
  readonly visibility: 'private' | 'public'
  readonly parts: readonly Part[]
  readonly buttons: readonly Button[]
  readonly menus: readonly Menu[]
}
