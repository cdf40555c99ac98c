import type { Element, ElementContent } from 'hast'
import type { Inline, LineLink, LinePicture } from './line.js'

/** A line of a run of inline elements: `offset` line breaks below the first one. */
export interface InlineLine extends Inline {
  readonly offset: number
  readonly continues: boolean
  /** The texts of the footnotes that it refers to. */
  readonly footnotes: readonly string[]
}

const HIDDEN = new Set(['script', 'style', 'template', 'noscript', 'head', 'title', 'svg'])

/** Inline elements to lines: one for each line that the author broke, softly or with `<br>`. There is always a first one. */
export function readInline(nodes: readonly ElementContent[]): InlineLine[] {
  const reader = new Reader()
  for (const node of nodes) reader.read(node, { bold: false, italic: false, code: false })
  return reader.finish()
}

interface Style {
  readonly bold: boolean
  readonly italic: boolean
  readonly code: boolean
}

class Reader {
  readonly #lines: LineDraft[] = [new LineDraft(0, false)]
  #offset = 0
  #isInLink = false
  #components = 0

  read(node: ElementContent, style: Style): void {
    if (node.type === 'text') this.#write(node.value, style)
    if (node.type !== 'element' || HIDDEN.has(node.tagName)) return
    switch (node.tagName) {
      case 'br':
        if (this.#isInLink) this.#line.breakLink(style)
        else this.#break(false)
        return
      case 'img':
        this.#line.pictures.push({ address: attribute(node, 'src'), alt: attribute(node, 'alt') })
        return
      case 'iframe':
      case 'embed':
      case 'video':
        this.#line.addFrame(node)
        return
      case 'li':
      case 'p':
      case 'div':
        if (!this.#line.isFresh && !this.#isInLink) this.#break(false)
        for (const child of node.children) this.read(child, style)
        return
      case 'del':
      case 's':
      case 'strike':
        this.#strike(node, style)
        return
      case 'footnote':
        this.#line.footnotes.push(textOf(node))
        return
      case 'a':
        this.#link(node, style)
        return
      default:
        if (isShortcode(node)) this.#component(node, style)
        else for (const child of node.children) this.read(child, styled(node.tagName, style))
    }
  }

  /** What is struck through counts only where nothing else stands in its line. */
  #strike(node: Element, style: Style): void {
    const line = this.#line
    const from = line.text.length
    for (const child of node.children) this.read(child, style)
    if (line === this.#line) line.struck.push(line.text.slice(from))
  }

  /** What stands inside a component belongs to its line; one that follows another has a line of its own. */
  #component(node: Element, style: Style): void {
    if (this.#components === 0 && this.#line.attributes.length > 0) this.#break(false)
    this.#line.addShortcode(node)
    this.#components += 1
    for (const child of node.children) this.read(child, style)
    this.#components -= 1
  }

  finish(): InlineLine[] {
    return this.#lines.map((line) => line.finish())
  }

  get #line(): LineDraft {
    return this.#lines.at(-1) ?? new LineDraft(0, false)
  }

  #write(value: string, style: Style): void {
    for (const [index, text] of value.split('\n').entries()) {
      if (index > 0) {
        this.#offset += 1
        // A link's text is one text, however it is broken.
        if (this.#isInLink) this.#line.breakLink(style)
        // What follows `<br>` or two spaces is a new line already.
        else if (!this.#line.isFresh) this.#break(true)
        else this.#line.offset = this.#offset
      }
      this.#line.write(text, style)
    }
  }

  #break(isSoft: boolean): void {
    this.#lines.push(new LineDraft(this.#offset, isSoft))
  }

  #link(node: Element, style: Style): void {
    const start = this.#line
    const from = start.text.length
    this.#isInLink = true
    for (const child of node.children) this.read(child, style)
    this.#isInLink = false
    start.addLink(node, from)
  }
}

class LineDraft {
  text = ''
  readonly links: LineLink[] = []
  readonly pictures: LinePicture[] = []
  readonly footnotes: string[] = []
  readonly attributes: [string, string][] = []
  /** The stretches that are struck through. */
  readonly struck: string[] = []
  readonly #bolds: string[] = []
  readonly #codes: string[] = []
  #wasCode = false
  #wasBold = false
  /** Where links are broken inside. */
  readonly #breaks: number[] = []
  #broken: string[] = []
  #outside = ''
  #boldStart = ''
  readonly #letters = { all: 0, bold: 0, italic: 0, code: 0 }

  constructor(
    public offset: number,
    readonly continues: boolean,
  ) {}

  /** Nothing has been written since a line break. */
  get isFresh(): boolean {
    return this.text.trim() === '' && this.links.length + this.pictures.length === 0 && !this.continues
  }

