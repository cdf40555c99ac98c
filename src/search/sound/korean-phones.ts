import { disassembleCompleteCharacter } from 'es-hangul'

// Phones, one letter each: consonants g k d t b p s j c h n l m, N (ng); vowels a e i o u, E (ㅓ), _ (ㅡ); glide w.
// A final consonant does not tell lax from aspirated: q is k or g, x is t or d, v is p or b.
const ONSETS: Record<string, string> = {
  ...{ ㄱ: 'g', ㅋ: 'k', ㄲ: 'k', ㄷ: 'd', ㅌ: 't', ㄸ: 't', ㅂ: 'b', ㅍ: 'p', ㅃ: 'p' },
  ...{ ㅅ: 's', ㅆ: 's', ㅈ: 'j', ㅉ: 'j', ㅊ: 'c', ㅎ: 'h', ㄴ: 'n', ㄹ: 'l', ㅁ: 'm', ㅇ: '' },
}
const VOWELS: Record<string, string> = {
  ...{ ㅏ: 'a', ㅑ: 'a', ㅐ: 'e', ㅒ: 'e', ㅔ: 'e', ㅖ: 'e', ㅓ: 'E', ㅕ: 'E', ㅗ: 'o', ㅛ: 'o' },
  ...{ ㅜ: 'u', ㅠ: 'u', ㅡ: '_', ㅣ: 'i', ㅡㅣ: 'i', ㅗㅏ: 'wa', ㅗㅐ: 'we', ㅗㅣ: 'we' },
  ...{ ㅜㅓ: 'wE', ㅜㅔ: 'we', ㅜㅣ: 'wi' },
}
const CODAS: Record<string, string> = {
  ...{ ㄱ: 'q', ㄲ: 'q', ㄱㅅ: 'q', ㅋ: 'q', ㄴ: 'n', ㄴㅈ: 'n', ㄴㅎ: 'n', ㄷ: 'x', ㅅ: 'x', ㅆ: 'x' },
  ...{ ㅈ: 'x', ㅊ: 'x', ㅌ: 'x', ㄹ: 'l', ㄹㄱ: 'q', ㄹㅁ: 'm', ㄹㅂ: 'l', ㄹㅅ: 'l', ㄹㅌ: 'l' },
  ...{ ㄹㅍ: 'l', ㄹㅎ: 'l', ㅁ: 'm', ㅂ: 'v', ㅂㅅ: 'v', ㅍ: 'v', ㅇ: 'N' },
}

/** The phones of a word in Hangul: 쿠버 gives `kubE`. Empty when a character is no Hangul syllable. */
export function koreanPhones(word: string): string {
  let phones = ''
  for (const character of word) {
    const jamo = disassembleCompleteCharacter(character)
    if (!jamo) return ''
    const onset = ONSETS[jamo.choseong] ?? ''
    // One l is written twice: 클라 is k_la.
    const doubled = onset !== '' && phones.endsWith(onset)
    phones += (doubled ? '' : onset) + (VOWELS[jamo.jungseong] ?? '') + (CODAS[jamo.jongseong] ?? '')
  }
  // 쉐프 and 쉘: how a chef and a shell are often written.
  return phones.replaceAll('swe', 'se')
}

const LETTERS: Record<string, string> = {
  ...{ 에이: 'a', 비: 'b', 씨: 'c', 시: 'c', 디: 'd', 이: 'e', 에프: 'f', 지: 'g', 쥐: 'g', 에이치: 'h' },
  ...{ 에이취: 'h', 아이: 'i', 제이: 'j', 케이: 'k', 엘: 'l', 엠: 'm', 엔: 'n', 오: 'o', 피: 'p', 큐: 'q' },
  ...{
    알: 'r',
    아르: 'r',
    에스: 's',
    티: 't',
    유: 'u',
    브이: 'v',
    더블유: 'w',
    엑스: 'x',
    와이: 'y',
    제트: 'z',
  },
}
const LETTER = new RegExp(
  Object.keys(LETTERS)
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'y',
)

/** The letters that a word in Hangul spells out: 에이더블유에스 gives `aws`. Empty when it is no spelling. */
export function spelledLetters(word: string): string {
  let letters = ''
  for (let at = 0; at < word.length; at = LETTER.lastIndex) {
    LETTER.lastIndex = at
    const name = LETTER.exec(word)?.[0]
    if (!name) return ''
    letters += LETTERS[name]
  }
  return letters.length > 1 ? letters : ''
}
