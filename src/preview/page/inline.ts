/** A stretch of text inside a line, as both chats know it. */
export type InlinePiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'break' }
  /** Somebody, a channel, a command, a time: shown in a pill. */
  | { readonly kind: 'mention'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string; readonly inlines: readonly InlinePiece[] }
  | { readonly kind: 'styled'; readonly style: TextStyle; readonly inlines: readonly InlinePiece[] }

/** How text can be marked. */
export type TextStyle = 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler'

/** A rule of a markup language: what stands at the beginning of the rest, and how long it is. */
export type InlineRule = (
  rest: string,
  before: string,
) => { readonly inline: InlinePiece; readonly length: number } | undefined

/** Cuts text by the first rule that fits at each place; what fits none is text. */
export function readInlines(text: string, rules: readonly InlineRule[]): readonly InlinePiece[] {
  const inlines: InlinePiece[] = []
  let plain = ''
  const flush = () => {
    if (plain !== '') inlines.push({ kind: 'text', text: plain })
    plain = ''
  }
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at)
    const found = firstOf(rules, rest, text.slice(0, at))
    if (found?.inline.kind === 'text') plain += found.inline.text
    else if (found) {
      flush()
      inlines.push(found.inline)
    } else plain += text[at]
    at += found?.length ?? 1
  }
  flush()
  return inlines
}

function firstOf(rules: readonly InlineRule[], rest: string, before: string): ReturnType<InlineRule> {
  for (const rule of rules) {
    const found = rule(rest, before)
    if (found) return found
  }
  return undefined
}

/** A rule for a pattern that begins with `^`. */
export function rule(
  pattern: RegExp,
  make: (groups: readonly string[]) => InlinePiece | undefined,
): InlineRule {
  return (rest) => {
    const found = pattern.exec(rest)
    const inline = found ? make([...found].map((group) => group ?? '')) : undefined
    return found && inline ? { inline, length: found[0].length } : undefined
  }
}
