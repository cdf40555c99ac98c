import { disassembleCompleteCharacter } from 'es-hangul'
import { isHangul } from '../text/korean.js'
import { Waiting } from '../text/waiting.js'
import { LIKENESS, LONGEST_SOUNDED_WORD, SHORT_LATIN_WORD, SHORT_WORD, UNUSUAL_SOUND } from '../tuning.js'
import { englishPhones } from './english-phones.js'
import { koreanPhones } from './korean-phones.js'
import { similarity } from './similarity.js'
import { isSinoKorean } from './sino-korean.js'

/** A word that sounds like the one looked up; `similarity` is 0 to 1. */
export interface Sounding {
  readonly word: string
  readonly similarity: number
}

const CLASSES: Record<string, string> = {
  ...{ g: 'K', k: 'K', q: 'K', d: 'T', t: 'T', x: 'T', b: 'P', p: 'P', v: 'P' },
  ...{ s: 'S', j: 'S', c: 'S', n: 'N', N: 'N', l: 'L', m: 'M' },
}

/** The consonants of a word in classes that no loan changes; @ is a vowel in front: `SKL` for 스쿨 and school. */
export function skeleton(phones: string): string {
  let key = /^[aeiouE_w]/.test(phones) ? '@' : ''
  let last = ''
  for (let i = 0; i < phones.length; i++) {
    const phone = phones.charAt(i)
    const kind = phone === 'h' && i === 0 ? 'H' : (CLASSES[phone] ?? '')
    if (kind !== last) key += kind
    last = kind
  }
  return key
}

const phonesOf = (word: string): string[] => (isHangul(word) ? [koreanPhones(word)] : englishPhones(word))

/**
 * Words of one script that are found by the sound of a word, in Hangul or in Latin letters. Words are heard when one
 * is first looked up that may begin like them.
 */
export class SoundTable {
  readonly #waiting = new Waiting((word) => this.#hear(word))
  readonly #words = new Map<string, string[]>()
  readonly #known = new Set<string>()

  add(word: string): void {
    if (this.#known.has(word)) return
    this.#known.add(word)
    this.#waiting.add(initialOf(word), word)
  }

  /** Words that sound alike, best first; of a word and its plural the word. */
  lookup(word: string): Sounding[] {
    if (this.#known.size === 0 || word.length > LONGEST_SOUNDED_WORD) return []
    const best = new Map<string, number>()
    for (const phones of phonesOf(word)) {
      for (const candidate of this.#sounding(skeleton(phones))) {
        const alike = closest(phones, word, candidate)
        if (alike >= threshold(word, candidate) && alike > (best.get(candidate) ?? 0))
          best.set(candidate, alike)
      }
    }
    return [...best]
      .map(([word, similarity]) => ({ word, similarity }))
      .sort(
        (a, b) => b.similarity - a.similarity || a.word.length - b.word.length || (a.word < b.word ? -1 : 1),
      )
  }

  /** Hears all words, in steps. */
  prepare(): Generator<undefined, void> {
    return this.#waiting.takeAll()
  }

  #sounding(key: string): readonly string[] {
    for (const initial of INITIALS[key.charAt(0)] ?? []) this.#waiting.take(initial)
    return this.#words.get(key) ?? []
  }

  #hear(word: string): void {
    for (const key of new Set(phonesOf(word).map(skeleton))) {
      const same = this.#words.get(key)
      if (same) same.push(word)
      else if (key.length > 1) this.#words.set(key, [word])
    }
  }
}

/** What words begin with whose skeleton begins with each class. Letters may be silent: knife, psycho, RDS. */
const INITIALS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries({
    K: 'ckqgxㄱㅋㄲ',
    T: 'dtpㄷㅌㄸ',
    P: 'bpfvgㅂㅍㅃ',
    S: 'sczjgxdtpㅅㅆㅈㅉㅊ',
    N: 'nkgpㄴ',
    L: 'lㄹ',
    M: 'mㅁ',
    H: 'ㅎ',
    '@': 'aeiouyxㅇ',
  }).map(([key, initials]) => [key, [...initials, ...'hrw']]),
)

function initialOf(word: string): string {
  return disassembleCompleteCharacter(word.charAt(0))?.choseong ?? word.charAt(0)
}

function closest(phones: string, word: string, candidate: string): number {
  const key = skeleton(phones)
  const english = isHangul(word) ? candidate : word
  const usual = englishPhones(english)[0]
  const alike = phonesOf(candidate)
    .filter((other) => skeleton(other) === key)
    .map((other) => (isHangul(word) ? [phones, other] : [other, phones]))
    .map(([korean = '', heard = '']) => similarity(korean, heard) - (heard === usual ? 0 : UNUSUAL_SOUND))
  return Math.max(0, ...alike)
}

// Short words sound like many others: 배포 like "before", which two Chinese characters never mean.
function threshold(word: string, candidate: string): number {
  const [hangul, latin] = isHangul(word) ? [word, candidate] : [candidate, word]
  const sino = isSinoKorean(hangul)
  if (hangul.length <= SHORT_WORD && sino) return Number.POSITIVE_INFINITY
  const { two, three, more, sinoKorean, shortLatin } = LIKENESS
  const bySyllables = hangul.length <= 2 ? two : hangul.length === 3 ? three : more
  return bySyllables + (sino ? sinoKorean : 0) + (latin.length <= SHORT_LATIN_WORD ? shortLatin : 0)
}
