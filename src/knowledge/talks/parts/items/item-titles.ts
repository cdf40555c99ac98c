import { bareTitle, withoutLeadingDate } from '../../../facts/bare-title.js'
import { labelOf } from '../../../facts/labels.js'
import type { TitleSplit } from '../../../facts/title-forms.js'
import { isBalanced } from '../../../facts/title-forms.js'
import { statedIn } from '../../../facts/titles.js'
import { creditIn } from '../../../people/credits.js'
import { areSurelyPeople, onlyPeople, startsWithName } from '../../../people/people.js'
import type { Line } from '../../../tree/line.js'
import { isAlone } from '../../evidence/speaker-lines.js'
import { textOfTitle } from '../../evidence/title-text.js'
import { MAX_TITLE_CHARACTERS } from '../../tuning.js'
import type { Context } from '../part-list.js'
import { repairOf } from '../repairs.js'

/** An item whose title goes on in the next lines of its source. */
export function withRest(item: Line): Line {
  const [next] = item.children
  if (!next?.continues || next.kind !== 'text' || isAlone(next) || creditIn(next.text) || labelOf(next.text))
    return item
  const isRest = /[\p{L}\d,–-]$/u.test(item.text) && /^[\p{L}\d]/u.test(next.text) && textOfTitle(next) !== ''
  if (!isRest) return item
  let whole = item
  for (const line of item.children) {
    const isOpen = whole === item || !isBalanced(whole.text)
    if (!isOpen || !line.continues || line.kind !== 'text') break
    whole = {
      ...whole,
      text: `${whole.text} ${line.text}`,
      textOutsideLinks: `${whole.textOutsideLinks} ${line.textOutsideLinks}`.trim(),
      links: [...whole.links, ...line.links],
      children: whole.children.slice(1),
    }
  }
  return whole.text.length <= MAX_TITLE_CHARACTERS && !isSentence(whole.text) ? whole : item
}

const TWO_TALKS: readonly RegExp[] = [
  /^(?<one>.{3,}?)\s+by\s+(?<who>[^,;&]{2,40}?)\s*[,;]?\s*\(?(?:and|&|,|;)\s+(?<other>.{3,}?)\s+by\s+(?<whom>[^()]{2,60})\)?$/,
  /^(?<one>.{3,}?)\s[-–—]\s(?<who>[^,;&–—-]{2,40}?)\s*[,;]?\s(?:and|&|,|;)\s+(?<other>.{3,}?)\s[-–—]\s(?<whom>[^–—]{2,60})$/,
]

/** An item that holds two talks, each with who gave it, as two: `Title by Jane Doe and Title by Ravi Kumar`. */
export function talksInItem(item: Line): Line[] {
  // Longer than any real line of two, and the patterns are quadratic.
  if (item.text.length > 250) return [item]
  // What stands before is a date: `**May 2019** - …`.
  const text = withoutLeadingDate(item.text)
  const found = TWO_TALKS.map((pattern) => pattern.exec(text)?.groups ?? {}).find(
    ({ who = '', whom = '' }) => areSurelyPeople(who) && startsWithName(whom),
  )
  if (!found) return [item]
  const { one = '', who = '', other = '', whom = '' } = found
  return [[one, who, item.children] as const, [other, whom, []] as const].map(([title, people, children]) => {
    const own = `${title} - ${people}`
    const links = item.links.filter(
      (link) => link.text !== '' && (title.includes(link.text) || people.includes(link.text)),
    )
    return {
      ...item,
      text: own,
      textOutsideLinks: own,
      links,
      boldStart: '',
      bolds: [],
      children: [...children],
    }
  })
}

/** Whether an item is no fact of another kind and nobody alone. */
export function canBeTitle(item: Line, context: Context): boolean {
  if (item.text === '' || item.text.length > MAX_TITLE_CHARACTERS * 1.5) return false
  if (repairOf(item, bareTitle(item.text), context.repairs) === 'note') return false
  if (statedIn(item.text)) return true
  const fact = labelOf(item.text)
  return (
    (!fact || fact.label === 'title') &&
    (!isAlone(item) ||
      item.links.some(({ text }) => /\S\s+\S/.test(text) && !onlyPeople(text)) ||
      /\s[-–—]\s|[\s,](?:by|von|par|por)\s/.test(item.text))
  )
}

/** `세션: [title](…)` is a title. */
export function titleTextOf(item: Line): string {
  if (statedIn(item.text)) return item.text
  const fact = labelOf(item.text)
  return fact?.label === 'title' && fact.value !== '' ? fact.value : textOfTitle(item)
}

/** Whether a text ends as a sentence does, Korean or English. */
export function isSentence(text: string): boolean {
  return /[다요죠음함됨]\.?$|[.。]$/.test(text) && text.length > 20
}

/** Our own limit: so many show it. */
export const MAX_COUSINS = 12

/** The titles of lists below the neighbours of the heading, where this one has too few to show how they are written. */
export function cousinTitles({ cousins }: Context): string[] {
  return cousins
    .filter(({ kind, text }) => kind === 'item' && text !== '' && text.length <= MAX_TITLE_CHARACTERS)
    .slice(0, MAX_COUSINS)
    .map(titleTextOf)
}

/** `jdoe: title`: where all items of a list of talks begin so, it is who speaks. */
export function withAccounts(texts: readonly string[], splits: readonly TitleSplit[]): TitleSplit[] {
  const found = texts.map((text) => /^([a-z][\w.-]{1,19}):\s+(\S.*)$/.exec(text))
  const isUsual = found.length > 1 && found.every((match) => match !== null)
  return splits.map((split, index) => {
    const [, people = '', title = ''] = found[index] ?? []
    return isUsual && split.people === '' ? { title, people } : split
  })
}
