import { type Cell, EMPTY, type Line } from '../../../tree/line.js'
import type { Columns, TalkTable } from './columns.js'

/** A programme with a column for each track, as rows with one talk each. */
export function inTracks(
  rows: readonly Line[],
  columns: Columns,
  tracks: readonly number[],
): TalkTable | undefined {
  const talks = rows.flatMap((row) =>
    tracks.flatMap((track): Line[] => {
      const own = row.cells[track]
      if (!own || own.text === '') return []
      const cells = row.cells.map(
        (cell, place): Cell =>
          tracks.includes(place) && place !== track ? { ...EMPTY, column: cell.column, lines: [] } : cell,
      )
      return [{ ...row, cells, text: own.text, links: own.links }]
    }),
  )
  return talks.length > 0
    ? {
        rows: talks,
        columns: columns.map((label, place) => (tracks.includes(place) ? 'title' : label)),
      }
    : undefined
}
