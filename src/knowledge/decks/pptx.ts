import type { Element } from '@xmldom/xmldom'
import { type Deck, type DeckFault, type DeckPage, faultyDeck } from './deck.js'
import { LONGEST_PAGE, LONGEST_TITLE, MOST_PAGES, TITLE_SHARE } from './limits.js'
import { mend } from './mend.js'
import type { HasTime } from './pdf.js'
import { openParts, type Parts, PartTooLargeError } from './pptx-parts.js'
import { diagramsOf, paragraphsIn, shapesOf } from './pptx-shapes.js'
import { foldOverlays, templateTexts } from './repetition.js'

/** Reads the words of a PPTX: its slides in the order of the presentation, each with the speaker's notes. Never throws. */
export function readPptx(bytes: Uint8Array, hasTime: HasTime): Deck {
  try {
    return readSlides(openParts(bytes), hasTime)
  } catch (error) {
    if (error instanceof PartTooLargeError) return faultyDeck('too large')
    return faultyDeck(isEncrypted(bytes) ? 'encrypted' : 'damaged')
  }
}

/** An encrypted package is a compound file, as those of Office before 2007 were. */
function isEncrypted(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte)
}

interface Slide {
  readonly page: number
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly notes: readonly string[]
  readonly lines: readonly { readonly text: string }[]
}

function readSlides(parts: Parts, hasTime: HasTime): Deck {
  const paths = slidePaths(parts)
  if (paths.length === 0) return faultyDeck('damaged')
  const slides: Slide[] = []
  const broken: number[] = []
  const faults: DeckFault[] = []
  for (const [at, path] of paths.entries()) {
    if (at >= MOST_PAGES || !hasTime()) {
      faults.push({ kind: at >= MOST_PAGES ? 'too many pages' : 'too slow', pages: [at + 1] })
      break
    }
    const slide = readSlide(parts, path, at + 1)
    if (slide) slides.push(slide)
    else broken.push(at + 1)
  }
  if (broken.length > 0) faults.push({ kind: 'broken pages', pages: broken })
  const wordless = slides.filter(({ lines }) => lines.length === 0).map(({ page }) => page)
  if (wordless.length > 0) faults.push({ kind: 'wordless', pages: wordless })
  const folded = foldOverlays(slides)
  const pages = withoutTemplate(folded)
    .map(pageOf)
    .filter(({ title, text, notes = '' }) => title + text + notes !== '')
  return { pages, pageCount: paths.length, faults }
}

/** Without what stands on slide after slide: a footer, a name in place of titles, a reminder in the notes. */
function withoutTemplate(slides: readonly Slide[]): readonly Slide[] {
  const template = templateTexts(slides.map(({ paragraphs }) => paragraphs))
  const titles = templateTexts(
    slides.map(({ title }) => [title]),
    TITLE_SHARE,
  )
  const reminders = templateTexts(slides.map(({ notes }) => notes))
  return slides.map((slide) => ({
    ...slide,
    title: titles.has(slide.title) ? '' : slide.title,
    paragraphs: slide.paragraphs.filter((text) => !template.has(text)),
    notes: slide.notes.filter((text) => !reminders.has(text)),
  }))
}

/** In the order of the presentation, whatever their files are called: `slide10` after `slide2`. */
function slidePaths(parts: Parts): readonly string[] {
  const path = 'ppt/presentation.xml'
  const relations = parts.relations(path)
  const list = parts.root(path)?.getElementsByTagNameNS('*', 'sldId') ?? []
  return Array.from(list)
    .map((slide) => relations.get(slide.getAttribute('r:id') ?? ''))
    .filter((target) => target !== undefined)
}

function readSlide(parts: Parts, path: string, page: number): Slide | undefined {
  const root = parts.root(path)
  if (!root) return undefined
  const relations = parts.relations(path)
  const shapes = shapesOf(root)
  const title = shapes.find(({ role }) => role === 'title')
  const drawn = diagramsOf(root).flatMap((id) => diagramText(parts, relations.get(id)))
  const paragraphs = [
    ...shapes.filter((shape) => shape !== title).flatMap(({ paragraphs: all }) => all),
    ...drawn,
  ]
  const heading = title?.paragraphs.join(' ') ?? ''
  const notes = notesOf(parts, [...relations.values()])
  const lines = [heading, ...paragraphs, ...notes].filter(Boolean).map((text) => ({ text }))
  return { page, title: heading, paragraphs, notes, lines }
}

function diagramText(parts: Parts, path: string | undefined): readonly string[] {
  const root = path === undefined ? undefined : parts.root(path)
  return root ? paragraphsIn(root) : []
}

function notesOf(parts: Parts, targets: readonly string[]): readonly string[] {
  const path = targets.find((target) => target.startsWith('ppt/notesSlides/'))
  const root: Element | undefined = path === undefined ? undefined : parts.root(path)
  return root
    ? shapesOf(root)
        .filter(({ role }) => role === 'body')
        .flatMap(({ paragraphs }) => paragraphs)
    : []
}

function pageOf({ page, title, paragraphs, notes }: Slide): DeckPage {
  const heading = title || (paragraphs[0] ?? '')
  const isHeading = heading.length <= LONGEST_TITLE
  const rest = title || !isHeading ? paragraphs : paragraphs.slice(1)
  return {
    page,
    title: isHeading ? heading : mend(title.slice(0, LONGEST_TITLE)),
    text: rest.join('\n').slice(0, LONGEST_PAGE),
    ...(notes.length > 0 ? { notes: notes.join('\n').slice(0, LONGEST_PAGE) } : {}),
  }
}
