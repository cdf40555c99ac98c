import type { Concept } from '../../knowledge/concepts/concepts.js'
import { remember } from '../../text/remember.js'
import { SoundTable } from '../sound/sound-table.js'
import { singular } from '../text/english.js'
import { isHangul, stem, withoutSuffix } from '../text/korean.js'
import { phraseOf } from '../text/phrases.js'
import { nameSpellings, nameTerms, type Term, termsOf } from '../text/terms.js'
import { SHORT_WORD, SOUNDED_HANGUL, SOUNDED_LATIN } from '../tuning.js'
import { type ConceptGraph, graphOf } from './concept-graph.js'
import type { Expansion } from './concept-tables.js'
import { GlossaryTable } from './glossary-table.js'
import { SpellingTable } from './spelling.js'
import { StemTable } from './stem-table.js'
import { Vocabulary } from './vocabulary.js'

const SOUNDED = new RegExp(`^[a-z]{${SOUNDED_LATIN.shortest},${SOUNDED_LATIN.longest}}$`)

/** A spelling of a name, all of whose terms the notes have. */
export interface KnownName {
  readonly spelling: string
  readonly terms: readonly Term[]
  /** Flattened, where it has several words. */
  readonly phrase: string | undefined
}

/** A concept below another one, with those of its names that the notes have. */
export interface KnownExpansion {
  readonly expansion: Expansion
  readonly names: readonly KnownName[]
}

/** A term with its number in the vocabulary. */
interface NumberedTerm {
  readonly text: string
  readonly number: number
}

const UNCOUNTED: NumberedTerm = { text: '', number: -1 }

/** What the notes know about words: which there are, and by what else than their letters they can be found. */
export class Lexicon {
  readonly vocabulary = new Vocabulary()
  readonly spelling = new SpellingTable((word) => this.vocabulary.frequency(singular(word)))
  readonly stems = new StemTable()
  readonly glossary: GlossaryTable
  readonly concepts: ConceptGraph
  /** The words of all sessions, each with its first term. */
  readonly #words = new Map<string, NumberedTerm>()
  /** Of names in the tables that were looked up: a question about a broad concept looks up hundreds. */
  readonly #knownNames = new Map<string, readonly KnownName[]>()
  /** What is below concepts that were asked for. */
  readonly #knownBelow = new Map<string, readonly KnownExpansion[]>()
  /** Whether the notes have the words that were asked for: each is looked up a dozen times in a question. */
  #had = this.#remembered()
  readonly #hangul = new SoundTable()
  readonly #latin = new SoundTable()

  constructor(glossary: readonly (readonly string[])[], concepts: readonly Concept[] = []) {
    this.glossary = new GlossaryTable(glossary)
    this.concepts = graphOf(concepts)
  }

  /** The words of all sessions, each once. */
  words(): Iterable<string> {
    return this.#words.keys()
  }

  /** Learns the words of a session, and gives the numbers of its fields' terms in the vocabulary. */
  add(fields: readonly (readonly Term[])[]): number[][] {
    this.#knownNames.clear()
    this.#knownBelow.clear()
    this.#had = this.#remembered()
    this.vocabulary.beginSession()
    return fields.map((terms) => terms.map((term) => this.#count(term)))
  }

  // Looking words up is most of building a large archive's index: nearly all have one term, which is remembered with them.
  #count({ word, text }: Term): number {
    const known = this.#words.get(word)
    if (known?.text === text) return this.vocabulary.countAgain(known.number)
    const number = this.vocabulary.count(text)
    if (!known) {
      this.#words.set(word, { text, number })
      this.#learn(word)
    }
    return number
  }

  /** Whether the notes have the word. */
  has(word: string): boolean {
    return this.#had(word)
  }

  #remembered(): (word: string) => boolean {
    return remember((word) => {
      const own = termsOf(word).filter((term) => term.kind === 'word')
      return own.length > 0 && own.every((term) => this.vocabulary.has(term.text))
    })
  }

