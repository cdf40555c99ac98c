import { sortLinks } from './links.js'
import { allOf, type Note } from './note.js'
import { isPartName, type SectionKind, sectionKind } from './section-names.js'
import { hasTimetable } from './slides-section.js'
import { cutAtTalks, cutAtTitles, isMeetupLine, namesMeetup } from './title-lines.js'
import { bareTitle } from './titles.js'

/** A post cut into what its parts are for. */
export interface Sections {
  /** The text of the heading, or of the first line, above everything; empty when there is none. */
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

/**
 * Finds the sessions: the headings below a single top one, else the top ones themselves; without
 * headings, the lines that stand for them.
 */
export function findSections(outline: readonly Note[]): Sections {
  const [only, ...others] = outline
  // A post that is one list: its first bullet is the meetup.
  if (only?.kind === 'bullet' && others.length === 0 && cutAtTalks(only.children).sections.length > 0)
    return { ...findSections(only.children), title: only.text }
  const tops = outline.filter(isHeading)
  const above = findTitle(tops)
  const firstLine = !above && isMeetupLine(outline[0]) ? outline[0] : undefined
  const below = above ? above.children : []
  const rest = tops.filter((note) => note !== above)
  const headings = [...withoutInnerBold(below.filter(isHeading)), ...rest]
  const loose = [
    ...outline.filter((note) => !isHeading(note) && note !== firstLine),
    ...below.filter((note) => !headings.includes(note)),
  ]
  const parts: Parts = { introduction: [], sessions: [], slides: [] }
  if (headings.some((note) => kindOf(note) === 'other' || kindOf(note) === 'sessions')) {
    parts.introduction.push(...loose)
    sort(headings, parts)
  } else {
    const { before, sections } = cutAtTitles(loose)
    parts.introduction.push(...before)
    sort([...sections, ...headings], parts)
  }
  return { title: (above ?? firstLine)?.text ?? '', ...parts }
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
        sortSessions(note.children, parts)
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
        parts.sessions.push({ kind: 'talk', note: titled(note) })
    }
  }
}

/** Below a heading that only counts, `세션 1`, a sole heading is the title. */
function titled(note: Note): Note {
  const [child, ...others] = note.children
  const isCount = /^\P{L}*(?:session|talk|세션|발표)\s?#?\d{1,3}\P{L}*$/iu.test(note.text)
  return isCount && child?.kind === 'heading' && others.length === 0 ? child : note
}

function sortSessions(notes: readonly Note[], parts: Parts): void {
  const headings = notes.filter(isHeading)
  const loose = notes.filter((note) => !isHeading(note))
  const { before, sections } = headings.length > 0 ? { before: loose, sections: headings } : cutAtTalks(loose)
  parts.introduction.push(...before)
  sort(sections, parts)
}

/** A section named "sessions" is one only if sessions are in it, and one of links only slides if they are some. */
function kindOf(note: Note): Exclude<SectionKind, 'links'> {
  const kind = sectionKind(bareTitle(note.text))
  if (kind === 'links') return leadsToTalks(note) ? 'slides' : 'afterword'
  const headings = note.children.filter(isHeading)
  if (headings.length === 0)
    return kind === 'sessions' && cutAtTalks(note.children).sections.length === 0 ? 'other' : kind
  if (kind === 'other') return isContainer(note, headings) ? 'sessions' : kind
  const about = /세션|발표 |강연|sessions?\b|talks?\b/i.test(note.text)
  return about && (kind === 'introduction' || kind === 'afterword') ? 'sessions' : kind
}

/** A heading that ends in "sessions" over nothing but several headings, none of them the part of a talk. */
function isContainer(note: Note, headings: readonly Note[]): boolean {
  if (headings.length < 2 || headings.length < note.children.length) return false
  const named =
    /(?:세션|발표|강연|토크|트랙|talks?|sessions?|tracks?)(?:들|\s?(?:목록|정리|후기|요약|내용))?\P{L}*$/iu
  return named.test(note.text) && !headings.some((heading) => isPartName(heading.text))
}

function leadsToTalks(note: Note): boolean {
  const links = allOf([note], (each) => each.links)
  return links.length > 0 && sortLinks(links).links.length === 0
}

/** The heading that names the meetup: the only top one with headings below it, or a first one that is no session. */
function findTitle(tops: readonly Note[]): Note | undefined {
  const depth = Math.min(...tops.map((note) => note.depth))
  const main = tops.filter((note) => note.depth === depth && kindOf(note) === 'other')
  const first = main[0]
  if (!first || first !== tops[0] || (depth > 1 && !namesMeetup(first.text))) return undefined
  const below = first.children.filter(isHeading)
  if (main.length === 1) {
    if (depth > 1) return below.length > 1 ? first : undefined
    const isOnlySession =
      tops.length === 1 &&
      below.length === 0 &&
      !hasTimetable(first.children) &&
      cutAtTitles(first.children).sections.length === 0
    return isOnlySession ? undefined : first
  }
  const isAbout = namesMeetup(first.text) && !first.children.some((note) => note.kind === 'bullet')
  return first.children.length === 0 || (depth === 1 && isAbout) ? first : undefined
}

/** Numbered bold lines beside real headings are not sessions. */
function withoutInnerBold(headings: readonly Note[]): Note[] {
  const real = headings.filter((note) => note.kind === 'heading' && kindOf(note) !== 'introduction')
  return real.some((note) => ['other', 'sessions'].includes(kindOf(note)))
    ? headings.filter((note) => note.kind === 'heading')
    : [...headings]
}

function isHeading(note: Note): boolean {
  return note.kind === 'heading' || note.kind === 'bold'
}
