import { type InlinePiece, type InlineRule, readInlines, rule, type TextStyle } from '../inline.js'

/**
 * Slack's mrkdwn as inlines (docs: "Formatting text for app surfaces"). Marks count between words only: `*굵게*는`
 * stays as typed.
 */
export function readMrkdwn(text: string): readonly InlinePiece[] {
  return readInlines(text, rules)
}

const rules: readonly InlineRule[] = [
  rule(/^\n/u, () => ({ kind: 'break' })),
  rule(/^`([^`\n]+)`/u, ([, code = '']) => ({ kind: 'code', text: unescaped(code) })),
  rule(/^<(https?:\/\/[^|>]+)(?:\|([^>]*))?>/u, ([, url = '', label = '']) => ({
    kind: 'link',
    url: unescaped(url),
    inlines: [{ kind: 'text', text: unescaped(label || url) }],
  })),
  rule(/^<[@#!]([^>|]*)(?:\|([^>]*))?>/u, ([, id = '', label = '']) => ({
    kind: 'mention',
    text: unescaped(label || id),
  })),
  rule(/^&(?:amp|lt|gt);/u, ([entity = '']) => ({ kind: 'text', text: unescaped(entity) })),
  between('*', 'bold'),
  between('_', 'italic'),
  between('~', 'strike'),
]

function between(mark: string, style: TextStyle): InlineRule {
  const pattern = new RegExp(`^[${mark}](?=\\S)([^\\n]*?\\S)[${mark}](?![\\p{L}\\p{N}])`, 'u')
  const styled = rule(pattern, ([, inner = '']) => ({ kind: 'styled', style, inlines: readMrkdwn(inner) }))
  return (rest, before) => (/[\p{L}\p{N}]$/u.test(before) ? undefined : styled(rest, before))
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
