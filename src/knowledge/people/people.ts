import { remember } from '../../text/remember.js'
import type { Speaker } from '../session.js'
import {
  FIRST_SYLLABLES,
  isKoreanName,
  isLatinName,
  isName,
  isSurelyName,
  isTechnicalWord,
  SHORT_KOREAN_NAME,
  spellsKoreanName,
  withoutHonorific,
} from './names.js'
import { POSITIONS, ROLES } from './positions.js'

/** The people that a text names, and whether it says more than that, such as where they work. */
export interface People {
  readonly speakers: readonly Speaker[]
  readonly saysMore: boolean
}

/** A part between commas: a name with what its brackets hold. */
interface NamePart {
  readonly name: string
  readonly brackets: readonly string[]
  /** Words were taken off: `"홍길동 팀장"`, `"네이버 홍길동"`. */
  readonly shortened: boolean
  /** Those words. */
  readonly rest: readonly string[]
  /** The name stands at the beginning or the end of it. */
  readonly atEdge: boolean
  /** It ends in `님`. */
  readonly honoured: boolean
}

/** What people write where nobody is named. */
const NOBODY =
  /^(?:(?:스피커|발표자|연사|참가자)?\s?(?:전원|모두)|.*자료|다\s?같이|미정|추후\s?공개|없음|tb[acd]|all|n\/a|various|everyone|anyone|someone|you|[-–—?]+)$/i

/** An account's name stands for its owner. */
const HANDLE = /^@[\w.-]{2,39}$/

/** `@acme/build` is a package, and no account. */
const PACKAGE = /^@[\w.-]+\/[\w.-]+/

const SEPARATORS = /\s*(?:[,;、/·|]|\s&\s|\s\+\s|\s(?:and|et|und|y|및|그리고)\s)\s*/

/** What stands before a name: `— Jane Doe`, `By. 홍길동`. */
const LEADING_MARKS = /^\s*(?:[-–—~*•]+\s+)?(?:(?:by|von|par|por)\.?\s+)?/i

/** Reads a text that is known to name people: what follows `발표자:` or `Speaker:`. */
export function readPeople(text: string): People {
  if (NOBODY.test(text.trim())) return { speakers: [], saysMore: false }
  const parts = splitParts(text)
  const sure = parts.filter((part) => isName(part.name))
  const first = parts[0]?.name ?? ''
  const startsWithWork =
    sure.length > 0 && !isName(first) && !SHORT_KOREAN_NAME.test(first) && couldBeWork(first)
  const told = withAccount(parts)
  const named =
    told.length > 0
      ? told
      : parts.filter((part, index) => (index === 0 ? !startsWithWork : followsAsName(part, parts)))
  return {
    speakers: named
      .map(speakerOf)
      .filter((speaker) => /\p{L}/u.test(speaker.name) && speaker.name.length <= 60),
    saysMore: named.length < parts.length || named.some((part) => part.shortened || hasOtherBrackets(part)),
  }
}

/** Whether a text behind a bar may say where somebody works: a few words that are no phrase, and so no title. */
function couldBeWorkplace(text: string): boolean {
  const words = text.split(/\s+/)
  return (
    words.length <= 4 &&
    !words.some(
      (word) =>
        hasParticle(word) || /^(?:a|an|the|in|that|to|for|with|you|your|how|why|what|is|not)$/.test(word),
    )
  )
}

function couldBeWork(text: string): boolean {
  return /^[가-힣 ]+$/.test(text) || /\s/.test(text) || isTechnicalWord(text)
}

/** Whether the text surely begins with a person's name: a Korean one, or two to four capitalised words. */
export function startsWithName(text: string): boolean {
  if (!mayName(text) || PACKAGE.test(text.trim())) return false
  const [first, second] = splitParts(text)
  return (
    HANDLE.test(first?.name ?? '') ||
    isName(first?.name ?? '') ||
    (first?.shortened === true && isName(second?.name ?? ''))
  )
}

