import { beginsWithTime } from '../../../facts/bare-title.js'
import { findDate } from '../../../facts/dates.js'
import { type Label, labelNamed } from '../../../facts/labels.js'
import { splitTitles } from '../../../facts/titles.js'
import { EVENT_COLUMN, OTHER_COLUMN, TITLE_COLUMN, TRACK_COLUMN } from '../../../facts/words.js'
import { creditIn } from '../../../people/credits.js'
import { couldBeName, onlyPeople } from '../../../people/people.js'
import type { Cell, Line } from '../../../tree/line.js'
import { hasMedia } from '../../evidence/evidence.js'
import { type Columns, cellsFor, type TalkTable } from './columns.js'
import { inTracks } from './tracks.js'

/** Our own measure: so many rows with a date and a title are a list of talks, and no slip. */
const DATED_ROWS = 3

/** The rows of a table that tell talks; `undefined` for any other table. */
export function talkTable(rows: readonly Line[], isAnnounced: boolean): TalkTable | undefined {
  const [first] = rows
  const names = first?.table?.columns ?? []
  const named = names.length > 0 ? names : namesInFirstRow(first)
  const body = names.length > 0 || named.length === 0 ? rows : rows.slice(1)
  const tracks = named.flatMap((name, place) => (TRACK_COLUMN.test(name.trim()) ? [place] : []))
  const own = withContent(named.map(labelOfColumn), body, named)
  if (tracks.length > 1 && own.includes('time') && !own.includes('title')) return inTracks(body, own, tracks)
  const columns = withEvent(withTitle(own, body, named), body, named)
  const has = (label: Label) => columns.includes(label)
  if (!has('title') || body.length === 0) return undefined
  const isSchedule =
    has('time') &&
    (has('speaker') ||
      isAnnounced ||
      named.some((name) => TITLE_COLUMN.test(name.trim())) ||
      body.some((row) => hasMedia(row)) ||
      namesSpeakers(body, columns))
  const isTold = has('speaker') || has('slides') || has('video') || isSchedule || isAnnounced
  return isTold || isDated(body, columns) ? { rows: body, columns } : undefined
}

/** A column for the event that each talk was given at, where another one holds the titles, and its cells differ. */
function withEvent(columns: Columns, rows: readonly Line[], names: readonly string[]): Columns {
  const place = names.findIndex(
    (name, index) => columns[index] === undefined && EVENT_COLUMN.test(name.trim()),
  )
  const events = rows.map(({ cells }) => cells[place]?.text ?? '').filter((text) => text !== '')
  return columns.includes('title') && new Set(events).size > 1
    ? columns.map((label, index) => (index === place ? 'event' : label))
    : columns
}

/** What a column is for, by its whole name or one of its words: `Meetup Topic`. */
function labelOfColumn(name: string): Label | undefined {
  const words = name.split(/[\s/·_-]+/).filter((word) => word !== '')
  return (
    labelNamed(name) ??
    words
      .toReversed()
      .map(labelNamed)
      .find((label) => label !== undefined)
  )
}

/** A table without a head may begin with one. */
function namesInFirstRow(row: Line | undefined): readonly string[] {
  const texts = row?.cells.map(({ text }) => text) ?? []
  return texts.length > 1 && texts.filter((text) => labelNamed(text)).length >= 2 ? texts : []
}

/** Columns that no name explains, by what is in most of their cells; two for the title are one and its summary. */
function withContent(
  named: readonly (Label | undefined)[],
  rows: readonly Line[],
  names: readonly string[],
): Columns {
  const width = Math.max(named.length, ...rows.map(({ cells }) => cells.length))
  const columns = Array.from({ length: width }, (_, place) => {
    const label = named[place]
    const isKept = label !== undefined && fits(label, names[place] ?? '', rows, place)
    return isKept ? label : labelOfCells(rows, place)
  })
  const alsoSpeaker = columns.filter((label) => label === 'speaker').length > 1
  return columns.map((label, place) => {
    // A column `발표` names the speakers, but beside one that does it names the talks.
    if (label === 'speaker' && alsoSpeaker && labelNamed(names[place] ?? '') === 'title') return 'title'
    return label
  })
}

