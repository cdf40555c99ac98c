import { convertHangulToQwerty, convertQwertyToHangul } from 'es-hangul'
import type { Question } from './corpus.js'
import { pick, randomFrom, shuffle } from './random.js'

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const CONSONANTS = 'qwertasdfgzxcv'

/** The questions, each with one wrong jamo in one of its words; the same for the same seed. */
export function mistypedQuestions(questions: readonly Question[], seed: number): Question[] {
  const random = randomFrom(seed)
  return questions.map(({ text, expected }) => ({ text: mistyped(text, random), expected }))
}

/** A text in whose words in Hangul one key was missed: a jamo is the one on a key beside it. As it is where none fits. */
export function mistyped(text: string, random: () => number): string {
  const words = text.split(' ')
  const places = [...words.keys()].filter((place) => /^[가-힣]{2,}$/.test(words[place] ?? ''))
  if (places.length === 0) return text
  const place = pick(places, random)
  return words.map((word, at) => (at === place ? missedKey(word, random) : word)).join(' ')
}

function missedKey(word: string, random: () => number): string {
  const keys = [...convertHangulToQwerty(word)]
  const slips = keys.flatMap((key, at) => keysBeside(key).map((other) => keys.with(at, other).join('')))
  for (const slip of shuffle(slips, random)) {
    const typed = inHangul(slip)
    if (typed.length === word.length && /^[가-힣]+$/.test(typed)) return typed
  }
  return word
}

/** Those that touch a key and type a jamo of its kind: a vowel for a consonant makes no syllable. */
function keysBeside(key: string): string[] {
  const row = ROWS.findIndex((keys) => keys.includes(key))
  const column = ROWS[row]?.indexOf(key) ?? -1
  if (column < 0) return []
  const at = (rowOf: number, columnOf: number) => ROWS[rowOf]?.charAt(columnOf) ?? ''
  const beside = [at(row, column - 1), at(row, column + 1)]
  const above = [at(row - 1, column), at(row - 1, column + 1)]
  const below = [at(row + 1, column - 1), at(row + 1, column)]
  return [...beside, ...above, ...below].filter(
    (other) => other !== '' && CONSONANTS.includes(other) === CONSONANTS.includes(key),
  )
}

// es-hangul 2.4 throws where keys make no syllable.
function inHangul(keys: string): string {
  try {
    return convertQwertyToHangul(keys)
  } catch {
    return ''
  }
}