/** Whether a text could be a name or nickname; for places where most neighbours surely are. */
export function couldBeName(text: string): boolean {
  const name = splitParts(text)[0]?.name ?? ''
  return (
    isName(name) ||
    /^[가-힣]{2,5}$/.test(name) ||
    (/^\p{Lu}(?:[\p{L}\d_.'’-]{2,19}|[\p{L}.'’-]{1,19}(?:\s\p{Lu}[\p{L}.'’-]{0,19}){1,2})$/u.test(name) &&
      !name.split(' ').some(isTechnicalWord))
  )
}

/** Whether a text could be a name in small letters, `jane doe (acme)`; for places where others have names with capitals. */
export function couldBeSmallName(text: string): boolean {
  const name = /^([a-z]{2,15}\s[a-z]{2,15})(?:\s\([^()]{2,40}\))?$/.exec(text)?.[1] ?? ''
  return name !== '' && couldBeName(name.replace(/(?<=^|\s)[a-z]/g, (letter) => letter.toUpperCase()))
}

/** Whether a text could be a Korean name, its surname at least; for headings of which most end in one. */
export function couldBeKoreanName(text: string): boolean {
  return SHORT_KOREAN_NAME.test(splitParts(text)[0]?.name ?? '')
}

/** Whether a text is two full names or more, and nothing else. */
export function areFullNames(text: string): boolean {
  const parts = mayName(text) ? splitParts(text) : []
  return parts.length > 1 && parts.every((part) => isName(part.name))
}

function followsAsName(part: NamePart, parts: readonly NamePart[]): boolean {
  if (HANDLE.test(part.name) || isName(part.name) || isHonoured(part.name)) return true
  const first = parts[0]?.name ?? ''
  const alike = /^[가-힣]{2}$/.test(first) ? /^[가-힣]{2,3}$/ : /^\p{Lu}\p{Ll}+$/u
  return alike.test(first) && alike.test(part.name)
}

/** Whether a text calls someone by name with respect, which only speakers get: `"홍길동님"`. */
export function isHonoured(text: string): boolean {
  return /^(?:[가-힣]{2,5}|\+?\p{Lu}[\p{L}-]+(?:\s[\p{L}-]+){0,3})(?:\s?[(@][^()]{1,40}\)?)?\s?님(?:$|[\s,/(|])/u.test(
    text.trim(),
  )
}

/** The people that a text is nothing but, perhaps with where they work: `홍길동 | 네이버`, `Jane Doe (Acme)`. */
export const onlyPeople = remember(readOnlyPeople)

/** An account, `님`, letters yet to be composed, or two capitals. */
const SIGNS = /[@님\u1100-\u11FF]|\p{Lu}.*(?:\p{Lu}|\b(?:van|von|der|den|de|da|di|la|le|bin|al)\b)/su

/** What begins like a Korean name and has its length; a space may stand in it. */
const KOREAN_WORD = new RegExp(
  `(?<![가-힣])([${FIRST_SYLLABLES}])([^가-힣]*)([가-힣]{2,3})(?=(?:[^가-힣]*씨)?(?![가-힣]))`,
  'gu',
)

/** Whether a text may name anybody at all: a quick test that most lines fail. */
export function mayName(text: string): boolean {
  if (SIGNS.test(text)) return true
  for (const [word, , gap = '', rest = ''] of text.matchAll(KOREAN_WORD)) {
    if (gap.length > 1 || isKoreanName(word) || isKoreanName(rest)) return true
  }
  return false
}

function readOnlyPeople(text: string): People | undefined {
  const plain = text.trim()
  if (
    plain.length > 100 ||
    plain.length < 2 ||
    /[.!?。:：]$|다\.|요\.|입니다|\s[-–—]\s/.test(plain) ||
    !mayName(plain) ||
    PACKAGE.test(plain) ||
    // The end of a quoted post: `— Jane Doe (@jane) May 3, 2019`.
    /^[—–-].*\d{4}$/.test(plain)
  )
    return undefined
  const parts = splitParts(plain)
  const told = withAccount(parts)
  if (told.length > 0 && told[0] === parts[0] && parts.length - told.length <= 4)
    return { speakers: told.map(speakerOf), saysMore: parts.length > told.length }
  const people = parts.filter((part) => isPerson(part))
  const others = parts.filter((part) => !people.includes(part))
  const [first] = parts
  // `Jane Doe, Staff Engineer, Acme`
  const hasRole = first !== undefined && people[0] === first && others.some(({ name }) => ROLES.test(name))
  const most = hasRole ? people.length + 2 : people.length
  if (people.length === 0 || people.length > 6 || others.length > most || !others.every(isWork))
    return undefined
  if (first && !people.includes(first) && !/[/|,]/.test(plain)) return undefined
  return {
    speakers: people.map(speakerOf),
    saysMore: others.length > 0 || people.some((part) => part.shortened || hasOtherBrackets(part)),
  }
}

/** Whether a text is nothing but people, none of whose names ends like a part of something: `기본편`. */
export function areSurelyPeople(text: string): boolean {
  const { speakers = [] } = onlyPeople(text) ?? {}
  return speakers.length > 0 && speakers.every(({ name }) => !isKoreanName(name) || isSurelyName(name))
}

/** `Jane Doe @jane, Acme`: where the first name has an account, those without one say where they work; accounts alone are hers. */
function withAccount(parts: readonly NamePart[]): NamePart[] {
  const has = ({ name, brackets }: NamePart) =>
    isName(name) && brackets.some((text) => /^@[\w.-]{2,39}$/.test(text.trim()))
  const [first, ...others] = parts
  if (first && isName(first.name) && others.length > 0 && others.every(({ name }) => HANDLE.test(name)))
    return [first]
  return first && has(first) ? parts.filter(has) : []
}

function isPerson({ name, shortened, rest, atEdge, honoured }: NamePart): boolean {
  if (honoured) return rest.length <= 4 && !rest.some(hasParticle)
  if (HANDLE.test(name)) return true
  if (!isName(name)) return false
  const isSure = isSurelyName(name) || rest.some((word) => POSITIONS.test(word))
  return !shortened || (isSure && atEdge && rest.length <= 4 && !rest.some(hasParticle))
}

/** Whether a part may say where somebody works: one or two words, none of them bent into a sentence. */
function isWork({ name }: NamePart): boolean {
  const words = name.split(/\s+/)
  return (
    words.length <= 3 && !words.some(hasParticle) && !/^(?:the|a|an|and|of|for|with|how|why)\b/.test(name)
  )
}

/** Whether a word is bent as in a sentence: `서버를`. */
export function hasParticle(word: string): boolean {
  return /[가-힣](?:[을를은는의에]|에서|으로|하는|했던|있는|없는|하고|되는|하기|하며|까지|부터|위한|대한|통한|이라|들의|다|요|죠)$/.test(
    word,
  )
}

const splitParts = remember(readParts)

function readParts(text: string): readonly NamePart[] {
  const plain = text
    .slice(0, 300)
    .normalize('NFC')
    .replace(/\p{Extended_Pictographic}\uFE0F?/gu, ' ')
    .replace(LEADING_MARKS, '')
    .replace(/^\(([^()]+)\)$/, '$1')
    .replace(/(?<=^|\s)\+(?=\p{Lu})/gu, '')
    .replace(/^@(?=\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+(?:,|$))/u, '')
    .replace(/(?<=^|\s)(@[\w.-]{2,39})[\s,]+(?=@)/g, '$1, ')
    .replace(/(?<=\p{L}\s?)(?<!\b(?:and|und|et|y))\s@([\w.-]{2,39})(?=$|[\s,;|])/gu, ' (@$1)')
    .replace(/(?<=[가-힣]{2,5})님?@([^\s/&,|(][^/&,|(]*)/, ' ($1)')
    .replace(/^@([\w.-]{2,39})\s+(?!(?:and|und|et|y|&)\s)(\S.*)$/, '$2 (@$1)')
    .replace(/^([^|]{2,30}?)\s*[|│]\s*([^|]+)$/, (whole, name: string, work: string) =>
      isName(withoutHonorific(name)) && couldBeWorkplace(work.trim())
        ? `${name} (${work.replace(/[()]/g, ' ')})`
        : whole,
    )
    .replace(/^(\p{Lu}[^,&]*), ([^,&]+) & (\p{Lu}[^,&]*), ([^,&]+)$/u, '$1 ($2) & $3 ($4)')
    .replace(/^([^(]*?)\s+(?:@|from|at)\s+(.+)$/, '$1 ($2)')
    .replace(/^([^(]+?)\s+[-–—]\s+(.+)$/, '$1 ($2)')
  const held: string[] = []
  const hidden = plain.replace(
    /[([（]([^()[\]（）]*)[)\]）]/g,
    (_, inside: string) => `\uE000${held.push(inside) - 1}\uE001`,
  )
  const parts = hidden.split(SEPARATORS).filter((part) => part.trim() !== '')
  return parts.map((part) => {
    const brackets = [...part.matchAll(/\uE000(\d+)\uE001/g)].map((match) => held[Number(match[1])] ?? '')
    return {
      ...shorten(
        part
          .replace(/\uE000\d+\uE001/g, ' ')
          .replace(/[()[\]（）]/g, ' ')
          .trim(),
      ),
      brackets,
    }
  })
}

/** Takes honorifics, titles and companies off a Korean name; leaves other names as they are. */
function shorten(text: string): Omit<NamePart, 'brackets'> {
  const honoured = /\p{L}\s?님$/u.test(text)
  const words = text.split(/\s+/).map(withoutHonorific)
  if (words.at(-1) === '') words.pop()
  const name = words.join(' ')
  if (isKoreanName(name))
    return { name: name.replaceAll(' ', ''), shortened: false, rest: [], atEdge: true, honoured }
  // Longer texts are sentences, and a word with an object's particle is no name (서버를).
  const korean = words.length > 7 ? [] : words.filter((word) => isKoreanName(word))
  const [only] = korean
  const last = words.at(-1) ?? ''
  if (only && korean.length === 1 && words.length > 1)
    return {
      name: only,
      shortened: true,
      rest: words.filter((word) => word !== only),
      atEdge: words[0] === only || last === only || (words.at(-2) === only && POSITIONS.test(last)),
      honoured,
    }
  const [first = '', ...others] = words
  if (!/^(?:a|an|the)$/i.test(first) && isTechnicalWord(first) && isLatinName(others.join(' ')))
    return { name: others.join(' '), shortened: true, rest: [first], atEdge: true, honoured }
  // "CTO 향로님" calls somebody by a nickname.
  if (honoured && words.length > 1 && words.length < 5 && /^[가-힣]{2,4}$/.test(last))
    return { name: last, shortened: true, rest: words.slice(0, -1), atEdge: true, honoured }
  return { name, shortened: false, rest: [], atEdge: true, honoured }
}

function speakerOf(part: NamePart): Speaker {
  const [group = '', ...others] = part.rest
  // `홍길동 팀` is a team.
  const isTeam = others.length === 0 && /^[팀조]$/.test(group)
  const name = (isTeam ? `${part.name} ${group}` : part.name).replace(/^@|[\s.:,-]+$/g, '')
  return { name, aliases: part.brackets.flatMap((text) => aliasOf(text, name)) }
}

/** `김진웅 (Jinwoong Kim)` and `Jane Doe (@jane)` name an alias, `홍길동 (네이버)` a company. */
function aliasOf(bracket: string, name: string): string[] {
  const text = bracket.trim()
  if (/^@[\w.-]{2,39}$/.test(text)) return [text.slice(1)]
  if (!isKoreanName(name)) return isKoreanName(text) ? [text] : []
  return isLatinName(text) && spellsKoreanName(text) ? [text] : []
}

function hasOtherBrackets(part: NamePart): boolean {
  return part.brackets.some((text) => aliasOf(text, part.name).length === 0 && /\p{L}/u.test(text))
}
