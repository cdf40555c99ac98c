import { bareTitle, isOnlyCount } from '../../facts/bare-title.js'
import { labelNamed, labelOf } from '../../facts/labels.js'
import { isPartName } from '../../facts/section-names.js'
import { titleMentioned } from '../../people/mentions.js'
import type { Line } from '../../tree/line.js'
import { MAX_TITLE_CHARACTERS } from '../tuning.js'
import { isAlone } from './speaker-lines.js'

/** The line below a heading that only counts or says when, in which its title stands. */
export interface TitleBelow {
  readonly line: Line
  readonly title: string
}

/** `주제: …` or `Topic: …` in a section, or in a list at its beginning. */
export function labelledTitle(line: Line): TitleBelow | undefined {
  for (const child of line.children) {
    if (child.kind === 'heading') return undefined
    const mayTell = child.kind !== 'code' && child.kind !== 'row' && /[:：]/.test(child.text)
    const fact = mayTell ? labelOf(child.text) : undefined
    const title = fact?.label === 'title' ? fact.value : titleBesideLink(child)
    if (title !== '' && title.length <= MAX_TITLE_CHARACTERS) return { line: child, title }
  }
  return undefined
}

/** `세션 [title](…)` needs no colon. */
function titleBesideLink({ textOutsideLinks, links }: Line): string {
  const [link] = links
  return link && links.length === 1 && labelNamed(textOutsideLinks) === 'title' ? link.text : ''
}

/** The title below a heading such as `14:00 ~ 14:40` or `Talk 1`: labelled, a sole sub-heading, a bold line, a short first line, or quoted. */
export function titleBelow(line: Line): TitleBelow | undefined {
  const labelled = labelledTitle(line)
  if (labelled) return labelled
  const headings = line.children.filter(({ kind }) => kind === 'heading')
  const [only] = headings
  const [quoted] = line.children
  if (quoted?.quoted && isTitleLine(quoted)) return { line: quoted, title: quoted.text }
  if (only && headings.length === 1 && !isAlone(only) && !isPartName(bareTitle(only.text)))
    return { line: only, title: only.text }
  const first = line.children.filter(({ text }) => text !== '')
  const bold = first.slice(0, 2).find(({ kind, emphasis }) => kind === 'text' && emphasis === 'bold')
  if (bold && bold.text.length <= MAX_TITLE_CHARACTERS && !isAlone(bold))
    return { line: bold, title: bold.text }
  const [plain] = first
  if (plain && isTitleLine(plain) && headings.length === 0) return { line: plain, title: plain.text }
  for (const child of first) {
    const title = child.kind === 'text' ? titleMentioned(child.text, child.bolds) : ''
    if (title !== '') return { line: child, title }
  }
  return undefined
}

function isTitleLine(line: Line): boolean {
  return (
    (line.kind === 'text' || line.kind === 'item') &&
    line.text.length <= 80 &&
    !/[.。]$|[다요죠음]\.?$/.test(line.text) &&
    !isOnlyCount(line.text) &&
    !isAlone(line) &&
    !labelOf(line.text)
  )
}
