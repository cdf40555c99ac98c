import type { TitleSplit } from '../../facts/title-forms.js'
import type { Line } from '../../tree/line.js'
import { LIKELY } from '../tuning.js'
import type { Repairs } from './repairs.js'
import type { Columns } from './tables/columns.js'

/** A part of a post: a talk, the author's afterword, or anything else. */
export interface PostPart {
  readonly kind: 'talk' | 'afterword' | 'note'
  readonly line: Line
  readonly split: TitleSplit
  /** What its columns are for, where the line is a row. */
  readonly columns?: Columns
  /** How much speaks for its being a talk. */
  readonly score: number
  /** What does. */
  readonly why: string
}

/** What stands below one heading, or in a whole post. */
export interface PartList {
  /** In the order of the post. */
  readonly parts: readonly PostPart[]
  /** Parts that are events of their own. */
  readonly meetups: readonly Edition[]
  /** Sections that list the slides of all talks. */
  readonly slides: readonly Line[]
  /** Lines that belong to the whole and to no part. */
  readonly loose: readonly Line[]
}

/** A part that is an event of its own. `above` is the heading over it that says which year, where one does. */
export interface Edition {
  readonly heading: Line
  readonly list: PartList
  readonly above?: Line
  /** When it was, where something beside it says so. */
  readonly date?: string
}

/** What the headings above say of lines. */
export interface Context {
  /** 2: talks follow (`## 세션`); 1: a date or an event; 0: nothing. */
  readonly announced: 0 | 1 | 2
  readonly repairs: Repairs
  /** No heading stands in the whole post. */
  readonly isFlat: boolean
  /** What the post calls its event. */
  readonly event: string
  /** Its title, or what else it says of itself, tells of an event. */
  readonly isEvent: boolean
  /** Nothing else was found in the post: lines count that say little by themselves. */
  readonly isLastResort: boolean
  /** Below a heading such as `발표자 소개`: people stand over what is said of them. */
  readonly isBios: boolean
  /** What stands in the same place below the neighbours of the heading above: it shows how titles are written. */
  readonly cousins: readonly Line[]
  /** Finds the parts in lines that stand below others. */
  readonly partsOf: (lines: readonly Line[], context: Context) => PartList
}

/** How much a list holds. */
export interface Strength {
  readonly talks: number
  readonly likely: number
  /** The highest score of a talk. */
  readonly best: number
}

/** Why a heading is a note in a post in which nothing says that there are talks. */
export const STORY = 'a heading of a post that tells of no event'

/** Why a heading is a note beside headings that surely are talks. */
export const BARE = 'a heading without what its neighbours have'

export const NOTHING: PartList = { parts: [], meetups: [], slides: [], loose: [] }

/** Several lists, one after the other. */
export function merged(lists: readonly PartList[]): PartList {
  return {
    parts: lists.flatMap(({ parts }) => parts),
    meetups: lists.flatMap(({ meetups }) => meetups),
    slides: lists.flatMap(({ slides }) => slides),
    loose: lists.flatMap(({ loose }) => loose),
  }
}

/** Weighs the talks of a list, and of the events in it. */
export function strengthOf(list: PartList): Strength {
  const talks = [list, ...list.meetups.map((each) => each.list)]
    .flatMap(({ parts }) => parts)
    .filter(({ kind }) => kind === 'talk')
  return {
    talks: talks.length,
    likely: talks.filter(({ score }) => score >= LIKELY).length,
    best: talks.reduce((best, { score }) => Math.max(best, score), 0),
  }
}
