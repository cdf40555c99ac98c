import type { Lexicon } from '../lexicon/lexicon.js'
import type { Vocabulary } from '../lexicon/vocabulary.js'
import { stem } from '../text/korean.js'
import { type Term, termsOf } from '../text/terms.js'
import { ownReading, type Reading, type WeightedTerm } from './interpretation.js'
import { otherReadings } from './interpretations.js'
import { ABOUT_WORDS, ENGLISH_STOP_WORDS, KOREAN_STOP_WORDS } from './stop-words.js'

/** A word of the question that is no stop word. */
export interface QuestionWord {
  /** As typed, lower case. */
  readonly text: string
  /** About the notes themselves (발표 자료): weighs little, and is no evidence. */
  readonly about: boolean
  /** How telling it is: the inverse document frequency of its rarest term. */
  readonly telling: number
  /** The word as typed; its terms may be unknown to the index. */
  readonly own: Reading
  readonly others: readonly Reading[]
}

/** A question as terms to search for. */
export interface Plan {
  readonly words: readonly QuestionWord[]
  /** At most 20, those that tell most; `alternative` terms replace another one, and are not missed. */
  readonly terms: ReadonlyMap<string, { readonly weight: number; readonly alternative: boolean }>
}

const MOST_TERMS = 20
const MOST_WORDS = 24
const SPACING_WEIGHT = 0.7
const ABOUT_FACTOR = 0.3

// Ours: in so many sessions an English stop word finds no wrong one by chance, but may order the right ones.
const COMMON = 200
const isAbout = (word: string): boolean => ABOUT_WORDS.has(word) || ABOUT_WORDS.has(stem(word))

/** The words of a question that may tell something; all of them when it has nothing but stop words. */
export function questionTerms(text: string, vocabulary: Vocabulary): Term[] {
  const isStopWord = (word: string) =>
    KOREAN_STOP_WORDS.has(word) || (ENGLISH_STOP_WORDS.has(word) && vocabulary.frequency(word) < COMMON)
  const telling = termsOf(text, isStopWord)
  return telling.length > 0 ? telling : termsOf(text)
}

/** Turns a question into weighted terms. */
export function planOf(text: string, lexicon: Lexicon): Plan {
  const terms = questionTerms(text, lexicon.vocabulary)
  const words = [...new Set(terms.map((term) => term.word))].slice(0, MOST_WORDS)
  const others = otherReadings(words, lexicon)
  const planned = words.map((word, i) => questionWord(word, terms, others[i] ?? [], lexicon.vocabulary))
  const spacing = terms
    .filter((term) => term.kind === 'spacing')
    .map(({ text }) => ({ text, weight: SPACING_WEIGHT }))
  return {
    words: planned,
    terms: mostTelling(weights(planned, spacing, lexicon.vocabulary), lexicon.vocabulary),
  }
}

function questionWord(
  text: string,
  terms: readonly Term[],
  others: readonly Reading[],
  vocabulary: Vocabulary,
) {
  const about = isAbout(text) || ENGLISH_STOP_WORDS.has(text)
  const own = ownReading(
    terms.filter((term) => term.word === text),
    isAbout(text) ? ABOUT_FACTOR : 1,
  )
  return {
    text,
    about,
    own,
    others,
    telling: Math.max(...own.terms.map((term) => vocabulary.telling(term.text))),
  }
}

function weights(words: readonly QuestionWord[], spacing: readonly WeightedTerm[], vocabulary: Vocabulary) {
  const planned = new Map<string, { weight: number; alternative: boolean }>()
  const put = ({ text, weight }: WeightedTerm, alternative: boolean) => {
    const known = planned.get(text)
    planned.set(text, {
      weight: (known?.weight ?? 0) + weight,
      alternative: alternative && (known?.alternative ?? true),
    })
  }
  for (const { own, others } of words) {
    // A word that the notes do not have stands for its best other reading.
    const main = own.terms.some((term) => vocabulary.has(term.text)) ? own : others[0]
    for (const reading of [own, ...others]) for (const term of reading.terms) put(term, reading !== main)
  }
  for (const term of spacing) put(term, false)
  return planned
}

// By weight as well as rarity: the accidental bigrams of a long question are rare, and say less than its words.
function mostTelling(terms: Plan['terms'], vocabulary: Vocabulary): Plan['terms'] {
  const known = [...terms].filter(([text]) => vocabulary.has(text))
  if (known.length <= MOST_TERMS) return new Map(known)
  const told = known.map((entry) => ({ entry, told: entry[1].weight * vocabulary.telling(entry[0]) }))
  const best = told.sort((a, b) => b.told - a.told).slice(0, MOST_TERMS)
  return new Map(best.map(({ entry }) => entry))
}
