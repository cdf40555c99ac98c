import type { Library } from '../knowledge/library.js'
import type { Match, SearchIndex } from '../search/types.js'
import type { Button, LinkButton, Outcome, Reply, ReplyPart } from './reply.js'
import type { Locale } from './wording/locale.js'

/** The notes at hand, and the index over them. */
export interface Notes {
  readonly library: Library
  readonly index: SearchIndex
}

/** How an answer is to be given. */
export interface ReplyContext {
  /** The question's random 12-character id. */
  readonly id: string
  readonly locale: Locale
  readonly visibility: 'private' | 'public'
  /** Nobody to share with: a direct message. */
  readonly direct: boolean
  /** The page of a list, from 0. */
  readonly page: number
  /** Whether questions without an answer are kept for the organisers. */
  readonly remembers: boolean
  /** How a command is typed here, before its name: `"/devops "`, `"@bot "`; empty on the console. */
  readonly prefix: string
  /** What this person may manage here. */
  readonly manages: readonly ('tips' | 'gaps')[]
}

/** What was found, and how to say it. `matches` is empty for a command that searches nothing. */
export interface Answer {
  readonly matches: readonly Match[]
  readonly reply: Reply
}

/** The body of a reply, before it is addressed to anybody. */
export interface Body {
  readonly outcome: Outcome
  /** Set where the reply is not for everybody, however it was asked for. */
  readonly visibility?: 'private'
  readonly matches?: readonly Match[]
  readonly parts: readonly ReplyPart[]
  readonly links?: readonly LinkButton[]
  readonly buttons?: readonly Button[]
  readonly after?: readonly ReplyPart[]
}

/** A body as a reply to the one who asked. */
export function toReply(body: Body, context: Pick<ReplyContext, 'id' | 'locale' | 'visibility'>): Answer {
  const { id: question, locale } = context
  const { outcome, visibility = context.visibility, parts, links = [], buttons = [], after = [] } = body
  const reply = { question, locale, outcome, visibility, parts, links, buttons, after }
  return { matches: body.matches ?? [], reply }
}

/** A paragraph of plain words. */
export function textPart(text: string): ReplyPart {
  return { kind: 'text', line: [{ text }] }
}

/** Small print in plain words. */
export function smallPart(text: string): ReplyPart {
  return { kind: 'small', line: [{ text }] }
}
