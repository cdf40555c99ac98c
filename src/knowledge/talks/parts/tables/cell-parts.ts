import { bareTitle } from '../../../facts/bare-title.js'
import { labelNamed, linkWord } from '../../../facts/labels.js'
import { isAddress, kindOfLink } from '../../../facts/links.js'
import { couldBeName, onlyPeople } from '../../../people/people.js'
import { type Cell, type Line, makeLine } from '../../../tree/line.js'
import { weigh } from '../../evidence/evidence.js'
import { NOTHING, type PartList, type PostPart } from '../part-list.js'
import { tablesIn } from './tables-in.js'

/** Our own measure: fewer cells that look so are chance. */
const LEAST = 3

/** Talks of which each fills a cell of its own, `01 / Jane Doe / [title](video)`, in tables that have no columns for their parts. */
export function partsInCells(lines: readonly Line[]): PartList | undefined {
  const used = new Set<Line['table']>()
  const parts = [...tablesIn(lines)].flatMap(([table, rows]) => {
    const head = table?.head ?? []
    if (head.some(({ text }) => labelNamed(text))) return []
    const cells = [...head.map((cell) => ({ cell, line: rows[0]?.line ?? 1 })), ...rows.flatMap(cellsOf)]
    const written = cells.filter(({ cell }) => /\p{L}/u.test(cell.text))
    const talks = written.flatMap((each) => partOf(each) ?? [])
    const named = talks.filter(({ split }) => split.people !== '')
    if (talks.length < LEAST || talks.length * 5 < written.length * 3 || named.length * 2 < talks.length)
      return []
    used.add(table)
    return talks
  })
  return parts.length > 0
    ? { ...NOTHING, parts, loose: lines.filter(({ kind, table }) => kind !== 'row' || !used.has(table)) }
    : undefined
}

interface Placed {
  readonly cell: Cell
  readonly line: number
}

function cellsOf(row: Line): Placed[] {
  return row.cells.map((cell) => ({ cell, line: row.line }))
}

function partOf({ cell, line }: Placed): PostPart | undefined {
  const link = cell.links.find(
    ({ text, address }) =>
      text !== '' && !isAddress(address === text ? text : '') && linkWord(text) === undefined,
  )
  const title = link?.text ?? cell.bolds[0] ?? ''
  const hasMedia = cell.links.some((each) => kindOfLink(each) !== 'other')
  const others = cell.lines.filter(
    (text) => /\p{L}/u.test(text) && !text.includes(title) && linkWord(text) === undefined,
  )
  if (bareTitle(title).length < 3 || !hasMedia || others.length > 2 || onlyPeople(title)) return undefined
  const people = others.find((text) => onlyPeople(text) || couldBeName(text)) ?? ''
  const own = makeLine('text', line, { ...cell, text: title })
  const split = { title: bareTitle(title), people }
  return {
    kind: 'talk',
    line: own,
    split,
    score: weigh(own, split).score,
    why: 'a cell with a title, a speaker and a video',
  }
}
