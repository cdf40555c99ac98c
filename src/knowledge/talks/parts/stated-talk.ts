import { bareTitle } from '../../facts/bare-title.js'
import { labelOf } from '../../facts/labels.js'
import { sectionKind } from '../../facts/section-names.js'
import { allOf, EMPTY, type Line, makeLine } from '../../tree/line.js'
import { namesEvent } from '../evidence/editions.js'
import { isAlone } from '../evidence/speaker-lines.js'
import { LIKELY, MAX_TITLE_CHARACTERS, STRONG } from '../tuning.js'
import { NOTHING, type PartList, strengthOf } from './part-list.js'

/**
 * A page about one talk that states it in labels wherever they stand, `발표자: 홍길동` in the heading and `세션명: …`
 * below another one: that talk over all of its lines; `undefined` where a page states none or several, or shows others.
 */
export function asStatedTalk(all: readonly Line[], found: PartList): PartList | undefined {
  if (found.meetups.length > 0 || strengthOf(found).best >= STRONG) return undefined
  const stated = valuesOf(all, 'title')
  const labelled = valuesOf(all, 'speaker')
  const [title, ...otherTitles] = stated.length > 0 ? stated : titleOf(all)
  const [speaker, ...otherPeople] = labelled.length > 0 ? labelled : peopleIn(all)
  if (!title || !speaker || otherTitles.length > 0 || otherPeople.length > 0) return undefined
  const [first] = all
  const line = makeLine('heading', first?.line ?? 1, { ...EMPTY, text: title }, { children: [...all] })
  const split = { title: bareTitle(title), people: speaker }
  return {
    ...NOTHING,
    parts: [{ kind: 'talk', line, split, score: LIKELY, why: 'the labels of a page about one talk' }],
  }
}

/** The only top heading, where it tells of no event. */
function titleOf(lines: readonly Line[]): string[] {
  const top = lines.filter(({ kind, depth }) => kind === 'heading' && depth === 1)
  return top.length === 1 ? top.map(({ text }) => text).filter((text) => !namesEvent(text)) : []
}

/** Those whom a section such as `발표자 소개` names, in headings or lines of their own. */
function peopleIn(lines: readonly Line[]): string[] {
  const sections = allOf(lines, (line) =>
    line.kind === 'heading' && sectionKind(line.text) === 'bios' ? [line] : [],
  )
  return sections.flatMap(({ children }) => children.filter((line) => isAlone(line)).map(({ text }) => text))
}

/** The different values of a label in all lines of a post. */
function valuesOf(lines: readonly Line[], label: 'title' | 'speaker'): string[] {
  const values = allOf(lines, ({ kind, text }) => {
    const fact = kind === 'code' || kind === 'row' ? undefined : labelOf(text)
    return fact?.label === label && fact.value !== '' && fact.value.length <= MAX_TITLE_CHARACTERS
      ? [fact.value]
      : []
  })
  return [...new Set(values)]
}
