import type { Table, TableRow } from 'mdast'
import { type Inline, type References, readInline } from './inline.js'
import { labelNamed, labelOf } from './labels.js'
import { type Cell, makeNote, type Note } from './note.js'

/**
 * A table as one line a row: `"column: cell, column: cell"`. A table of two columns that begins with a
 * fact (`| Speaker | Jane Doe |`) has its labels in the first column instead.
 */
export function readTable(table: Table, references: References): Note[] {
  const [header, ...rows] = table.children
  if (!header) return []
  const labels = withTitle(readCells(header, references).map((cell) => cell.text))
  if (isFactSheet(labels)) return table.children.map((row) => factRow(row, references))
  return rows.map((row) => labelledRow(row, labels, references)).filter((note) => note.text !== '')
}

/** A column `발표` names the speakers, but beside one that does it names the talks. */
function withTitle(labels: readonly string[]): string[] {
  const others = labels.filter((label) => label !== '발표' && labelNamed(label) === 'speaker')
  return labels.map((label) => (label === '발표' && others.length > 0 ? '제목' : label))
}

function isFactSheet(labels: readonly string[]): boolean {
  const [first = '', second = ''] = labels
  return labels.length === 2 && labelOf(`${first}:`) !== undefined && second !== '' && !labelOf(`${second}:`)
}

function factRow(row: TableRow, references: References): Note {
  const [label, value] = readCells(row, references)
  const line = row.position?.start.line ?? 1
  const text = [label?.text, value?.text].filter(Boolean).join(': ')
  const bare = [label?.bare, value?.bare].filter(Boolean).join(': ')
  return makeNote('row', line, { ...merged([label, value]), text, bare, strong: false, slanted: false })
}

function labelledRow(row: TableRow, labels: readonly string[], references: References): Note {
  const cells = readCells(row, references).map(
    (cell, index): Cell => ({ ...cell, label: labels[index] ?? '' }),
  )
  const filled = cells.filter((cell) => cell.text !== '')
  const text = filled
    .map((cell) => (cell.label === '' ? cell.text : `${cell.label}: ${cell.text}`))
    .join(', ')
  const line = row.position?.start.line ?? 1
  return {
    ...makeNote('row', line, { ...merged(cells), text, bare: text, strong: false, slanted: false }),
    cells,
  }
}

function readCells(row: TableRow, references: References): Inline[] {
  return row.children
    .map((cell) => readInline(cell.children, references)[0])
    .filter((cell) => cell !== undefined)
}

function merged(cells: readonly (Inline | undefined)[]): Pick<Inline, 'links' | 'pictures' | 'footnotes'> {
  const present = cells.filter((cell) => cell !== undefined)
  return {
    links: present.flatMap((cell) => cell.links),
    pictures: present.flatMap((cell) => cell.pictures),
    footnotes: present.flatMap((cell) => cell.footnotes),
  }
}
