import type { Element } from '@xmldom/xmldom'
import { mend, withoutBullet } from './mend.js'

/** A text box, a table or a group's part on a slide. */
export interface Shape {
  readonly role: 'title' | 'body' | 'other'
  readonly paragraphs: readonly string[]
}

/** Placeholders that a template fills: date, footer, header, number. */
const TEMPLATE = new Set(['dt', 'ftr', 'hdr', 'sldNum', 'sldImg'])
/** Fields whose text changes with the day and the place. */
const FIELDS = /^(?:slidenum|datetime|header|footer)/u

/** The shapes of a slide or a page of notes that have words, in the order in which they are drawn. */
export function shapesOf(root: Element): readonly Shape[] {
  return elements(root, 'sp', 'graphicFrame').flatMap((element) => {
    const type = elements(element, 'ph')[0]?.getAttribute('type') ?? ''
    const paragraphs = TEMPLATE.has(type) || isFallback(element) ? [] : paragraphsIn(element)
    return paragraphs.length > 0 ? [{ role: roleOf(type, element), paragraphs }] : []
  })
}

function roleOf(type: string, element: Element): Shape['role'] {
  if (type === 'title' || type === 'ctrTitle') return 'title'
  return type === 'body' || elements(element, 'ph').length > 0 ? 'body' : 'other'
}

/** The paragraphs in an element; those of a table's row are one, with commas between its cells. */
export function paragraphsIn(root: Element): readonly string[] {
  const rows = elements(root, 'tr')
  if (rows.length > 0) {
    return rows
      .map((row) => elements(row, 'tc').map((cell) => paragraphsIn(cell).join(' ')))
      .map((cells) => cells.filter(Boolean).join(', '))
      .filter(Boolean)
  }
  return elements(root, 'p')
    .filter((paragraph) => paragraph.localName === 'p')
    .map((paragraph) => withoutBullet(mend(textOf(paragraph))))
    .filter((text) => /[\p{L}\p{N}]/u.test(text))
}

/** The relationship ids of the diagrams (SmartArt) on a slide. */
export function diagramsOf(root: Element): readonly string[] {
  return elements(root, 'relIds').map((element) => element.getAttribute('r:dm') ?? '')
}

/** Runs of text are joined as they are; a line break is a space. */
function textOf(element: Element): string {
  if (element.localName === 't') return element.textContent ?? ''
  if (element.localName === 'br' || element.localName === 'tab') return ' '
  if (element.localName === 'fld' && FIELDS.test(element.getAttribute('type') ?? '')) return ''
  return Array.from(element.childNodes)
    .filter((child): child is Element => child.nodeType === child.ELEMENT_NODE)
    .map(textOf)
    .join('')
}

/** `mc:Fallback` shows again, for older programs, what `mc:Choice` shows. */
function isFallback(element: Element): boolean {
  for (let above = element.parentNode; above; above = above.parentNode) {
    if ('localName' in above && above.localName === 'Fallback') return true
  }
  return false
}

function elements(root: Element, ...names: readonly string[]): Element[] {
  if (names.length === 1) return Array.from(root.getElementsByTagNameNS('*', names[0] ?? ''))
  return Array.from(root.getElementsByTagName('*')).filter((element) =>
    names.includes(element.localName ?? ''),
  )
}
