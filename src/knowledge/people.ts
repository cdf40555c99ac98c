import {
  COMPOUND_SURNAMES,
  NOT_NAMES_KO,
  NOT_NAMES_LATIN,
  ROMANISED_SURNAMES,
  SURNAMES,
} from './people-words.js'
import type { Speaker } from './session.js'

/** The people that a text names, and whether it says more than that, such as where they work. */
export interface People {
  readonly speakers: readonly Speaker[]
  readonly saysMore: boolean
}

/** A part between commas: a name with what its brackets hold. */
interface Part {
  readonly name: string
  readonly brackets: readonly string[]
  /** Words were taken off: `"홍길동 팀장"`, `"네이버 홍길동"`. */
  readonly shortened: boolean
}

const SEPARATORS = /\s*(?:[,;、/·|]|\s&\s|\s\+\s|\s(?:and|및|그리고)\s)\s*/
const HONORIFIC = /\s*(?:님|씨)$/
const KOREAN_NAME = new RegExp(`^(?:(?:${COMPOUND_SURNAMES})[가-힣]{1,2}|[${SURNAMES}][가-힣]{2})$`)

/** Endings of Korean nouns that begin like a name: `(이론편)`, `(전반부)`. */
const NOUN_ENDING = /[편중부판론법점률적들차기화용별]$/

const SHORT_NAME = new RegExp(`^[${SURNAMES}][가-힣]{1,2}$`)

/** Reads a text that is known to name people: what follows `발표자:` or `Speaker:`. */
export function readPeople(text: string): People {
  const parts = splitParts(text)
  const sure = parts.filter((part) => isName(part.name))
  // "네이버 / 홍길동": a Korean word that is no name, beside one that is, is where they work.
  const first = parts[0]?.name ?? ''
  const startsWithWork =
    sure.length > 0 && !isName(first) && /^[가-힣 ]+$/.test(first) && !SHORT_NAME.test(first)
  const named = parts.filter((part, index) => (index === 0 ? !startsWithWork : followsAsName(part, parts)))
  return {
    speakers: named.map(speakerOf).filter((speaker) => /\p{L}/u.test(speaker.name)),
    saysMore: named.length < parts.length || named.some((part) => part.shortened || hasOtherBrackets(part)),
  }
}

/** Whether the text surely begins with a person's name: a Korean one, or two to four capitalised words. */
export function startsWithName(text: string): boolean {
  const [first, second] = splitParts(text)
  return isName(first?.name ?? '') || (first?.shortened === true && isName(second?.name ?? ''))
}

/** Whether a text could be a name or nickname; for places where most neighbours surely are. */
export function couldBeName(text: string): boolean {
  const name = splitParts(text)[0]?.name ?? ''
  if (isName(name)) return true
  if (/^[가-힣]{2,5}$/.test(name)) return !NOT_NAMES_KO.has(name)
  return /^\p{Lu}[\p{L}\d_.-]{2,19}$/u.test(name) && !NOT_NAMES_LATIN.has(name.toLowerCase())
}

/** Whether a text could be a Korean name, its surname at least; for headings of which most end in one. */
export function couldBeKoreanName(text: string): boolean {
  const name = splitParts(text)[0]?.name ?? ''
  return SHORT_NAME.test(name) && !NOT_NAMES_KO.has(name)
}

/** Whether a text is two full names or more, and nothing else. */
export function areFullNames(text: string): boolean {
  const parts = splitParts(text)
  return parts.length > 1 && parts.every((part) => isName(part.name))
}

/** A Korean full name as people write it: surname and two syllables, or a rare long surname. */
export function isKoreanName(text: string): boolean {
  const name = text.replace(HONORIFIC, '').replace(/^([가-힣])\s(?=[가-힣]{2}$)/, '$1')
  return KOREAN_NAME.test(name) && !name.endsWith('팀') && !NOT_NAMES_KO.has(name)
}

/** Whether a text is a Korean full name and no word that ends like a part or a kind of something. */
export function isSurelyName(text: string): boolean {
  return isKoreanName(text) && !NOUN_ENDING.test(text)
}

