import type { Item, Line, Part } from '../../../answer/reply.js'
import type { Link } from '../../../knowledge/session.js'
import { budgets } from '../limits.js'
import { renderLine } from './line.js'
import { renderLink } from './links.js'

/** Lines of a card: a line that may be cut, after its mark (`"- "`), before links that may not. */
interface Piece {
  readonly mark: string
  readonly line: Line
  readonly links: string
}

/** Room for a link's title: as it is, shortened, none. The first with which all links fit is taken. */
const titleRooms = [budgets.linkTitle, 30, 0]

/** The parts as Markdown of at most `max` units. Every link is kept whole; text is cut to make room for them. */
export function renderCard(parts: readonly Part[], max: number): string {
  let pieces: readonly Piece[] = []
  for (const titleRoom of titleRooms) {
    pieces = parts.flatMap((part, index) => piecesOf(part, index, titleRoom))
    if (fixed(pieces) <= max) return lay(pieces, max).join('\n')
  }
  return lay(within(pieces, max), max).join('\n')
}

/** The length of what cannot be cut, with line breaks. */
function fixed(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { mark, links }) => sum + (links ? mark.length + links.length + 1 : 0), 0)
}

/** What is too much even without titles loses whole links from its end. Answers page their lists, so that none does. */
function within(pieces: readonly Piece[], max: number): readonly Piece[] {
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

function lay(pieces: readonly Piece[], max: number): string[] {
  let room = max - fixed(pieces)
  return pieces.flatMap(({ mark, line, links }) => {
    const frame = links ? 0 : mark.length + 1
    const text = renderLine(line, room - frame)
    if (text === '') return links ? [mark + links.trimStart()] : []
    room -= frame + text.length
    return [mark + text + links]
  })
}

function piecesOf(part: Part, index: number, titleRoom: number): readonly Piece[] {
  switch (part.kind) {
    case 'heading':
      return [plain(index === 0 ? '## ' : '### ', part.line)]
    case 'text':
      return [plain('', part.line)]
    case 'list':
      return part.items.flatMap((item) => itemPieces(item, 0))
    case 'links':
      return linkPieces(part.label, part.links, titleRoom)
    case 'pictures':
      return linkPieces(
        part.label,
        part.pictures.map(({ url, alt }) => ({ url, title: alt })),
        titleRoom,
      )
    case 'small':
      return [smallPiece(part.line, part.links ?? [], titleRoom)]
  }
}

function plain(mark: string, line: Line): Piece {
  return { mark, line, links: '' }
}

function itemPieces({ line, items }: Item, depth: number): readonly Piece[] {
  const mark = `${'  '.repeat(Math.min(depth, budgets.listDepth))}- `
  return [plain(mark, line), ...(items ?? []).flatMap((item) => itemPieces(item, depth + 1))]
}

/** A link a line: a phone's finger hits it. */
function linkPieces(label: string, links: readonly Link[], titleRoom: number): readonly Piece[] {
  if (links.length === 0) return []
  const list = links.map((link) => `\n- ${renderLink(link, titleRoom)}`).join('')
  return [{ mark: '', line: [{ text: label, style: 'strong' }], links: list }]
}

function smallPiece(line: Line, links: readonly Link[], titleRoom: number): Piece {
  const list = links.map((link) => ` ${renderLink(link, titleRoom)}`).join(' ·')
  return { mark: '-# ', line, links: list }
}
