import { disassembleCompleteCharacter } from 'es-hangul'
import type { Concept } from '../../knowledge/concepts/concepts.js'
import { remember } from '../../text/remember.js'
import { type Begun, Waiting } from '../text/waiting.js'
import { LONGEST_PHRASE_GAP } from '../tuning.js'
import type { Lookup, Phrase } from './concept-tables.js'
import { contentWords, formsOf } from './concept-words.js'

/** A concept that a question says in several words, in any order and inflection. */
export interface SaidConcept {
  readonly concept: Concept
  /** Places of its words in the question, rising. */
  readonly words: readonly number[]
}

/** A name that nobody has asked for yet. */
interface WaitingName {
  readonly concept: Concept
  readonly place: number
  readonly name: string
}

/**
 * Names of several words, such as `쿼리가 느리다`, found however a question says them: 느려진 쿼리, 쿼리가 왜 이렇게 느려요.
 * Those that begin with a letter are cut into words when a question first has a word with it.
 */
export class PhraseTable {
  readonly #waiting: Waiting<WaitingName>
  readonly #isGiven: boolean
  /** The phrases under a form of their first word, or of their rarest, by the forms of another of their words. */
  readonly #pairsOf: (form: string) => PhrasePairs | undefined
  readonly #made = new Map<string, Map<string, Phrase[]>>()

  /** `phrases`: a table that was made of all names; then there are no concepts to make one of. */
  constructor(concepts: readonly Concept[], phrases?: Lookup<readonly Phrase[]>) {
    this.#isGiven = phrases !== undefined
    this.#pairsOf = phrases ? remember((form) => pairsOf(form, phrases)) : (form) => this.#made.get(form)
    this.#waiting = new Waiting((one) => this.#add(one), namesOf(concepts))
  }

  /** The concepts whose words all stand near each other in a question; those of most words first, each once. */
  find(question: readonly string[]): SaidConcept[] {
    if (!this.#isGiven) for (const word of question) this.#waiting.take(initialOf(word))
    if (question.length < 2) return []
    const forms = question.map(formsOf)
    const said = new Set(forms.flat())
    const candidates = new Set<Phrase>()
    for (const form of said) {
      const pairs = this.#pairsOf(form)
      if (!pairs) continue
      for (const other of said) {
        for (const phrase of pairs.get(other) ?? []) if (mayBeSaid(phrase, said)) candidates.add(phrase)
      }
    }
    if (candidates.size === 0) return []
    const found = [...candidates].flatMap((phrase) => {
      const words = placesOf(phrase, forms)
      return words ? [{ phrase, words }] : []
    })
    if (found.length > 1) found.sort(inOrder([...said]))
    return found
      .map(({ phrase: { concept }, words }) => ({ concept, words }))
      .filter((one, i, all) => all.findIndex(({ concept }) => concept === one.concept) === i)
  }

  /** Looks at all names, in steps: the first question would wait for that. */
  look(): Generator<undefined, void> {
    return this.#waiting.look()
  }

  /** Cuts all names, in steps. */
  prepare(): Generator<undefined, void> {
    return this.#waiting.takeAll()
  }

  /** All phrases, as the concepts have them. */
  whole(): readonly Phrase[] {
    for (const _ of this.prepare());
    const all = [...this.#made.values()].flatMap((pairs) => [...pairs.values()].flat())
    return [...new Set(all)].sort((a, b) => a.place - b.place)
  }

  #add({ concept, place, name }: WaitingName): void {
    const words = [...contentWords(name)].map(formsOf)
    if (words.length < 2) return
    const phrase = { concept, place, words }
    for (const form of words[0] ?? []) {
      const pairs = this.#made.get(form) ?? new Map<string, Phrase[]>()
      this.#made.set(form, pairs)
      addPair(pairs, form, phrase)
    }
  }
}

/** Those of most words first, then by which of the question's words they begin with, then as the concepts have them. */
function inOrder(said: readonly string[]) {
  const begin = ({ words: [first = []] }: Phrase) => said.findIndex((form) => first.includes(form))
  return (a: FoundPhrase, b: FoundPhrase) =>
    b.words.length - a.words.length || begin(a.phrase) - begin(b.phrase) || a.phrase.place - b.phrase.place
}

/** Phrases with one form, by the forms of another word: many names have one of a question's words, and nearly all lack another. */
type PhrasePairs = ReadonlyMap<string, readonly Phrase[]>

function pairsOf(form: string, phrases: Lookup<readonly Phrase[]>): PhrasePairs | undefined {
  const pairs = new Map<string, Phrase[]>()
  for (const phrase of phrases.get(form) ?? []) addPair(pairs, form, phrase)
  return pairs.size > 0 ? pairs : undefined
}

/** Adds a phrase with a form under those of a word that lacks it, or of its second word where none does. */
function addPair(pairs: Map<string, Phrase[]>, form: string, phrase: Phrase): void {
  const other = phrase.words.find((forms) => !forms.includes(form)) ?? phrase.words[1] ?? []
  for (const each of other) {
    const others = pairs.get(each)
    if (others) others.push(phrase)
    else pairs.set(each, [phrase])
  }
}

interface FoundPhrase {
  readonly phrase: Phrase
  readonly words: readonly number[]
}

/** Phrases by the forms of their rarest word: a question looks at few of those that it does not say. */
export function byRarestWord(phrases: readonly Phrase[]): ReadonlyMap<string, readonly Phrase[]> {
  const counts = new Map<string, number>()
  for (const form of phrases.flatMap(({ words }) => words.flat()))
    counts.set(form, (counts.get(form) ?? 0) + 1)
  const countOf = (forms: readonly string[]) => forms.reduce((sum, form) => sum + (counts.get(form) ?? 0), 0)
  const byForm = new Map<string, Phrase[]>()
  for (const phrase of phrases) {
    const rarest = [...phrase.words].sort((a, b) => countOf(a) - countOf(b))[0] ?? []
    for (const form of rarest) byForm.set(form, [...(byForm.get(form) ?? []), phrase])
  }
  return byForm
}

function mayBeSaid({ words }: Phrase, said: ReadonlySet<string>): boolean {
  for (const forms of words) if (!isSaid(forms, said)) return false
  return true
}

function isSaid(forms: readonly string[], said: ReadonlySet<string>): boolean {
  for (const form of forms) if (said.has(form)) return true
  return false
}

/** The names of several words by their first letters. */
function* namesOf(concepts: readonly Concept[]): Generator<Begun<WaitingName>, void> {
  let place = 0
  for (const concept of concepts) {
    for (const name of concept.names) {
      const first = name.includes(' ') ? contentWords(name).next().value : undefined
      if (first) yield [initialOf(first), { concept, place: place++, name }]
    }
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

// All forms of a word begin with the same letter, though not with the same syllable: 커요, 크다.
function initialOf(word: string): string {
  const first = word.charAt(0)
  return disassembleCompleteCharacter(first)?.choseong ?? first
}