/** Whether a line is nothing but a name and perhaps where they work: `홍길동 | 네이버`, `홍길동님`. */
export function isNameLine(text: string): boolean {
  if (text.length > 40 || /[.!?。:：]$/.test(text)) return false
  const [first = '', ...others] = text.split(/\s*[|/,(（·@]\s*/)
  return isHonoured(first) ? /님$/.test(first) : isSurelyName(first) && others.length <= 2
}

/** Whether a text calls someone by name with respect, which only speakers get: `"홍길동님"`. */
export function isHonoured(text: string): boolean {
  return /^[가-힣]{2,5}\s?님(?:$|[\s,/(])/.test(text.trim())
}

function isName(text: string): boolean {
  return isKoreanName(text) || isLatinName(text)
}

function isLatinName(text: string): boolean {
  const words = text.split(/\s+/)
  if (words.length < 2 || words.length > 4) return false
  return words.every((word, index) => {
    if (index > 0 && /^(?:van|von|der|den|de|da|di|la|le|bin|al)$/.test(word)) return true
    if (NOT_NAMES_LATIN.has(word.toLowerCase().replace(/[.,]$/, ''))) return false
    return /^\p{Lu}(?:\.|\p{Ll}[\p{L}'’.-]*|['’]\p{Lu}\p{Ll}+)$/u.test(word)
  })
}

function followsAsName(part: Part, parts: readonly Part[]): boolean {
  if (isName(part.name) || isHonoured(part.name)) return true
  const first = parts[0]?.name ?? ''
  const alike = /^[가-힣]{2}$/.test(first) ? /^[가-힣]{2,3}$/ : /^\p{Lu}\p{Ll}+$/u
  return alike.test(first) && alike.test(part.name) && !NOT_NAMES_LATIN.has(part.name.toLowerCase())
}

function splitParts(text: string): Part[] {
  const plain = text
    .normalize('NFC')
    .replace(/\p{Extended_Pictographic}\uFE0F?/gu, ' ')
    .replace(/^\s*by\s+/i, '')
    .replace(/\s+(?:@|from|at)\s+(.+)$/i, ' ($1)')
    .replace(/^(.+?)\s+[-–—]\s+(.+)$/, '$1 ($2)')
  const held: string[] = []
  const hidden = plain.replace(
    /[([（]([^()[\]（）]*)[)\]）]/g,
    (_, inside: string) => `\uE000${held.push(inside) - 1}\uE001`,
  )
  const parts = hidden.split(SEPARATORS).filter((part) => part.trim() !== '')
  return parts.map((part) => {
    const brackets = [...part.matchAll(/\uE000(\d+)\uE001/g)].map((match) => held[Number(match[1])] ?? '')
    return { ...shorten(part.replace(/\uE000\d+\uE001/g, ' ').trim()), brackets }
  })
}

/** Takes honorifics, titles and companies off a Korean name; leaves other names as they are. */
function shorten(text: string): { name: string; shortened: boolean } {
  const words = text.split(/\s+/).map((word) => word.replace(HONORIFIC, ''))
  if (words.at(-1) === '') words.pop()
  const name = words.join(' ')
  if (isKoreanName(name)) return { name: name.replaceAll(' ', ''), shortened: false }
  // Longer texts are sentences, and a word with an object's particle is no name (서버를).
  const korean =
    words.length > 5 ? [] : words.filter((word) => isKoreanName(word) && !/[를을는의에와]$/.test(word))
  return korean.length === 1 && words.length > 1
    ? { name: korean[0] ?? name, shortened: true }
    : { name, shortened: false }
}

function speakerOf(part: Part): Speaker {
  const name = part.name.replace(/^@|[\s.:,-]+$/g, '')
  return { name, aliases: part.brackets.flatMap((text) => aliasOf(text, name)) }
}

/** `김진웅 (Jinwoong Kim)` and `Jane Doe (@jane)` name an alias, `홍길동 (네이버)` a company. */
function aliasOf(bracket: string, name: string): string[] {
  const text = bracket.trim()
  if (/^@[\w.-]{2,39}$/.test(text)) return [text.slice(1)]
  if (!isKoreanName(name)) return isKoreanName(text) ? [text] : []
  const words = text.toLowerCase().split(/\s+/)
  return words.length > 1 && words.some((word) => ROMANISED_SURNAMES.has(word)) ? [text] : []
}

function hasOtherBrackets(part: Part): boolean {
  return part.brackets.some((text) => aliasOf(text, part.name).length === 0 && /\p{L}/u.test(text))
}
