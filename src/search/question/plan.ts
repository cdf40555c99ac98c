import type { Lexicon } from '../lexicon/lexicon.js'
import type { Vocabulary } from '../lexicon/vocabulary.js'
import { EVERYDAY_WORDS } from '../text/everyday-words.js'
import { stem } from '../text/korean.js'
import { type CutWords, cutWords, type Term, termsIn } from '../text/terms.js'
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
import { described, type Interpreted, interpret, type NamedConcept, type Reading } from './interpretations.js'
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
  /** What it has in common with every other plan of this question. */
  readonly question: CutQuestion
}

/** A question cut into words, and what each names: the same in every reading. */
interface CutQuestion extends Pick<Plan, 'frame'> {
  readonly words: readonly Pick<QuestionWord, 'text' | 'role' | 'isEveryday' | 'own'>[]
  readonly spacing: readonly WeightedTerm[]
  readonly named: Interpreted
}

/** How a term is searched. */
export interface PlannedTerm {
  readonly weight: number
  readonly alternative: boolean
  /** Its weight times its inverse document frequency. */
  readonly weightedIdf: number
}

/** The terms of a question without its frame; all of them when it is nothing but frame. */
export function questionTerms(text: string, vocabulary: Vocabulary): Term[] {
  return searchedTerms(cutWords(text), vocabulary)
}

function searchedTerms(cut: CutWords, vocabulary: Vocabulary): Term[] {
  const isFrame = (word: string) =>
    roleOf(word) === 'frame' && !(/^[a-z]/.test(word) && vocabulary.frequency(word) >= COMMON_STOP_WORD)
  const terms = termsIn(cut, isFrame)
  return terms.length > 0 ? terms : termsIn(cut)
}

/** Turns a question into weighted terms. `before`: a plan of the same question, in another reading. */
export function planOf(
  text: string,
  lexicon: Lexicon,
  reading: Reading = 'by name',
  before?: Pick<Plan, 'question'>,
): Plan {
  const question = before?.question ?? cutQuestion(text, lexicon)
  const { words, frame, spacing, named } = question
  const { vocabulary } = lexicon
  const more = reading === 'by description' ? described(words, named.concepts, lexicon) : []
  const meant = words.map(({ own }, place) => {
    const others = [...(named.interpretations[place] ?? [])]
    for (const { words: places, found } of more) if (places.includes(place)) others.push(...found)
    others.push(...(named.stems[place] ?? []))
    return { others, idf: idfOf(own, others, vocabulary) }
  })
  const idfAt = (place: number) => meant[place]?.idf ?? 0
  const planned = words.map(({ text, role, isEveryday, own }, place): QuestionWord => {
    const idfs = named.compounds.get(place)?.map(idfAt)
    const nameShare = idfs ? Math.max(...idfs) / idfs.reduce((total, idf) => total + idf, 0) || 1 : 1
    return { text, role, idf: idfAt(place), isEveryday, nameShare, own, others: meant[place]?.others ?? [] }
  })
  return {
    words: planned,
    frame,
    terms: mostTelling(weights(planned, spacing, vocabulary), vocabulary),
    concepts: named.concepts,
    question,
  }
}

function cutQuestion(text: string, lexicon: Lexicon): CutQuestion {
  const cut = cutWords(text)
  const terms = searchedTerms(cut, lexicon.vocabulary)
  const termsByWord = new Map<string, Term[]>()
  for (const term of terms) {
    const others = termsByWord.get(term.word)
    if (others) others.push(term)
    else termsByWord.set(term.word, [term])
  }
  const words = [...termsByWord.keys()].slice(0, MOST_WORDS)
  const written = [...new Set(cut.words.map((word) => word.text))]
  const isSentence = written.some(isFraming)
  const named = interpret(words, lexicon, isSentence)
  // A large archive says by itself which words are rare.
  const isSmall = !lexicon.vocabulary.isLarge
  const asked = new Set(words)
  return {
    words: words.map((text, place) => {
      const role = roleIn(text, isSentence, lexicon)
      const own: Interpretation = {
        source: 'as written',
        confidence: named.compounds.has(place) ? COMPOUND_PART_CONFIDENCE : 1,
        terms: writtenTerms(termsByWord.get(text) ?? [], ROLE_FACTOR[role]),
      }
      return { text, role, isEveryday: isSmall && !named.named.has(place) && isEveryday(text), own }
    }),
    frame: written.filter((word) => !asked.has(word)),
    spacing: terms.flatMap(({ kind, text }) =>
      kind === 'spacing' ? [{ text, weight: SPACING_WEIGHT }] : [],
    ),
    named,
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

/** The terms of some words before the rarest of them are chosen. */
type TermWeights = ReadonlyMap<string, Omit<PlannedTerm, 'weightedIdf'>>

function weights(
  words: readonly QuestionWord[],
  spacing: readonly WeightedTerm[],
  vocabulary: Vocabulary,
): TermWeights {
  const planned = new Map<string, { weight: number; alternative: boolean }>()
  const put = ({ text, weight }: WeightedTerm, alternative: boolean) => {
    if (!vocabulary.has(text)) return
    const known = planned.get(text)
    if (!known) planned.set(text, { weight, alternative })
    else if (!alternative) {
      // What a question says twice weighs twice; many names of one thing do not.
      known.weight = weight + (known.alternative ? 0 : known.weight)
      known.alternative = false
    } else if (known.alternative && known.weight < weight) known.weight = weight
  }
  for (const { own, others } of words) {
    // A word that the notes do not have stands for its best other interpretation.
    const main = own.terms.some((term) => vocabulary.has(term.text)) ? own : others[0]
    for (const term of own.terms) put(term, own !== main)
    for (const other of others) for (const term of other.terms) put(term, other !== main)
  }
  for (const term of spacing) put(term, false)
  return planned
}

// By weight as well as rarity: the accidental bigrams of a long question are rare, and say less than its words.
function mostTelling(terms: TermWeights, vocabulary: Vocabulary): ReadonlyMap<string, PlannedTerm> {
  const own: [string, PlannedTerm][] = []
  const others: [string, PlannedTerm][] = []
  for (const [text, { weight, alternative }] of terms) {
    const weightedIdf = weight * vocabulary.idf(text)
    const kind = alternative ? others : own
    kind.push([text, { weight, alternative, weightedIdf }])
  }
  const most = new Map(own.sort(byWeight).slice(0, MOST_TERMS))
  for (const [text, term] of others.sort(byWeight).slice(0, MOST_ALTERNATIVES)) most.set(text, term)
  return most
}

const byWeight = ([, a]: readonly [string, PlannedTerm], [, b]: readonly [string, PlannedTerm]): number =>
  b.weightedIdf - a.weightedIdf
