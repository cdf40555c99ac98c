import { BAND, RUNNING_SHARE, TEMPLATE_PAGES, TEMPLATE_SHARE } from './limits.js'
import type { LinedPage, PageLine } from './pdf-lines.js'

/**
 * Leaves out what stands at the same place on many pages: running headers, footers, page numbers, logos with words.
 * Digits count as equal, so that page numbers and dates repeat.
 */
export function withoutTemplate(
  pages: readonly LinedPage[],
  unfolded: readonly LinedPage[],
): readonly LinedPage[] {
  const body = countLines(pages)
  // At the edges builds of one slide count, too: all of them are pages of the file.
  const edges = countLines(unfolded)
  return pages.map((page) => {
    const largest = Math.max(...page.lines.map((line) => line.size))
    const lines = page.lines.filter((line) => {
      if (isPageNumber(line, page)) return false
      const counted = inBand(line, page) ? edges : body
      return !isRepeated(counted, line, page, largest)
    })
    return { ...page, lines }
  })
}

interface Counted {
  /** How many pages have a line, by its key. */
  readonly counts: ReadonlyMap<string, number>
  /** Pages that have words. */
  readonly pages: number
}

function countLines(pages: readonly LinedPage[]): Counted {
  const counts = new Map<string, number>()
  for (const page of pages) {
    for (const key of new Set(page.lines.map((line) => keyOf(line, page)))) {
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return { counts, pages: pages.filter((page) => page.lines.length > 0).length }
}

/** Texts that this share of the slides have, wherever they stand: for files whose text boxes have no place. */
export function templateTexts(
  slides: readonly (readonly string[])[],
  share: number = TEMPLATE_SHARE,
): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const text of slides.flatMap((texts) => [...new Set(texts)]))
    counts.set(text, (counts.get(text) ?? 0) + 1)
  const least = Math.max(TEMPLATE_PAGES, slides.length * share)
  return new Set([...counts].filter(([, count]) => count >= least).map(([text]) => text))
}

function isRepeated({ counts, pages }: Counted, line: PageLine, page: LinedPage, largest: number): boolean {
  const count = counts.get(keyOf(line, page)) ?? 0
  if (count < TEMPLATE_PAGES) return false
  // A title such as "Demo" comes again, too; the template's own text is rarely the largest of a page.
  const isTitle = line.size >= largest && !isAlone(line, page)
  if (isTitle) return count > 4 && count > pages * 0.8
  return count >= pages * (inBand(line, page) ? RUNNING_SHARE : TEMPLATE_SHARE)
}

function isAlone(line: PageLine, page: LinedPage): boolean {
  return page.lines.every((other) => other === line || inBand(other, page)) && inBand(line, page)
}

function inBand({ top }: PageLine, { height }: LinedPage): boolean {
  return top < height * BAND || top > height * (1 - BAND)
}

/** `12`, `12 / 40`, `Page 12 of 40`, `- 12 -`, `12쪽` at the edge of a page, where 12 may be its number. */
function isPageNumber(line: PageLine, page: LinedPage): boolean {
  if (!inBand(line, page)) return false
  const number =
    /^(?:page|p\.|slide|[-–|‹<])?\s*(\d{1,3})\s*(?:(?:\/|of)\s*\d{1,3}|[-–|›>]|쪽|페이지)?$/iu.exec(
      line.text,
    )?.[1]
  return number !== undefined && Math.abs(Number(number) - page.page) <= 20
}

/** Equal for lines with the same words at the same place, to one part in fifty of the page's height. */
function keyOf({ text, top, left }: PageLine, { height }: LinedPage): string {
  const words = text.replace(/\d+/gu, '#').replace(/\s+/gu, '')
  // The place of a number moves with its digits; what is centred moves with its length.
  return `${words}@${Math.round((50 * top) / height)}@${words === '#' ? '' : Math.round(left / 20)}`
}

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
