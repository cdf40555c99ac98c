import type { Locale } from './wording/locale.js'

/**
 * The language to answer in: the person's own where the platform tells it, else the workspace's, unless the question is
 * itself a sentence of the other language. Names of tools, commands and filters decide nothing.
 */
export function chooseLocale(typed: string, own: Locale | undefined, workspace: Locale): Locale {
  const usual = own ?? workspace
  if (usual === 'en') return isKorean(typed) ? 'ko' : 'en'
  return isEnglish(typed) ? 'en' : 'ko'
}

const english =
  /\b(a|an|the|is|are|was|were|do|does|did|how|what|which|who|when|where|why|can|could|should|any|about|for|with|to|of|in|on|there|me|my|i|you|we|it|that|this|have|has|show|tell|find|give|please)\b/iu

/** At least three Latin words, no Hangul, and a word that only a sentence has. */
function isEnglish(text: string): boolean {
  if (/\p{Script=Hangul}/u.test(text)) return false
  const words = text.match(/\p{Script=Latin}[\p{Script=Latin}'’]*/gu) ?? []
  return words.length >= 3 && english.test(text)
}

/** Two words in Hangul, or one that ends as a Korean request does. */
function isKorean(text: string): boolean {
  const words = text.match(/\p{Script=Hangul}+/gu) ?? []
  return (
    words.length >= 2 ||
    words.some((word) => /(요|까|줘|나|니|죠|지|래|해|어|아|야|다)$/u.test(word) && word.length >= 2)
  )
}
