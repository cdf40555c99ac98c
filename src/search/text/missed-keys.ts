import { disassemble } from 'es-hangul'
import { isHangul } from './korean.js'

/** The two-set keyboard; below, what its keys type with shift. */
const ROWS = ['ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ', 'ㅁㄴㅇㄹㅎㅗㅓㅏㅣ', 'ㅋㅌㅊㅍㅠㅜㅡ']
const SHIFTED = ['ㅃㅉㄸㄲㅆ   ㅒㅖ']

/** Jamo in the order of Unicode's syllables. */
const ONSETS = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ']
const VOWELS = [...'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ']
const CODAS = ['', ...'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ']
const FIRST_SYLLABLE = 0xac00

interface Key {
  readonly row: number
  readonly column: number
  readonly shift: boolean
}

const keysOf = (rows: readonly string[], shift: boolean) =>
  rows.flatMap((keys, row) => [...keys].map((jamo, column): [string, Key] => [jamo, { row, column, shift }]))
const keyboard = new Map([...keysOf(ROWS, false), ...keysOf(SHIFTED, true)])

/** Whether one is typed where the other was meant: on a key that touches its key, or with shift and without. */
function isMissed(one: string, other: string): boolean {
  const [a, b] = [keyboard.get(one), keyboard.get(other)]
  if (!a || !b) return false
  const [down, right] = [b.row - a.row, b.column - a.column]
  if (a.shift !== b.shift) return down === 0 && right === 0
  // A lower row stands half a key to the right.
  return down === 0 ? Math.abs(right) === 1 : Math.abs(down) === 1 && (right === 0 || right === -down)
}

/** For each of some jamo, the places of those from which it differs by one missed key; ㅘ and ㄳ are two keys. */
function missedIn(jamo: readonly string[]): readonly (readonly number[])[] {
  const keys = jamo.map((each) => [...disassemble(each)])
  return keys.map((typed) =>
    [...keys.keys()].filter((place) => {
      const meant = keys[place] ?? []
      const wrong = meant.flatMap((key, at) => (key === typed[at] ? [] : [isMissed(key, typed[at] ?? '')]))
      return meant.length === typed.length && wrong.length === 1 && wrong[0] === true
    }),
  )
}

const missed = { onsets: missedIn(ONSETS), vowels: missedIn(VOWELS), codas: missedIn(CODAS) }

/** What a word in Hangul may have been before one key was missed, known words or not. */
export function withoutMissedKey(word: string): string[] {
  if (!isHangul(word)) return []
  return [...word].flatMap((syllable, at) => {
    const number = syllable.charCodeAt(0) - FIRST_SYLLABLE
    const [before, after] = [word.slice(0, at), word.slice(at + 1)]
    return syllablesNear(number).map((other) => before + String.fromCharCode(FIRST_SYLLABLE + other) + after)
  })
}

function syllablesNear(number: number): number[] {
  const coda = number % CODAS.length
  const vowel = Math.floor(number / CODAS.length) % VOWELS.length
  const onset = Math.floor(number / CODAS.length / VOWELS.length)
  return [
    ...(missed.onsets[onset] ?? []).map((other) => number + (other - onset) * VOWELS.length * CODAS.length),
    ...(missed.vowels[vowel] ?? []).map((other) => number + (other - vowel) * CODAS.length),
    ...(missed.codas[coda] ?? []).map((other) => number + other - coda),
  ]
}
