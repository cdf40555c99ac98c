import type { Concept } from '../../knowledge/concepts/concepts.js'
import { remember } from '../../text/remember.js'
import { ENGLISH_STOP_WORDS } from '../text/closed-classes.js'
import { isHangul, stem } from '../text/korean.js'
import { type Begun, Waiting } from '../text/waiting.js'
import { compose, lower, wordsOf } from '../text/words.js'
import type { Lookup } from './concept-tables.js'
import { glossaryKey } from './glossary-table.js'
import { stemOf } from './stem-table.js'

interface ConceptName {
  readonly concept: Concept
  readonly name: string
}

/**
 * Concepts by any of their names, as it is written or in another form. There are tens of thousands of names: those that
 * begin with a letter get their keys when a question first has a word with it.
 */
export class ConceptNames {
  readonly #written: Waiting<ConceptName>
  readonly #formed = new Waiting<ConceptName>(({ concept, name }) => this.#put(formKey(name), concept))
  readonly #made = new Map<string, Concept>()
  readonly #byKey: Lookup<Concept>

  /** `byKey`: a table of keys that was made of all names; then there are no concepts to make keys of. */
  constructor(concepts: readonly Concept[], byKey?: Lookup<Concept>) {
    this.#byKey = byKey ?? this.#made
    this.#written = new Waiting(
      ({ concept, name }) => this.#put(glossaryKey(name), concept),
      this.#namesOf(concepts),
    )
  }

  *#namesOf(concepts: readonly Concept[]): Generator<Begun<ConceptName>, void> {
    for (const concept of concepts) {
      for (const name of concept.names) {
        const one = { concept, name }
        if (isInflected(one)) this.#formed.add(initialOfFormed(name), one)
        yield [initialOfWritten(name), one]
      }
    }
  }

  /** Looks at all names, in steps: the first question would wait for that. */
  *look(): Generator<undefined, void> {
    yield* this.#written.look()
    yield* this.#formed.look()
  }

  /** Makes all keys, in steps. */
  *prepare(): Generator<undefined, void> {
    yield* this.#written.takeAll()
    yield* this.#formed.takeAll()
  }

  /** All concepts by their keys. */
  whole(): ReadonlyMap<string, Concept> {
    for (const _ of this.prepare());
    return this.#made
  }

  readonly find = remember(
    (spelling: string) => this.#at(glossaryKey(spelling)) ?? this.#at(formKey(spelling)),
  )

  #at(key: string): Concept | undefined {
    const initial = key.charAt(0)
    // Names as they are written go first: "product" is no form of "productivity".
    this.#written.take(initial)
    this.#formed.take(initial)
    return this.#byKey.get(key)
  }

  #put(key: string, concept: Concept): void {
    if (!this.#made.has(key)) this.#made.set(key, concept)
  }
}

// Optimization is no form of Optimizely, nor content of Contentful.
const isInflected = ({ concept: { kind }, name }: ConceptName): boolean => kind !== 'tool' || /\s/.test(name)

// One key for the forms of a name: `slow queries` and `slow query`, 줄이는 and 줄이기. Questions come without words that
// glue (single point failure), so names of several words do, too; `on call` stays what it is.
function formKey(name: string): string {
  const words = wordsOf(lower(compose(name))).map(({ text }) => text)
  const content = words.filter((word) => !ENGLISH_STOP_WORDS.has(word))
  return (content.length > 1 ? content : words).map(plain).join('')
}

function plain(word: string): string {
  if (/^[a-z]{3,}$/.test(word)) return stemOf(word)
  if (!isHangul(word)) return word
  const noun = stem(word)
  // 과로 is no 과.
  return (noun.length > 1 ? noun : word).replace(/(?<=..)(기|는|고|면|려면|려고|지|던)$/u, '')
}

// The first letter of a key. Nearly all names begin with it, and need not be cut for that.
function initialOfWritten(name: string): string {
  return plainInitial(name) ?? glossaryKey(name).charAt(0)
}

function initialOfFormed(name: string): string {
  const initial = plainInitial(name)
  if (initial === undefined) return formKey(name).charAt(0)
  if (isHangul(initial)) return initial
  const end = name.search(AFTER_WORD)
  const isPlain = end < 0 || name.charCodeAt(end) < 0xc0 || name.charCodeAt(end) > 0x24f
  const first = (end < 0 ? name : name.slice(0, end)).toLowerCase()
  return isPlain && !ENGLISH_STOP_WORDS.has(first) ? initial : formKey(name).charAt(0)
}

const AFTER_WORD = /[^A-Za-z0-9]/

/** The first character, small, where it is a letter or a digit of ASCII, or a syllable. */
function plainInitial(name: string): string | undefined {
  const code = name.charCodeAt(0)
  if (code >= 0x41 && code <= 0x5a) return String.fromCharCode(code + 0x20)
  const isPlain = (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)
  return isPlain || (code >= 0xac00 && code <= 0xd7a3) ? name.charAt(0) : undefined
}
