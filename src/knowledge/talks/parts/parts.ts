import type { Line } from '../../tree/line.js'
import { BARE_LINE, STRONG } from '../tuning.js'
import { partsInCuts } from './cut-parts.js'
import { partsInHeadings } from './headings/heading-parts.js'
import { withLineHeadings } from './headings/line-headings.js'
import { partsInItems } from './items/item-parts.js'
import { type Context, merged, NOTHING, type PartList, strengthOf } from './part-list.js'
import { partsInProse } from './prose-parts.js'
import type { Repairs } from './repairs.js'
import { partsInCells } from './tables/cell-parts.js'
import { partsInAttributes, partsInRows } from './tables/row-parts.js'

/** What a post says of itself. */
export interface About {
  /** What it calls its event. */
  readonly event: string
  /** Whether that, or a tag, tells of an event. */
  readonly isEvent: boolean
}

/** Finds the parts of a post in its lines, those below the heading that names it. */
export function findParts(lines: readonly Line[], about: About, repairs: Repairs): PartList {
  const isFlat = !lines.some(({ kind }) => kind === 'heading')
  const context = { ...about, announced: 0, repairs, isFlat, isBios: false, cousins: [], partsOf } as const
  const found = partsOf(lines, { ...context, isLastResort: false })
  if (!about.isEvent || repairs.talks !== '' || strengthOf(found).best >= STRONG) return found
  const other = partsOf(lines, { ...context, isLastResort: true })
  return strengthOf(other).likely > Math.max(1, strengthOf(found).likely) ? other : found
}

function partsOf(all: readonly Line[], context: Context): PartList {
  const lines = all.some(({ kind }) => kind === 'heading') ? all : withLineHeadings(all)
  const headings = lines.filter(({ kind }) => kind === 'heading')
  const inLines = partsInLines(
    lines.filter(({ kind }) => kind !== 'heading'),
    context,
  )
  return headings.length === 0 ? inLines : merged([inLines, partsInHeadings(headings, context, inLines)])
}

/** The best of all ways to see talks in lines without headings: that whose lines have most evidence. */
function partsInLines(lines: readonly Line[], context: Context): PartList {
  if (lines.length === 0) return NOTHING
  const isAsked = (kind: string) => context.repairs.talks === '' || context.repairs.talks === kind
  const ways = [
    isAsked('table') ? partsInRows(lines, context) : undefined,
    isAsked('table') ? partsInCells(lines) : undefined,
    isAsked('list') ? withoutNotes(partsInItems(lines, context), lines) : undefined,
    isAsked('') ? partsInAttributes(lines) : undefined,
    isAsked('link') ? partsInProse(lines, context) : undefined,
    ...partsInCuts(lines, context),
  ].filter((way) => way !== undefined)
  const best = ways.reduce<PartList | undefined>(
    (one, other) => (one && worth(one) >= worth(other) ? one : other),
    undefined,
  )
  return best ?? { ...NOTHING, loose: lines }
}

/** Our own measure: a bold line of so many words is more than a topic. */
const WORDS_OF_TITLE = 3

/** Items without evidence below bold lines that may be titles are their notes. */
function withoutNotes(list: PartList | undefined, lines: readonly Line[]): PartList | undefined {
  if (!list) return undefined
  const { talks, likely } = strengthOf(list)
  const titles = lines.filter(
    ({ kind, emphasis, text }, index) =>
      kind === 'text' &&
      emphasis === 'bold' &&
      lines[index + 1]?.kind === 'item' &&
      text.split(/\s+/).length >= WORDS_OF_TITLE,
  )
  return titles.length > 1 && likely * 2 < talks ? undefined : list
}

function worth({ parts, meetups }: PartList): number {
  const talks = [...parts, ...meetups.flatMap(({ list }) => list.parts)].filter(({ kind }) => kind === 'talk')
  return talks.reduce((sum, { score }) => sum + score + (score > 0 ? 1 : BARE_LINE), 0)
}
