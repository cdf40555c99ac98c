import type { types } from '@slack/bolt'
import { type Item, type Reply, type ReplyLine, type ReplyPart, textOf } from '../../../answer/reply.js'
import { cutText } from '../../../text/graphemes.js'
import { budgets, limits } from '../limits.js'
import { blocksOf, type Piece } from './blocks.js'
import type { Origin } from './button-value.js'
import { buttonElement } from './buttons.js'
import { escapeText, oneLine, plainText } from './text.js'

/** What Slack takes for a message: blocks for those who see, and the same in words. */
export interface Message {
  readonly text: string
  readonly blocks: types.KnownBlock[]
}

/**
 * A reply as messages, in order: one, unless it is too long for one; then the choices stand under the last.
 * `origin` is what the reply answers, for buttons that need it.
 */
export function renderMessages(reply: Reply, origin?: Origin): readonly [Message, ...Message[]] {
  const pieces = piecesOf(reply, origin)
  const [first = blocksOf(nothing), ...others] = packed(pieces, limits.blocks)
  return [messageOf(first), ...others.map(messageOf)]
}

/** A reply as a modal. A modal has nobody to share with, and cannot be split: long lines are cut, links are not. */
export function renderModal(reply: Reply, origin?: Origin): types.ModalView {
  const heading = reply.parts.find((part) => part.kind === 'heading')
  const title = heading ? textOf(heading.line) : ''
  const buttons = reply.buttons.filter(({ action }) => action.kind !== 'share')
  return {
    type: 'modal',
    title: plainText(title, limits.modalTitle),
    blocks: viewBlocks({ ...reply, buttons }, origin),
  }
}

/** A reply as a person's App Home. */
export function renderHome(reply: Reply): types.HomeView {
  return { type: 'home', blocks: viewBlocks(reply) }
}

function viewBlocks(reply: Reply, origin?: Origin): types.KnownBlock[] {
  for (const length of [Number.POSITIVE_INFINITY, 300, 100, 30]) {
    const short = (parts: readonly ReplyPart[]) => parts.map((part) => shortened(part, length))
    const shown = { ...reply, parts: short(reply.parts), after: short(reply.after) }
    const views = packed(piecesOf(shown, origin), limits.viewBlocks)
    if (views.length <= 1 || length === 30) return messageOf(views[0] ?? blocksOf(nothing)).blocks
  }
  return []
}

function piecesOf(reply: Reply, origin: Origin | undefined): readonly Piece[] {
  return [...reply.parts.flatMap(blocksOf), ...choicesOf(reply, origin), ...reply.after.flatMap(blocksOf)]
}

function shortened(part: ReplyPart, length: number): ReplyPart {
  switch (part.kind) {
    case 'lead':
    case 'heading':
    case 'text':
    case 'small':
      return { ...part, line: shortLine(part.line, length) }
    case 'list':
      return { ...part, items: part.items.map((item) => shortItem(item, length)) }
    default:
      return part
  }
}

function shortItem({ line, items = [] }: Item, length: number): Item {
  return { line: shortLine(line, length), items: items.map((item) => shortItem(item, length)) }
}

function shortLine(line: ReplyLine, length: number): ReplyLine {
  const text = textOf(line)
  return text.length <= length ? line : [{ text: cutText(text, length) }]
}

/** Slack refuses a message without any words. */
const nothing: ReplyPart = { kind: 'text', line: [{ text: '—' }] }

function messageOf(pieces: readonly Piece[]): Message {
  const text = pieces.map((piece) => piece.text).filter(Boolean)
  return { text: escapeText(text.join('\n')) || '—', blocks: pieces.map((piece) => piece.block) }
}

/** Pieces in as many messages as blocks and characters ask for. */
function packed(pieces: readonly Piece[], blocks: number): readonly (readonly Piece[])[] {
  if (isOneMessage(pieces, blocks)) return [pieces]
  const messages: Piece[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const piece of pieces) {
    // An "&" needs five characters in the words, a quotation mark two in the blocks.
    const own = Math.max(JSON.stringify(piece.block).length, escapeText(piece.text).length) + 1
    const last = messages.at(-1)
    if (!last || size + own > budgets.blocks || last.length === blocks) {
      messages.push([piece])
      size = own
    } else {
      last.push(piece)
      size += own
    }
  }
  return messages
}

/** Whether pieces surely fit into one message: nearly all replies do, and are not measured piece by piece. */
function isOneMessage(pieces: readonly Piece[], blocks: number): boolean {
  if (pieces.length === 0 || pieces.length > blocks) return false
  let length = 2
  for (const { text, block } of pieces) length += longestEscape * text.length + 2 + jsonLength(block)
  return length <= budgets.blocks
}

/**
 * At least as long as the JSON of a value and a comma; printing it takes ten times as long. Our texts are clean and our
 * addresses encoded, so that JSON has at most two characters for one: a quotation mark, a backslash, a line break.
 */
function jsonLength(value: unknown): number {
  if (typeof value === 'string') return 2 * value.length + 3
  if (typeof value !== 'object' || value === null) return longestLiteral
  let length = 3
  if (Array.isArray(value)) for (const item of value) length += jsonLength(item)
  else for (const item of Object.values(value)) length += longestKey + jsonLength(item)
  return length
}

/** Of a block or an element, with its quotes and colon. */
const longestKey = 20

/** A number, or a word of JSON, and a comma. */
const longestLiteral = 25

/** Of one character: `&amp;`. */
const longestEscape = 5

/** Links before buttons: in one row where a phone has room for them all, else each kind in its own. */
function choicesOf({ links, buttons }: Reply, origin: Origin | undefined): readonly Piece[] {
  const all = [...links, ...buttons]
  const isTooWide = all.reduce((width, { label }) => width + buttonWidth(label), 0) > budgets.rowWidth
  const elements = all.map((button, at) => buttonElement(button, at, origin))
  const rows = isTooWide ? [elements.slice(0, links.length), elements.slice(links.length)] : [elements]
  const addresses = links.map(({ label, url }) => `${oneLine(label)}: ${url}`).join('\n')
  return rows
    .flatMap((row) => grouped(row, budgets.buttonsPerRow))
    .map((row, at) => ({ block: { type: 'actions', elements: row }, text: at === 0 ? addresses : '' }))
}

/** In half-width characters, with the frame around it. */
function buttonWidth(label: string): number {
  const wide =
    label.match(/[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/gu)?.length ?? 0
  return label.length + wide + budgets.buttonFrame
}

function grouped<T>(things: readonly T[], size: number): T[][] {
  const groups: T[][] = []
  for (let at = 0; at < things.length; at += size) groups.push(things.slice(at, at + size))
  return groups
}