/** Whether a column holds what its name says: `일정` may stand over what happens and not when, `Speaker confirmed` over no name. */
function fits(label: Label, name: string, rows: readonly Line[], place: number): boolean {
  const cells = rows.map(({ cells }) => cells[place]?.text ?? '').filter((text) => text !== '')
  if (cells.length === 0) return true
  if (label === 'date')
    return cells.some((text) => findDate(text) !== '' || /^\P{L}{0,2}\d{1,2}\s?[./월-]\s?\d/u.test(text))
  // `세션` may stand over numbers, beside `주제`.
  if (label === 'title') return cells.filter((text) => /\p{L}{2}/u.test(text)).length * 2 > cells.length
  if (label === 'speaker' && labelNamed(name) === undefined)
    return cells.filter((text) => couldBeName(text)).length * 3 >= cells.length
  return true
}

function labelOfCells(rows: readonly Line[], place: number): Label | undefined {
  const cells = rows
    .map(({ cells }) => cells[place])
    .filter((cell): cell is Cell => cell !== undefined && cell.text !== '')
  const most = (is: (cell: Cell) => boolean) =>
    cells.length > 0 && cells.filter(is).length >= cells.length * 0.6
  if (most(({ text }) => beginsWithTime(text) && text.length <= 24)) return 'time'
  if (most(({ text }) => findDate(text).length > 4 && text.length <= 24)) return 'date'
  if (most(({ text }) => onlyPeople(text) !== undefined)) return 'speaker'
  if (most((cell) => hasMedia(cell))) return 'slides'
  return undefined
}

/** Where no column is the title's, the longest text that is nothing else is, if a speaker, a time or a date stands beside it. */
function withTitle(columns: Columns, rows: readonly Line[], names: readonly string[]): Columns {
  if (columns.includes('title')) return columns
  const isBeside = (['speaker', 'time', 'date'] as const).some((label) => columns.includes(label))
  if (!isBeside) return columns
  const lengths = columns.map((label, place) =>
    (label === undefined || label === 'slides') && !OTHER_COLUMN.test(names[place]?.trim() ?? '')
      ? rows.reduce((sum, { cells }) => sum + letters(cells[place]), 0)
      : 0,
  )
  const longest = lengths.indexOf(Math.max(...lengths))
  const isLong = (lengths[longest] ?? 0) > rows.length * 3 && areTitles(rows, longest)
  const isOnlyDated = !columns.includes('speaker') && !columns.includes('time')
  return isLong && (!isOnlyDated || tellsTalks(rows, longest))
    ? columns.map((label, place) => (place === longest ? 'title' : label))
    : columns
}

/** Titles differ from each other, and are words: `confirmed` in every row is none. */
function areTitles(rows: readonly Line[], place: number): boolean {
  const texts = rows.map(({ cells }) => cells[place]?.text ?? '').filter((text) => text !== '')
  return (
    new Set(texts).size * 2 > texts.length &&
    texts.filter((text) => /\p{L}{2}/u.test(text)).length * 2 > texts.length
  )
}

/** Whether a quarter of the titles of a programme, which holds breaks, too, name who speaks. */
function namesSpeakers(rows: readonly Line[], columns: Columns): boolean {
  const cells = rows.flatMap((row) => cellsFor(row, columns, 'title'))
  const splits = splitTitles(cells.map(({ text }) => text))
  const named = cells.filter(
    ({ lines }, index) => splits[index]?.people !== '' || (lines.length > 1 && creditIn(lines.at(-1) ?? '')),
  )
  return named.length > 1 && named.length * 4 >= cells.length
}

/** Whether half of a column's cells name speakers or link slides. */
function tellsTalks(rows: readonly Line[], place: number): boolean {
  const cells = rows.flatMap(({ cells }) => cells[place] ?? []).filter(({ text }) => text !== '')
  const splits = splitTitles(cells.map(({ text }) => text))
  const told = cells.filter((cell, index) => splits[index]?.people !== '' || hasMedia(cell))
  return told.length >= DATED_ROWS && told.length * 2 >= cells.length
}

/** Whether a column for the titles stands beside one of dates. */
function isDated(rows: readonly Line[], columns: Columns): boolean {
  const dates = rows.filter((row) =>
    cellsFor(row, columns, 'date').some(({ text }) => findDate(text).length > 4),
  )
  const isInferred = !columns.some((label) => label === 'date')
  return !isInferred && dates.length >= DATED_ROWS && dates.length * 3 >= rows.length
}

function letters(cell: Cell | undefined): number {
  return cell && findDate(cell.text) === '' ? Math.min(cell.text.length, 80) : 0
}
