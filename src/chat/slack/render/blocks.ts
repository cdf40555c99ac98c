import type { types } from '@slack/bolt'
import {
  type Item,
  type ReplyLine,
  type ReplyPart,
  type Row,
  type Span,
  textOf,
} from '../../../answer/reply.js'
import { cutText } from '../../../text/graphemes.js'
import { budgets, limits } from '../limits.js'
import { buttonElement } from './buttons.js'
import { cleanText, escapeText, oneLine, piecesOf, plainText } from './text.js'

/** A block, and the same as plain text for those who do not see blocks. */
export interface Piece {
  readonly block: types.KnownBlock
  readonly text: string
}

type Element = types.RichTextElement

/**
 * A part of a reply as blocks, none larger than a part of a message's budget. Of the newer blocks none is used: most
 * answers go out as a command's acknowledgement, for which Slack does not say that it refused a block, so that there is
 * nothing to fall back on; and a card's body has 200 characters, less than an answer (docs.slack.dev/reference/block-kit:
 * `card`, `carousel` of at most 10, `data_table`, `context_actions` with `feedback_buttons`).
 */
export function blocksOf(part: ReplyPart): readonly Piece[] {
  switch (part.kind) {
    case 'heading':
      return heading(part.line, part.url)
    case 'lead':
    case 'text':
      return paragraphs(part.line)
    case 'list':
      return list(part.items)
    case 'rows':
      return part.rows.map((row, at) => rowBlock(row, at))
    case 'pictures':
      // As links: one picture that Slack cannot download makes it refuse the whole message (java-slack-sdk#1396).
      return part.pictures.map(({ alt, url }) => sections([linkRow(alt, url)]))
    case 'small':
      return small(part.line)
  }
}

function heading(line: ReplyLine, url: string | undefined): readonly Piece[] {
  if (url) return [sections([linkRow(textOf(line), url, true)])]
  const text = oneLine(textOf(line))
  if (text.length > limits.header) return paragraphs([{ text, style: 'strong' }])
  return text ? [{ block: { type: 'header', text: plainText(text, limits.header) }, text }] : []
}

function small(line: ReplyLine): readonly Piece[] {
  return piecesOf(cleanText(textOf(line)).trim(), budgets.paragraph)
    .filter((text) => text.trim() !== '')
    .map((text) => ({
      block: { type: 'context', elements: [{ type: 'plain_text', text, emoji: true }] },
      text,
    }))
}

function paragraphs(line: ReplyLine): readonly Piece[] {
  return fragmentsOf(line).map((fragment) => sections([{ elements: fragment, text: fallbackOf(fragment) }]))
}

/** A row with its button beside it; one that opens an address is that link itself, which leaves it the whole width. */
function rowBlock({ line, detail, button }: Row, at: number): Piece {
  const words = [textOf(line), detail ? textOf(detail) : '']
  const [title = '', small = ''] = words.map((text) => cutText(oneLine(text), budgets.rowLine))
  const text = `• ${[title, small].filter(Boolean).join(' · ')}`
  if ('url' in button) {
    const { elements } = linkRow(title, button.url, true)
    const below: readonly Element[] = small ? [{ type: 'text', text: `\n${small}` }] : []
    return { ...sections([{ elements: [...elements, ...below], text }]), text: `${text} ${button.url}` }
  }
  return {
    block: {
      type: 'section',
      text: {
        type: 'mrkdwn',
        text: [`*${escapeText(title)}*`, escapeText(small)].filter(Boolean).join('\n'),
      },
      accessory: buttonElement(button, at),
    },
    text,
  }
}

function list(items: readonly Item[]): readonly Piece[] {
  return lists(rowsOf(items, 0))
}

/** One bullet, or one line of a paragraph. */
interface Segment {
  readonly elements: readonly Element[]
  readonly text: string
}

interface Bullet extends Segment {
  readonly indent: number
}

function rowsOf(items: readonly Item[], indent: number): readonly Bullet[] {
  return items.flatMap(({ line, items: below = [] }) => [
    ...fragmentsOf(line).map((elements) => ({ elements, text: fallbackOf(elements), indent })),
    ...rowsOf(below, Math.min(indent + 1, limits.listIndent)),
  ])
}

