/** An address in a line, as it is written there, with the words that lead to it. */
export interface LineLink {
  /** Empty where nothing is written: a frame. */
  readonly text: string
  readonly address: string
  /** `frame` is embedded: a player or slides on the page itself. `file` is a document whose address leads nowhere from here. */
  readonly kind: 'link' | 'frame' | 'file'
  /** The relative address that was written, where `address` is empty because it leads nowhere from here. */
  readonly written?: string
}

/** A picture in a line. `alt` is its description or caption, or empty. */
export interface LinePicture {
  readonly address: string
  readonly alt: string
}

/** A stretch of text with what stands in it. */
export interface Inline {
  readonly text: string
  readonly textOutsideLinks: string
  readonly links: readonly LineLink[]
  readonly pictures: readonly LinePicture[]
  /** How all of it is written. */
  readonly emphasis: 'bold' | 'italic' | 'code' | 'none'
  /** The bold words that it begins with; empty when it does not begin bold. */
  readonly boldStart: string
  /** Every stretch that is bold. */
  readonly bolds: readonly string[]
  /** Every stretch that is written as code. */
  readonly codes: readonly string[]
  /** The lines of a link that is broken inside, and is one line for a reader; empty where none is. */
  readonly broken: readonly string[]
  /** What a site generator's shortcode says in it: `title` of `{{< talk title="…" >}}`. */
  readonly attributes: readonly (readonly [name: string, value: string])[]
}

/** A line of a post: the smallest part that an author set apart from the next one. Knows no word of the domain. */
export interface Line extends Inline {
  readonly kind: 'heading' | 'text' | 'item' | 'row' | 'code' | 'summary' | 'rule'
  /** 1 to 6 for a heading; how many lists an item stands in; 0 for the others. */
  readonly depth: number
  /** 1 is the first line of the file. */
  readonly line: number
  /** An item of a list with numbers. */
  readonly numbered: boolean
  /** Inside a quote. */
  readonly quoted: boolean
  /** The line break before it was a soft one: the paragraph goes on. */
  readonly continues: boolean
  /** The cells of a row, in order. */
  readonly cells: readonly Cell[]
  /** Which table a row belongs to, and its columns' names; empty names where the table has no head. */
  readonly table: Table | undefined
  /** What stands below it: the lines of an item, and what follows a heading. */
  readonly children: Line[]
}

/** One cell of a row. `column` is its column's name, or empty; `lines` are its text as the author broke it. */
export interface Cell extends Inline {
  readonly column: string
  readonly lines: readonly string[]
}

/** A table, told from others by identity. */
export interface Table {
  readonly columns: readonly string[]
  /** The cells that name the columns; none where the table has no head. */
  readonly head: readonly Cell[]
}

/** Text that holds nothing. */
export const EMPTY: Inline = {
  text: '',
  textOutsideLinks: '',
  links: [],
  pictures: [],
  emphasis: 'none',
  boldStart: '',
  bolds: [],
  codes: [],
  broken: [],
  attributes: [],
}

/** What a line may have besides its text. */
export type LineExtras = Partial<Pick<Line, 'quoted' | 'continues' | 'cells' | 'table' | 'children'>>

/** A line without anything below it yet. All have the same properties in the same order, which makes reading them fast. */
export function makeLine(kind: Line['kind'], line: number, inline: Inline, extras: LineExtras = {}): Line {
  const { quoted = false, continues = false, cells = [], table, children = [] } = extras
  return {
    text: inline.text,
    textOutsideLinks: inline.textOutsideLinks,
    links: inline.links,
    pictures: inline.pictures,
    emphasis: inline.emphasis,
    boldStart: inline.boldStart,
    bolds: inline.bolds,
    codes: inline.codes,
    broken: inline.broken,
    attributes: inline.attributes,
    kind,
    line,
    depth: 0,
    numbered: false,
    quoted,
    continues,
    cells,
    table,
    children,
  }
}

/** Whether a text holds anything to see or to follow. */
export function holdsSomething({ text, links, pictures, attributes }: Inline): boolean {
  return text !== '' || links.length + pictures.length + attributes.length > 0
}

/** Something of every line, parents before children. */
export function allOf<Item>(lines: readonly Line[], pick: (line: Line) => readonly Item[]): Item[] {
  const found: Item[] = []
  const open = [...lines].reverse()
  for (let line = open.pop(); line; line = open.pop()) {
    found.push(...pick(line))
    for (let index = line.children.length - 1; index >= 0; index -= 1) {
      const child = line.children[index]
      if (child) open.push(child)
    }
  }
  return found
}
