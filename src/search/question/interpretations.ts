import type { Concept } from '../../knowledge/concepts/concepts.js'
import { remember } from '../../text/remember.js'
import type { KnownName, Lexicon } from '../lexicon/lexicon.js'
import type { SaidConcept } from '../lexicon/phrase-table.js'
import { spellingsOf } from '../lexicon/spans.js'
import { phraseOf } from '../text/phrases.js'
import { termsOf } from '../text/terms.js'
import {
  DESCRIBED,
  LONGEST_NAME,
  MOST_REMEMBERED_SPANS,
  MOST_UNKNOWN_WORDS,
  OTHER_NAME,
  STEM,
} from '../tuning.js'
import { expansions } from './expansions.js'
import { asPerson, isKnown, joined, misheard, mistyped, sounding, spelled } from './guesses.js'
import { type Interpretation, writtenTerms } from './interpretation.js'
import { roleOf } from './word-role.js'

/** A concept that the question names. */
export interface NamedConcept {
  readonly concept: Concept
  /** The words that name it, by their place among the words of the plan. */
  readonly words: readonly number[]
}

/**
 * How a question is read: for what it names, or also for what it describes, which brings more and is less sure. In a large
 * archive talks say the words themselves.
 */
export type Reading = 'by name' | 'by description'

/** The words of a question, understood by what they name. */
export interface Interpreted {
  /** Other ways to understand each word, in the order of the words. */
  readonly interpretations: readonly (readonly Interpretation[])[]
  /** Of each word the others of its stem, where that may be meant: the weakest way of all. */
  readonly stems: readonly (readonly Interpretation[])[]
  /** For each place of a word that is part of a known name of several words, the places of that name. */
  readonly compounds: ReadonlyMap<number, readonly number[]>
  readonly concepts: readonly NamedConcept[]
  /** Places of the words that the glossary or the concepts know. */
  readonly named: ReadonlySet<number>
}

/**
 * Other ways to understand each word of a question, each once in `words`: by the glossary and the concepts, else by
 * spelling and sound. Longer names go first, and what several words say together is an interpretation of each.
 */
export function interpret(words: readonly string[], lexicon: Lexicon, isSentence: boolean): Interpreted {
  const interpretations: Interpretation[][] = words.map(() => [])
  const compounds = new Map<number, readonly number[]>()
  const concepts: NamedConcept[] = []
  const named = new Set<number>()
  let unknown = 0
  /** Of each word, whether a name may have it: those are not that longer names have taken. */
  const isFree = words.map((word) => lexicon.has(word) || ++unknown <= MOST_UNKNOWN_WORDS)
  const understand = understanding(lexicon)
  for (let length = Math.min(LONGEST_NAME, words.length); length >= 1; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      if (isFree.slice(start, start + length).includes(false)) continue
      const meaning = understand(words.slice(start, start + length).join(' '))
      const { found, isNamed, concept } = meaning
      if (found.length === 0 && !isNamed) continue
      const places = Array.from({ length }, (_, i) => start + i)
      for (const place of places) {
        isFree[place] = false
        interpretations[place]?.push(...found)
        if (isNamed || found.some(isMeant)) named.add(place)
        if (isNamed && length > 1) compounds.set(place, places)
      }
      if (concept) concepts.push({ concept, words: places })
    }
  }
  for (const { concept, words: places } of saidIn(words, lexicon)) {
    if (concepts.some((named) => named.concept === concept)) continue
    const asked = places.map((place) => words[place] ?? '')
    if (!asked.some((word) => roleOf(word) === 'topic')) continue
    const together: Interpretation = { ...togetherOf(asked), confidence: OTHER_NAME.confidence }
    const found = [
      ...(isKnown(together, lexicon) ? [together] : []),
      ...meaningsOf(concept.names, concept, asked, lexicon),
    ]
    for (const place of places) {
      interpretations[place]?.push(...found)
      named.add(place)
    }
  }
  // Key words are as the person remembers them; a sentence inflects them.
  const stems = words.map((word) =>
    roleOf(word) === 'topic' && (isSentence || !lexicon.has(word)) ? stemmed(word, lexicon) : [],
  )
  return { interpretations, stems, compounds, concepts, named }
}

// A word that is spelled like one of the notes is no everyday word.
const isMeant = ({ source }: Interpretation): boolean => source === 'corrected' || source === 'joined'

/** What a word, or several in a row, may mean. */
interface SpanMeaning {
  readonly found: readonly Interpretation[]
  /** Whether the glossary or the concepts know the name. */
  readonly isNamed: boolean
  readonly concept?: NamedConcept['concept']
}

const understoodIn = new WeakMap<Lexicon, (span: string) => SpanMeaning>()

/** Understands words with spaces between them. People ask about few things: each is understood once. */
function understanding(lexicon: Lexicon): (span: string) => SpanMeaning {
  const known =
    understoodIn.get(lexicon) ??
    remember((words) => understandAnew(words.split(' '), lexicon), MOST_REMEMBERED_SPANS)
  understoodIn.set(lexicon, known)
  return known
}

