import { LONGEST_ENTRY } from '../lexicon/glossary.js'
import { forms, type Lexicon } from '../lexicon/lexicon.js'
import { givenKey, hangulKeys, surnameKeys } from '../names/names.js'
import { spelledLetters } from '../sound/korean-phones.js'
import type { Sounding } from '../sound/sound-table.js'
import { isHangul, stem } from '../text/korean.js'
import { termsOf } from '../text/terms.js'
import { ownReading, type Reading } from './interpretation.js'

const OTHER_NAME = { factor: 0.8, certainty: 0.9 }
const CORRECTED = 0.8
const COMPLETED = { factor: 0.5, certainty: 0.7 }
// Ours: a question that holds more words nobody knows is no question to us.
const MOST_UNKNOWN = 8
const SOUND_FACTOR = 0.7
const NAME = { weight: 1.6, certainty: 0.9 }
const SURNAME_CERTAINTY = 0.45
const JOINED_CERTAINTY = 0.95

/**
 * Other ways to understand each word of a question, in the order of the words: by the glossary, else by spelling
 * and sound. What two words say together is a reading of both.
 */
export function otherReadings(words: readonly string[], lexicon: Lexicon): Reading[][] {
  const readings: Reading[][] = words.map(() => [])
  const looked = new Set(words.filter((word) => !lexicon.has(word)).slice(0, MOST_UNKNOWN))
  for (let length = LONGEST_ENTRY; length >= 1; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const span = words.slice(start, start + length)
      if (span.some((word) => !looked.has(word) && !lexicon.has(word))) continue
      if (readings.slice(start, start + length).some((known) => known.length > 0)) continue
      for (const reading of spanReadings(span, lexicon)) {
        for (let i = start; i < start + length; i++) readings[i]?.push(reading)
      }
    }
  }
  return readings
}

function spanReadings(span: readonly string[], lexicon: Lexicon): Reading[] {
  const [first = ''] = span
  const before = span.slice(0, -1).join('')
  const last = span.at(-1) ?? ''
  const spellings = isHangul(last) ? forms(last).map((form) => before + form) : [before + last]
  if (spellings.length === 0) spellings.push(before + last)
  const names = lexicon.glossary.namesFor(...spellings)
  if (names.length > 0) return names.map((name) => named(name)).filter((reading) => isKnown(reading, lexicon))
  if (span.length > 1) return mayJoin(span, lexicon) ? joined(spellings, span.join(' '), lexicon) : []
  const corrected = spelled(first, lexicon)
  return [...asName(first, lexicon), ...(corrected.length > 0 ? corrected : sounding(first, lexicon))]
}

const named = (name: string): Reading => ownReading(termsOf(name), OTHER_NAME.factor, OTHER_NAME.certainty)

const isKnown = (reading: Reading, { vocabulary }: Lexicon): boolean =>
  reading.terms.some((term) => vocabulary.has(term.text))

// A surname alone is weak evidence: "song" and "go" are words as well.
function asName(word: string, lexicon: Lexicon): Reading[] {
  const keys = isHangul(word) ? forms(word).map(hangulKeys) : [[givenKey(word)]]
  const given = keys.map((terms) => reading(terms, NAME.weight, NAME.certainty))
  const surnames = surnameKeys(word).map((key) => reading([key], NAME.weight, SURNAME_CERTAINTY))
  return [...given, ...surnames].filter((found) => allKnown(found, lexicon))
}

function reading(terms: readonly string[], weight: number, certainty: number): Reading {
  return { certainty, terms: terms.map((text) => ({ text, weight })) }
}

const allKnown = ({ terms }: Reading, { vocabulary }: Lexicon): boolean =>
  terms.length > 0 && terms.every(({ text }) => vocabulary.has(text))

