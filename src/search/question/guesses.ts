import type { Lexicon } from '../lexicon/lexicon.js'
import { forms } from '../lexicon/lexicon.js'
import { givenKey, hangulKeys, surnameKeys } from '../names/names.js'
import { spelledLetters } from '../sound/korean-phones.js'
import { heardTerm } from '../sound/misheard.js'
import type { Sounding } from '../sound/sound-table.js'
import { isHangul, stem } from '../text/korean.js'
import { withoutMissedKey } from '../text/missed-keys.js'
import { termsOf } from '../text/terms.js'
import {
  COMPLETED,
  CORRECTED,
  JOINED_SIMILARITY,
  KNOWN_SHORT_SIMILARITY,
  KNOWN_WORD_SIMILARITY,
  MISHEARD,
  MISTYPED,
  MOST_SOUNDINGS,
  PERSON,
  SAME_SCRIPT_SIMILARITY,
  SHORT_WORD,
  SHORTEST_BEGINNING,
  SOUND_FACTOR,
  SURNAME_CONFIDENCE,
} from '../tuning.js'
import { type Interpretation, type InterpretationSource, writtenTerms } from './interpretation.js'

const BEGINNING = new RegExp(`^[a-z]{${SHORTEST_BEGINNING},}$`)

/** Whether the notes have all the terms. */
export function isKnown({ terms }: Interpretation, { vocabulary }: Lexicon): boolean {
  return terms.length > 0 && terms.every(({ text }) => vocabulary.has(text))
}

/** A word as part of a person's name. A surname alone is weak evidence: "song" and "go" are words as well. */
export function asPerson(word: string, lexicon: Lexicon): Interpretation[] {
  // Romanising a name takes longer than all else here.
  const isSurname = (key: string) => lexicon.vocabulary.has(key)
  const keys = isHangul(word) ? forms(word).map((form) => hangulKeys(form, isSurname)) : [[givenKey(word)]]
  const given = keys.map((terms) => person(terms, PERSON.confidence))
  const surnames = surnameKeys(word).map((key) => person([key], SURNAME_CONFIDENCE))
  return [...given, ...surnames].filter((found) => isKnown(found, lexicon))
}

function person(keys: readonly string[], confidence: number): Interpretation {
  return { source: 'person', confidence, terms: keys.map((text) => ({ text, weight: PERSON.weight })) }
}

/** What a word that nobody knows was meant to be, or begins. */
export function spelled(word: string, { vocabulary, spelling }: Lexicon): Interpretation[] {
  const [own] = termsOf(word)
  if (!own || !BEGINNING.test(word) || vocabulary.has(own.text)) return []
  const corrections = spelling.corrections(word)
  if (corrections.length > 0) {
    const found = corrections.map(({ word, edits }) =>
      guess('corrected', word, CORRECTED.factor / edits, CORRECTED.confidence),
    )
    return distinct(found)
  }
  return spelling
    .completions(word)
    .map((completion) => guess('completed', completion, COMPLETED.factor, COMPLETED.confidence))
}

/** What a word in Hangul that nobody knows was before a key was missed: known words, the most frequent first. */
export function mistyped(word: string, { vocabulary }: Lexicon): Interpretation[] {
  const frequency = (root: string) =>
    root.length < SHORT_WORD ? 0 : vocabulary.frequency(root.length === SHORT_WORD ? `=${root}` : root)
  if (stem(word).length < SHORT_WORD || frequency(stem(word)) > 0) return []
  const roots = new Set(withoutMissedKey(word).map((other) => stem(other)))
  return [...roots]
    .filter((root) => frequency(root) > 0)
    .sort((a, b) => frequency(b) - frequency(a))
    .slice(0, MISTYPED.most)
    .map((root) => guess('corrected', root, CORRECTED.factor, mistypedConfidence(root)))
}

// 게시 is a word by itself, and no 개시.
const mistypedConfidence = (root: string): number =>
  root.length === SHORT_WORD ? MISTYPED.shortConfidence : CORRECTED.confidence

