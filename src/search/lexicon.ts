import { Glossary } from './glossary.js'
import { isHangul, stem, withoutSuffix } from './korean.js'
import { SoundTable } from './sound.js'
import { SpellingTable } from './spelling.js'
import type { Term } from './terms.js'
import { Vocabulary } from './vocabulary.js'

/** What the notes know about words: which there are, and by what else than their letters they can be found. */
export class Lexicon {
  readonly vocabulary = new Vocabulary()
  readonly spelling = new SpellingTable((word) => this.vocabulary.frequency(word))
  readonly glossary: Glossary
  readonly #hangul = new SoundTable()
  readonly #latin = new SoundTable()

  constructor(glossary: readonly (readonly string[])[]) {
    this.glossary = new Glossary(glossary)
  }

  /** Learns the words of a session. */
  add(terms: readonly Term[]): void {
    for (const { text } of terms) if (!this.vocabulary.has(text)) this.spelling.add(text)
    for (const { word } of terms) this.#learnSound(word)
    this.vocabulary.add(terms)
  }

  /** Words in Hangul that sound like this one. */
  inHangul(word: string) {
    return this.#hangul.lookup(word)
  }

  /** Words in Latin letters that sound like this one. */
  inLatin(word: string) {
    return this.#latin.lookup(word)
  }

  #learnSound(word: string): void {
    if (/^[a-z]{3,20}$/.test(word)) this.#latin.add(word)
    if (isHangul(word)) for (const form of forms(word)) if (form.length < 10) this.#hangul.add(form)
  }
}

/** A word in Hangul as it is, and without one and two suffixes: the stem of 파이프라인 is 파이프라. */
export function forms(word: string): string[] {
  return [...new Set([word, withoutSuffix(word), stem(word)])].filter((form) => form.length > 1)
}
