import { styleText } from 'node:util'
import type { Action } from '../../answer/action.js'
import type { Button, Item, LinkButton, Reply, ReplyLine, ReplyPart, Row, Span } from '../../answer/reply.js'

/** What can be picked by its number. */
export interface Choice {
  readonly label: string
  readonly action: Action
}

/** How a console shows things. */
export interface ConsoleStyle {
  /** Uses the terminal's colours. */
  readonly colour: boolean
  /** Makes addresses clickable (OSC 8: https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda). */
  readonly links: boolean
}

const plainStyle: ConsoleStyle = { colour: false, links: false }

/** A reply as lines of text; without a style the text is plain. */
export function renderText(reply: Reply, style: ConsoleStyle = plainStyle): string {
  const context: PrintContext = { paint: painter(style.colour), links: style.links, number: counter() }
  const parts = reply.parts.map((part) => renderPart(part, context))
  const links = reply.links.map((link) => linkLine(link, context))
  const buttons = reply.buttons
    .filter(isChoice)
    .map(({ label }) => context.paint('dim', `${context.number()}) ${shown(safe(label))}`))
  // Numbers follow the eye: what stands below the buttons is counted after them.
  const after = reply.after.map((part) => renderPart(part, context))
  return [...parts, ...links, ...buttons, ...after].filter(Boolean).join('\n')
}

/** What can be picked by its number, in the order of the numbers. Sharing and votes make no sense here. */
export function choicesOf({ parts, buttons, after }: Reply): readonly Choice[] {
  const rowsOf = (some: readonly ReplyPart[]) =>
    some.flatMap((part) => (part.kind === 'rows' ? part.rows : []))
  const opened = (some: readonly ReplyPart[]) =>
    rowsOf(some).flatMap(({ line, button }) =>
      'action' in button ? [{ label: plain(line), action: button.action }] : [],
    )
  return [...opened(parts), ...buttons.filter(isChoice), ...opened(after)]
}

function isChoice({ action }: Button): boolean {
  return action.kind !== 'share' && action.kind !== 'vote'
}

interface PrintContext {
  readonly paint: Paint
  readonly links: boolean
  /** The next choice's number. */
  readonly number: () => number
}

function counter(): () => number {
  let last = 0
  return () => {
    last += 1
    return last
  }
}

type Paint = (style: 'bold' | 'dim' | 'cyan' | 'match', text: string) => string

function painter(colour: boolean): Paint {
  if (!colour) return (_style, text) => text
  return (style, text) =>
    styleText(style === 'match' ? ['bold', 'yellow'] : style, text, { validateStream: false })
}

function renderPart(part: ReplyPart, context: PrintContext): string {
  const { paint } = context
  switch (part.kind) {
    case 'lead':
    case 'text':
      return spans(part.line, paint)
    case 'heading':
      return paint(
        'bold',
        part.url && context.links ? hyperlink(plain(part.line), part.url) : plain(part.line),
      )
    case 'list':
      return items(part.items, paint, '')
    case 'rows':
      return part.rows.map((row) => rowLine(row, context)).join('\n')
    case 'pictures':
      return part.pictures.map(({ alt, url }) => linkLine({ label: alt || url, url }, context)).join('\n')
    case 'small':
      return paint('dim', plain(part.line))
  }
}

function items(list: readonly Item[], paint: Paint, indent: string): string {
  return list
    .filter((item) => item.items || plain(item.line).trim() !== '')
    .flatMap((item) => [
      `${indent}• ${shown(spans(item.line, paint)).replaceAll('\n', `\n${indent}  `)}`,
      ...(item.items ? [items(item.items, paint, `${indent}  `)] : []),
    ])
    .join('\n')
}

function rowLine({ line, detail, button }: Row, context: PrintContext): string {
  const mark = 'action' in button ? `${context.number()})` : '•'
  const second = detail ? ` ${context.paint('dim', `· ${plain(detail)}`)}` : ''
  const address = 'url' in button ? `\n  ${linkText({ label: '', url: button.url }, context)}` : ''
  return `${mark} ${shown(spans(line, context.paint))}${second}${address}`
}

function linkLine(link: LinkButton, context: PrintContext): string {
  return `→ ${linkText(link, context)}`
}

function linkText({ label, url }: LinkButton, { paint, links }: PrintContext): string {
  const name = safe(label).trim()
  if (links && name) return paint('cyan', hyperlink(name, url))
  return name && name !== url ? `${name}: ${paint('cyan', safe(url))}` : paint('cyan', safe(url))
}

function hyperlink(text: string, url: string): string {
  return `\u001b]8;;${safe(url)}\u001b\\${text}\u001b]8;;\u001b\\`
}

function spans(line: ReplyLine, paint: Paint): string {
  return line
    .map((span) => (span.style ? paint(styleOf(span.style), safe(span.text)) : safe(span.text)))
    .join('')
}

function styleOf(style: NonNullable<Span['style']>) {
  return ({ match: 'match', strong: 'bold', code: 'cyan', command: 'cyan' } as const)[style]
}

function plain(line: ReplyLine): string {
  return line.map((span) => safe(span.text)).join('')
}

/** What stands behind a number or a bullet: always something, and on the same line. */
function shown(text: string): string {
  return text.trim() === '' ? '—' : text.trimStart()
}

/** Without control characters, which a terminal would obey: escape sequences in notes or questions stay letters. */
function safe(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/gu, ' ')
}
