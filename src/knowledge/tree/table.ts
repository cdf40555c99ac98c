import type { Element, ElementContent } from 'hast'
import { attribute, readInline } from './inline.js'
import { type Cell, EMPTY, holdsSomething, type Inline, type Line, makeLine, type Table } from './line.js'

/** Our own limit: no real table is wider, and a cell may claim any width. */
const MAX_COLUMNS = 40

/** The rows of a table, of Markdown or HTML; its head names their columns. */
export function readTable(table: Element, line: number): Line[] {
  const rows = rowsOf(table)
  const [first] = rows
  const hasHead = first?.children.every((cell) => !isCell(cell) || cell.tagName === 'th') === true
  const named = hasHead && first ? readCells(first, []).map((cell): Cell => ({ ...cell, column: '' })) : []
  const head = named.map(({ text }) => text)
  const columns: Table = { columns: head, head: named }
  const spans: Span[] = []
  return rows.slice(hasHead ? 1 : 0).map((row) => {
    const cells = readCells(row, spans).map((cell, index): Cell => ({ ...cell, column: head[index] ?? '' }))
    return rowLine(cells, columns, row.position?.start?.line ?? line)
  })
}

/** A cell that goes on in the rows below. */
interface Span {
  left: number
  cell: Content
}

/** What a cell holds, whatever its column. */
type Content = Omit<Cell, 'column'>

const NOTHING: Content = { ...EMPTY, lines: [] }

function rowLine(cells: readonly Cell[], table: Table, line: number): Line {
  const filled = cells.filter((cell) => cell.text !== '')
  const text = filled.map(({ column, text }) => (column === '' ? text : `${column}: ${text}`)).join(', ')
  const outside = filled
    .map((cell) => cell.textOutsideLinks)
    .filter((each) => each !== '')
    .join(', ')
  return makeLine(
    'row',
    line,
    {
      ...EMPTY,
      text,
      textOutsideLinks: outside,
      links: cells.flatMap((cell) => cell.links),
      pictures: cells.flatMap((cell) => cell.pictures),
    },
    { cells, table },
  )
}

function readCells(row: Element, spans: Span[]): Content[] {
  const cells: Content[] = []
  const carry = () => {
    for (let span = spans[cells.length]; span && span.left > 0; span = spans[cells.length]) {
      span.left -= 1
      cells.push(span.cell)
    }
  }
  for (const node of row.children.filter(isCell)) {
    carry()
    const cell = joined(readInline(node.children))
    const width = Math.min(Number(attribute(node, 'colSpan')) || 1, MAX_COLUMNS)
    const height = Math.min(Number(attribute(node, 'rowSpan')) || 1, 1000)
    for (let column = 0; column < width && cells.length < MAX_COLUMNS; column += 1) {
      spans[cells.length] = { left: height - 1, cell }
      cells.push(column === 0 ? cell : NOTHING)
    }
  }
  carry()
  return cells
}

/** The lines of a cell as one. */
function joined(broken: readonly Inline[]): Content {
  const lines = broken.filter((line) => holdsSomething(line))
  const [first, ...rest] = lines
  if (!first) return NOTHING
  if (rest.length === 0) return { ...first, lines: [first.text] }
  const text = (pick: (line: Inline) => string) =>
    lines
      .map(pick)
      .filter((each) => each !== '')
      .join(' ')
  return {
    text: text((line) => line.text),
    textOutsideLinks: text((line) => line.textOutsideLinks),
    links: lines.flatMap((line) => line.links),
    pictures: lines.flatMap((line) => line.pictures),
    attributes: lines.flatMap((line) => line.attributes),
    emphasis: 'none',
    boldStart: first.boldStart,
    bolds: lines.flatMap((line) => line.bolds),
    codes: lines.flatMap((line) => line.codes),
    broken: [],
    lines: lines.map((line) => line.text).filter((each) => each !== ''),
  }
}

function rowsOf(table: Element): Element[] {
  return table.children.flatMap((node) => {
    if (node.type !== 'element') return []
    if (node.tagName === 'tr') return [node]
    return /^t(?:head|body|foot)$/.test(node.tagName) ? rowsOf(node) : []
  })
}

function isCell(node: ElementContent): node is Element {
  return node.type === 'element' && /^t[hd]$/.test(node.tagName)
}
