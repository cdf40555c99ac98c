import { type InlinePiece, type InlineRule, readInlines, rule, type TextStyle } from '../inline.js'

/** A line of Discord's Markdown, or several that belong together. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly inlines: readonly InlinePiece[] }
  | { readonly kind: 'text' | 'small' | 'quote'; readonly inlines: readonly InlinePiece[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }

/** A bullet. */
export interface ListItem {
  /** 0 for the outermost. */
  readonly depth: number
  /** `"•"`, or the number with its dot. */
  readonly bullet: string
  readonly inlines: readonly InlinePiece[]
}

/** Discord's Markdown as blocks (support.discord.com: "Markdown Text 101"), as an embed's description shows it. */
export function readMarkdown(text: string): readonly Block[] {
  const blocks: Block[] = []
  for (const piece of text.split(/^(```[\s\S]*?```)$/mu)) {
    const code = /^```(?:\w*\n)?([\s\S]*?)\n?```$/u.exec(piece)
    if (code) blocks.push({ kind: 'code', text: code[1] ?? '' })
    else for (const line of piece.split('\n')) addLine(blocks, line)
  }
  return blocks.filter((block, at) => !isEmpty(block) || (at > 0 && at < blocks.length - 1))
}

/** Inline Markdown alone. */
export function readLine(text: string): readonly InlinePiece[] {
  return readInlines(text, rules)
}

function addLine(blocks: Block[], line: string): void {
  const item = itemOf(line)
  const last = blocks.at(-1)
  if (item && last?.kind === 'list') blocks[blocks.length - 1] = { ...last, items: [...last.items, item] }
  else blocks.push(item ? { kind: 'list', items: [item] } : blockOf(line))
}

function itemOf(line: string): ListItem | undefined {
  const [, indent = '', mark = '', rest = ''] = /^( *)([-*]|\d{1,10}\.) +(\S.*)$/u.exec(line) ?? []
  if (rest === '') return undefined
  return {
    depth: Math.min(10, Math.floor(indent.length / 2)),
    bullet: /\d/u.test(mark) ? mark : '•',
    inlines: readLine(rest),
  }
}

function blockOf(line: string): Block {
  const heading = /^(#{1,3}) +(\S.*)$/u.exec(line)
  if (heading)
    return { kind: 'heading', level: levelOf(heading[1] ?? ''), inlines: readLine(heading[2] ?? '') }
  const small = /^-# +(\S.*)$/u.exec(line)
  if (small) return { kind: 'small', inlines: readLine(small[1] ?? '') }
  const quote = /^> (.*)$/u.exec(line)
  return quote
    ? { kind: 'quote', inlines: readLine(quote[1] ?? '') }
    : { kind: 'text', inlines: readLine(line) }
}

function levelOf(marks: string): 1 | 2 | 3 {
  return marks.length === 1 ? 1 : marks.length === 2 ? 2 : 3
}

function isEmpty(block: Block): boolean {
  return block.kind === 'text' && block.inlines.length === 0
}

const rules: readonly InlineRule[] = [
  rule(/^\\([^\p{L}\p{N}\s])/u, ([, character = '']) => ({ kind: 'text', text: character })),
  rule(/^(`+)([\s\S]*?[^`])\1(?!`)/u, ([, , code = '']) => ({ kind: 'code', text: code.trim() })),
  rule(/^<(https?:\/\/[^\s>]+)>/u, ([, url = '']) => bareLink(url)),
  rule(/^<(\/[^:>]{1,100}):\d+>/u, ([, command = '']) => ({ kind: 'mention', text: command })),
  rule(/^<([@#])[!&]?(\d+)>/u, ([, mark = '', id = '']) => ({ kind: 'mention', text: mark + id })),
  rule(/^<t:(\d{1,11})(?::\w)?>/u, ([, seconds = '']) => ({
    kind: 'mention',
    text: new Date(Number(seconds) * 1000).toLocaleString(),
  })),
  rule(/^\[((?:\\.|[^[\]\\])+)\]\(<?(https?:\/\/[^\s<>()]+)>?\)/u, ([, label = '', url = '']) =>
    // Discord shows no title that looks like an address itself.
    /:\/\/|^www\./iu.test(label) ? undefined : { kind: 'link', url, inlines: readLine(label) },
  ),
  styled(/^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/u, 'bold'),
  styled(/^__((?:\\[\s\S]|[^\\])+?)__(?!_)/u, 'underline'),
  styled(/^~~((?:\\[\s\S]|[^\\])+?)~~/u, 'strike'),
  styled(/^\|\|((?:\\[\s\S]|[^\\])+?)\|\|/u, 'spoiler'),
  styled(/^\*(?=\S)((?:\\[\s\S]|[^\\*])+?)(?<=\S)\*(?!\*)/u, 'italic'),
  styled(/^_((?:\\[\s\S]|[^\\_])+?)_(?![\p{L}\p{N}_])/u, 'italic'),
  rule(/^https?:\/\/[^\s<]+[^<.,:;"'\])\s]/u, ([url = '']) => bareLink(url)),
]

function styled(pattern: RegExp, style: TextStyle): InlineRule {
  return rule(pattern, ([, inner = '']) => ({ kind: 'styled', style, inlines: readLine(inner) }))
}

function bareLink(url: string): InlinePiece {
  return { kind: 'link', url, inlines: [{ kind: 'text', text: url }] }
}