  /** Whether the notes have the word, or one that means or sounds the same. */
  knows(word: string): boolean {
    if (this.has(word)) return true
    const spellings = isHangul(word) ? forms(word) : [word]
    if (this.isNamed(word)) return true
    return (
      isHangul(word) && word.length > SHORT_WORD && spellings.some((form) => this.inLatin(form).length > 0)
    )
  }

  /** Whether the glossary or the concepts have the word. */
  readonly isNamed = remember((word: string): boolean => {
    const spellings = isHangul(word) ? forms(word) : [word]
    return this.glossary.namesFor(...spellings).length > 0 || this.concepts.find(...spellings) !== undefined
  })

  /** Whether the notes have the word by itself, or the tables do; not as a piece of a longer word. */
  hasNoun(word: string): boolean {
    return (
      word.length > 1 && (this.vocabulary.has(word.length === 2 ? `=${word}` : word) || this.isNamed(word))
    )
  }

  /** The spellings of a name in the tables that the notes have. */
  knownSpellings(name: string): readonly KnownName[] {
    const looked = this.#knownNames.get(name)
    if (looked) return looked
    const known = nameSpellings(name)
      .map((spelling) => ({ spelling, terms: nameTerms(spelling) }))
      .filter(({ terms }) => terms.length > 0 && terms.every(({ text }) => this.vocabulary.has(text)))
      .map((name) => ({ ...name, phrase: phraseOf(name.spelling) }))
    this.#knownNames.set(name, known)
    return known
  }

  /** What is below a concept, as far as the notes have a name of it; the nearest first. */
  knownBelow(concept: Concept): readonly KnownExpansion[] {
    const looked = this.#knownBelow.get(concept.id)
    if (looked) return looked
    const known = this.concepts
      .below(concept)
      .map((expansion) => ({
        expansion,
        names: expansion.concept.names.flatMap((name) => this.knownSpellings(name)),
      }))
      .filter(({ names }) => names.length > 0)
    this.#knownBelow.set(concept.id, known)
    return known
  }

  /** Words in Hangul that sound like this one. */
  inHangul(word: string) {
    return this.#hangul.lookup(word)
  }

  /** Words in Latin letters that sound like this one. */
  inLatin(word: string) {
    return this.#latin.lookup(word)
  }

  /** Makes the tables of concepts, spelling, stems and sound whole, in steps; else they grow when words are first looked up. */
  *prepare(): Generator<undefined, void> {
    const tables = [this.concepts, this.spelling, this.stems, this.#latin, this.#hangul]
    for (const table of tables) yield* table.prepare()
  }

  /** What a half-typed word may become in the other script. */
  completions(start: string): string[] {
    const spellings = isHangul(start) ? forms(start) : [start]
    const sounding = isHangul(start) ? spellings.flatMap((form) => this.inLatin(form)) : this.inHangul(start)
    return [
      ...spellings.flatMap((form) => this.glossary.completions(form)),
      ...sounding.map(({ word }) => word),
    ]
  }

  /** Takes over a word that was learnt at another time. */
  restore(word: string): void {
    this.#words.set(word, UNCOUNTED)
    this.#learn(word)
  }

  /** Learns by what else than its letters a word can be found. */
  #learn(word: string): void {
    this.spelling.add(word)
    this.stems.add(word)
    if (SOUNDED.test(word)) this.#latin.add(word)
    if (!isHangul(word)) return
    if (stem(word).length < SOUNDED_HANGUL.shortest) return
    for (const form of forms(word)) if (form.length <= SOUNDED_HANGUL.longest) this.#hangul.add(form)
  }
}

/** A word in Hangul as it is, and without one and two suffixes: the stem of 파이프라인 is 파이프라. */
export function forms(word: string): string[] {
  return [...new Set([word, withoutSuffix(word), stem(word)])].filter((form) => form.length > 1)
}