function guess(
  source: InterpretationSource,
  word: string,
  factor: number,
  confidence: number,
): Interpretation {
  return { source, confidence, terms: writtenTerms(termsOf(word), factor) }
}

// A word and its plural are one term.
function distinct(found: readonly Interpretation[]): Interpretation[] {
  return found.filter(
    ({ terms }, i) => found.findIndex((other) => other.terms[0]?.text === terms[0]?.text) === i,
  )
}

/** Words of the other script that sound like this one, and letters that it spells out. */
export function sounding(word: string, lexicon: Lexicon): Interpretation[] {
  const letters = isHangul(word)
    ? forms(word)
        .map(spelledLetters)
        .find((spelling) => lexicon.vocabulary.has(spelling))
    : ''
  if (letters) return [guess('sound', letters, SOUND_FACTOR, 1)]
  const known = lexicon.vocabulary.has(isHangul(word) ? stem(word) : (termsOf(word)[0]?.text ?? word))
  // 앱이 is 앱 with a particle rather than an API.
  if (known && isHangul(word) && stem(word).length === 1) return []
  const found = isHangul(word) ? ofHangul(word, known, lexicon) : lexicon.inHangul(word)
  const sure = known
    ? found.filter(
        (s) => s.similarity >= KNOWN_WORD_SIMILARITY && (isHangul(word) || s.word.length > SHORT_WORD),
      )
    : found
  return best(sure).map(({ word, similarity }) => guess('sound', word, SOUND_FACTOR * similarity, similarity))
}

// A known word of two syllables is no loanword often enough, unless it sounds the same.
function ofHangul(word: string, known: boolean, lexicon: Lexicon): Sounding[] {
  const candidates = forms(word).filter((form) => form.length > SHORT_WORD || !lexicon.vocabulary.has(form))
  const latin = forms(word).flatMap((form) => {
    const least = candidates.includes(form) ? 0 : KNOWN_SHORT_SIMILARITY
    return lexicon.inLatin(form).filter(({ similarity }) => similarity >= least)
  })
  if (known || stem(word).length <= SHORT_WORD) return latin
  const hangul = candidates.flatMap((form) => lexicon.inHangul(form))
  return [...latin, ...hangul.filter(({ similarity }) => similarity >= SAME_SCRIPT_SIMILARITY)]
}

/** Two words that others write as one: 쿠버 네티스, sonar qube, jin woong. Two known words are two words. */
export function joined(
  spellings: readonly string[],
  span: readonly string[],
  lexicon: Lexicon,
): Interpretation[] {
  const [spelling = ''] = spellings
  if (span.length !== 2 || span.every((word) => lexicon.has(word))) return []
  if (!/^[a-z]+$|^[가-힣]+$/.test(spelling)) return []
  const own = spellings.map(
    (joint): Interpretation => ({
      source: 'joined',
      confidence: 1,
      terms: writtenTerms(
        termsOf(joint)
          .filter(({ kind }) => kind === 'word')
          .slice(-1),
      ),
    }),
  )
  const name = isHangul(spelling) ? [] : [person([givenKey(spelling)], PERSON.confidence)]
  const known = [...own, ...name].filter((found) => isKnown(found, lexicon))
  if (known.length > 0) return known
  const found = isHangul(spelling)
    ? spellings.flatMap((form) => lexicon.inLatin(form))
    : lexicon.inHangul(span.join(' '))
  const sure = found.filter(({ similarity }) => similarity >= JOINED_SIMILARITY)
  return best(sure).map(({ word, similarity }) => guess('sound', word, SOUND_FACTOR * similarity, similarity))
}

/** Names that captions seem to say in other words. */
export function misheard(names: readonly string[], { vocabulary }: Lexicon): Interpretation[] {
  const heard = [...new Set(names.map(heardTerm))].filter((term) => vocabulary.has(term))
  return heard.map((text) => ({
    source: 'sound',
    confidence: MISHEARD.confidence,
    terms: [{ text, weight: 1 }],
  }))
}

const best = (found: readonly Sounding[]): Sounding[] =>
  [...found].sort((a, b) => b.similarity - a.similarity).slice(0, MOST_SOUNDINGS)
