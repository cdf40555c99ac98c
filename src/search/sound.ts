import { isHangul } from './korean.js'
import { similarity } from './similarity.js'
import { englishPhones } from './sound-english.js'
import { koreanPhones } from './sound-korean.js'

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

/** Words of one script that are found by the sound of a word, in Hangul or in Latin letters. */
export class SoundTable {
  readonly #words = new Map<string, string[]>()
  readonly #known = new Set<string>()

  add(word: string): void {
    if (this.#known.has(word)) return
    this.#known.add(word)
    for (const key of new Set(phonesOf(word).map(skeleton))) {
      const same = this.#words.get(key)
      if (same) same.push(word)
      else if (key.length > 1) this.#words.set(key, [word])
    }
  }

  /** Words that sound alike, best first. */
  lookup(word: string): Sounding[] {
    if (this.#known.size === 0) return []
    const best = new Map<string, number>()
    for (const phones of phonesOf(word)) {
      for (const candidate of this.#words.get(skeleton(phones)) ?? []) {
        const alike = closest(phones, word, candidate)
        if (alike >= threshold(word, candidate) && alike > (best.get(candidate) ?? 0))
          best.set(candidate, alike)
      }
    }
    return [...best]
      .map(([word, similarity]) => ({ word, similarity }))
      .sort((a, b) => b.similarity - a.similarity)
  }
}

function closest(phones: string, word: string, candidate: string): number {
  const key = skeleton(phones)
  const others = phonesOf(candidate).filter((other) => skeleton(other) === key)
  const alike = (other: string) => (isHangul(word) ? similarity(phones, other) : similarity(other, phones))
  return Math.max(0, ...others.map(alike))
}

// Short words sound like many others: 배포 like "before".
function threshold(word: string, candidate: string): number {
  const syllables = isHangul(word) ? word.length : candidate.length
  if (syllables <= 2) return 0.92
  return syllables === 3 ? 0.86 : 0.8
}
