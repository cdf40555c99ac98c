import type { BlockContent, DefinitionContent, List, ListItem, Paragraph, Root, RootContent } from 'mdast'
import { readHtml } from './html.js'
import { type Inline, type References, readInline, readReferences } from './inline.js'
import { makeNote, NOTHING, type Note } from './note.js'
import { readTable } from './table.js'

const NUMBERED = /^(?:(?:session|talk|세션|발표)\s*)?#?\d{1,3}\s*[.):：]|^(?:session|talk|세션|발표)\s*#?\d/i

/** The headings of a post as a tree, with lists, paragraphs, tables and code as their lines. */
export function readOutline(root: Root): Note[] {
  const references = readReferences(root)
  const top: Note[] = []
  const open: Note[] = []
  for (const note of root.children.flatMap((block) => readBlock(block, references))) {
    while (open.length > 0 && note.depth <= 7 && (open.at(-1)?.depth ?? 0) >= note.depth) open.pop()
    const siblings = open.at(-1)?.children ?? top
    adopt(siblings, note)
    if (note.depth <= 7) open.push(note)
  }
  return top
}

function readBlock(block: RootContent, references: References): Note[] {
  const line = block.position?.start.line ?? 1
  switch (block.type) {
    case 'heading':
      return [makeNote('heading', line, readInline(block.children, references)[0], block.depth)]
    case 'paragraph':
      return readParagraph(block, references)
    case 'list':
      return readList(block, references)
    case 'blockquote':
      return block.children.flatMap((child) => flat(readBlock(child, references)))
    case 'table':
      return readTable(block, references)
    case 'code':
      return block.value.trim() === ''
        ? []
        : [makeNote('code', line, { ...NOTHING, text: block.value.trim() })]
    case 'html':
      return readHtml(block.value).map((inline) => makeNote('paragraph', line, inline))
    default:
      return []
  }
}

/** Headings inside quotes and lists are lines like the others: they structure nothing outside. */
function flat(notes: Note[]): Note[] {
  return notes.map((note) => (note.depth <= 7 ? { ...note, kind: 'paragraph', depth: 8 } : note))
}

function readParagraph(paragraph: Paragraph, references: References): Note[] {
  const line = paragraph.position?.start.line ?? 1
  const [first, ...rest] = paragraph.children
  if (first?.type === 'strong') {
    const [title] = readInline([first], references)
    const [sameLine, ...below] = readInline(rest, references, 'lines')
    if (title && NUMBERED.test(title.text) && /^(?:$|[-–—|(（/:])/.test(sameLine?.text ?? '')) {
      const whole = readInline(paragraph.children, references, 'lines')[0]
      const content = below.map((inline, index) => makeNote('paragraph', line + index + 1, inline))
      return [makeNote('bold', line, whole, 7), ...content]
    }
  }
  const lines = readInline(paragraph.children, references, 'facts')
  return lines.filter(holdsSomething).map((inline) => makeNote('paragraph', line + inline.offset, inline))
}

function holdsSomething(inline: Inline): boolean {
  return inline.text !== '' || inline.links.length > 0 || inline.pictures.length > 0
}

function readList(list: List, references: References): Note[] {
  return list.children.flatMap((item) => readItem(item, references))
}

/** An item's first line is the bullet; the rest of the item hangs below it. */
function readItem(item: ListItem, references: References): Note[] {
  const blocks: (BlockContent | DefinitionContent)[] = item.children
  const notes: Note[] = []
  for (const note of blocks.flatMap((block) => flat(readBlock(block, references)))) adopt(notes, note)
  const [first, ...rest] = notes
  if (!first || blocks[0]?.type === 'list') return notes
  if (blocks[0]?.type !== 'paragraph') return notes
  const facts = rest.filter(
    (note) => note.line < (blocks[1]?.position?.start.line ?? Number.POSITIVE_INFINITY),
  )
  const below = rest.filter((note) => !facts.includes(note))
  const bullets = [first, ...facts].map((note): Note => ({ ...note, kind: 'bullet' }))
  bullets[0]?.children.push(...below)
  return bullets
}

/** A paragraph that ends in a colon heads the list below it. */
function adopt(siblings: Note[], note: Note): void {
  const before = siblings.at(-1)
  const heads = before?.kind === 'paragraph' && /[:：]$/.test(before.text) && note.kind === 'bullet'
  const goesOn = before?.kind === 'paragraph' && before.children.some((child) => child.kind === 'bullet')
  if (before && note.kind === 'bullet' && (heads || goesOn)) before.children.push(note)
  else siblings.push(note)
}
