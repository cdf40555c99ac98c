import { singleSpaced } from '../../text/blanks.js'
/** Text of a file as people read it: ligatures and letters in one form, spaced-out words closed, no control characters. */
export function mend(text: string): string {
  const whole = composed(text).replace(INVISIBLE, '').replace(BLANK, ' ')
  return singleSpaced(closeSpacedWords(whole)).trim()
}

/** Letters in one form: ligatures apart, syllables of Hangul together. */
export function composed(text: string): string {
  return text.replace(LIGATURES, (letter) => letter.normalize('NFKC')).normalize('NFC')
}

/** Latin ligatures, radicals that stand for ideographs, and ideographs kept for other encodings. */
const LIGATURES = /[\uFB00-\uFB06\u2E80-\u2FDF\uF900-\uFAFF]/gu
/** Soft hyphens, zero-width marks, direction marks, and the character that stands for none. */
const INVISIBLE = /[\p{Cf}\uFFFD]/gu
/** Bullets and pictures of symbol fonts; controls, which fonts that lie use for spaces. */
const BLANK = /[\p{Co}\p{Cc}]/gu

/** Four or more single letters with one space between them: `P r o m e t h e u s`, `모 니 터 링`. */
const SPACED = /(?<![\p{L}\p{N}])(?:\p{L} ){3,}\p{L}(?![\p{L}\p{N}])/gu

function closeSpacedWords(text: string): string {
  return text.replace(SPACED, (spaced) => {
    const word = spaced.replaceAll(' ', '')
    return isOneWord(word) ? word : spaced
  })
}

/** A row of choices (`A B C D`, `x y z w`) is none: those are capitals in alphabetical order, or too few. */
function isOneWord(word: string): boolean {
  if (/^\p{Lu}?\p{Ll}+$/u.test(word)) return word.length >= 5 && !inOrder(word)
  if (/^\p{Lu}+$/u.test(word)) return word.length >= 5 && !inOrder(word)
  return /^[가-힣]+$/u.test(word)
}

function inOrder(word: string): boolean {
  const letters = [...word.toLowerCase()]
  return letters.every((letter, at) => at === 0 || letter > (letters[at - 1] ?? ''))
}

const BULLET = /^(?:[•●○◦▪■□▫◆◇►▶▸‣⁃–—−|*·∙➢➤✓✔❖※]\s*|-\s+|\p{Co}\s*|o\s(?=\p{L}))/u

/** Whether a line begins a point of its own: with a bullet or a number. */
export function isPoint(text: string): boolean {
  return BULLET.test(text) || /^\(?\d{1,2}[.)]\s/u.test(text)
}

/** A line without the bullet before it. */
export function withoutBullet(text: string): string {
  return text.replace(BULLET, '')
}
