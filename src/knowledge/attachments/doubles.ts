import { posix } from 'node:path'
import type { Deck, DeckPage } from '../decks/deck.js'
import type { Assignment, PlacedAttachment } from './assign.js'
import type { Material } from './attachment.js'

/** Which files are of which talks, and their words. */
export interface AssignedMaterials {
  readonly assignments: readonly Assignment[]
  readonly materials: ReadonlyMap<PlacedAttachment, Material>
}

/**
 * One deck where it lies in two formats of the same name: the PDF, whose pages can be linked, with the speaker's notes
 * of the PPTX where both have as many pages. A PDF without words gives way.
 */
export function withoutDoubles({ assignments, materials }: AssignedMaterials): AssignedMaterials {
  const deckOf = (placed: PlacedAttachment) => {
    const material = materials.get(placed)
    return material?.kind === 'deck' && material.deck.pages.length > 0 ? material.deck : undefined
  }
  const files = [...new Set(assignments.map(({ placed }) => placed))]
  const dropped = new Set<PlacedAttachment>()
  const joined = new Map(materials)
  for (const pdf of files.filter(({ format }) => format === 'pdf')) {
    const pptx = files.find((other) => other.format === 'pptx' && stemOf(other) === stemOf(pdf))
    if (!pptx) continue
    const [pages, slides] = [deckOf(pdf), deckOf(pptx)]
    dropped.add(pages || !slides ? pptx : pdf)
    if (pages && slides) joined.set(pdf, { kind: 'deck', deck: withNotes(pages, slides) })
  }
  return { assignments: assignments.filter(({ placed }) => !dropped.has(placed)), materials: joined }
}

function stemOf({ path }: PlacedAttachment): string {
  return path.slice(0, -posix.extname(path).length)
}

/** A page of pictures only has its notes as its words. */
function withNotes(deck: Deck, { pages: slides, pageCount }: Deck): Deck {
  if (pageCount !== deck.pageCount) return deck
  const pages = new Map(deck.pages.map((page) => [page.page, page]))
  for (const { page, notes } of slides) {
    if (!notes) continue
    const own: DeckPage = pages.get(page) ?? { page, title: '', text: '' }
    pages.set(page, { ...own, notes })
  }
  return { ...deck, pages: [...pages.values()].sort((one, other) => one.page - other.page) }
}