/** Bullets in as many blocks as their size asks for. */
function lists(rows: readonly Bullet[]): readonly Piece[] {
  return grouped(rows, (row) => sizeOf(row.elements) + perBullet, budgets.piece).map((group) => ({
    block: { type: 'rich_text', elements: levels(group) },
    text: group.map(({ text, indent }) => `${'  '.repeat(indent)}• ${text}`).join('\n'),
  }))
}

/** Slack nests by indentation: a list ends where the depth changes. */
function levels(rows: readonly Bullet[]): types.RichTextList[] {
  const lists: { indent: number; rows: Bullet[] }[] = []
  for (const row of rows) {
    const last = lists.at(-1)
    if (last?.indent === row.indent) last.rows.push(row)
    else lists.push({ indent: row.indent, rows: [row] })
  }
  return lists.map(({ indent, rows: own }) => ({
    type: 'rich_text_list',
    style: 'bullet',
    indent,
    elements: own.map(section),
  }))
}

function sections(rows: readonly Segment[]): Piece {
  return {
    block: { type: 'rich_text', elements: rows.map(section) },
    text: rows.map((row) => row.text).join('\n'),
  }
}

function section({ elements }: Segment): types.RichTextSection {
  return { type: 'rich_text_section', elements: [...elements] }
}

function linkRow(title: string, url: string, isTitle = false): Segment {
  const text = cutText(oneLine(title), budgets.linkTitle)
  const style = isTitle ? { style: { bold: true } } : {}
  return {
    elements: [{ type: 'link', url, ...(text ? { text } : {}), ...style }],
    text: text && text !== url ? `${text} ${url}` : url,
  }
}

/** A line as one or more runs of elements, each within a paragraph's budget. */
function fragmentsOf(line: ReplyLine): readonly (readonly Element[])[] {
  const elements = joined(line).flatMap(elementsOf)
  if (sizeOf(elements) <= budgets.paragraph) return isBlank(elements) ? [] : [elements]
  const runs = grouped(elements, (element) => sizeOf([element]), budgets.paragraph)
  return runs.filter((run) => !isBlank(run))
}

/** A command and its argument as one stretch: two boxes beside each other would show a seam. */
function joined(line: ReplyLine): ReplyLine {
  if (!line.some(({ style }) => style === 'command')) return line
  const spans: Span[] = []
  for (const span of line) {
    const [command, space] = spans.slice(-2)
    if (span.style === 'code' && command?.style === 'command' && space?.text === ' ') {
      spans.splice(-2, 2, { text: `${command.text} ${span.text}`, style: 'command' })
    } else spans.push(span)
  }
  return spans
}

function elementsOf({ text, style }: Span): readonly Element[] {
  return piecesOf(cleanText(text), budgets.paragraph - perElement).map((piece) =>
    style ? { type: 'text', text: piece, style: styles[style] } : { type: 'text', text: piece },
  )
}

const styles = {
  match: { bold: true },
  strong: { bold: true },
  code: { code: true },
  command: { code: true },
} as const

const isBlank = (elements: readonly Element[]): boolean => fallbackOf(elements).trim() === ''

function fallbackOf(elements: readonly Element[]): string {
  return elements.map((element) => (element.type === 'text' ? element.text : '')).join('')
}

/** About as much as JSON needs for the frame of an element, and of a bullet. */
const perElement = 80
const perBullet = 120

/** An estimate of the JSON's length, at least the half of it: quotes and line breaks need two characters each. */
function sizeOf(elements: readonly Element[]): number {
  return elements.reduce((sum, element) => sum + perElement + lengthOf(element), 0)
}

function lengthOf(element: Element): number {
  if (element.type === 'text') return element.text.length
  return element.type === 'link' ? element.url.length + (element.text?.length ?? 0) : 0
}

/** Splits a list so that no group is larger than `limit`, unless one thing alone is. */
function grouped<T>(things: readonly T[], sizeOf: (thing: T) => number, limit: number): readonly T[][] {
  const groups: T[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const thing of things) {
    const own = sizeOf(thing)
    if (size + own > limit) {
      groups.push([])
      size = 0
    }
    groups.at(-1)?.push(thing)
    size += own
  }
  return groups
}
