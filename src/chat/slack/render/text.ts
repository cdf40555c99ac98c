import type { types } from '@slack/bolt'
import { singleSpaced } from '../../../text/blanks.js'
import { cutText, headOf } from '../../../text/graphemes.js'

/** Text for mrkdwn: Slack takes these three for markup, links and pings (docs: "Escaping text"). */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The words a person typed: Slack sends these three escaped. */
export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** Text that any JSON reader takes: no control characters but line breaks and tabs, no half characters. */
export function cleanText(text: string): string {
  if (!unclean.test(text)) return text
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu, ' ').replace(/\p{Surrogate}/gu, '\ufffd')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
const unclean = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\p{Surrogate}]/u

/** The same on one line. */
export function oneLine(text: string): string {
  return singleSpaced(cleanText(text)).trim()
}

/** Text that Slack shows as it is, neither empty nor too long. */
export function plainText(text: string, limit: number): types.PlainTextElement {
  return { type: 'plain_text', text: cutText(oneLine(text), limit) || '—', emoji: true }
}

/** The whole text in pieces of at most `limit` UTF-16 units, cut between graphemes. */
export function piecesOf(text: string, limit: number): readonly string[] {
  const pieces: string[] = []
  for (let rest = text; rest !== ''; rest = rest.slice(pieces.at(-1)?.length)) {
    pieces.push(headOf(rest, limit) || halfOf(rest, limit))
  }
  return pieces
}

/** What is left for a "grapheme" longer than any limit, such as a letter under a thousand accents. */
function halfOf(text: string, limit: number): string {
  const head = text.slice(0, limit)
  return /[\ud800-\udbff]$/.test(head) ? head.slice(0, -1) : head
}
