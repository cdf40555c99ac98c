import { convertHangulToQwerty, convertQwertyToHangul } from 'es-hangul'
import { remember } from '../../text/remember.js'
import { LONGEST_SOUNDED_WORD, MOST_REMEMBERED_SPANS, SHORTEST_MISTYPED } from '../tuning.js'

const LATIN = new RegExp(`^[a-z]{${SHORTEST_MISTYPED},}$`, 'i')
const LONE_JAMO = /[\u3131-\u3163]/

/**
 * The words of a question as the other keyboard layout would have written them, or as they are: `ahslxjfld` is
 * 모니터링. A word that `isKnown` is never touched. Comes before NFKC, which breaks lone vowels (ㅡㅐㅜ).
 */
export function otherLayout(text: string, isKnown: (word: string) => boolean): string {
  return text
    .normalize('NFC')
    .split(/(\s+)/)
    .map((word) => convert(word, isKnown))
    .join('')
}

function convert(word: string, isKnown: (word: string) => boolean): string {
  if (word.trim() === '' || word.length > LONGEST_SOUNDED_WORD || isKnown(word)) return word
  const converted = LATIN.test(word) ? toHangul(word) : toLatin(word)
  return converted !== word && isKnown(converted) ? converted : word
}

const toLatin = remember(
  (word) =>
    LONE_JAMO.test(word) || /^[가-힣]+$/.test(word) ? convertHangulToQwerty(word).toLowerCase() : word,
  MOST_REMEMBERED_SPANS,
)

// es-hangul 2.4 throws where keys make no syllable: "hhtm" gives ㅗㅗㅅㅡ. Such a word was meant as it is.
const toHangul = remember((word) => {
  try {
    return convertQwertyToHangul(word)
  } catch {
    return word
  }
}, MOST_REMEMBERED_SPANS)
