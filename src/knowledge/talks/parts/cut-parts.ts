import { bareTitle } from '../../facts/bare-title.js'
import { isMaterial, labelOf } from '../../facts/labels.js'
import { isAddress } from '../../facts/links.js'
import { sectionKind } from '../../facts/section-names.js'
import { splitTitles } from '../../facts/titles.js'
import type { Line } from '../../tree/line.js'
import { isOnlyDate, namesEvent } from '../evidence/editions.js'
import { weigh } from '../evidence/evidence.js'
import { turnPersons, withPersons } from '../evidence/person-first.js'
import { isAlone } from '../evidence/speaker-lines.js'
import { splitLinkLines, textOfTitle } from '../evidence/title-text.js'
import { LIKELY, MAX_TITLE_CHARACTERS, STRONG } from '../tuning.js'
import { type Cut, cutsOf } from './cut.js'
import { type Context, NOTHING, type PartList, type PostPart } from './part-list.js'
import { placeBeside } from './repairs.js'

/** Talks below lines that people write where they write no headings, by each kind of line. */
export function partsInCuts(lines: readonly Line[], context: Context): PartList[] {
  const { talks } = context.repairs
  return cutsOf(lines)
    .filter(({ kind }) => talks === '' || talks === (kind === 'line' ? 'link' : kind))
    .flatMap((cut) => partsInCut(cut, context) ?? [])
}

function partsInCut(cut: Cut, context: Context): PartList | undefined {
  const { kind, before } = cut
  const { lines: titles, people } = turnPersons(
    cut.titles,
    kind === 'bold' || kind === 'line' ? 2 : cut.titles.length + 1,
    context.isBios,
  )
  const texts = titles.map((line) => (kind === 'line' ? textOfTitle(line) : line.text))
  const cousins = texts.length < FEW_LINES ? cousinTexts(context) : []
  const plain = splitTitles([...texts, ...cousins], [], placeBeside(context.repairs)).slice(0, texts.length)
  const splits = withPersons(
    kind === 'line' || kind === 'bold' || titles.some(({ broken }) => broken.length > 0)
      ? splitLinkLines(titles, plain)
      : plain,
    people,
  )
  const profiles = titles.map((line, index) => {
    const split = splits[index] ?? { title: line.text, people: '' }
    return { line, split, evidence: weigh(line, split), name: sectionKind(bareTitle(line.text)) }
  })
  const named = profiles.filter(
    ({ split }) =>
      /[\p{L}\d]/u.test(split.title) &&
      !isOnlyDate(split.title) &&
      !isMaterial(split.title) &&
      !isAddress(split.title),
  )
  const talks = named.filter(
    ({ name, line, split }) =>
      name === 'open' &&
      !isAlone(line) &&
      (kind === 'stated' || !labelOf(line.text)) &&
      ((split.people !== '' && !namesEvent(split.title)) || !isDated(line.text)),
  )
  const likely = talks.filter(({ evidence }) => evidence.score >= LIKELY)
  const strong = talks.filter(({ evidence }) => evidence.score >= STRONG)
  const wanted = wantedOf(cut, context, { talks: talks.length, likely: likely.length, strong: strong.length })
  if (!wanted) return undefined
  const plainLines = talks.filter(
    ({ evidence, line }) => evidence.score >= LIKELY || (line.links.length === 0 && !line.continues),
  )
  const kept = { all: talks, plain: plainLines, likely, strong }[wanted]
  if (kept.length === 0) return undefined
  const parts: PostPart[] = []
  const slides: Line[] = []
  const loose = [...before]
  for (const profile of profiles) {
    const { line, split, evidence, name } = profile
    const last = parts.at(-1)
    if (name === 'slides' && kind !== 'line') slides.push(line)
    else if ((name === 'afterword' || name === 'note') && kind !== 'line')
      parts.push({
        kind: name,
        line,
        split: { title: bareTitle(line.text), people: '' },
        score: 0,
        why: 'a line that names it',
      })
    else if (kept.includes(profile))
      parts.push({
        kind: 'talk',
        line,
        split,
        score: evidence.score,
        why: [WHY[kind], ...evidence.why].join(', '),
      })
    else (last?.line.children ?? loose).push({ ...line, children: [] }, ...line.children)
  }
  return { ...NOTHING, parts, slides, loose }
}

/** Our own measure: fewer lines show no habit. */
const FEW_LINES = 4

/** First lines below the neighbours of the heading, where this one has too few to show how they are written. */
function cousinTexts({ cousins }: Context): string[] {
  return cousins
    .filter(
      ({ kind, text, continues }) =>
        kind === 'text' && !continues && text !== '' && text.length <= MAX_TITLE_CHARACTERS,
    )
    .slice(0, 12)
    .map(textOfTitle)
}

/** `[2019. 06. 09] …` tells of an event. */
function isDated(text: string): boolean {
  return /^[[(]?(?:19|20)\d\d\s?[-./년]/.test(text)
}

const WHY = {
  bold: 'a bold line',
  stated: 'a line that states its title and speaker',
  labelled: 'lines with labels',
  counted: 'a numbered line',
  summary: 'a fold',
  credited: 'a paragraph that ends in its speaker',
  line: 'a line of its own',
  block: 'a block between rules',
} as const

/** Which of the cut lines are talks; `undefined` when this is no way to cut them. */
function wantedOf(
  { kind }: Cut,
  { announced, isFlat, repairs }: Context,
  found: { talks: number; likely: number; strong: number },
): 'all' | 'plain' | 'likely' | 'strong' | undefined {
  const { talks, likely, strong } = found
  if (repairs.talks === kind || (repairs.talks === 'link' && kind === 'line')) return 'all'
  switch (kind) {
    case 'stated':
      return 'all'
    case 'labelled':
      return likely * 2 >= talks && likely > 1 ? 'likely' : undefined
    case 'counted':
      return talks > 1 || announced === 2 ? 'all' : undefined
    case 'bold':
      if (strong >= 2 && strong * 2 >= talks) return 'all'
      return (isFlat && talks > 1) || (announced === 2 && talks > 0 && (likely > 0 || talks > 1))
        ? 'all'
        : undefined
    case 'summary':
      return likely * 2 >= talks && (likely > 1 || announced > 0) ? 'all' : undefined
    case 'credited':
      return strong > 1 && strong * 2 >= talks ? 'strong' : undefined
    case 'line':
      // A programme in plain lines, most of them over the slides of their talk.
      if (isFlat && announced === 0 && likely > 2 && likely * 3 >= talks) return 'plain'
      if (announced === 1 && strong > 1) return 'strong'
      if (announced > 0) return likely > 0 ? 'likely' : undefined
      return isFlat && likely > 1 ? 'likely' : strong > 1 ? 'strong' : undefined
    case 'block':
      return isFlat && talks > 1 ? 'all' : undefined
  }
}
