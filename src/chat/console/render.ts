import { styleText } from 'node:util'
import type { Action } from '../../answer/action.js'
import type { Button, Item, Line, LinkButton, Part, Reply, Row, Span } from '../../answer/reply.js'

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
  const page: Page = { paint: painter(style.colour), links: style.links, number: counter() }
  const parts = reply.parts.map((part) => renderPart(part, page))
  const links = reply.links.map((link) => linkLine(link, page))
  const buttons = reply.buttons
    .filter(isChoice)
    .map(({ label }) => page.paint('dim', `${page.number()}) ${shown(safe(label))}`))
  // Numbers follow the eye: what stands below the buttons is counted after them.
  const after = reply.after.map((part) => renderPart(part, page))
  return [...parts, ...links, ...buttons, ...after].filter(Boolean).join('\n')
}

/** What can be picked by its number, in the order of the numbers. Sharing and votes make no sense here. */
export function choicesOf({ parts, buttons, after }: Reply): readonly Choice[] {
  const rowsOf = (some: readonly Part[]) => some.flatMap((part) => (part.kind === 'rows' ? part.rows : []))
  const opened = (some: readonly Part[]) =>
    rowsOf(some).flatMap(({ line, button }) =>
      'action' in button ? [{ label: plain(line), action: button.action }] : [],
    )
  return [...opened(parts), ...buttons.filter(isChoice), ...opened(after)]
}

function isChoice({ action }: Button): boolean {
  return action.kind !== 'share' && action.kind !== 'vote'
}

interface Page {
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

function renderPart(part: Part, page: Page): string {
  const { paint } = page
  switch (part.kind) {
    case 'lead':
    case 'text':
      return spans(part.line, paint)
    case 'heading':
      return paint('bold', part.url && page.links ? hyperlink(plain(part.line), part.url) : plain(part.line))
    case 'list':
      return items(part.items, paint, '')
    case 'rows':
      return part.rows.map((row) => rowLine(row, page)).join('\n')
    case 'pictures':
      return part.pictures.map(({ alt, url }) => linkLine({ label: alt || url, url }, page)).join('\n')
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

function rowLine({ line, detail, button }: Row, page: Page): string {
  const mark = 'action' in button ? `${page.number()})` : '•'
  const second = detail ? ` ${page.paint('dim', `· ${plain(detail)}`)}` : ''
  const address = 'url' in button ? `\n  ${linkText({ label: '', url: button.url }, page)}` : ''
  return `${mark} ${shown(spans(line, page.paint))}${second}${address}`
}

function linkLine(link: LinkButton, page: Page): string {
  return `→ ${linkText(link, page)}`
}

function linkText({ label, url }: LinkButton, { paint, links }: Page): string {
  const name = safe(label).trim()
  if (links && name) return paint('cyan', hyperlink(name, url))
  return name && name !== url ? `${name}: ${paint('cyan', safe(url))}` : paint('cyan', safe(url))
}

function hyperlink(text: string, url: string): string {
  return `\u001b]8;;${safe(url)}\u001b\\${text}\u001b]8;;\u001b\\`
}

function spans(line: Line, paint: Paint): string {
  return line
    .map((span) => (span.style ? paint(styleOf(span.style), safe(span.text)) : safe(span.text)))
    .join('')
}

function styleOf(style: NonNullable<Span['style']>) {
  return ({ match: 'match', strong: 'bold', code: 'cyan', command: 'cyan' } as const)[style]
}

function plain(line: Line): string {
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
