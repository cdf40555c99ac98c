import type { APIAllowedMentions, APIEmbed } from 'discord.js'
import type { Part, Reply } from '../../../answer/reply.js'
import { budgets, limits } from '../limits.js'
import { renderCard } from './card.js'
import { type Row, renderRows } from './components.js'

/** A message's body: a card, its pictures, its buttons. */
export interface Card {
  readonly embeds: APIEmbed[]
  readonly components: Row[]
  readonly allowed_mentions: APIAllowedMentions
}

/** Nobody is ever pinged: not by a question, not by the notes, not by being replied to. */
export const noMentions: APIAllowedMentions = { parse: [], replied_user: false }

/**
 * A reply as an embed, rather than as Components V2. On a phone both are cards of full width with headings, lists and
 * links; but an embed has room for 4,096 characters where V2 has 4,000 over all, goes together with a line of content
 * (who shared it, thanks for a vote), which V2 forbids, keeps the message free to change later, since V2 cannot be
 * undone, and is shown by old clients and by other servers that speak Discord's protocol. Pictures follow as further
 * embeds of the same address, which clients lay out as one gallery.
 */
export function renderReply(reply: Reply): Card {
  const parts = [...reply.parts, ...reply.after]
  const pictures = picturesOf(parts)
  return {
    embeds: embeds(renderCard(parts, budgets.card), pictures),
    components: renderRows(reply),
    allowed_mentions: noMentions,
  }
}

function embeds(text: string, [first, ...others]: readonly string[]): APIEmbed[] {
  // An embed without anything in it is refused; a space of no width is something.
  const description = text || '\u200b'
  if (!first) return [{ description }]
  const gallery = others.length > 0 ? { url: first } : {}
  return [
    { description, ...gallery, image: { url: first } },
    ...others.map((url) => ({ url: first, image: { url } })),
  ]
}

/** Addresses of pictures that Discord can show; all of them are links in the text as well. */
function picturesOf(parts: readonly Part[]): readonly string[] {
  return parts
    .flatMap((part) => (part.kind === 'pictures' ? part.pictures : []))
    .flatMap(({ url }) => (URL.canParse(url) ? [new URL(url)] : []))
    .filter(({ protocol }) => protocol === 'https:' || protocol === 'http:')
    .map(({ href }) => href)
    .filter((href) => href.length <= limits.embedUrl)
    .slice(0, budgets.gallery)
}
