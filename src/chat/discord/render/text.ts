/** Cuts plain text for Discord, and keeps it plain there: Markdown in it is shown letter by letter. */

/** One line without control characters and halves of surrogate pairs, which Discord refuses. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(/\p{Surrogate}/gu, '\uFFFD')
}

/**
 * What Discord's Markdown takes for markup inside a line: emphasis, code, spoilers, links, mentions, times, commands
 * and emoji (all of them `<…>` or `:name:`), addresses, and the pings of everybody.
 */
const markup = /[\\*_~`[]|\|(?=\|)|(?<=\|)\||<(?=\S)|@(?=everyone|here)|:(?=\/\/|[\w+-]{1,40}:)/g
/** What it takes for markup at the start of a line: headings, quotes, lists, small print. */
const opening = /^\s*(?=[#>+-])|^\s*\d+(?=[.)])/

/** Text in which nothing is markup. The backslashes that it adds make it at most twice as long. */
export function escapeText(text: string): string {
  return text.replace(markup, '\\$&')
}

/** The same for text that starts a line. */
export function escapeStart(text: string): string {
  return escapeText(text).replace(opening, (start) => `${start.trimStart()}\\`)
}
