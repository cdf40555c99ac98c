import { bareTitle, beginsWithTime, isOnlyCount } from '../../../facts/bare-title.js'
import { labelNamed } from '../../../facts/labels.js'
import { sectionKind } from '../../../facts/section-names.js'
import type { Line } from '../../../tree/line.js'
import { namesEdition, namesEvent } from '../../evidence/editions.js'
import { isAddressOnly } from '../../passages.js'
import { type Context, merged, NOTHING, type PartList, type PostPart, strengthOf } from '../part-list.js'
import { headingOf, isEvent, withoutDates } from './item-events.js'
import { partsInRun } from './item-run.js'
import { MAX_COUSINS } from './item-titles.js'
import { holdsTalks, isTopic, partsBelowTopics } from './item-topics.js'

/** Items that are talks, or that hold them: `- 발표` over an item each. */
export function partsInItems(lines: readonly Line[], context: Context): PartList | undefined {
  const items = withAddresses(lines.filter(({ kind }) => kind === 'item'))
  if (items.length === 0) return undefined
  const below = partsBelowTopics(items, context)
  if (below.length > 0)
    return { ...NOTHING, parts: below, loose: lines.filter(({ kind }) => kind !== 'item') }
  const groups = items.filter((item) => holdsTalks(item))
  const held = groups.map((item) => {
    const kind = sectionKind(bareTitle(item.text))
    const isAnnounced = kind === 'sessions' || labelNamed(item.text) === 'title'
    const isOver = namesEdition(item.text) || isTopic(item)
    const announced = isAnnounced ? 2 : isOver && context.announced < 1 ? 1 : context.announced
    const cousins = groups
      .filter((other) => other !== item)
      .flatMap(({ children }) => children)
      .slice(0, MAX_COUSINS)
    return { item, list: context.partsOf(item.children, { ...context, announced, isFlat: false, cousins }) }
  })
  const found = held.filter(({ list }) => strengthOf(list).talks > 0)
  const rest = items.filter((item) => !found.some((each) => each.item === item))
  const own = found.length > 0 && context.announced < 2 ? [] : partsInRuns(runsOf(lines, rest), context)
  if (found.length === 0 && own.length === 0) return undefined
  const used = new Set(
    [...found.map(({ item }) => item), ...own.map(({ line }) => line)].flatMap((line) => [
      line.line,
      ...line.children.filter(isAddressOnly).map((child) => child.line),
    ]),
  )
  const events = found.filter(({ item }) => isEvent(item))
  const areEvents = events.length > 1 && events.length * 2 >= found.length
  const inside = merged(
    found.map(({ item, list }) =>
      isEvent(item) && (areEvents || namesEvent(withoutDates(item.text)))
        ? { ...NOTHING, meetups: [{ heading: headingOf(item), list }] }
        : { ...list, loose: [] },
    ),
  )
  return {
    ...inside,
    parts: [...own, ...inside.parts].sort((one, other) => one.line.line - other.line.line),
    loose: lines.filter((line) => !used.has(line.line)),
  }
}

/** Our own measure: so many lists on either side show how titles are written. */
const NEIGHBOURS = 2
const LEAST = 3

/** Each list by itself; short ones are read as those beside them. */
function partsInRuns(runs: readonly (readonly Line[])[], context: Context): PostPart[] {
  return runs.flatMap((run, index) => {
    const near = runs.slice(Math.max(0, index - NEIGHBOURS), index + NEIGHBOURS + 1)
    const cousins = near.filter((other) => other !== run).flat()
    return partsInRun(run, cousins.length < LEAST ? context : { ...context, cousins })
  })
}

/** Items that follow each other, rules and hours between them or not: each list is judged by itself. */
function runsOf(lines: readonly Line[], items: readonly Line[]): Line[][] {
  const places = new Map(lines.map(({ line }, place) => [line, place]))
  const runs: Line[][] = []
  let end = -2
  for (const item of items) {
    const place = places.get(item.line) ?? 0
    const isNext = lines.slice(end + 1, place).every(isBetweenItems)
    if (end >= 0 && isNext) runs.at(-1)?.push(item)
    else runs.push([item])
    end = place
  }
  return runs
}

/** Rules and hours, `10am`, stand between the items of one programme. */
function isBetweenItems({ kind, text }: Line): boolean {
  return kind === 'item' || kind === 'rule' || (kind === 'text' && beginsWithTime(text) && isOnlyCount(text))
}

/** An item that is nothing but an address belongs to the one before it. */
function withAddresses(items: readonly Line[]): Line[] {
  const joined: Line[] = []
  for (const item of items) {
    const last = joined.at(-1)
    if (last && isAddressOnly(item) && !isAddressOnly(last))
      joined[joined.length - 1] = { ...last, children: [...last.children, item] }
    else joined.push(item)
  }
  return joined
}
