import { bareTitle } from '../facts/bare-title.js'
import { type Label, labelNamed, labelOf, linkWord } from '../facts/labels.js'
import { kindOfLink } from '../facts/links.js'
import { isContentName, sectionKind } from '../facts/section-names.js'
import { allOf, type Line, type LineLink } from '../tree/line.js'

/** What the labelled lines of a section state, without its speakers. */
export interface Facts {
  readonly slides: LineLink[]
  readonly videos: LineLink[]
  readonly tags: string[]
  readonly summary: string[]
}

/** Takes the labelled lines out of a section, and out of the parts of it that have headings; gives what is left. */
export function takeFacts(lines: readonly Line[], facts: Facts): Line[] {
  return lines.flatMap((line) => {
    if (line.kind === 'code' || line.kind === 'row') return [line]
    if (isOnlyLink(line)) {
      addLinks(facts, line.links)
      return []
    }
    const rest = takeFact(line, facts)
    if (rest) return takeFacts(rest, facts)
    if (line.kind !== 'heading') return [line]
    if (isContentName(bareTitle(line.text))) return takeFacts(line.children, facts)
    return [{ ...line, children: takeFacts(line.children, facts) }]
  })
}

/** When the line states a fact and so is none of the notes: what is left of the lines below it. */
function takeFact(line: Line, facts: Facts): readonly Line[] | undefined {
  const parts = factsIn(line)
  if (parts.length > 0) {
    for (const part of parts) takeFact(part, facts)
    return line.children
  }
  const fact = labelOf(line.text)
  if (fact && fact.value !== '')
    return apply(fact.label, [fact.value], line.links, facts) ? line.children : undefined
  const label =
    fact?.label ??
    labelNamed(line.text) ??
    (line.kind === 'heading' && sectionKind(line.text) === 'slides' ? 'slides' : undefined)
  const below = label ? line.children.filter((child) => states(label, child)) : []
  if (!label || below.length === 0) {
    // `발표 자료 [링크](…)`: the label has no colon, and its link stands beside it.
    return label && line.links.length > 0 && apply(label, [line.text], line.links, facts)
      ? line.children
      : undefined
  }
  const isLong = below.length > 3 || below.some((child) => child.children.length > 0)
  if (label === 'summary' && isLong) return line.children
  const stated = apply(
    label,
    below.map(({ text }) => text),
    allOf(below, (each) => each.links),
    facts,
  )
  return stated
    ? line.children.flatMap((child) => (below.includes(child) ? child.children : [child]))
    : undefined
}

function states(label: Label, child: Line): boolean {
  return label === 'slides' || label === 'video'
    ? allOf([child], (each) => each.links).length > 0
    : label === 'tags' || label === 'summary'
}

/** The facts that share a line: `Speaker: Jane Doe · Slides: [PDF](…)`; none when a part has no label. */
function factsIn(line: Line): Line[] {
  const texts = line.text.split(/\s+[·•|/]\s+/)
  if (texts.length < 2 || !texts.every(isFact)) return []
  const linksIn = (text: string) => line.links.filter((link) => link.text !== '' && text.includes(link.text))
  return texts.map((text) => ({ ...line, text, links: linksIn(text), children: [] }))
}

function isFact(text: string): boolean {
  const fact = labelOf(text)
  return (
    fact !== undefined && fact.value !== '' && ['speaker', 'slides', 'video', 'tags'].includes(fact.label)
  )
}

function apply(label: Label, values: readonly string[], links: readonly LineLink[], facts: Facts): boolean {
  const filled = values.filter((value) => value !== '')
  switch (label) {
    case 'slides':
      for (const link of links) (linkWord(link.text) === 'video' ? facts.videos : facts.slides).push(link)
      return links.length > 0
    case 'video':
      facts.videos.push(...links)
      return links.length > 0
    case 'tags':
      facts.tags.push(...filled.flatMap(readTags))
      return filled.length > 0
    case 'summary':
      facts.summary.push(...filled)
      return filled.length > 0
    default:
      return false
  }
}

/** The tags of a text such as `Kubernetes, CI/CD` or `#쿠버네티스 #배포`. */
export function readTags(text: string): string[] {
  const separator = text.includes('#') ? /[#,\s]+/ : /\s*[,·]\s*|\s+\/\s+/
  return text
    .split(separator)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
}

/** A line that is nothing but links to slides or a video. */
function isOnlyLink(line: Line): boolean {
  const said = line.textOutsideLinks.replace(/[^\p{L}\p{N}]/gu, '')
  if (line.links.length === 0 || line.pictures.length > 0 || line.children.length > 0) return false
  if (said !== '' && linkWord(line.textOutsideLinks) === undefined) return false
  const others = line.links.filter((link) => kindOfLink(link) === 'other')
  return (
    others.length === 0 ||
    (line.links.length === 1 && linkWord(line.textOutsideLinks) === 'slides' && said !== '')
  )
}

function addLinks(facts: Facts, links: readonly LineLink[]): void {
  for (const link of links) (kindOfLink(link) === 'video' ? facts.videos : facts.slides).push(link)
}
