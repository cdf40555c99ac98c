import stringWidth from 'string-width'
import type { CheckedLine, CheckedMeetup, CheckedSession } from './check-json.js'

/** The columns of a terminal that a table fits into. */
const width = 100

/** What was understood, for people: a table a meetup, what was set aside, and what seems wrong. */
export function checkTable(checked: CheckedLine, explain: boolean): string {
  const blocks = [...checked.meetups.map((meetup) => meetupBlock(meetup, explain)), findingsBlock(checked)]
  return blocks.join('\n\n')
}

function meetupBlock(meetup: CheckedMeetup, explain: boolean): string {
  const { file, line, title, date, place, sessions } = meetup
  const shown = sessions.filter(({ kind }) => kind !== 'note')
  const aside = sessions.filter(({ kind }) => kind === 'note')
  const columns = columnsFor(shown)
  return [
    [title, date, place].filter(Boolean).join(' · '),
    `${file}:${line}`,
    '',
    row(
      columns.map(({ name }) => name),
      columns,
    ),
    row(
      columns.map(({ width }) => '-'.repeat(width)),
      columns,
    ),
    ...shown.flatMap((session) => sessionRows(session, columns, explain)),
    ...(shown.length === 0 ? ['no talk'] : []),
    ...(aside.length > 0 ? ['', 'Set aside: found by search, in no list', ...aside.flatMap(asideRows)] : []),
  ].join('\n')

  function asideRows({ line, title, why }: CheckedSession): readonly string[] {
    const cells = [fit(`${line}`, 5, 'right'), fit(title, width - 7)]
    return [cells.join('  ').trimEnd(), ...(explain ? [because(why)] : [])]
  }
}

interface Column {
  readonly name: string
  readonly width: number
  readonly align?: 'right'
  readonly read: (session: CheckedSession) => string
}

/** Gaps of two between them, 100 in all. Pages and minutes are shown where there are some. */
function columnsFor(sessions: readonly CheckedSession[]): readonly Column[] {
  const hasMore = sessions.some(({ pages, minutes }) => pages > 0 || minutes > 0)
  return hasMore ? [...columns.map(narrow), ...more] : columns
}

const more: readonly Column[] = [
  { name: 'pages', width: 5, align: 'right', read: ({ pages }) => `${pages}` },
  { name: 'min', width: 3, align: 'right', read: ({ minutes }) => `${minutes}` },
]

/** Makes room in the titles. */
function narrow(column: Column): Column {
  const taken = more.reduce((sum, { width }) => sum + width + 2, 0)
  return column.name === 'title' ? { ...column, width: column.width - taken } : column
}

const columns: readonly Column[] = [
  { name: 'line', width: 5, align: 'right', read: ({ line }) => `${line}` },
  { name: 'kind', width: 9, read: ({ kind }) => kind },
  { name: 'title', width: 42, read: ({ title }) => title },
  { name: 'speakers', width: 22, read: ({ speakers }) => speakers.join(', ') },
  { name: 'slides', width: 6, align: 'right', read: ({ slides }) => `${slides.length}` },
  { name: 'videos', width: 6, align: 'right', read: ({ videos }) => `${videos.length}` },
]

function sessionRows(
  session: CheckedSession,
  columns: readonly Column[],
  explain: boolean,
): readonly string[] {
  const cells = columns.map(({ read }) => read(session))
  return [row(cells, columns), ...(explain ? [because(session.why)] : [])]
}

function because(why: string): string {
  return `${' '.repeat(7)}why: ${why}`
}

function row(cells: readonly string[], columns: readonly Column[]): string {
  const fitted = columns.map((column, place) => fit(cells[place] ?? '', column.width, column.align))
  return fitted.join('  ').trimEnd()
}

/** A text of exactly so many columns; Korean letters take two. */
function fit(text: string, columns: number, align?: 'right'): string {
  const cut = stringWidth(text) <= columns ? text : `${cutToWidth(text, columns - 1)}…`
  const gap = ' '.repeat(Math.max(0, columns - stringWidth(cut)))
  return align === 'right' ? `${gap}${cut}` : `${cut}${gap}`
}

function cutToWidth(text: string, columns: number): string {
  let cut = ''
  let used = 0
  for (const { segment } of graphemes.segment(text)) {
    used += stringWidth(segment)
    if (used > columns) break
    cut += segment
  }
  return cut
}

const graphemes = new Intl.Segmenter('ko', { granularity: 'grapheme' })

function findingsBlock({ findings, meetups }: CheckedLine): string {
  const count = (level: string) => findings.filter((finding) => finding.level === level).length
  const talks = meetups.flatMap(({ sessions }) => sessions).filter(({ kind }) => kind === 'talk')
  const lines = findings.map(({ file, line, level, message }) => `${file}:${line}: ${message} (${level})`)
  const counts = [
    `${meetups.length} meetup(s)`,
    `${talks.length} talk(s)`,
    `${count('error')} error(s)`,
    `${count('warning')} warning(s)`,
  ]
  return [...lines, counts.join(', ')].join('\n')
}
