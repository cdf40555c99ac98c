import { styleText } from 'node:util'
import type { Action } from '../../answer/action.js'
import type { Item, Line, Part, Reply, Span } from '../../answer/reply.js'
import type { Link } from '../../knowledge/session.js'

/** A reply as lines of text. `colour` uses the terminal's; without it the text is plain. */
export function renderText(reply: Reply, colour = false): string {
  const paint = painter(colour)
  const parts = reply.parts.map((part) => renderPart(part, paint)).filter(Boolean)
  const choices = choicesOf(reply).map(({ label }, at) => paint('dim', `  ${at + 1}) ${label}`))
  return [...parts, ...(choices.length > 0 ? [choices.join('\n')] : [])].join('\n')
}

/** What can be picked by its number, in the order shown. Sharing and thumbs make no sense here. */
export function choicesOf(reply: Reply): readonly { readonly label: string; readonly action: Action }[] {
  const choices = [...reply.buttons, ...reply.menus.flatMap((menu) => menu.options)]
  return choices.filter(({ action }) => action.kind !== 'share' && action.kind !== 'vote')
}

type Paint = (style: 'bold' | 'dim' | 'cyan' | 'match', text: string) => string

function painter(colour: boolean): Paint {
  if (!colour) return (_style, text) => text
  return (style, text) =>
    styleText(style === 'match' ? ['bold', 'yellow'] : style, text, { validateStream: false })
}

function renderPart(part: Part, paint: Paint): string {
  switch (part.kind) {
    case 'heading':
      return paint('bold', plain(part.line))
    case 'text':
      return spans(part.line, paint)
    case 'list':
      return items(part.items, paint, '')
    case 'links':
      return links(part.label, part.links, paint)
    case 'pictures':
      return links(
        part.label,
        part.pictures.map(({ alt, url }) => ({ title: alt, url })),
        paint,
      )
    case 'small':
      return small(part.line, part.links ?? [], paint)
  }
}

function items(list: readonly Item[], paint: Paint, indent: string): string {
  return list
    .flatMap((item) => [
      `${indent}• ${spans(item.line, paint).replaceAll('\n', `\n${indent}  `)}`,
      ...(item.items ? [items(item.items, paint, `${indent}  `)] : []),
    ])
    .join('\n')
}

function links(label: string, list: readonly Link[], paint: Paint): string {
  const lines = list.map(
    ({ title, url }) => `  ${title && title !== url ? `${title} ` : ''}${paint('cyan', url)}`,
  )
  return [`${label}:`, ...lines].join('\n')
}

function small(line: Line, list: readonly Link[], paint: Paint): string {
  const sources = list.map(({ title, url }) => `${title}: ${url}`)
  return paint('dim', [plain(line), ...sources].filter(Boolean).join(' '))
}

function spans(line: Line, paint: Paint): string {
  return line
    .map((span) => (span.style ? paint(styleOf(span.style), safe(span.text)) : safe(span.text)))
    .join('')
}

function styleOf(style: NonNullable<Span['style']>) {
  return ({ match: 'match', strong: 'bold', code: 'cyan' } as const)[style]
}

function plain(line: Line): string {
  return line.map((span) => safe(span.text)).join('')
}

/** Without control characters, which a terminal would obey: escape sequences in notes or questions stay letters. */
function safe(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/gu, ' ')
}