function understandAnew(span: readonly string[], lexicon: Lexicon): SpanMeaning {
  const [first = ''] = span
  const spellings = spellingsOf(span)
  const isTopic = span.some((word) => roleOf(word) === 'topic')
  const concept = isTopic ? lexicon.concepts.find(...spellings, span.join(' ')) : undefined
  // In a large archive other names bring near talks before the one that is meant.
  const isSaid = lexicon.vocabulary.isLarge && span.every((word) => lexicon.has(word))
  const equals = concept && !isSaid ? concept.names : []
  const names = [...new Set([...lexicon.glossary.namesFor(...spellings), ...equals])]
  if (names.length > 0 || concept) {
    const compound = span.length > 1 ? [compoundOf(span)] : []
    const found = [
      ...compound.filter((one) => isKnown(one, lexicon)),
      ...meaningsOf(names, concept, span, lexicon),
      ...misheard([...spellings, ...names], lexicon),
    ]
    return { found, isNamed: true, ...(concept ? { concept } : {}) }
  }
  if (span.length > 1) return { found: joined(spellings, span, lexicon), isNamed: false }
  const corrected = spelled(first, lexicon)
  const guessed =
    corrected.length > 0 ? corrected : [...mistyped(first, lexicon), ...sounding(first, lexicon)]
  return { found: [...asPerson(first, lexicon), ...guessed], isNamed: false }
}

/** Names equal to what was asked, and what is below its concept. */
function meaningsOf(
  names: readonly string[],
  concept: Concept | undefined,
  asked: readonly string[],
  lexicon: Lexicon,
): Interpretation[] {
  return withoutLonger([
    ...names.flatMap((name) => lexicon.knownSpellings(name)).map(named),
    ...(concept ? expansions(concept, asked.join(' '), lexicon) : []),
  ])
}

// 인프라 모니터링 finds no more than its equal 모니터링 does, but for talks on 인프라.
function withoutLonger(found: readonly Interpretation[]): Interpretation[] {
  const equals = found.filter(({ source }) => source === 'equal name').map(textsOf)
  return found.filter((one) => {
    const texts = textsOf(one)
    return !equals.some((equal) => equal.size < texts.size && [...equal].every((text) => texts.has(text)))
  })
}

const textsOf = ({ terms }: Interpretation): ReadonlySet<string> => new Set(terms.map(({ text }) => text))

const named = ({ terms, phrase }: KnownName): Interpretation => ({
  phrase,
  source: 'equal name',
  confidence: OTHER_NAME.confidence,
  terms: writtenTerms(terms, OTHER_NAME.factor),
  whole: true,
})

const compoundOf = (span: readonly string[]): Interpretation => ({
  ...togetherOf(span),
  phrase: phraseOf(span.join(' ')),
})

// Words in any order.
const togetherOf = (words: readonly string[]): Interpretation => ({
  source: 'compound',
  confidence: 1,
  terms: writtenTerms(termsOf(words.join(' '))),
  whole: true,
})

/**
 * What the words of a question may mean by concepts that they describe, besides those that they name. Each is a guess, the
 * better the more of the question describes it.
 */
export function described(
  words: readonly { readonly text: string }[],
  concepts: readonly NamedConcept[],
  lexicon: Lexicon,
): readonly DescribedMeaning[] {
  const topic = words.flatMap(({ text }, place) => (roleOf(text) === 'topic' ? [{ text, place }] : []))
  return lexicon.concepts
    .described(topic)
    .filter(({ concept }) => !concepts.some((named) => named.concept === concept))
    .map(({ concept, words: places, share }) => {
      const asked = places.map((place) => words[place]?.text ?? '')
      const factor = DESCRIBED.confidence * Math.min(1, share / DESCRIBED.fullShare)
      const found = meaningsOf(concept.names, concept, asked, lexicon).map((one) => ({
        ...one,
        source: 'described' as const,
        confidence: one.confidence * factor,
        terms: one.terms.map(({ text, weight }) => ({ text, weight: weight * factor })),
        hop: one.hop ?? { asked: asked.join(' '), found: concept.id },
      }))
      return { words: places, found }
    })
}

interface DescribedMeaning {
  /** The places of the words that describe the concept. */
  readonly words: readonly number[]
  readonly found: readonly Interpretation[]
}

// In a large archive some talk says the words themselves.
function saidIn(words: readonly string[], { concepts, vocabulary }: Lexicon): readonly SaidConcept[] {
  return vocabulary.isLarge ? [] : concepts.said(words)
}

function stemmed(word: string, lexicon: Lexicon): Interpretation[] {
  return lexicon.stems.siblings(word).map((sibling) => ({
    source: 'stem',
    confidence: STEM.confidence,
    terms: writtenTerms(termsOf(sibling), STEM.factor),
  }))
}
