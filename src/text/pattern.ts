/** A text as a pattern that matches it letter by letter. `RegExp.escape` comes with Node 24 only. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')
}
