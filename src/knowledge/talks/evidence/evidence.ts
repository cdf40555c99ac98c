import { bareTitle, beginsWithOrdinal, isOnlyCount, namesTime } from '../../facts/bare-title.js'
import { labelOf } from '../../facts/labels.js'
import { kindOfLink } from '../../facts/links.js'
import { isCommonTalk } from '../../facts/section-names.js'
import { attributeFacts } from '../../facts/shortcodes.js'
import type { TitleSplit } from '../../facts/title-forms.js'
import type { Inline, Line } from '../../tree/line.js'
import { EVIDENCE } from '../tuning.js'
import { findSpeakers } from './speaker-lines.js'
import { labelledTitle, titleBelow } from './title-below.js'

/** How much speaks for a line being a talk, and what. */
export interface Evidence {
  readonly score: number
  readonly why: readonly string[]
}

/** Why a line may be a talk of which only a sentence says who gave it. */
export const MENTIONED = 'a sentence that names its speaker'

/** Weighs a line with what stands below it. `split` is its title taken apart beside its siblings. */
export function weigh(line: Line, split: TitleSplit): Evidence {
  const found: [keyof typeof EVIDENCE, string][] = []
  const below =
    line.kind === 'heading' ? line.children.filter(({ kind }) => kind !== 'heading') : line.children
  const facts = attributeFacts(line)
  const speakers = split.people === '' ? findSpeakers(line.children, split.title) : []
  if (split.people !== '') found.push(['speakerInTitle', 'a speaker beside the title'])
  else if (facts.some(({ label }) => label === 'speaker'))
    found.push(['speakerLine', 'a speaker in its attributes'])
  else if (speakers.some(({ how }) => how !== 'mentioned'))
    found.push(['speakerLine', 'a line with its speaker'])
  else if (speakers.length > 0) found.push(['speakerInText', MENTIONED])
  if (hasMedia(line) || below.some(hasMediaInside)) found.push(['slidesOrVideo', 'slides or a video'])
  const labelled = labelledTitle(line)
  if ((isOnlyCount(line.text) && titleBelow(line)) || (labelled && labelled.line.links.length > 0))
    found.push(['titleLine', 'its title below'])
  if (beginsWithOrdinal(line.text)) found.push(['counted', 'a number'])
  if (namesTime(line.text)) found.push(['timeSlot', 'a time slot'])
  if (isCommonTalk(bareTitle(line.text))) found.push(['commonTalk', 'a name such as “keynote”'])
  return {
    score: found.reduce((sum, [name]) => sum + EVIDENCE[name], 0),
    why: found.map(([, why]) => why),
  }
}

/** Whether slides or a video are linked or embedded in a line. */
export function hasMedia({ links }: Inline): boolean {
  return links.some((link) => link.kind === 'file' || (link.address !== '' && kindOfLink(link) !== 'other'))
}

function hasMediaInside(line: Line): boolean {
  const isLabelled = line.links.length > 0 && ['slides', 'video'].includes(labelOf(line.text)?.label ?? '')
  return (
    isLabelled ||
    hasMedia(line) ||
    line.children.some((child) => child.kind !== 'heading' && hasMediaInside(child))
  )
}
