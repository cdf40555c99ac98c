import { remember } from '../../text/remember.js'
import {
  BEGINS_AS_BREAK,
  BEGINS_AS_NOTE,
  BREAKS,
  COMMON_TALKS,
  ENDS_AS_NOTE,
  FILLER_WORDS,
  PART_OF_DAY,
  PROGRAMME,
  SECTION_WORDS,
  type SectionName,
} from './words.js'

/** What a section named so is for; `open` may be a talk, or a part of one. */
export type SectionKind = SectionName | 'question time' | 'day' | 'open'

const KINDS = ['contents', 'slides', 'bios', 'note', 'sessions', 'links', 'afterword', 'part'] as const
const FILLERS = new Set(FILLER_WORDS.trim().split(/\s+/))
const WORDS = new Map(KINDS.map((kind) => [kind, new Set(SECTION_WORDS[kind].trim().split(/\s+/))] as const))

/** A name of a section has no other words, but numbers. */
const ALL_WORDS = new Set([...FILLERS, ...[...WORDS.values()].flatMap((words) => [...words])])

const QUESTION_TIME =
  /^(?:q\s?(?:&|and|n)?\s?a|질의\s?응답|질문(?:(?:과|\s및)?\s?답변)?|questions?(?: and answers)?)$/i

/** What the section named `title` is for. */
export const sectionKind = remember(readSectionKind)

function readSectionKind(title: string): SectionKind {
  const plain = title.trim()
  if (plain.length > 60) return 'open'
  if (COMMON_TALKS.test(plain)) return 'open'
  if (PART_OF_DAY.test(plain)) return 'day'
  if (/^[^\p{L}&]*[q질]/iu.test(plain) && QUESTION_TIME.test(plain.replace(/[^\p{L}&\s]/gu, '').trim()))
    return 'question time'
  return namedKind(plain) ?? (ENDS_AS_NOTE.test(plain) || BEGINS_AS_NOTE.test(plain) ? 'note' : 'open')
}

function withoutParticle(word: string): string {
  return /[과와서]$/.test(word) ? word.replace(/(?<=[가-힣]{2})(?:[과와]|에서)$/, '') : word
}

function namedKind(title: string): (typeof KINDS)[number] | undefined {
  const name = (title.toLowerCase().match(/[\p{L}\d'’-]+/gu) ?? []).map(withoutParticle)
  if (!name.every((word) => ALL_WORDS.has(word) || /^\d+$/.test(word))) return undefined
  return KINDS.find((kind) => isNamed(name, WORDS.get(kind) ?? new Set()))
}

/** Whether a heading is about the event called `event` and no talk at it: `Deview 란?`, `DEVIEW 2023`. */
export function isAboutEvent(title: string, event: string): boolean {
  const words = (text: string) =>
    text
      .toLowerCase()
      .normalize('NFKC')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const known = new Set(words(event).flatMap((word) => [word, word.replace(/(?:란|이란|은|는)$/, '')]))
  const own = words(title).map((word) => (known.has(word) ? word : word.replace(/(?:이?란|소개|은|는)$/, '')))
  return (
    own.some((word) => word === '' || known.has(word)) &&
    own.length <= 5 &&
    own.every((word) => word === '' || known.has(word) || FILLERS.has(word) || ABOUT.has(word))
  )
}

const ABOUT = new Set(['what', 'is', 'about', '소개', '무엇인가', '뭔가요', 'the'])

/** Whether a heading only says that the notes of a talk follow: `발표 내용`, `Notes`. */
export function isContentName(title: string): boolean {
  return /^(?:(?:발표|세션|강연)\s?)?(?:내용|노트|본문)(?:\s?(?:정리|요약))?$|^(?:(?:my|talk|session) )?(?:notes?|contents?|details|description)$/i.test(
    title.trim(),
  )
}

/** Whether a heading stands over a programme: `Agenda`, `시간표`. */
export function isProgramme(title: string): boolean {
  return PROGRAMME.test(title.trim())
}

/** Whether a title is one that every event has: `키노트`, `Opening`. */
export function isCommonTalk(title: string): boolean {
  return COMMON_TALKS.test(title.trim())
}

/** Whether a heading names a part of a talk, `배경` or `결론`, and so no talk. */
export function isPartName(title: string): boolean {
  return !['open', 'sessions', 'day'].includes(sectionKind(title))
}

/** Whether a short title has a word that names sections which are no talks: `점심 도시락`. */
export function hasSectionWord(title: string): boolean {
  const words = title
    .toLowerCase()
    .split(/[^\p{L}\d'’-]+/u)
    .filter((word) => word !== '')
  return (
    words.length <= 4 &&
    words.some((word) => WORDS.get('note')?.has(word) || WORDS.get('afterword')?.has(word))
  )
}

/** Whether a line says that its children are tips: `꿀팁`, `Tips`, `운영 팁`. */
export function isTipName(text: string): boolean {
  return (
    text.length <= 40 &&
    /^(?:[가-힣]{1,4}\s)?(?:꿀\s?)?팁(?:들|\s?모음)?$|^(?:pro |quick |some )?tips?(?: (?:&|and) tricks)?$/i.test(
      text.replace(/[^\p{L}&\s]/gu, '').trim(),
    )
  )
}

function isNamed(name: readonly string[], words: ReadonlySet<string>): boolean {
  return (
    name.some((word) => words.has(word)) &&
    name.every((word) => words.has(word) || FILLERS.has(word) || /^\d+$/.test(word))
  )
}

/** Whether a line of a programme is a break, a meal or the like: with nobody beside it at all, or by its first word. */
export function isBreak(title: string, people: string): boolean {
  const isShort = title.trim().split(/\s+/).length <= 6
  return BEGINS_AS_BREAK.test(title.trim()) || (people === '' && isShort && BREAKS.test(title))
}
