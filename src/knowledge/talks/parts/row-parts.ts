import { isPartName } from '../../facts/section-names.js'
import { attributeFacts } from '../../facts/shortcodes.js'
import { splitTitles } from '../../facts/titles.js'
import type { Line } from '../../tree/line.js'
import { weigh } from '../evidence/evidence.js'
import { type Context, NOTHING, type Part, type PartList } from './part-list.js'
import { type Columns, talkTable } from './rows.js'

/** Talks in the rows of tables. */
export function partsInRows(lines: readonly Line[], context: Context): PartList | undefined {
  const tables = tablesIn(lines)
  const parts: Part[] = []
  const used = new Set<Line>()
  for (const rows of tables.values()) {
    const found = talkTable(rows, context.announced === 2 || context.repairs.talks === 'table')
    if (!found) continue
    const own = rowParts(found.rows, found.columns)
    for (const { line } of own) used.add(line)
    parts.push(...own)
  }
  return parts.length > 0 ? { ...NOTHING, parts, loose: lines.filter((line) => !used.has(line)) } : undefined
}

function rowParts(rows: readonly Line[], columns: Columns): Part[] {
  const titleOf = (row: Line) =>
    row.cells.find((cell, place) => columns[place] === 'title' && cell.text !== '')
  const peopleOf = (row: Line) =>
    row.cells.find((cell, place) => columns[place] === 'speaker' && cell.text !== '')?.text ?? ''
  const filled = rows.filter((row) => (titleOf(row)?.text ?? '') !== '')
  const splits = splitTitles(
    filled.map((row) => titleOf(row)?.text ?? ''),
    filled.map((row) => peopleOf(row) !== ''),
  )
  return filled.flatMap((line, index): Part[] => {
    const split = splits[index] ?? { title: '', people: '' }
    const own = peopleOf(line)
    const people = own === '' ? split.people : own
    const evidence = weigh(line, { title: split.title, people })
    if (isPartName(split.title) && people === '') return []
    return [
      {
        kind: 'talk',
        line,
        split: { title: split.title, people },
        columns,
        score: evidence.score,
        why: ['a row', ...evidence.why].join(', '),
      },
    ]
  })
}

function tablesIn(lines: readonly Line[]): Map<Line['table'], Line[]> {
  const tables = new Map<Line['table'], Line[]>()
  for (const line of lines) {
    if (line.kind !== 'row') continue
    const rows = tables.get(line.table)
    if (rows) rows.push(line)
    else tables.set(line.table, [line])
  }
  return tables
}

/** Shortcodes that state a talk's title. */
export function partsInAttributes(lines: readonly Line[]): PartList | undefined {
  const parts = lines.flatMap((line): Part[] => {
    const facts = attributeFacts(line)
    const value = (label: string) => facts.find((fact) => fact.label === label)?.value ?? ''
    const title = value('title')
    const others = facts.filter(({ label }) => label === 'speaker' || label === 'slides' || label === 'video')
    if (title === '' || others.length === 0) return []
    const split = { title, people: value('speaker') }
    return [{ kind: 'talk', line, split, score: weigh(line, split).score, why: 'attributes of a shortcode' }]
  })
  const used = new Set(parts.map(({ line }) => line))
  return parts.length > 0 ? { ...NOTHING, parts, loose: lines.filter((line) => !used.has(line)) } : undefined
}
