import { labelNamed, linkWord } from '../../../facts/labels.js'
import { isBreak, isPartName } from '../../../facts/section-names.js'
import { attributeFacts } from '../../../facts/shortcodes.js'
import type { TitleSplit } from '../../../facts/title-forms.js'
import { splitTitles } from '../../../facts/titles.js'
import { TITLE_ATTRIBUTE } from '../../../facts/words.js'
import { creditIn } from '../../../people/credits.js'
import { couldBeName, readPeople, startsWithName } from '../../../people/people.js'
import type { Cell, Line } from '../../../tree/line.js'
import { namesEdition, namesEvent } from '../../evidence/editions.js'
import { hasMedia, weigh } from '../../evidence/evidence.js'
import { LIKELY } from '../../tuning.js'
import { type AtEvent, editionsOfEvents } from '../own-events.js'
import { type Context, NOTHING, type PartList, type PostPart } from '../part-list.js'
import { cellsFor, type TalkTable } from './columns.js'
import { talkTable } from './rows.js'
import { tablesIn } from './tables-in.js'

/** Talks in the rows of tables. */
export function partsInRows(lines: readonly Line[], context: Context): PartList | undefined {
  const parts: PostPart[] = []
  const told: AtEvent[] = []
  const used = new Set<number>()
  for (const rows of tablesIn(lines).values()) {
    const found = talkTable(rows, context.announced === 2 || context.repairs.talks === 'table')
    if (!found) continue
    const own = rowParts(found)
    for (const { line } of own) used.add(line.line)
    const events = own.map((part) => eventOf(part, found.columns))
    parts.push(...own.filter((_, index) => !events[index]))
    told.push(...events.filter((talk) => talk !== undefined))
  }
  return parts.length + told.length > 0
    ? {
        ...NOTHING,
        parts,
        meetups: editionsOfEvents(told),
        loose: lines.filter((line) => line.kind !== 'row' || !used.has(line.line)),
      }
    : undefined
}

/** A row's talk with the event that one of its columns names. */
function eventOf(part: PostPart, columns: TalkTable['columns']): AtEvent | undefined {
  const event = cellsFor(part.line, columns, 'event')[0]?.text ?? ''
  const date = cellsFor(part.line, columns, 'date')[0]?.text ?? ''
  return event === '' ? undefined : { part, event, date }
}

function rowParts({ rows, columns }: TalkTable): PostPart[] {
  const titled = rows.flatMap((line) => {
    const cell = cellsFor(line, columns, 'title')[0]
    const told = cellsFor(line, columns, 'speaker')[0]?.text ?? ''
    if (!cell) return []
    const people = readPeople(told).speakers.length > 0 ? told : ''
    return (people === '' ? talksInCell(cell) : [cell]).map((each) => ({
      line: each === cell ? line : { ...line, text: each.text, links: each.links },
      cell: each,
      people,
    }))
  })
  const broken = titled.filter(({ cell, people }) => people === '' && cell.lines.length > 1)
  const endsInName =
    broken.filter(({ cell }) => creditIn(cell.lines.at(-1) ?? '')).length * 2 >= broken.length
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
  const isTimed = columns.includes('time')
  const isNamed = rows[0]?.table?.columns.some((name) => labelNamed(name) === 'title') === true
  const isProgramme =
    (isTimed || columns.includes('date')) && named.length >= 2 && named.length * 4 >= talks.length
  return talks
    .filter(
      ({ title, people }) =>
        /[\p{L}\d]/u.test(title) && !isMediaOfEvent(title) && !(isTimed && isBreak(title, people)),
    )
    .filter(
      ({ title, people, line }) => people !== '' || !(isPartName(title) || (isProgramme && !hasMedia(line))),
    )
    .map(
      ({ line, title, people, evidence }): PostPart => ({
        kind: 'talk',
        line,
        split: { title, people },
        columns,
        score: isNamed ? Math.max(evidence.score, LIKELY) : evidence.score,
        why: ['a row', ...evidence.why].join(', '),
      }),
    )
}

/** The talks of an evening that share a cell, a line each; the cell itself where it holds one. */
function talksInCell(cell: Cell): Cell[] {
  if (cell.lines.length < 2) return [cell]
  const splits = splitTitles(cell.lines)
  const areTalks = splits.every(({ people, title }) => people !== '' && title !== '')
  return areTalks
    ? cell.lines.map((text) => ({
        ...cell,
        text,
        lines: [text],
        links: cell.links.filter((link) => link.text !== '' && text.includes(link.text)),
      }))
    : [cell]
}

/** A cell's title, and the speakers in a line of their own below it. */
function splitCell({ lines, text }: Cell): TitleSplit {
  const last = lines.at(-1) ?? ''
  return lines.length > 1 && (couldBeName(last) || creditIn(last))
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

/** Shortcodes that state a talk's title. */
export function partsInAttributes(lines: readonly Line[]): PartList | undefined {
  const people = speakerAttributes(lines)
  const parts = lines.flatMap((line): PostPart[] => {
    const facts = attributeFacts(line)
    const value = (label: string) =>
      facts
        .filter((fact) => fact.label === label)
        .map((fact) => fact.value)
        .join(', ')
    const named = (is: (name: string) => boolean) => line.attributes.find(([name]) => is(name))?.[1] ?? ''
    const speaker = value('speaker') || named((name) => people.has(name))
    const title =
      (facts.find(({ label }) => label === 'title')?.value ?? '') ||
      (speaker === '' ? '' : named((name) => TITLE_ATTRIBUTE.test(name)))
    const others = facts.filter(({ label }) => label === 'slides' || label === 'video')
    if (title === '' || (speaker === '' && others.length === 0)) return []
    const split = { title: title.trim(), people: speaker }
    return [{ kind: 'talk', line, split, score: weigh(line, split).score, why: 'attributes of a shortcode' }]
  })
  const used = new Set(parts.map(({ line }) => line))
  return parts.length > 0 ? { ...NOTHING, parts, loose: lines.filter((line) => !used.has(line)) } : undefined
}

/** The attributes that name people in two of the shortcodes and in most of them. */
function speakerAttributes(lines: readonly Line[]): ReadonlySet<string> {
  const told = new Map<string, { all: number; people: number }>()
  for (const [name, value] of lines.flatMap(({ attributes }) => attributes)) {
    const count = told.get(name) ?? { all: 0, people: 0 }
    told.set(name, {
      all: count.all + 1,
      people: count.people + Number(value.length <= 60 && startsWithName(value)),
    })
  }
  const isUsual = ({ all, people }: { all: number; people: number }) => people > 1 && people * 3 >= all * 2
  return new Set([...told].filter(([, count]) => isUsual(count)).map(([name]) => name))
}
