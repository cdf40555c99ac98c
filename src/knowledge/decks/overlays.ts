/**
 * Leaves out pages that the next one shows again with more: builds of one slide, each exported as a page. Numbers
 * that count pages differ between them, and do not matter.
 */
export function foldOverlays<Page extends { readonly lines: readonly { readonly text: string }[] }>(
  pages: readonly Page[],
): readonly Page[] {
  return pages.filter((page, at) => {
    const next = pages[at + 1]
    return !next || !isContained(wordsOf(page), wordsOf(next))
  })
}

function wordsOf(page: { readonly lines: readonly { readonly text: string }[] }): readonly string[] {
  return page.lines.map(({ text }) => text.replace(/\s+/gu, '')).filter((text) => /\p{L}/u.test(text))
}

/** Each line of `page` stands in `next`, whole or as the beginning of a longer one, in the same order. */
function isContained(page: readonly string[], next: readonly string[]): boolean {
  if (page.length === 0 || page.length > next.length) return false
  let from = 0
  for (const line of page) {
    const found = next.findIndex((other, at) => at >= from && other.startsWith(line))
    if (found < 0) return false
    from = found + 1
  }
  return true
}
