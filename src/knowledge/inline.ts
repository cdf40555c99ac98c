import type { Definition, FootnoteDefinition, PhrasingContent, Root } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { labelOf } from './labels.js'
import { cleanUrl, isAddress } from './links.js'
import type { Link, Picture } from './session.js'

/** A stretch of inline Markdown as plain text. */
export interface Inline {
  readonly text: string
  /** The text outside links. */
  readonly bare: string
  readonly links: readonly Link[]
  readonly pictures: readonly Picture[]
  /** The texts of the footnotes it refers to. */
  readonly footnotes: readonly string[]
  /** It is bold, or begins with a bold title. */
  readonly strong: boolean
  /** It is italic from end to end. */
  readonly slanted: boolean
}

/** A line of a paragraph: `offset` lines below the paragraph's first. */
export interface InlineLine extends Inline {
  readonly offset: number
}

/** What `[text][id]` and `[^id]` stand for, by identifier. */
export interface References {
  readonly addresses: ReadonlyMap<string, string>
  readonly footnotes: ReadonlyMap<string, string>
}

/** Collects a post's link definitions and footnotes; the first of a name counts. */
export function readReferences(root: Root): References {
  const definitions = root.children.filter((node): node is Definition => node.type === 'definition')
  const notes = root.children.filter((node): node is FootnoteDefinition => node.type === 'footnoteDefinition')
  return {
    addresses: new Map(definitions.reverse().map((node) => [node.identifier, node.url])),
    footnotes: new Map(notes.reverse().map((node) => [node.identifier, tidy(plainText(node))])),
  }
}

/**
 * Inline Markdown to plain text with its links and pictures.
 *
 * `join` makes one line of it all, `lines` one for each line, `facts` starts a line only where a
 * session fact (`Speaker: …`) begins or ends. There is always a first line, perhaps empty.
 */
export function readInline(
  content: readonly PhrasingContent[],
  references: References,
  split: 'join' | 'lines' | 'facts' = 'join',
): InlineLine[] {
  const lines = [new Line(0)]
  readInto(lines, content, references)
  const strong = isStrong(content)
  const slanted = content.length === 1 && content[0]?.type === 'emphasis'
  const read = lines.map((line): InlineLine => ({ ...line.finish(), strong, slanted }))
  if (split === 'lines') return read
  const groups: InlineLine[][] = []
  for (const [index, line] of read.entries()) {
    const before = read[index - 1]
    const apart = split === 'facts' && before && (labelOf(line.text) || labelOf(before.text))
    if (!before || apart) groups.push([line])
    else groups.at(-1)?.push(line)
  }
  return groups.map(joined)
}

function readInto(lines: Line[], content: readonly PhrasingContent[], references: References): void {
  for (const node of content) {
    const line = lines.at(-1) ?? new Line(0)
    switch (node.type) {
      case 'text':
        for (const [index, text] of node.value.split('\n').entries()) {
          if (index > 0) lines.push(new Line(lines.length))
          lines.at(-1)?.write(text)
        }
        break
      case 'break':
        lines.push(new Line(lines.length))
        break
      case 'html':
        if (/^<br\b/i.test(node.value)) line.write(' ')
        break
      case 'inlineCode':
        line.write(node.value)
        break
      case 'image':
        line.addPicture(node.url, node.alt)
        break
      case 'imageReference':
        line.addPicture(references.addresses.get(node.identifier), node.alt)
        break
      case 'link':
        readLink(line, node.url, node.children, references)
        break
      case 'linkReference':
        readLink(line, references.addresses.get(node.identifier), node.children, references)
        break
      case 'footnoteReference':
        line.footnotes.push(references.footnotes.get(node.identifier) ?? '')
        break
      default:
        readInto(lines, node.children, references)
    }
  }
}

/** A bold title, perhaps with its speaker after a dash or in brackets. */
function isStrong(content: readonly PhrasingContent[]): boolean {
  const [first, ...rest] = content.filter((node) => node.type !== 'text' || node.value.trim() !== '')
  if (first?.type !== 'strong') return false
  return rest.every((node) => node.type === 'strong') || /^\s*[-–—|(（]/.test(plainText(rest[0]))
}

function readLink(
  line: Line,
  address: string | undefined,
  content: PhrasingContent[],
  references: References,
) {
  const inner = readInline(content, references)[0]
  const url = cleanUrl(address ?? '')
  const text = inner?.text ?? ''
  line.pictures.push(...(inner?.pictures ?? []))
  if (url) line.links.push({ title: isAddress(text) ? url : text, url })
  line.text += url && isAddress(text) ? url : text
}

class Line {
  text = ''
  bare = ''
  readonly links: Link[] = []
  readonly pictures: Picture[] = []
  readonly footnotes: string[] = []

  constructor(readonly offset: number) {}

  write(text: string): void {
    this.text += text
    this.bare += text
  }

  addPicture(address: string | undefined, alt: string | null | undefined): void {
    const url = cleanUrl(address ?? '')
    if (url) this.pictures.push({ url, alt: tidy(alt ?? '') })
  }

  finish(): Omit<InlineLine, 'strong' | 'slanted'> {
    const { offset, links, pictures } = this
    const footnotes = this.footnotes.filter((text) => text !== '')
    return { offset, text: tidy(this.text), bare: tidy(this.bare), links, pictures, footnotes }
  }
}

function joined(lines: readonly InlineLine[]): InlineLine {
  return {
    offset: lines[0]?.offset ?? 0,
    text: lines
      .map((line) => line.text)
      .join(' ')
      .trim(),
    bare: lines
      .map((line) => line.bare)
      .join(' ')
      .trim(),
    links: lines.flatMap((line) => line.links),
    pictures: lines.flatMap((line) => line.pictures),
    footnotes: lines.flatMap((line) => line.footnotes),
    strong: lines.every((line) => line.strong),
    slanted: lines.every((line) => line.slanted),
  }
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
