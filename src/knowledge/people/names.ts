import { NOT_IN_NAMES, NOT_NAMES_KO, NOT_NAMES_LATIN } from './not-names.js'
import { SURNAMES } from './surnames.js'

/** Surnames that begin more common words than names. */
const RARELY_NAMES = '라어은편용예'

const SINGLE = Object.keys(SURNAMES)
  .filter((surname) => surname.length === 1 && !RARELY_NAMES.includes(surname))
  .join('')
const DOUBLE = Object.keys(SURNAMES)
  .filter((surname) => surname.length > 1)
  .join('|')
/** With which a Korean name may begin. */
export const FIRST_SYLLABLES = [...new Set(Object.keys(SURNAMES).map(([first = '']) => first))]
  .filter((first) => !RARELY_NAMES.includes(first))
  .join('')
const KOREAN_NAME = new RegExp(`^(?:(?:${DOUBLE})[가-힣]{1,2}|[${SINGLE}][가-힣]{2})$`)
/** What every Korean name with what is written behind it looks like, whether it is one or not: most words are not. */
const LOOKS_KOREAN = new RegExp(`^[${FIRST_SYLLABLES}]\\s?[가-힣]{2,3}(?:\\s*(?:님|씨|님의|님께서|님이))?$`)
const SHORT_NAME = new RegExp(`^[${SINGLE}][가-힣]{1,2}$`)
const SPELLINGS = new Set(Object.values(SURNAMES).flatMap((spellings) => spellings.split(' ')))
const HONORIFIC = /\s*(?:님|씨|님의|님께서|님이)$/

/** Endings of Korean nouns that begin like a name: `(이론편)`, `(전반부)`. */
const NOUN_ENDING = /[편중부판론법점률적들차기화용별]$/

/** A Korean full name as people write it: surname and two syllables, or a rare long surname. */
export function isKoreanName(text: string): boolean {
  if (!LOOKS_KOREAN.test(text)) return false
  const name = withoutHonorific(text).replace(/^([가-힣])\s(?=[가-힣]{2}$)/, '$1')
  return (
    KOREAN_NAME.test(name) &&
    !/[팀를을는의에와과어며게]$/.test(name) &&
    !isVerb(name) &&
    !NOT_IN_NAMES.test(name.slice(1)) &&
    !NOT_NAMES_KO.has(name)
  )
}

/** `나눈다`, `고른다`: the last syllable but one ends in ㄴ; `남기기`, `배우기`. */
function isVerb(name: string): boolean {
  if (/[하우르루기누리추치키이으]기$/.test(name)) return true
  return name.endsWith('다') && ((name.at(-2) ?? '가').charCodeAt(0) - 0xac00) % 28 === 4
}

/** Two or three syllables that begin with a surname and are no common word. */
export const SHORT_KOREAN_NAME = {
  test: (text: string): boolean => SHORT_NAME.test(text) && !NOT_NAMES_KO.has(text),
}

/** Whether a text is one word that begins like a Korean name: a pen name, a longer given name. */
export function mayBeName(text: string): boolean {
  const name = withoutHonorific(text)
  return new RegExp(`^[${SINGLE}][가-힣]{2,3}$`).test(name) && !NOT_NAMES_KO.has(name)
}

/** Whether a text is a Korean full name and no word that ends like a part or a kind of something. */
export function isSurelyName(text: string): boolean {
  return isKoreanName(text) && !NOUN_ENDING.test(withoutHonorific(text))
}

/** English words of things and ideas by their endings, and what belongs to somebody: `Competence`, `Student’s`. */
const NOUN = /(?:tion|sion|ness|ology|graphy|drome|bility|[a-z]{5}ence|[a-z]{4}ment|['’]s)$/i

const PARTICLE = /^(?:van|von|der|den|de|da|di|la|le|bin|al)$/

/** Two to four capitalised words, none of them a word of technology or of titles: `Jane van Dyke`. */
export function isLatinName(text: string): boolean {
  const words = text.split(/\s+/)
  if (words.length < 2 || words.filter((word) => !PARTICLE.test(word)).length > 4 || words.length > 6)
    return false
  return words.every((word, index) => {
    if (index > 0 && PARTICLE.test(word)) return true
    if (NOUN.test(word)) return false
    if (NOT_NAMES_LATIN.has(word.toLowerCase().replace(/[.,]$/, ''))) return false
    return (
      /^\p{Lu}(?:\.|(?:\p{Ll}+\p{Lu})?\p{Ll}[\p{Ll}'’.-]*(?:-\p{Lu}\p{Ll}+)?|['’]\p{Lu}\p{Ll}+)?$/u.test(
        word,
      ) &&
      (index > 0 || word.length > 1)
    )
  })
}

/** Whether a word is one of technology, of a company or of titles, and so no name. */
export function isTechnicalWord(word: string): boolean {
  return NOT_NAMES_LATIN.has(word.toLowerCase())
}

/** Whether a text is a full name, Korean or in Latin letters. */
export function isName(text: string): boolean {
  return isKoreanName(text) || isLatinName(text)
}

/** Whether a name in Latin letters has a Korean surname in it. */
export function spellsKoreanName(text: string): boolean {
  return text
    .toLowerCase()
    .split(/\s+/)
    .some((word) => SPELLINGS.has(word))
}

/** `"홍길동님"` is `"홍길동"`. */
export function withoutHonorific(text: string): string {
  return text.replace(HONORIFIC, '')
}
