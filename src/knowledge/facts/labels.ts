import { remember } from '../../text/remember.js'
import { mayBeName } from '../people/names.js'
import { onlyPeople, startsWithName } from '../people/people.js'
import { LABEL_WORDS, type Label } from './words.js'

export type { Label } from './words.js'

/** A label with what follows it: `발표자: 김진웅`. */
export interface Labelled {
  readonly label: Label
  readonly value: string
}

const LABELS: ReadonlyMap<string, Label> = new Map(
  Object.entries(LABEL_WORDS).flatMap(([label, words]) =>
    words
      .trim()
      .split(/\s+/)
      .flatMap((word) => (isLabel(label) ? [[word, label] as const] : [])),
  ),
)

function isLabel(name: string): name is Label {
  return name in LABEL_WORDS
}

/** Labels after which a dash, a bar or an arrow is enough: `발표자 - 홍길동`. */
const SURE: ReadonlySet<Label> = new Set(['speaker', 'slides', 'video', 'place', 'date'])

/** A line `label: value`, read; `undefined` when it has no label that we know. */
export function labelOf(text: string): Labelled | undefined {
  return MARK.test(text) || NAMES_FIRST.test(text) ? readLabel(text) : undefined
}

/** What stands behind a label; a line without it has one only where it begins as `NAMES_FIRST`. */
const MARK = /[:：=|→⇒>–—-]/
const NAMES_FIRST = new RegExp(
  `^\\P{L}{0,8}(?:(?:${LABEL_WORDS.speaker.trim().split(/\s+/).join('|')})(?:링크|url|link)?|presented|talk|from)\\s`,
  'iu',
)

const readLabel = remember(readLabelOf)

function readLabelOf(text: string): Labelled | undefined {
  const colon = /^\P{L}{0,8}([\p{L}; ]{1,24}?)\s*(?:[([（][^()[\]（）]{0,20}[)\]）])?\s*[:：]\s*(.*)$/su.exec(
    text,
  )
  const word = colon?.[1] ?? ''
  const value = colon?.[2] ?? ''
  const label = labelNamed(word) ?? speakerNamed(word)
  if (label && !(isWeak(word) && !arePeople(value)))
    return { label: namesPeople(word, value) ? 'speaker' : label, value }
  const dash = /^\P{L}{0,8}([\p{L} ]{1,24}?)\s*(?:\s[-–—=]|[|→⇒>]|\s-)\s*(.+)$/su.exec(text)
  const sure = labelNamed(dash?.[1] ?? '')
  if (sure && SURE.has(sure)) return { label: sure, value: dash?.[2] ?? '' }
  const [, role = '', person = ''] = /^\P{L}{0,8}(\p{L}+)\s+(\S.*)$/su.exec(text) ?? []
  if (person !== '' && labelNamed(role) === 'speaker' && !isWeak(role) && onlyPeople(person))
    return { label: 'speaker', value: person }
  const by =
    /^\P{L}{0,4}(?:presented by|talk by|by)\s+(\p{Lu}.*)$/u.exec(text)?.[1] ??
    /^\P{L}{0,4}(?:Presented|Talk) [Bb]y\s+(.+)$/u.exec(text)?.[1]
  if (by && by.length <= 80) return { label: 'speaker', value: by }
  const from = /^\P{L}{0,4}from\s+(.{2,80})$/iu.exec(text)?.[1]
  return from && startsWithName(from) && onlyPeople(from) ? { label: 'speaker', value: from } : undefined
}

/** `오늘의 발표자: 홍길동`. */
function speakerNamed(words: string): Label | undefined {
  const [last, ...before] = words.trim().split(/\s+/).reverse()
  return before.length > 0 && before.length < 3 && labelNamed(last ?? '') === 'speaker'
    ? 'speaker'
    : undefined
}

/** `Host: Jane Doe` names who spoke, `Host: Acme` where. */
function isWeak(word: string): boolean {
  return /^(?:hosts?|hosted ?by|with|who|by|guests?|진행|진행자)$/i.test(word.trim())
}

function arePeople(value: string): boolean {
  return onlyPeople(value) !== undefined || mayBeName(value)
}

/** `발표: 홍길동` names who gave the talk, `발표: 배포 이야기` the talk. */
function namesPeople(word: string, value: string): boolean {
  return /^(?:발표|강연|진행|talk)$/i.test(word.trim()) && arePeople(value)
}

