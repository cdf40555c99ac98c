import type { Label } from '../../../facts/labels.js'
import type { Cell, Line } from '../../../tree/line.js'

/** What the columns of a table are for, by place. */
export type Columns = readonly (Label | 'event' | undefined)[]

/** Rows that tell talks, one each, with what their columns are for. */
export interface TalkTable {
  readonly rows: readonly Line[]
  readonly columns: Columns
}

/** The cells of a row in the columns for something. */
export function cellsFor(row: Line, columns: Columns, label: Columns[number]): Cell[] {
  return row.cells.filter(
    (cell, place) => columns[place] === label && (cell.text !== '' || cell.links.length > 0),
  )
}
