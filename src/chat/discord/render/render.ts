import type { APIAllowedMentions, APIEmbed } from 'discord.js'
import { type Reply, type ReplyPart, textOf } from '../../../answer/reply.js'
import { budgets, limits } from '../limits.js'
import { renderCard } from './card.js'
import { type ButtonRow, numbersOf, renderRows } from './components.js'
import type { CommandMention } from './line.js'

/** A message's body: the answer in words, a card with the rest and its pictures, buttons. */
export interface MessageBody {
  readonly content: string
  readonly embeds: APIEmbed[]
  readonly components: ButtonRow[]
  readonly allowed_mentions: APIAllowedMentions
}

/** Nobody is ever pinged: not by a question, not by the notes, not by being replied to. */
export const noMentions: APIAllowedMentions = { parse: [], replied_user: false }

/**
 * A reply as a line or two of content, and an embed with the rest. The content is what notifications show, and people
 * who see no embeds; nothing stands in both. Where only small print would be left for the embed, that is content, too.
 *
 * An embed, rather than Components V2: on a phone both are cards of full width with headings, lists and links; but an
 * embed has room for 4,096 characters where V2 has 4,000 over all, goes together with content, which V2 forbids, keeps
 * the message free to change later, since V2 cannot be undone, and is shown by old clients and by other servers that
 * speak Discord's protocol. Pictures follow as further embeds of the same address, which clients lay out as one gallery.
 */
export function renderReply(reply: Reply, mention?: CommandMention): MessageBody {
  const parts = [...reply.parts, ...reply.after]
  const count = contentLength(parts)
  const options = { numbers: numbersOf(reply), ...(mention ? { mention } : {}) }
  const content = renderCard(parts.slice(0, count), budgets.lead + budgets.smallPrint, {
    ...options,
    isContent: true,
  })
  const card = renderCard(parts.slice(count), budgets.card, options)
  const shown = embeds(card, picturesOf(parts))
  return {
    // A message without anything in it is refused; a space of no width is something.
    content: content === '' && shown.length === 0 ? '\u200b' : content,
    embeds: shown,
    components: renderRows(reply),
    allowed_mentions: noMentions,
  }
}

/** How many of the first parts stand beside the card: all of them where the card would hold only small print. */
function contentLength(parts: readonly ReplyPart[]): number {
  const count = leadLength(parts)
  const rest = parts.slice(count)
  const size = rest.reduce(
    (sum, part) => sum + (part.kind === 'small' ? textOf(part.line).length : Infinity),
    0,
  )
  return size <= budgets.smallPrint ? parts.length : count
}

/** The answer's line and the title, or two lines of words; below a line of small print that says what they are. */
function leadLength(parts: readonly ReplyPart[]): number {
  const label = parts[0]?.kind === 'small' ? 1 : 0
  const isLead = (part: ReplyPart) =>
    part.kind === 'lead' || part.kind === 'text' || (part.kind === 'heading' && fits(part.url))
  // A long address has room in the card, where none is cut.
  const fits = (url = '') => url.length <= budgets.lead / 2
  const lines = parts.slice(label, label + mostLeadParts)
  const others = lines.findIndex((part) => !isLead(part))
  const count = others < 0 ? lines.length : others
  return count === 0 ? 0 : label + count
}

const mostLeadParts = 2

function embeds(description: string, [first, ...others]: readonly string[]): APIEmbed[] {
  const words = description === '' ? {} : { description }
  if (!first) return description === '' ? [] : [words]
  const gallery = others.length > 0 ? { url: first } : {}
  return [
    { ...words, ...gallery, image: { url: first } },
    ...others.map((url) => ({ url: first, image: { url } })),
  ]
}

/** Addresses of pictures that Discord fetches safely, through its own proxy; all of them are links in the text as well. */
function picturesOf(parts: readonly ReplyPart[]): readonly string[] {
  return parts
    .flatMap((part) => (part.kind === 'pictures' ? part.pictures : []))
    .flatMap(({ url }) => (URL.canParse(url) ? [new URL(url)] : []))
    .filter(({ protocol }) => protocol === 'https:')
    .map(({ href }) => href)
    .filter((href) => href.length <= limits.embedUrl)
    .slice(0, budgets.gallery)
}