/** The facts that share a line in any order: `Speaker: Jane Doe, Topic: Small deploys`; none when a part has no label. */
export function labelsIn(text: string): readonly Labelled[] {
  if (text.length > 300 || !/[:：].+[:：]/.test(text)) return []
  const parts = text.split(/\s*[,/|·;]\s+(?=[\p{L} ]{1,24}\s*[:：])/u)
  const facts = parts.map((part) => labelOf(part))
  const found = facts.filter((fact) => fact !== undefined && fact.value !== '')
  return parts.length > 1 && found.length === parts.length ? found.filter((fact) => fact !== undefined) : []
}

/** The label that a word such as `발표자` or `Slides` is; a heading, a column or an attribute may be one. */
export function labelNamed(word: string): Label | undefined {
  return word === '' || word.length > 40 ? undefined : knownLabel(word)
}

const knownLabel = remember(readLabelNamed)

function readLabelNamed(word: string): Label | undefined {
  const name = word
    .toLowerCase()
    .replace(/[([（].*$/u, '')
    .replace(/[^\p{L}]/gu, '')
  return LABELS.get(name) ?? LABELS.get(name.replace(/(?:링크|url|link)$/, ''))
}

/** Whether a link's text only says that slides, a video, or anything at all are behind it. */
export const linkWord = remember(readLinkWord)

function readLinkWord(text: string): 'slides' | 'video' | 'link' | undefined {
  const letters = text.replace(/[^\p{L}]/gu, '')
  if (letters.length > MOST_LETTERS) return undefined
  const words = text
    .replace(/[^\p{L}\s]/gu, ' ')
    .replace(/^\s*[가-힣]{2,6}\s?님(?:의)?\s+(?=\S)/, '')
    .replace(/^\s*(?:watch|view|see|get|download|open)\s+(?:the\s+)?(?=\S)/i, '')
    .replace(/\s*(?:보기|다운로드|바로가기|download|view)\s*$/i, '')
    .trim()
  const label = labelNamed(words)
  if (label === 'slides' || label === 'video') return label
  const both = /^(\S+) (?:and|및|와|과) (\S+)$/i.exec(words)
  if (both?.slice(1).every((word) => linkWord(word) !== undefined))
    return both.slice(1).map(linkWord).includes('slides') ? 'slides' : 'link'
  const about =
    /^(\S+) (?:to|of|from|for|zum|zur|von) (?:(?:the|my|der|die) )?(?:paper|talk|session|slides?|video|event|meetup|presentation|vortrag)$/i.exec(
      words,
    )?.[1]
  if (about) return linkWord(about)
  if (/^(?:another|full|the|official|live|my|session|talk)\s\S+$/i.test(words))
    return linkWord(words.split(' ')[1] ?? '')
  return ANYTHING.test(letters) ? 'link' : undefined
}

/** Our own limit: no words for slides and a video together have more letters. */
const MOST_LETTERS = 60

const ANYTHING =
  /^(?:.{0,12}링크|여기|바로가기|다운로드|상세보기|자세히보기|자세히|더보기|홈페이지|meetu+p링크|(?:youtube)?playlist|discussions?|summary|podcast|news|notes?|examples?|hand-?outs?|papers?|demo|screencast|transcript|code|source|repo|repository|github|photos?|rsvp|feedback|survey|설문|피드백|event|link|here|url|download|view|more|readmore|details?|web(?:site)?)?$/i

/** Whether a text only names what is behind it, perhaps with whose it is: `Acme - Slides`. */
export function isMaterial(text: string): boolean {
  const last = text.split(/\s[-–—|:]\s/).at(-1) ?? text
  return linkWord(text) !== undefined || (last !== text && ['slides', 'video'].includes(linkWord(last) ?? ''))
}

/** A text without brackets that only say what a link leads to: `"Title (slides, video)"` is `"Title"`. */
export function withoutLinkWords(text: string): string {
  if (!/[([（]/.test(text)) return text.trim()
  const isLinkWord = (words: string) => {
    // `no slides`, `Rust Code`: the last word says it.
    const last =
      /^\s*\S{1,12}\s+(\p{L}*(?:slides?|videos?|recording|code|자료|영상))\s*$/iu.exec(words)?.[1] ?? words
    return (
      words.trim() === '' ||
      (/\p{L}/u.test(words) && (linkWord(words) !== undefined || linkWord(last) !== undefined))
    )
  }
  return text
    .replace(/\s*[([（]([^()[\]（）]{0,80})[)\]）]/g, (whole, inside: string) =>
      inside.split(/[,|/·&]/).every(isLinkWord) ? '' : whole,
    )
    .trim()
}
