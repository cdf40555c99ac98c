import { disassembleCompleteCharacter } from 'es-hangul'
import { type Before, SUFFIX_LISTS, WHOLE_ENDINGS } from './suffixes.js'

const conditions = new Map<string, Before>(
  SUFFIX_LISTS.flatMap(({ before, suffixes }) =>
    suffixes.split(/\s+/).map((suffix): [string, Before] => [suffix, before]),
  ),
)

/** The length of the longest suffix that ends in each syllable: most words end in none of them. */
const longestByEnd = new Map<string, number>()
for (const suffix of conditions.keys()) {
  const end = suffix.slice(-1)
  longestByEnd.set(end, Math.max(longestByEnd.get(end) ?? 0, suffix.length))
}

/** Whether a word is made of Hangul syllables only. */
export function isHangul(word: string): boolean {
  return /^[가-힣]+$/.test(word)
}

/** The word without its particles and endings, two deep: 스타트업에서는 gives 스타트업. */
export function stem(word: string): string {
  return withoutSuffix(withoutSuffix(word))
}

/** The word without its longest suffix, or as it is: 파이프라인은 gives 파이프라인. */
export function withoutSuffix(word: string): string {
  const longest = longestByEnd.get(word.charAt(word.length - 1))
  if (longest === undefined || WHOLE_ENDINGS.some((ending) => word.endsWith(ending))) return word
  for (let length = Math.min(longest, word.length - 1); length >= 1; length--) {
    const suffix = word.slice(-length)
    const before = conditions.get(suffix)
    if (before && mayStand(word.slice(0, -length), before, suffix)) return word.slice(0, -length)
  }
  return word
}

/** Whether a run of Hangul is nothing but suffixes: the 에서 of AWS에서. */
export function isSuffix(word: string): boolean {
  return word.length <= 3 && ['가나', '가난'].some((noun) => withoutSuffix(noun + word) === noun)
}

// A stem of one syllable is trusted only where the final consonant, or 에…, vouches for it: 책을, 앱에서.
function mayStand(rest: string, before: Before, suffix: string): boolean {
  if (rest.length < 2 && before === 'anything' && !/^에./.test(suffix)) return false
  const final = disassembleCompleteCharacter(rest.slice(-1))?.jongseong ?? ''
  if (before === 'consonant') return final !== ''
  if (before === 'vowel') return final === ''
  return before === 'anything' || final === '' || final === 'ㄹ'
}
