import { bareTitle } from '../facts/bare-title.js'
import { findDate } from '../facts/dates.js'
import { hasSectionWord } from '../facts/section-names.js'
import type { Finding } from '../finding.js'
import { couldBeName } from '../people/people.js'
import type { Session } from '../session.js'
import { allOf, type Line } from '../tree/line.js'
import { isDay, isEdition } from './evidence/editions.js'
import { EVENT_DAYS } from './tuning.js'

/** Makes a warning; `fix` is the line of front matter that would help. */
export type Warn = (line: number, message: string, fix?: string) => Finding

/** Our own measure: fewer talks show no habit. */
const LEAST_TALKS = 3

/** So many of the talks must have something that looks like a nickname in the same place. */
const MOST = 0.8

/** Lines of front matter that would help where what was read shows it: where speakers stand, which headings are meetups. */
export function proposeRepairs(
  talks: readonly Session[],
  lines: readonly Line[],
  meetups: number,
  warn: Warn,
): Finding[] {
  return [
    ...noTalks(talks, warn),
    ...speakerPlace(talks, warn),
    ...(meetups === 1 ? editionsIn(talks, lines, warn) : []),
  ]
}

/** Headings that are called like sections, `점심 도시락`, and have nothing of a talk. */
function noTalks(talks: readonly Session[], warn: Warn): Finding[] {
  const named = talks.filter((talk) => isOnlyHeading(talk) && hasSectionWord(talk.title))
  const [first, ...others] = named
  if (!first || named.length === talks.length) return []
  const more = others.length > 0 ? ` and ${others.length} more` : ''
  return [
    warn(
      first.line,
      `"${first.title}"${more} may be no talk, by its name`,
      `not-talks: ${JSON.stringify(named.map(({ title }) => title))}`,
    ),
  ]
}

/** Whether a talk has neither a speaker nor slides nor a number: only a heading was found. */
export function isOnlyHeading({ why, speakers }: Session): boolean {
  return why === 'a heading' && speakers.length === 0
}

/** Where talks without speakers all have a short, ever different word in one place. */
function speakerPlace(talks: readonly Session[], warn: Warn): Finding[] {
  const [first] = talks
  if (!first || talks.length < LEAST_TALKS || talks.some(({ speakers }) => speakers.length > 0)) return []
  const parts = talks.map(({ title }) => title.split(/\s+[-–—|/]\s+/))
  const places = [
    ['title', parts.map((each) => (each.length > 1 ? (each.at(-1) ?? '') : ''))],
    ['first', parts.map((each) => (each.length > 1 ? (each[0] ?? '') : ''))],
    ['below', talks.map(({ passages }) => (passages[0]?.path.length === 0 ? passages[0].text : ''))],
  ] as const
  const found = places.find(([, words]) => areNicknames(words))
  if (!found) return []
  const [place, words] = found
  const example = words.find((word) => word !== '') ?? ''
  return [
    warn(
      first.line,
      `no talk has a speaker, but most have a word such as "${example}" in one place. If these are their speakers, say so`,
      `speakers: ${place}`,
    ),
  ]
}

function areNicknames(words: readonly string[]): boolean {
  const names = words.filter((word) => word.length <= 12 && couldBeName(word))
  return names.length >= words.length * MOST && new Set(names).size * 2 > names.length
}

/** Headings of one rank that say which event they are about, each over talks, in a post that was read as one meetup. */
function editionsIn(talks: readonly Session[], lines: readonly Line[], warn: Warn): Finding[] {
  const starts = new Set(talks.map(({ line }) => line))
  const headings = allOf(lines, (line) => (line.kind === 'heading' && line.depth > 1 ? [line] : []))
  for (const depth of [2, 3, 4]) {
    const editions = headings.filter(
      (line) =>
        line.depth === depth &&
        isEdition(line) &&
        !isDay(bareTitle(line.text)) &&
        allOf(line.children, (each) => (starts.has(each.line) ? [each] : [])).length > 0,
    )
    const [first, second] = editions
    if (first && second && !areDays(editions))
      return [
        warn(
          first.line,
          `"${first.text}" and "${second.text}" look like meetups of their own, but were read as one`,
          `meetups: "${'#'.repeat(depth)}"`,
        ),
      ]
  }
  return []
}

function areDays(editions: readonly Line[]): boolean {
  const days = editions.map(({ text }) => Date.parse(findDate(text)))
  return Math.max(...days) - Math.min(...days) < EVENT_DAYS * 86_400_000
}
