import type { ReplyLine, Span } from '../../../answer/reply.js'
import { cutText } from '../../../text/graphemes.js'
import { escapeStart, escapeText, oneLine } from './text.js'

/** How a command is shown: its name (`"session"`) to what Discord makes clickable; `undefined` for one that it does not know. */
export type CommandMention = (command: string) => string | undefined

/** A line as Markdown, at most `max` units long: cut before it is escaped, and again when that made it too long. */
export function renderLine(line: ReplyLine, max: number, mention: CommandMention = () => undefined): string {
  for (let room = max; room > 0; ) {
    const text = markUp(join(cutLine(line, room)), mention)
    if (text.length <= max) return text
    room = Math.min(room - 1, Math.floor((room * max) / text.length))
  }
  return ''
}

function cutLine(line: ReplyLine, max: number): ReplyLine {
  let room = max
  const kept: Span[] = []
  for (const span of line) {
    if (room < 1) break
    const text = cutText(oneLine(span.text), room)
    if (text !== '') kept.push({ ...span, text })
    room -= text.length
  }
  return kept
}

/** Bold next to bold, or plain next to plain, is one stretch: `**a****b**` would show asterisks. */
function join(line: ReplyLine): readonly Span[] {
  const joined: Span[] = []
  for (const { text, style } of line) {
    const last = joined.at(-1)
    if (last && last.style === shown(style)) joined[joined.length - 1] = { ...last, text: last.text + text }
    else joined.push(withStyle(text, shown(style)))
  }
  return joined
}

function withStyle(text: string, style: Span['style']): Span {
  return style ? { text, style } : { text }
}

/** Matched words and labels look the same on Discord. */
function shown(style: Span['style']): Span['style'] {
  return style === 'match' ? 'strong' : style
}

function markUp(line: readonly Span[], mention: CommandMention): string {
  return line
    .map((span, index) => markUpSpan(span, index === 0 ? escapeStart : escapeText, mention))
    .join('')
    .trim()
}

function markUpSpan(
  { text, style }: Span,
  escapePlain: (text: string) => string,
  mention: CommandMention,
): string {
  if (text.trim() === '') return text
  if (style === 'command') {
    return (
      mention(text.trim().split(' ').at(-1) ?? '') ??
      markUpSpan({ text, style: 'code' }, escapePlain, mention)
    )
  }
  // A backtick cannot be escaped inside code: such text is shown plain.
  if (style === 'code' && !text.includes('`')) return `\`${text}\``
  return style === 'strong' ? bold(text) : escapePlain(text)
}

/** White space at its edges stays outside: some clients take `** a**` for asterisks. */
function bold(text: string): string {
  const words = text.trim()
  const start = text.indexOf(words)
  return `${text.slice(0, start)}**${escapeText(words)}**${text.slice(start + words.length)}`
}
