import type { Concept } from '../../knowledge/files/concepts.js'
import { ENGLISH_STOP_WORDS, KOREAN_STOP_WORDS } from '../text/closed-classes.js'
import { isHangul, stem } from '../text/korean.js'
import { predicateRoot } from '../text/predicates.js'
import { LONGEST_PHRASE_GAP } from '../tuning.js'
import { stemOf } from './stem-table.js'

/** A concept that a question says in several words, in any order and inflection. */
export interface SaidConcept {
  readonly concept: Concept
  /** Places of its words in the question, rising. */
  readonly words: readonly number[]
}

interface Phrase {
  readonly concept: Concept
  /** The forms of each word, see `formsOf`. */
  readonly words: readonly (readonly string[])[]
}

interface Word {
  readonly forms: readonly string[]
  /** In how many names. */
  uses: number
}

/** Names of several words, such as `쿼리가 느리다`, found however a question says them: 느려진 쿼리, 쿼리가 왜 이렇게 느려요. */
export class PhraseTable {
  /** By the forms of each phrase's rarest word. */
  readonly #phrases = new Map<string, Phrase[]>()

  constructor(concepts: readonly Concept[]) {
    const known = new Map<string, Word>()
    const phrases: (readonly [Concept, readonly Word[]])[] = []
    for (const concept of concepts) {
      for (const name of concept.names) {
        if (!name.includes(' ')) continue
        const words = contentWords(name).map((text) => {
          const word = known.get(text) ?? { forms: formsOf(text), uses: 0 }
          known.set(text, word)
          word.uses += 1
          return word
        })
        if (words.length > 1) phrases.push([concept, words])
      }
    }
    for (const [concept, words] of phrases) {
      const rarest = words.reduce((one, other) => (other.uses < one.uses ? other : one))
      const phrase = { concept, words: words.map(({ forms }) => forms) }
      for (const form of rarest.forms) {
        const others = this.#phrases.get(form)
        if (others) others.push(phrase)
        else this.#phrases.set(form, [phrase])
      }
    }
  }

  /** The concepts whose words all stand near each other in a question; those of most words first, each once. */
  find(question: readonly string[]): SaidConcept[] {
    const forms = question.map(formsOf)
    const candidates = new Set(forms.flat().flatMap((form) => this.#phrases.get(form) ?? []))
    const found = [...candidates].flatMap((phrase) => {
      const words = placesOf(phrase, forms)
      return words ? [{ concept: phrase.concept, words }] : []
    })
    found.sort((a, b) => b.words.length - a.words.length)
    return found.filter((one, i) => found.findIndex(({ concept }) => concept === one.concept) === i)
  }
}

/** Where a phrase's words stand, if all of them do, close together and each at its own place. */
function placesOf({ words }: Phrase, question: readonly (readonly string[])[]): number[] | undefined {
  const places: number[] = []
  for (const forms of words) {
    const place = question.findIndex(
      (other, i) => !places.includes(i) && other.some((form) => forms.includes(form)),
    )
    if (place < 0) return undefined
    places.push(place)
  }
  places.sort((a, b) => a - b)
  const gap = (places.at(-1) ?? 0) - (places[0] ?? 0) + 1 - words.length
  return gap <= LONGEST_PHRASE_GAP ? places : undefined
}

function contentWords(name: string): string[] {
  // Tables hold tens of thousands of names; cutting them as notes are cut takes twice as long.
  const words = name.toLowerCase().match(/[가-힣]+|[a-z0-9]+/gu) ?? []
  return words.filter((word) => !ENGLISH_STOP_WORDS.has(word) && !KOREAN_STOP_WORDS.has(word))
}

/** What a word has in common with its inflections: the stem of a noun, and the root it has if it is a predicate. */
function formsOf(word: string): string[] {
  if (!isHangul(word)) return [/^[a-z]{3,}$/.test(word) ? stemOf(word) : word]
  return [...new Set([stem(word), predicateRoot(word)])]
}
