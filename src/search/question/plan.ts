import type { Lexicon } from '../lexicon/lexicon.js'
import type { Vocabulary } from '../lexicon/vocabulary.js'
import { EVERYDAY_WORDS } from '../text/everyday-words.js'
import { stem } from '../text/korean.js'
import { type Term, termsOf } from '../text/terms.js'
import {
  COMMON_STOP_WORD,
  COMPOUND_PART_CONFIDENCE,
  MOST_ALTERNATIVES,
  MOST_TERMS,
  MOST_WORDS,
  ROLE_FACTOR,
  SPACING_WEIGHT,
} from '../tuning.js'
import {
  type Interpretation,
  type InterpretationSource,
  type WeightedTerm,
  writtenTerms,
} from './interpretation.js'
import { interpret, type NamedConcept, type Reading } from './interpretations.js'
import { isPredicate, roleOf, type WordRole } from './word-role.js'

/** A word of the question that is searched for. */
export interface QuestionWord {
  /** As typed, lower case. */
  readonly text: string
  readonly role: WordRole
  /** How rare it is: the highest inverse document frequency of its terms. */
  readonly idf: number
  /** Whether it is a word of everyday speech, and no part of a known name. */
  readonly isEveryday: boolean
  /** Of a known name of several words, its part of what the rarest of them proves; else 1. */
  readonly nameShare: number
  /** The word as typed; its terms may be unknown to the index. */
  readonly own: Interpretation
  readonly others: readonly Interpretation[]
}

/** A question as terms to search for. */
export interface Plan {
  readonly words: readonly QuestionWord[]
  /** Words that only say how it is asked. */
  readonly frame: readonly string[]
  /** The rarest and weightiest ones; `alternative` terms replace another one, and are not missed. */
  readonly terms: ReadonlyMap<string, PlannedTerm>
  readonly concepts: readonly NamedConcept[]
}

/** How a term is searched. */
export interface PlannedTerm {
  readonly weight: number
  readonly alternative: boolean
}

/** The terms of a question without its frame; all of them when it is nothing but frame. */
export function questionTerms(text: string, vocabulary: Vocabulary): Term[] {
  const isFrame = (word: string) =>
    roleOf(word) === 'frame' && !(/^[a-z]/.test(word) && vocabulary.frequency(word) >= COMMON_STOP_WORD)
  const terms = termsOf(text, isFrame)
  return terms.length > 0 ? terms : termsOf(text)
}

/** Turns a question into weighted terms. */
export function planOf(text: string, lexicon: Lexicon, reading: Reading = 'by name'): Plan {
  const terms = questionTerms(text, lexicon.vocabulary)
  const words = [...new Set(terms.map((term) => term.word))].slice(0, MOST_WORDS)
  const written = [...new Set(termsOf(text).map((term) => term.word))]
  const isSentence = written.some(isFraming)
  const { interpretations, compounds, concepts, named } = interpret(words, lexicon, isSentence, reading)
  // A large archive says by itself which words are rare.
  const isSmall = !lexicon.vocabulary.isLarge
  const alone = words.map((word, i) => {
    const role = roleIn(word, isSentence, lexicon)
    return questionWord(
      {
        text: word,
        role,
        inCompound: compounds.has(i),
        isEveryday: isSmall && !named.has(i) && isEveryday(word),
      },
      terms.filter((term) => term.word === word),
      interpretations[i] ?? [],
      lexicon.vocabulary,
    )
  })
  const planned = alone.map((word, i) => {
    const idfs = (compounds.get(i) ?? [i]).map((place) => alone[place]?.idf ?? 0)
    return { ...word, nameShare: Math.max(...idfs) / idfs.reduce((total, idf) => total + idf, 0) || 1 }
  })
  const spacing = terms
    .filter((term) => term.kind === 'spacing')
    .map(({ text }) => ({ text, weight: SPACING_WEIGHT }))
  const asked = new Set(words)
  return {
    words: planned,
    frame: written.filter((word) => !asked.has(word)),
    terms: mostTelling(weights(planned, spacing, lexicon.vocabulary), lexicon.vocabulary),
    concepts,
  }
}

function roleIn(word: string, isSentence: boolean, lexicon: Lexicon): WordRole {
  const role = roleOf(word)
  if (!isSentence && role === 'relating') return 'topic'
  return role === 'topic' && isPredicate(word, (noun) => lexicon.hasNoun(noun)) ? 'relating' : role
}

const isEveryday = (word: string): boolean => EVERYDAY_WORDS.has(word) || EVERYDAY_WORDS.has(stem(word))

// English words without any that glue them are key words, and each of them may be the topic.
const isFraming = (word: string): boolean => roleOf(word) === 'frame' || /[^a-z0-9]/.test(word)

function questionWord(
  {
    text,
    role,
    isEveryday,
    inCompound,
  }: Pick<QuestionWord, 'text' | 'role' | 'isEveryday'> & { readonly inCompound: boolean },
  terms: readonly Term[],
  others: readonly Interpretation[],
  vocabulary: Vocabulary,
): Omit<QuestionWord, 'nameShare'> {
  const own: Interpretation = {
    source: 'as written',
    confidence: inCompound ? COMPOUND_PART_CONFIDENCE : 1,
    terms: writtenTerms(terms, ROLE_FACTOR[role]),
  }
  return { text, role, isEveryday, idf: idfOf(own, others, vocabulary), own, others }
}

// A word that the notes have by another name only is as rare as that name.
function idfOf(own: Interpretation, others: readonly Interpretation[], vocabulary: Vocabulary): number {
  const isWritten = own.terms.every(({ text }) => vocabulary.has(text))
  const equal = isWritten ? undefined : others.find(({ source }) => EQUAL_SOURCES.has(source))
  return Math.max(0, ...(equal ?? own).terms.map(({ text }) => vocabulary.idf(text)))
}

const EQUAL_SOURCES: ReadonlySet<InterpretationSource> = new Set([
  'equal name',
  'corrected',
  'sound',
  'joined',
])

function weights(words: readonly QuestionWord[], spacing: readonly WeightedTerm[], vocabulary: Vocabulary) {
  const planned = new Map<string, PlannedTerm>()
  const put = ({ text, weight }: WeightedTerm, alternative: boolean) => {
    const known = planned.get(text)
    // What a question says twice weighs twice; many names of one thing do not.
    if (!alternative)
      planned.set(text, { weight: weight + (known && !known.alternative ? known.weight : 0), alternative })
    else if (!known || (known.alternative && known.weight < weight))
      planned.set(text, { weight, alternative })
  }
  for (const { own, others } of words) {
    // A word that the notes do not have stands for its best other interpretation.
    const main = own.terms.some((term) => vocabulary.has(term.text)) ? own : others[0]
    for (const reading of [own, ...others]) for (const term of reading.terms) put(term, reading !== main)
  }
  for (const term of spacing) put(term, false)
  return planned
}

// By weight as well as rarity: the accidental bigrams of a long question are rare, and say less than its words.
function mostTelling(terms: ReadonlyMap<string, PlannedTerm>, vocabulary: Vocabulary) {
  const known = [...terms]
    .filter(([text]) => vocabulary.has(text))
    .map((entry) => ({ entry, weighted: entry[1].weight * vocabulary.idf(entry[0]) }))
    .sort((a, b) => b.weighted - a.weighted)
  const own = known.filter(({ entry }) => !entry[1].alternative).slice(0, MOST_TERMS)
  const others = known.filter(({ entry }) => entry[1].alternative).slice(0, MOST_ALTERNATIVES)
  return new Map([...own, ...others].map(({ entry }) => entry))
}
