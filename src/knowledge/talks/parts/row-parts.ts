import { linkWord } from '../../facts/labels.js'
import { couldBeName, onlyPeople, readPeople } from '../../facts/people.js'
import { isPartName } from '../../facts/section-names.js'
import { attributeFacts } from '../../facts/shortcodes.js'
import { splitTitles, type TitleSplit } from '../../facts/titles.js'
import type { Cell, Line } from '../../tree/line.js'
import { namesEdition, namesEvent } from '../evidence/editions.js'
import { hasMedia, weigh } from '../evidence/evidence.js'
import { cellsFor, type TalkTable } from './columns.js'
import { type Context, NOTHING, type Part, type PartList } from './part-list.js'
import { talkTable } from './rows.js'

/** Talks in the rows of tables. */
export function partsInRows(lines: readonly Line[], context: Context): PartList | undefined {
  const parts: Part[] = []
  const used = new Set<number>()
  for (const rows of tablesIn(lines).values()) {
    const found = talkTable(rows, context.announced === 2 || context.repairs.talks === 'table')
    if (!found) continue
    const own = rowParts(found)
    for (const { line } of own) used.add(line.line)
    parts.push(...own)
  }
  return parts.length > 0
    ? { ...NOTHING, parts, loose: lines.filter((line) => line.kind !== 'row' || !used.has(line.line)) }
    : undefined
}

function rowParts({ rows, columns }: TalkTable): Part[] {
  const titled = rows.flatMap((line) => {
    const cell = cellsFor(line, columns, 'title')[0]
    const told = cellsFor(line, columns, 'speaker')[0]?.text ?? ''
    return cell ? [{ line, cell, people: readPeople(told).speakers.length > 0 ? told : '' }] : []
  })
  const broken = titled.filter(({ cell, people }) => people === '' && cell.lines.length > 1)
  const endsInName =
    broken.filter(({ cell }) => onlyPeople(cell.lines.at(-1) ?? '')).length * 2 >= broken.length
  const filled = titled.map(({ line, cell, people }) => ({
    line,
    ...(endsInName && people === '' ? splitCell(cell) : { title: cell.text, people }),
  }))
  const splits = splitTitles(
    filled.map(({ title }) => title),
    filled.map(({ people }) => people !== ''),
  )
  const talks = filled.map(({ line, people: own }, index) => {
    const split = splits[index] ?? { title: '', people: '' }
    const people = own === '' ? split.people : own
    return { line, title: split.title, people, evidence: weigh(line, { title: split.title, people }) }
  })
  const named = talks.filter(({ people }) => people !== '')
  // A programme also says when nobody speaks.
  const isProgramme =
    (columns.includes('time') || columns.includes('date')) &&
    named.length >= 2 &&
    named.length * 4 >= talks.length
  return talks
    .filter(({ title }) => title !== '' && !isMediaOfEvent(title))
    .filter(
      ({ title, people, line }) => people !== '' || !(isPartName(title) || (isProgramme && !hasMedia(line))),
    )
    .map(
      ({ line, title, people, evidence }): Part => ({
        kind: 'talk',
        line,
        split: { title, people },
        columns,
        score: evidence.score,
        why: ['a row', ...evidence.why].join(', '),
      }),
    )
}

/** A cell's title, and the speakers in a line of their own below it. */
function splitCell({ lines, text }: Cell): TitleSplit {
  const last = lines.at(-1) ?? ''
  return lines.length > 1 && couldBeName(last)
    ? { title: lines.slice(0, -1).join(' '), people: last }
    : { title: text, people: '' }
}

/** `Recording: Meetup of May 2019` is no talk. */
function isMediaOfEvent(title: string): boolean {
  const [first = '', ...rest] = title.split(/[\s:：]+/)
  return (
    ['slides', 'video'].includes(linkWord(first) ?? '') &&
    (rest.length === 0 || namesEvent(rest.join(' ')) || namesEdition(rest.join(' ')))
  )
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
