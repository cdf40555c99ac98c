import type { DeckFault, DeckPage } from './deck.js'
import { joinLines, paragraphsOf, splitTitle } from './layout.js'
import { LEAST_LETTERS, LONGEST_PAGE, LONGEST_TITLE } from './limits.js'
import type { LinedPage } from './pdf-lines.js'
import { foldOverlays, withoutTemplate } from './repetition.js'
import { createWordJoiner, type WordJoiner } from './word-joiner.js'

/** Pages as people read them, and which of them could not be. */
export interface UnderstoodPages {
  readonly pages: readonly DeckPage[]
  readonly faults: readonly DeckFault[]
}

/** Makes headings and paragraphs of lines: overlays folded, template text left out, words mended. */
export function understandPages(all: readonly LinedPage[]): UnderstoodPages {
  const unreadable = all.filter((page) => page.lines.length > 0 && !isReadable(page))
  const readable = all.filter((page) => !unreadable.includes(page))
  const joiner = createWordJoiner(readable.flatMap((page) => page.lines))
  const pages = withoutTemplate(foldOverlays(readable), readable).map((page) => understand(page, joiner))
  return finished(
    pages,
    unreadable.map(({ page }) => page),
    readable,
  )
}

function understand(page: LinedPage, joiner: WordJoiner): DeckPage {
  const { title, rest } = splitTitle(page)
  return {
    page: page.page,
    title: joinLines(title, joiner).slice(0, LONGEST_TITLE),
    text: paragraphsOf(rest, joiner).join('\n').slice(0, LONGEST_PAGE),
  }
}

function finished(
  pages: readonly DeckPage[],
  unreadable: readonly number[],
  readable: readonly LinedPage[],
): UnderstoodPages {
  const worded = pages.filter(({ title, text }) => /\p{L}/u.test(title + text))
  const wordless = readable.filter(({ lines }) => !lines.some(({ text }) => /\p{L}/u.test(text)))
  const faults: DeckFault[] = []
  if (wordless.length > 0) faults.push({ kind: 'wordless', pages: wordless.map(({ page }) => page) })
  if (unreadable.length > 0) faults.push({ kind: 'unreadable', pages: unreadable })
  return { pages: worded, faults }
}

/** Fonts that lie about their letters give signs, control characters, private ones. */
function isReadable({ lines }: LinedPage): boolean {
  const characters = lines.map(({ text }) => text.replace(/\s+/gu, '')).join('')
  const letters = characters.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  return characters.length < 20 || letters >= characters.length * LEAST_LETTERS
}
