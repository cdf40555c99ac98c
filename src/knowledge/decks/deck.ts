/** The words of a deck, and what kept others from being read. */
export interface Deck {
  /** Pages that have words, in their order. Overlays of one page count as the last of them. */
  readonly pages: readonly DeckPage[]
  /** All pages, those without words included. */
  readonly pageCount: number
  readonly faults: readonly DeckFault[]
}

/** One page as text. */
export interface DeckPage {
  /** Counted from 1, as viewers do. */
  readonly page: number
  /** The page's heading; empty where none stands out. */
  readonly title: string
  /** Paragraphs with line breaks between them; empty for a page with a title only. */
  readonly text: string
  /** What the speaker wrote below a slide, in paragraphs. */
  readonly notes?: string
}

/** Why a deck, or some of its pages, cannot be read. `pages` are page numbers. */
export type DeckFault =
  | { readonly kind: 'wordless'; readonly pages: readonly number[] }
  | { readonly kind: 'unreadable'; readonly pages: readonly number[] }
  | { readonly kind: 'broken pages'; readonly pages: readonly number[] }
  /** Pages from here on were not read. */
  | { readonly kind: 'too many pages' | 'too slow'; readonly pages: readonly number[] }
  | { readonly kind: WholeFault }

/** Why nothing of a file can be read. */
export type WholeFault = 'encrypted' | 'damaged' | 'empty' | 'too large' | 'never done' | 'too much memory'

/** A deck of which nothing can be read. */
export function faultyDeck(kind: WholeFault): Deck {
  return { pages: [], pageCount: 0, faults: [{ kind }] }
}
