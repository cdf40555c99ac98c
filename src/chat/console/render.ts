import { styleText } from 'node:util'
import type { Action } from '../../answer/action.js'
import type { Item, Line, Part, Reply, Span } from '../../answer/reply.js'
import type { Link } from '../../knowledge/session.js'

/** A reply as lines of text. `colour` uses the terminal's; without it the text is plain. */
export function renderText(reply: Reply, colour = false): string {
  const choices = choicesOf(reply)
  const page: Page = {
    paint: painter(colour),
    numbers: new Map(choices.map(({ label }, at) => [label, at + 1])),
  }
  const parts = reply.parts.map((part) => renderPart(part, page)).filter(Boolean)
  const rest = choices.filter(({ label }) => page.numbers.has(label))
  const last = rest.map(({ label }) => page.paint('dim', `${page.numbers.get(label)}) ${label}`))
  return [...parts, ...last].join('\n')
}

/** What can be picked by its number. Sharing and thumbs make no sense here. */
export function choicesOf(reply: Reply): readonly { readonly label: string; readonly action: Action }[] {
  const choices = [...reply.menus.flatMap((menu) => menu.options), ...reply.buttons]
  return choices.filter(({ action }) => action.kind !== 'share' && action.kind !== 'vote')
}

/** How to show things, and which numbers are still to be shown. A line that is itself a choice takes its number. */
interface Page {
  readonly paint: Paint
  readonly numbers: Map<string, number>
}

/** The number that picks this line, with a bracket; the bullet where it is no choice. */
function numberOf(line: Line, { numbers }: Page, bullet: string): string {
  const label = line[0]?.text ?? ''
  const number = numbers.get(label)
  numbers.delete(label)
  return number === undefined ? bullet : `${number}) `
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
    case 'heading':
      return paint('bold', `${numberOf(part.line, page, '')}${plain(part.line)}`)
    case 'text':
      return spans(part.line, paint)
    case 'list':
      return items(part.items, page, '')
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

function items(list: readonly Item[], page: Page, indent: string): string {
  return list
    .flatMap((item) => [
      `${indent}${numberOf(item.line, page, '• ')}${spans(item.line, page.paint).replaceAll('\n', `\n${indent}  `)}`,
      ...(item.items ? [items(item.items, page, `${indent}  `)] : []),
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