  write(text: string, style: Style): void {
    const letters = text.replace(/[^\p{L}\p{N}]/gu, '').length
    if (style.bold && this.#letters.all === this.#letters.bold) this.#boldStart += text
    if (style.bold && this.#wasBold) this.#bolds.push(`${this.#bolds.pop() ?? ''}${text}`)
    else if (style.bold) this.#bolds.push(text)
    this.#wasBold = style.bold
    if (style.code) this.#codes.push(`${this.#wasCode ? (this.#codes.pop() ?? '') : ''}${text}`)
    this.#wasCode = style.code
    this.text += text
    this.#outside += text
    this.#letters.all += letters
    if (style.bold) this.#letters.bold += letters
    if (style.italic) this.#letters.italic += letters
    if (style.code) this.#letters.code += letters
  }

  breakLink(style: Style): void {
    if (this.text !== '') this.#breaks.push(this.text.length)
    this.write(' ', style)
  }

  addLink(node: Element, from: number): void {
    const text = this.text.slice(from)
    const breaks = this.#breaks.splice(0).filter((place) => place > from)
    const lines = [from, ...breaks].map((place, index) => tidy(this.text.slice(place, breaks[index])))
    if (breaks.length > 0 && this.#broken.length === 0) this.#broken = lines.filter((line) => line !== '')
    this.#outside = text === '' ? this.#outside : this.#outside.slice(0, -text.length)
    const title = tidy(text) || (this.pictures.length > 0 ? '' : attribute(node, 'title'))
    const address = attribute(node, 'href')
    if (address !== '') this.links.push({ text: title, address, kind: 'link' })
    else this.#outside += text
  }

  addFrame(node: Element): void {
    const address = attribute(node, 'src') || attribute(node, 'dataSrc')
    if (address !== '') this.links.push({ text: attribute(node, 'title'), address, kind: 'frame' })
  }

  addShortcode(node: Element): void {
    const { tagName, properties } = node
    for (const [name, value] of Object.entries(properties)) {
      if (typeof value !== 'string' || value === '') continue
      // `<Speaker name="Jane Doe" />`
      this.attributes.push([name === 'name' && tagName !== 'shortcode' ? tagName : name, value])
    }
    if (tagName !== 'shortcode' && !('name' in properties)) this.attributes.push(['name', tagName])
  }

  #withoutStruck(text: string): string {
    const rest = this.struck.reduce((whole, part) => whole.replace(part, ' '), text)
    return /\p{L}{2}/u.test(rest) ? rest : text
  }

  finish(): InlineLine {
    const { offset, continues, links, pictures, footnotes, attributes } = this
    const { all, bold, italic, code } = this.#letters
    const emphasis =
      all === 0 ? 'none' : bold === all ? 'bold' : italic === all ? 'italic' : code === all ? 'code' : 'none'
    return {
      offset,
      continues,
      links,
      pictures,
      footnotes: footnotes.map(tidy).filter((text) => text !== ''),
      attributes,
      text: tidy(this.#withoutStruck(this.text)),
      textOutsideLinks: tidy(this.#withoutStruck(this.#outside)),
      emphasis,
      boldStart: bold > 0 ? tidy(this.#boldStart) : '',
      bolds: this.#bolds.map(tidy),
      codes: this.#codes.map(tidy),
      broken: this.#broken,
    }
  }
}

/** Elements that HTML does not know: a generator's shortcode, or a component of MDX. */
export function isShortcode({ tagName, properties }: Element): boolean {
  return (
    tagName === 'shortcode' || (('title' in properties || 'name' in properties) && !OF_HTML.test(tagName))
  )
}

/** Elements of HTML that may have a title or a name. */
const OF_HTML =
  /^(?:a|abbr|div|span|p|img|i|b|em|strong|sup|sub|code|kbd|u|input|button|form|iframe|video|embed|font|meta|small|mark|time|center|section)$/

function styled(tag: string, style: Style): Style {
  if (tag === 'strong' || tag === 'b') return { ...style, bold: true }
  if (tag === 'em' || tag === 'i') return { ...style, italic: true }
  return tag === 'code' ? { ...style, code: true } : style
}

/** An attribute's text; empty when it has none. */
export function attribute(node: Element, name: string): string {
  const value = node.properties[name]
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
}

/** All text inside an element. */
export function textOf(node: Element): string {
  const texts: string[] = []
  const open: ElementContent[] = [node]
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.type === 'text') texts.push(next.value)
    if (next.type === 'element') open.push(...[...next.children].reverse())
  }
  return texts.join('')
}

function tidy(text: string): string {
  return text.replace(/[\s\u200B]+/g, ' ').trim()
}
