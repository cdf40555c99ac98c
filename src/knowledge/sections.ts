import type { Note } from './note.js'
import { type SectionKind, sectionKind } from './section-names.js'
import { bareTitle } from './titles.js'

/** A post cut into what its parts are for. */
export interface Sections {
  /** The text of the heading above everything; empty when there is none. */
  readonly title: string
  /** What stands before the first session, and sections about the evening itself. */
  readonly introduction: readonly Note[]
  /** Talks and afterwords, in the order of the post. */
  readonly sessions: readonly Section[]
  /** Sections that list the slides of all talks. */
  readonly slides: readonly Note[]
}

/** A talk or an afterword: its heading, with what stands below it. */
export interface Section {
  readonly kind: 'talk' | 'afterword'
  readonly note: Note
}

const MEETUP =
  /meet\s?-?up|밋업|모임|컨퍼런스|콘퍼런스|conference|summit|세미나|seminar|\bconf\b|\bdays?\b|행사|참석|참가|후기|'\d\d|\b20\d\d\b/i

/**
 * Finds the sessions: the headings below a single `#`, else the `#` headings themselves, else the highest
 * headings there are; without headings, numbered bold lines, and as a last resort plain bold lines.
 */
export function findSections(outline: readonly Note[]): Sections {
  const tops = outline.filter(isHeading)
  const above = findTitle(tops)
  const below = above ? above.children : []
  const rest = tops.filter((note) => note !== above)
  const headings = [...withoutInnerBold(below.filter(isHeading)), ...rest]
  const loose = [
    ...outline.filter((note) => !isHeading(note)),
    ...below.filter((note) => !headings.includes(note)),
  ]
  const parts: Parts = { introduction: [], sessions: [], slides: [] }
  if (headings.some((note) => kindOf(note) === 'other' || kindOf(note) === 'sessions')) {
    parts.introduction.push(...loose)
    sort(headings, parts)
  } else {
    const { before, sections } = cutAtBold(loose)
    parts.introduction.push(...before)
    sort([...sections, ...headings], parts)
  }
  return { title: above?.text ?? '', ...parts }
}

interface Parts {
  introduction: Note[]
  sessions: Section[]
  slides: Note[]
}

function sort(headings: readonly Note[], parts: Parts): void {
  for (const note of headings) {
    const last = parts.sessions.at(-1)
    switch (kindOf(note)) {
      case 'contents':
        break
      case 'slides':
        parts.slides.push(note)
        break
      case 'introduction':
        parts.introduction.push(note)
        break
      case 'sessions':
        parts.introduction.push(...note.children.filter((child) => !isHeading(child)))
        sort(note.children.filter(isHeading), parts)
        break
      case 'question time':
        // In a post without levels the questions follow their talk as a heading of the same rank.
        if (last) last.note.children.push(note)
        else parts.introduction.push(note)
        break
      case 'afterword':
        parts.sessions.push({ kind: 'afterword', note })
        break
      default:
        parts.sessions.push({ kind: 'talk', note })
    }
  }
}

/** A section named "sessions" is one only if sessions are in it. */
function kindOf(note: Note): SectionKind {
  const kind = sectionKind(bareTitle(note.text))
  const holdsHeadings = note.children.some(isHeading)
  if (kind === 'sessions') return holdsHeadings ? 'sessions' : 'other'
  const about = /세션|발표 |강연|sessions?\b|talks?\b/i.test(note.text)
  return holdsHeadings && about && (kind === 'introduction' || kind === 'afterword') ? 'sessions' : kind
}

/** The `#` that names the meetup: the only one with headings below it, or a first one that is no session. */
function findTitle(tops: readonly Note[]): Note | undefined {
  const main = tops.filter((note) => note.depth === 1 && kindOf(note) === 'other')
  const first = main[0]
  if (!first || first !== tops[0]) return undefined
  if (main.length === 1) {
    const isOnlySession =
      tops.length === 1 && !first.children.some(isHeading) && cutAtBold(first.children).sections.length === 0
    return isOnlySession ? undefined : first
  }
  const isEmpty = first.children.length === 0
  const isAbout = MEETUP.test(first.text) && !first.children.some((note) => note.kind === 'bullet')
  return isEmpty || isAbout ? first : undefined
}

/** Numbered bold lines beside real headings are not sessions. */
function withoutInnerBold(headings: readonly Note[]): Note[] {
  const real = headings.filter((note) => note.kind === 'heading' && kindOf(note) !== 'introduction')
  return real.some((note) => ['other', 'sessions'].includes(kindOf(note)))
    ? headings.filter((note) => note.kind === 'heading')
    : [...headings]
}

/** Cuts notes without headings at their bold lines, or at bullets that begin bold, if there are at least two. */
function cutAtBold(notes: readonly Note[]): { before: Note[]; sections: Note[] } {
  const begins = (note: Note, index: number) =>
    isBoldTitle(note) && (holds(note) || !isBoldTitle(notes[index + 1]))
  const first = notes.findIndex(begins)
  if (first < 0 || notes.filter(isBoldTitle).length < 2) return { before: [...notes], sections: [] }
  const sections: Note[] = []
  for (const note of notes.slice(first)) {
    if (isBoldTitle(note)) sections.push({ ...note, kind: 'bold', depth: 7, children: [...note.children] })
    else sections.at(-1)?.children.push(note)
  }
  return { before: notes.slice(0, first), sections }
}

function isBoldTitle(note: Note | undefined): boolean {
  if (!note?.strong || note.text.length > 120 || /[:：]$/.test(note.text)) return false
  return note.kind === 'paragraph' || (note.kind === 'bullet' && holds(note))
}

function holds(note: Note): boolean {
  return note.children.length > 0
}

function isHeading(note: Note): boolean {
  return note.kind === 'heading' || note.kind === 'bold'
}
