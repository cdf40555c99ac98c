import { bareTitle } from '../../../facts/bare-title.js'
import { labelNamed, labelOf, linkWord } from '../../../facts/labels.js'
import { sectionKind } from '../../../facts/section-names.js'
import { splitTitles } from '../../../facts/titles.js'
import { creditIn } from '../../../people/credits.js'
import type { Line } from '../../../tree/line.js'
import { namesEdition } from '../../evidence/editions.js'
import { weigh } from '../../evidence/evidence.js'
import { splitLinkLines, textOfTitle } from '../../evidence/title-text.js'
import { isAddressOnly } from '../../passages.js'
import { LIKELY } from '../../tuning.js'
import type { Context, PostPart } from '../part-list.js'
import { titleTextOf } from './item-titles.js'

/** Our own limit: longer items are no topics. */
const MAX_TOPIC_CHARACTERS = 40

/** Links below a word or two each, in a list below one edition of an event: `- **Testing**` over its talks. */
export function partsBelowTopics(items: readonly Line[], { announced }: Context): PostPart[] {
  const topics = items.filter(holdsOnlyLinks)
  if (announced === 0 || topics.length < 2 || topics.length * 4 < items.length * 3) return []
  const lines = topics.flatMap(({ children }) => children).filter(({ kind }) => kind === 'item')
  const splits = splitLinkLines(lines, splitTitles(lines.map(textOfTitle)))
  return lines.flatMap((line, index): PostPart[] => {
    const { title = '', people = '' } = splits[index] ?? {}
    const own = people === '' ? bareTitle(line.links[0]?.text ?? title) : title
    const split = { title: own, people }
    const score = Math.max(LIKELY, weigh(line, split).score)
    return own === '' ? [] : [{ kind: 'talk', line, split, score, why: 'a link below a topic' }]
  })
}

function holdsOnlyLinks({ text, links, children }: Line): boolean {
  const below = children.filter(({ kind }) => kind === 'item')
  return (
    links.length === 0 &&
    text.length <= MAX_TOPIC_CHARACTERS &&
    labelOf(text) === undefined &&
    below.length > 0 &&
    below.every(isTitleLink)
  )
}

function isTitleLink(line: Line): boolean {
  const link = line.links[0]
  return (
    link !== undefined &&
    link.text !== '' &&
    !creditIn(line.text) &&
    line.text.startsWith(link.text) &&
    !isAddressOnly(line)
  )
}

/** Whether an item may stand over talks: it announces them, names an event, or is a topic over them. */
export function holdsTalks(item: Line): boolean {
  if (item.children.every(isOnlyMaterial) || item.text.length > 60) return false
  const kind = sectionKind(bareTitle(item.text))
  return (
    kind === 'sessions' ||
    kind === 'day' ||
    labelNamed(item.text) === 'title' ||
    namesEdition(item.text) ||
    item.children.some(({ kind: each }) => each === 'row') ||
    isTopic(item)
  )
}

/** Whether a line is but a link to slides or a video, which belong to what stands above. */
function isOnlyMaterial({ text, links }: Line): boolean {
  return links.length > 0 && linkWord(text.replace(/^[[(]+|[\])]+$/g, '')) !== undefined
}

/** A few words over several items, most of which surely name speakers. */
export function isTopic(item: Line): boolean {
  const below = item.children.filter(({ kind }) => kind === 'item')
  if (below.length < 2 || item.links.length > 0 || labelOf(item.text)) return false
  const splits = splitLinkLines(below, splitTitles(below.map(titleTextOf)))
  const named = splits.filter(({ people, title }) => people !== '' && title !== '')
  return named.length > 1 && named.length * 3 >= below.length * 2
}
