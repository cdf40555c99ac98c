import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js'
import { type Deck, type DeckFault, faultyDeck } from './deck.js'
import { MOST_PAGES } from './limits.js'
import type { LinedPage } from './pdf-lines.js'
import { linesOf, type PlacedText } from './pdf-lines.js'
import { understandPages } from './understand.js'

/** Tells whether there is time for one more page. */
export type HasTime = () => boolean

/** Reads the words of a PDF. Nothing in it is run, drawn or fetched. Never throws for what the file holds. */
export async function readPdf(bytes: Uint8Array, hasTime: HasTime): Promise<Deck> {
  const pdfjs = await loadPdfjs()
  const task = pdfjs.getDocument({ data: bytes, ...options })
  try {
    return await readPages(await task.promise, hasTime)
  } catch (error) {
    return faultyDeck(isPasswordError(error) ? 'encrypted' : 'damaged')
  } finally {
    await task.destroy()
  }
}

/** Character maps are what most Korean decks need: without them their letters are lost in silence. */
const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const options = {
  cMapUrl: `${join(folder, 'cmaps')}/`,
  cMapPacked: true,
  standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
  useSystemFonts: false,
  disableFontFace: true,
  useWorkerFetch: false,
  isEvalSupported: false,
  enableXfa: false,
  verbosity: 0,
}

/** PDF.js looks for classes of a browser when it is loaded, which Node lacks; reading text never draws. */
async function loadPdfjs() {
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) {
    if (!(name in globalThis)) Object.assign(globalThis, { [name]: class {} })
  }
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}

function isPasswordError(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException'
}

async function readPages(document: PDFDocumentProxy, hasTime: HasTime): Promise<Deck> {
  const pageCount = document.numPages
  const pages: LinedPage[] = []
  const broken: number[] = []
  const faults: DeckFault[] = []
  for (let number = 1; number <= pageCount; number++) {
    if (number > MOST_PAGES || !hasTime()) {
      faults.push({ kind: number > MOST_PAGES ? 'too many pages' : 'too slow', pages: [number] })
      break
    }
    const page = await readPage(document, number).catch(() => undefined)
    if (page) pages.push(page)
    else broken.push(number)
  }
  if (broken.length > 0) faults.push({ kind: 'broken pages', pages: broken })
  const understood = understandPages(pages)
  return { pages: understood.pages, pageCount, faults: [...faults, ...understood.faults] }
}

async function readPage(document: PDFDocumentProxy, number: number): Promise<LinedPage> {
  const page = await document.getPage(number)
  const viewport = page.getViewport({ scale: 1 })
  const { items, styles } = await page.getTextContent()
  const texts = items
    .filter((item) => 'str' in item)
    .map((item) => placed(item, viewport.transform, styles[item.fontName]?.fontFamily))
  page.cleanup()
  return linesOf(number, viewport.height, texts)
}

interface TextItem {
  readonly str: string
  readonly transform: readonly unknown[]
  readonly width: number
  readonly fontName: string
  readonly hasEOL: boolean
}

function placed(item: TextItem, view: readonly number[], fontFamily: string | undefined): PlacedText {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = multiplied(view, item.transform.map(Number))
  return {
    // Fonts that lie make spaces of characters that stand for none.
    text: item.str.replace(/\p{Cc}/gu, ' '),
    left: x,
    right: x + (Math.abs(b) > Math.abs(a) ? 0 : item.width),
    top: y,
    size: Math.round(Math.hypot(c, d) * 10) / 10,
    font: item.fontName,
    mono: fontFamily === 'monospace',
    endsLine: item.hasEOL,
    slanted: Math.min(Math.abs(a), Math.abs(b)) > 0.1 * Math.hypot(a, b),
  }
}

/** The product of two affine transforms, each `[a, b, c, d, x, y]`. */
function multiplied(first: readonly number[], second: readonly number[]): readonly number[] {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = first
  const [e = 1, f = 0, g = 0, h = 1, u = 0, v = 0] = second
  return [a * e + c * f, b * e + d * f, a * g + c * h, b * g + d * h, a * u + c * v + x, b * u + d * v + y]
}