function spelled(word: string, { vocabulary, spelling }: Lexicon): Reading[] {
  const [own] = termsOf(word)
  if (!own || !/^[a-z]{3,}$/.test(word) || vocabulary.has(own.text)) return []
  const corrections = spelling.corrections(word)
  if (corrections.length > 0) {
    return distinct(
      corrections.map(({ word, edits }) => ownReading(termsOf(word), CORRECTED / edits, CORRECTED)),
    )
  }
  return spelling
    .completions(word)
    .map((completion) => ownReading(termsOf(completion), COMPLETED.factor, COMPLETED.certainty))
}

// A word and its plural are one term.
function distinct(readings: readonly Reading[]): Reading[] {
  return readings.filter(
    ({ terms }, i) => readings.findIndex((other) => other.terms[0]?.text === terms[0]?.text) === i,
  )
}

function sounding(word: string, lexicon: Lexicon): Reading[] {
  const letters = isHangul(word)
    ? forms(word)
        .map(spelledLetters)
        .find((l) => lexicon.vocabulary.has(l))
    : ''
  if (letters) return [ownReading(termsOf(letters), SOUND_FACTOR, 0.9)]
  const known = lexicon.vocabulary.has(isHangul(word) ? stem(word) : (termsOf(word)[0]?.text ?? word))
  const found = isHangul(word) ? ofHangul(word, known, lexicon) : lexicon.inHangul(word)
  const sure = known
    ? found.filter((s) => s.similarity >= 0.93 && (isHangul(word) || s.word.length > 2))
    : found
  return best(sure, lexicon).map(({ word, similarity }) =>
    ownReading(termsOf(word), SOUND_FACTOR * similarity * (known ? 0.5 : 1), similarity),
  )
}

// A known word of two syllables is no loanword often enough.
function ofHangul(word: string, known: boolean, lexicon: Lexicon): Sounding[] {
  const candidates = forms(word).filter((form) => form.length > 2 || !lexicon.vocabulary.has(form))
  const latin = candidates.flatMap((form) => lexicon.inLatin(form))
  if (known || stem(word).length < 3) return latin
  return [
    ...latin,
    ...candidates.flatMap((form) => lexicon.inHangul(form).filter((s) => s.similarity >= 0.9)),
  ]
}

// Two known words are two words: what they happen to spell together would only distract.
const mayJoin = (span: readonly string[], lexicon: Lexicon): boolean =>
  span.length === 2 && span.some((word) => !lexicon.has(word))

// Two words that others write as one: 쿠버 네티스, sonar qube, jin woong.
function joined(spellings: readonly string[], spoken: string, lexicon: Lexicon): Reading[] {
  const [spelling = ''] = spellings
  if (!/^[a-z]+$|^[가-힣]+$/.test(spelling)) return []
  const own = spellings.map((joint) => ownReading(termsOf(joint).slice(-1), 1, JOINED_CERTAINTY))
  const name = isHangul(spelling) ? [] : [reading([givenKey(spelling)], NAME.weight, NAME.certainty)]
  const known = [...own, ...name].filter((found) => allKnown(found, lexicon))
  if (known.length > 0) return known
  const found = isHangul(spelling) ? spellings.flatMap((s) => lexicon.inLatin(s)) : lexicon.inHangul(spoken)
  const sure = found.filter(({ similarity }) => similarity >= 0.85)
  return best(sure, lexicon).map(({ word, similarity }) =>
    ownReading(termsOf(word), SOUND_FACTOR * similarity, similarity),
  )
}

// The best two that are nearly as good; between near ones the more frequent word is meant.
function best(found: readonly Sounding[], { vocabulary }: Lexicon): Sounding[] {
  const ranked = found
    .map((sounding) => ({
      ...sounding,
      rank:
        sounding.similarity +
        0.02 * Math.log10(1 + vocabulary.frequency(termsOf(sounding.word).at(-1)?.text ?? '')),
    }))
    .sort((a, b) => b.rank - a.rank)
  const top = ranked[0]?.rank ?? 0
  return ranked.filter(({ rank }) => rank >= top - 0.03).slice(0, 2)
}
