import type { Line } from '../../../tree/line.js'

/** The rows among lines, by their table. */
export function tablesIn(lines: readonly Line[]): Map<Line['table'], Line[]> {
  const tables = new Map<Line['table'], Line[]>()
  for (const line of lines) {
    if (line.kind !== 'row') continue
    const rows = tables.get(line.table)
    if (rows) rows.push(line)
    else tables.set(line.table, [line])
  }
  return tables
}
