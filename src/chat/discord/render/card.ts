import {
  type Item,
  type ReplyLine,
  type ReplyPart,
  type Row,
  type Span,
  textOf,
} from '../../../answer/reply.js'
import type { Link } from '../../../knowledge/session.js'
import { budgets } from '../limits.js'
import { idOf, type RowNumbers } from './components.js'
import { type CommandMention, renderLine } from './line.js'
import { renderLink } from './links.js'

/** Lines of a card: a line that may be cut, after its mark (`"- "`), before links that may not. */
interface CardLines {
  readonly mark: string
  readonly line: ReplyLine
  readonly links: string
}

/** How a card's lines are written. */
export interface CardOptions {
  readonly mention?: CommandMention
  /** Beside the card rather than in it: a title in bold, no previews of addresses. */
  readonly isContent?: boolean
  /** Of the rows that open something. */
  readonly numbers?: RowNumbers
}

/** Room for a link's title: as it is, shortened, none. The first with which all links fit is taken. */
const titleRooms = [budgets.linkTitle, 30, 0]

/** The parts as Markdown of at most `max` units. Every link is kept whole; text is cut to make room for them. */
export function renderCard(parts: readonly ReplyPart[], max: number, options: CardOptions = {}): string {
  let pieces: readonly CardLines[] = []
  for (const titleRoom of titleRooms) {
    pieces = parts.flatMap((part) => piecesOf(part, titleRoom, options))
    if (fixed(pieces) <= max) return lay(pieces, max, options).join('\n')
  }
  return lay(within(pieces, max), max, options).join('\n')
}

/** The length of what cannot be cut, with line breaks. */
function fixed(pieces: readonly CardLines[]): number {
  return pieces.reduce((sum, { mark, links }) => sum + (links ? mark.length + links.length + 1 : 0), 0)
}

/** What is too much even without titles loses whole links from its end. Answers page their lists, so that none does. */
function within(pieces: readonly CardLines[], max: number): readonly CardLines[] {
  let room = max
  return pieces.map((piece) => {
    const kept = piece.links.split('\n').filter((link) => {
      const cost = link === '' ? 0 : link.length + piece.mark.length + 2
      const fits = cost <= room
      if (fits) room -= cost
      return fits
    })
    return { ...piece, links: kept.join('\n').trimEnd() }
  })
}

function lay(pieces: readonly CardLines[], max: number, { mention }: CardOptions): string[] {
  let room = max - fixed(pieces)
  return pieces.flatMap(({ mark, line, links }) => {
    const frame = links ? 0 : mark.length + 1
    const text = renderLine(line, room - frame, mention)
    if (text === '') return links ? [mark + links.trimStart()] : []
    room -= frame + text.length
    return [mark + text + links]
  })
}

function piecesOf(
  part: ReplyPart,
  titleRoom: number,
  { isContent = false, numbers }: CardOptions,
): readonly CardLines[] {
  switch (part.kind) {
    case 'lead':
    case 'text':
      return [plain('', part.line)]
    case 'heading':
      return [headingPiece(part, titleRoom, isContent)]
    case 'list':
      return part.items.flatMap((item) => itemPieces(item, 0))
    case 'rows':
      return part.rows.flatMap((row) => rowPieces(row, titleRoom, numbers))
    case 'pictures':
      return part.pictures.map(({ url, alt }) => linkPiece('', { url, title: alt }, titleRoom))
    case 'small':
      return [plain('-# ', part.line)]
  }
}

function headingPiece(
  { line, url }: Extract<ReplyPart, { kind: 'heading' }>,
  titleRoom: number,
  isContent: boolean,
): CardLines {
  if (!url) return isContent ? plain('', line.map(strong)) : plain('### ', line)
  const link = { title: textOf(line), url }
  if (!isContent) return linkPiece('### ', link, titleRoom)
  return { mark: '', line: [], links: `**${renderLink(link, titleRoom, 'without preview')}**` }
}

function strong(span: Span): Span {
  return { ...span, style: 'strong' }
}

function plain(mark: string, line: ReplyLine): CardLines {
  return { mark, line, links: '' }
}

function itemPieces({ line, items }: Item, depth: number): readonly CardLines[] {
  const mark = `${'  '.repeat(Math.min(depth, budgets.listDepth))}- `
  return [plain(mark, line), ...(items ?? []).flatMap((item) => itemPieces(item, depth + 1))]
}

/**
 * A row: its title, linked where it is an address, else under the number of the button that opens it; and its small
 * print, which is documented for the start of a line only (support.discord.com, "Markdown Text 101").
 */
function rowPieces(
  { line, detail, button }: Row,
  titleRoom: number,
  numbers?: RowNumbers,
): readonly CardLines[] {
  const number = numbers?.get(idOf(button))
  const title =
    'url' in button
      ? linkPiece('- ', { title: textOf(line), url: button.url }, titleRoom)
      : plain(number === undefined ? '- ' : `**${number}.** `, line)
  return detail ? [title, plain('-# ', detail)] : [title]
}

function linkPiece(mark: string, link: Link, titleRoom: number): CardLines {
  return { mark, line: [], links: renderLink(link, titleRoom) }
}
