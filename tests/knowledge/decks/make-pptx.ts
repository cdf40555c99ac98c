import { strToU8, zipSync } from 'fflate'

/** A made slide. */
export interface MadeSlide {
  readonly title?: string
  /** Each a paragraph; `\n` is a line break in it. */
  readonly points?: readonly string[]
  readonly notes?: string
  /** XML among its shapes. */
  readonly shapes?: string
}

const spaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'

/** A PPTX whose slides are numbered in the opposite order of the presentation, as after moving them about. */
export function makePptx(slides: readonly MadeSlide[]): Uint8Array {
  const number = (at: number) => slides.length - at
  const files: Record<string, string> = {
    'ppt/presentation.xml': `<p:presentation ${spaces}><p:sldIdLst>${slides
      .map((_, at) => `<p:sldId id="${256 + at}" r:id="rId${at}"/>`)
      .join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relations(
      slides.map((_, at) => [`rId${at}`, `slides/slide${number(at)}.xml`]),
    ),
  }
  for (const [at, slide] of slides.entries()) {
    files[`ppt/slides/slide${number(at)}.xml`] = slideXml(slide, at + 1)
    if (slide.notes === undefined) continue
    files[`ppt/slides/_rels/slide${number(at)}.xml.rels`] = relations([
      ['rId1', `../notesSlides/notesSlide${number(at)}.xml`],
    ])
    files[`ppt/notesSlides/notesSlide${number(at)}.xml`] =
      `<p:notes ${spaces}>${shape('body', [slide.notes])}${shape('sldNum', [String(at + 1)])}</p:notes>`
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}

function slideXml({ title, points = [], shapes = '' }: MadeSlide, page: number): string {
  const heading = title === undefined ? '' : shape('title', [title])
  return `<p:sld ${spaces}><p:cSld><p:spTree>${shape('', points)}${heading}${shapes}${shape('ftr', ['Hanbit Night'])}${shape('sldNum', [String(page)])}</p:spTree></p:cSld></p:sld>`
}

function shape(type: string, paragraphs: readonly string[]): string {
  const written = paragraphs.map((text) => {
    const runs = escaped(text)
      .split('\n')
      .map((part) => `<a:r><a:t>${part}</a:t></a:r>`)
    return `<a:p>${runs.join('<a:br/>')}</a:p>`
  })
  const holder = type === '' ? '' : `<p:ph type="${type}"/>`
  return `<p:sp><p:nvSpPr><p:nvPr>${holder}</p:nvPr></p:nvSpPr><p:txBody>${written.join('')}</p:txBody></p:sp>`
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function relations(targets: readonly (readonly [string, string])[]): string {
  const rows = targets.map(([id, target]) => `<Relationship Id="${id}" Target="${target}"/>`)
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`
}
