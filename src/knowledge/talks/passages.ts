import type { Passage } from '../session.js'
import type { Line } from '../tree/line.js'

/** Our own measure: up to here a bullet with children may be just their heading. */
const LABEL_CHARACTERS = 30

/** Lines as passages, each with the headings and parent bullets above it. */
export function readPassages(lines: readonly Line[], path: readonly string[] = []): Passage[] {
  return joinContinued(lines).flatMap((line) => {
    const own = line.text === '' || isLabel(line) || isAddressOnly(line) ? [] : [{ path, text: line.text }]
    const below =
      line.text === '' || line.kind === 'text' ? path : [...path, line.text.replace(/\s*[:：]$/, '')]
    return [...own, ...readPassages(line.children, below)]
  })
}

/** The lines of a paragraph that were broken softly, as one line again; below a line that ends in a colon stands its list. */
export function joinContinued(lines: readonly Line[]): Line[] {
  const joined: Line[] = []
  for (const line of lines) {
    const last = joined.at(-1)
    if (
      line.continues &&
      last &&
      last.kind !== 'heading' &&
      last.kind !== 'code' &&
      last.text !== '' &&
      line.text !== '' &&
      last.children.length === 0
    )
      joined[joined.length - 1] = withMore(last, line)
    else if (line.kind === 'item' && last?.kind === 'text' && /[:：]$/.test(last.text))
      joined[joined.length - 1] = { ...last, kind: 'item', children: [line] }
    else if (line.kind === 'item' && last?.kind === 'item' && last.depth === 0) last.children.push(line)
    else joined.push(line)
  }
  return joined
}

function withMore(line: Line, more: Line): Line {
  return {
    ...line,
    text: `${line.text} ${more.text}`,
    textOutsideLinks: `${line.textOutsideLinks} ${more.textOutsideLinks}`.trim(),
    links: [...line.links, ...more.links],
    pictures: [...line.pictures, ...more.pictures],
    children: [...more.children],
  }
}

/** Whether a line only heads those below it: it is in their path, and no answer by itself. */
export function isLabel(line: Line): boolean {
  if (line.kind === 'heading' || line.kind === 'summary') return true
  if (line.kind === 'row' || line.kind === 'code' || line.children.length === 0) return false
  return line.text.length <= LABEL_CHARACTERS && !/[.!?。]$/.test(line.text)
}

/** Whether a line is a bare address, which says nothing. */
export function isAddressOnly(line: Line): boolean {
  return (
    line.links.length > 0 &&
    line.textOutsideLinks === '' &&
    line.links.every(({ text }) => text === '' || /^(?:https?:\/\/|www\.)\S+$/i.test(text))
  )
}
