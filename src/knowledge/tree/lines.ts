import type { Element, ElementContent, RootContent } from 'hast'
import { isShortcode, readInline, textOf } from './inline.js'
import { EMPTY, holdsSomething, type Line, makeLine } from './line.js'
import { withLooseItems } from './loose-items.js'
import { withoutEditorMarks } from './normalise.js'
import { parseTree } from './parse.js'
import { readTable } from './table.js'

/** A post's lines as a tree: below a heading stands what follows it, below an item what belongs to it. */
export function readLines(text: string): Line[] {
  return outline(
    readBlocks(parseTree(withoutEditorMarks(text)).children, { line: 1, quoted: false, lists: 0 }),
  )
}

/** Where a block stands. */
interface Place {
  readonly line: number
  readonly quoted: boolean
  readonly lists: number
}

const BLOCKS =
  /^(?:h[1-6]|p|ul|ol|li|table|pre|blockquote|details|summary|div|section|article|main|header|footer|aside|nav|center|figure|figcaption|hr|dl|dt|dd|form|fieldset|address|body|html)$/

function readBlocks(nodes: readonly (ElementContent | RootContent)[], place: Place): Line[] {
  const lines: Line[] = []
  let run: ElementContent[] = []
  const endRun = () => {
    lines.push(...readRun(run, place))
    run = []
  }
  for (const node of withLooseItems(nodes)) {
    if (node.type === 'element' && (BLOCKS.test(node.tagName) || (holdsBlocks(node) && !isComponent(node)))) {
      endRun()
      lines.push(...readBlock(node, { ...place, line: lineOf(node, place) }))
    } else if (node.type === 'element' || node.type === 'text') run.push(node)
  }
  endRun()
  return lines
}

function readBlock(node: Element, place: Place): Line[] {
  const heading = /^h([1-6])$/.exec(node.tagName)?.[1]
  if (heading) return readHeading(node, Number(heading), place)
  switch (node.tagName) {
    case 'p':
    case 'figcaption':
      return readBlocks(node.children, place)
    case 'ul':
    case 'ol':
      return node.children
        .filter((child) => child.type === 'element')
        .flatMap((item) => readItem(item, { ...place, line: lineOf(item, place), lists: place.lists + 1 }))
        .map((line) => (node.tagName === 'ol' && line.kind === 'item' ? { ...line, numbered: true } : line))
    case 'dl':
      return readDefinitions(node, place)
    case 'blockquote':
      return readBlocks(node.children, { ...place, quoted: true }).map(flat)
    case 'table':
      return readTable(node, place.line).filter((row) => holdsSomething(row))
    case 'pre':
      return readCode(node, place)
    case 'summary':
      return readRun(node.children, place).map((line): Line => ({ ...line, kind: 'summary' }))
    case 'hr':
      return [makeLine('rule', place.line, EMPTY)]
    default:
      return readBlocks(node.children, place)
  }
}

/** A heading in a list or a quote structures nothing outside, and is a bold line there. */
function readHeading(node: Element, depth: number, place: Place): Line[] {
  const lines = readRun(node.children, place)
  const [first, ...rest] = lines
  if (!first) return []
  if (place.lists > 0 || place.quoted)
    return lines.map((line): Line => ({ ...line, emphasis: 'bold', boldStart: line.text }))
  const text = lines
    .map((line) => line.text)
    .filter(Boolean)
    .join(' ')
  const outside = lines
    .map((line) => line.textOutsideLinks)
    .filter(Boolean)
    .join(' ')
  const merged = {
    ...first,
    text,
    textOutsideLinks: outside,
    links: lines.flatMap((line) => line.links),
    pictures: lines.flatMap((line) => line.pictures),
  }
  return text === '' && rest.length === 0 ? lines : [{ ...merged, kind: 'heading', depth }]
}

/** An item's first line is the item; the rest of it hangs below. */
function readItem(item: Element, place: Place): Line[] {
  const [first, ...rest] = readBlocks(item.children, place)
  if (!first) return []
  // A list right inside an item says nothing of its own.
  if (first.kind !== 'text') return [first, ...rest]
  return [{ ...first, kind: 'item', depth: place.lists, children: [...first.children, ...rest] }]
}

/** A list of terms: each is an item, over what defines it; a word or two and a line are one, `term: definition`. */
function readDefinitions(list: Element, place: Place): Line[] {
  const items: Line[] = []
  for (const node of list.children) {
    if (node.type !== 'element') continue
    const lines = readItem(node, { ...place, line: lineOf(node, place), lists: place.lists + 1 })
    const last = items.at(-1)
    if (node.tagName === 'dd' && last) last.children.push(...lines)
    else items.push(...lines)
  }
  return items.map(asOneLine)
}

/** Our own limits: what is longer is no word for something, or no line. */
const MAX_TERM = 24
const MAX_DEFINITION = 140

function asOneLine(item: Line): Line {
  const [only, ...others] = item.children
  const isPair = only?.kind === 'item' && others.length === 0 && only.text !== '' && item.links.length === 0
  if (!isPair || item.text.length > MAX_TERM || only.text.length > MAX_DEFINITION) return item
  const term = item.text.replace(/\s*[:：]$/, '')
  return { ...only, text: `${term}: ${only.text}`, emphasis: 'none', boldStart: '', line: item.line }
}

function readCode(node: Element, place: Place): Line[] {
  const text = textOf(node).trim()
  return text === '' ? [] : [makeLine('code', place.line, { ...EMPTY, text }, { quoted: place.quoted })]
}

function readRun(nodes: readonly ElementContent[], place: Place): Line[] {
  if (nodes.length === 0) return []
  const first = nodes.map(startOf).find((line) => line !== undefined) ?? place.line
  return readInline(nodes).flatMap((inline) => {
    const line = first + inline.offset
    const notes = inline.footnotes.map((text) =>
      makeLine('text', line, { ...EMPTY, text, textOutsideLinks: text }),
    )
    const { quoted } = place
    return holdsSomething(inline)
      ? [makeLine('text', line, inline, { quoted, continues: inline.continues }), ...notes]
      : notes
  })
}

function flat(line: Line): Line {
  return line.kind === 'heading' ? { ...line, kind: 'text', depth: 0 } : line
}

/** A component with its own components below each other, which are paragraphs for Markdown. */
function isComponent(node: Element): boolean {
  return (
    isShortcode(node) &&
    node.children.every(
      (child) => child.type !== 'element' || !BLOCKS.test(child.tagName) || child.tagName === 'p',
    )
  )
}

/** `<b><p>…</p></b>`, and components that hold whole blocks. */
function holdsBlocks(node: Element): boolean {
  return (
    node.tagName !== 'a' &&
    node.children.some((child) => child.type === 'element' && BLOCKS.test(child.tagName))
  )
}

function lineOf(node: ElementContent, place: Place): number {
  return startOf(node) ?? place.line
}

/** What the HTML parser makes up itself, such as the box of a task, has no place. */
function startOf({
  position,
}: {
  readonly position?: { readonly start?: { readonly line: number } } | undefined
}): number | undefined {
  return position?.start?.line
}

/** Puts below each heading what follows it, up to the next one of its rank. */
function outline(lines: readonly Line[]): Line[] {
  const top: Line[] = []
  const open: Line[] = []
  for (const line of lines) {
    if (line.kind === 'heading') while ((open.at(-1)?.depth ?? 0) >= line.depth) open.pop()
    const siblings = open.at(-1)?.children ?? top
    siblings.push(line)
    if (line.kind === 'heading') open.push(line)
  }
  return top
}
