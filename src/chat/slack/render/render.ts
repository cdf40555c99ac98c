import type { types } from '@slack/bolt'
import type { Button, Item, Line, Menu, MenuOption, Part, Reply } from '../../../answer/reply.js'
import { cutText } from '../../../text/graphemes.js'
import { budgets, limits } from '../limits.js'
import { blocksOf, type Piece, plainText } from './blocks.js'
import { encodeButtonValue, type Origin } from './button-value.js'
import { escapeText } from './text.js'

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
  const pieces = [...reply.parts.flatMap(blocksOf), ...choicesOf(reply, origin)]
  const [first = blocksOf(nothing), ...others] = packed(pieces, limits.blocks)
  return [messageOf(first), ...others.map(messageOf)]
}

/** A reply as a modal. A modal has nobody to share with, and cannot be split: long lines are cut, links are not. */
export function renderModal(reply: Reply, origin?: Origin): types.ModalView {
  const heading = reply.parts.find((part) => part.kind === 'heading')
  const title = heading ? heading.line.map((span) => span.text).join('') : ''
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
    const parts = reply.parts.map((part) => shortened(part, length))
    const views = packed([...parts.flatMap(blocksOf), ...choicesOf(reply, origin)], limits.viewBlocks)
    if (views.length <= 1 || length === 30) return messageOf(views[0] ?? blocksOf(nothing)).blocks
  }
  return []
}

function shortened(part: Part, length: number): Part {
  switch (part.kind) {
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

function shortLine(line: Line, length: number): Line {
  const text = line.map((span) => span.text).join('')
  return text.length <= length ? line : [{ text: cutText(text, length) }]
}

/** Slack refuses a message without any words. */
const nothing: Part = { kind: 'text', line: [{ text: '—' }] }

function messageOf(pieces: readonly Piece[]): Message {
  const text = pieces.map((piece) => piece.text).filter(Boolean)
  return { text: escapeText(text.join('\n')) || '—', blocks: pieces.map((piece) => piece.block) }
}

/** Pieces in as many messages as blocks and characters ask for. */
function packed(pieces: readonly Piece[], blocks: number): readonly Piece[][] {
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

function choicesOf({ buttons, menus }: Reply, origin: Origin | undefined): readonly Piece[] {
  const rows: Button[][] = []
  for (const button of buttons) {
    const last = rows.at(-1)
    if (last && last.length < budgets.buttonsPerRow) last.push(button)
    else rows.push([button])
  }
  return [
    ...rows.map((row) => actions(row.map((button, at) => buttonElement(button, at, origin)))),
    ...menus.filter((menu) => menu.options.length > 0).map((menu) => actions([selectElement(menu)])),
  ]
}

function actions(elements: types.ActionsBlockElement[]): Piece {
  return { block: { type: 'actions', elements }, text: '' }
}

/** `action_id` is unique in its row, and says what kind of press it is. */
function buttonElement({ label, action }: Button, at: number, origin: Origin | undefined): types.Button {
  return {
    type: 'button',
    action_id: `${action.kind}:${at}`,
    text: plainText(label, limits.buttonText),
    value: encodeButtonValue(action, origin),
  }
}

function selectElement({ placeholder, options }: Menu): types.StaticSelect {
  return {
    type: 'static_select',
    action_id: 'choose',
    placeholder: plainText(placeholder, limits.placeholder),
    options: options.slice(0, limits.options).map(optionOf),
  }
}

function optionOf({ label, detail, action }: MenuOption): types.PlainTextOption {
  return {
    text: plainText(label, limits.optionText),
    value: encodeButtonValue(action, undefined),
    ...(detail ? { description: plainText(detail, limits.optionDescription) } : {}),
  }
}
