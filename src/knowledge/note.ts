import type { Inline } from './inline.js'

/** A line of a post as plain text, with its links and pictures and what hangs below it. */
export interface Note extends Inline {
  /** `bold` is a numbered bold line (`**1. Title**`), which people use as a heading. */
  readonly kind: 'heading' | 'bold' | 'bullet' | 'paragraph' | 'row' | 'code'
  /** 1 to 6 for a heading, 7 for a bold line, 8 for everything else. */
  readonly depth: number
  /** 1 is the first line of the file. */
  readonly line: number
  /** The cells of a table's row, with their column's label; empty for the other kinds. */
  readonly cells: readonly Cell[]
  readonly children: Note[]
}

/** One cell of a table's row. `label` is empty when its column has none. */
export interface Cell extends Inline {
  readonly label: string
}

/** Inline Markdown that holds nothing. */
export const NOTHING: Inline = {
  text: '',
  bare: '',
  links: [],
  pictures: [],
  footnotes: [],
  strong: false,
  slanted: false,
}

/** A note without children yet. */
export function makeNote(kind: Note['kind'], line: number, inline: Inline = NOTHING, depth = 8): Note {
  return {
    ...inline,
    kind,
    depth,
    line,
    cells: [],
    children: inline.footnotes.map((text) => footnote(text, line)),
  }
}

function footnote(text: string, line: number): Note {
  return { ...NOTHING, text, bare: text, kind: 'paragraph', depth: 8, line, cells: [], children: [] }
}

/** Something of every note, parents before children. */
export function allOf<Item>(notes: readonly Note[], pick: (note: Note) => readonly Item[]): Item[] {
  return notes.flatMap((note) => [...pick(note), ...allOf(note.children, pick)])
}
