import { bareTitle } from '../../../facts/bare-title.js'
import { labelOf } from '../../../facts/labels.js'
import type { TitleSplit } from '../../../facts/title-forms.js'
import { isBalanced } from '../../../facts/title-forms.js'
import { statedIn } from '../../../facts/titles.js'
import { creditIn } from '../../../people/credits.js'
import { onlyPeople } from '../../../people/people.js'
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
