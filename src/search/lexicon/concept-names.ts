import type { Concept } from '../../knowledge/files/concepts.js'
import { remember } from '../../text/remember.js'
import { ENGLISH_STOP_WORDS } from '../text/closed-classes.js'
import { isHangul, stem } from '../text/korean.js'
import { Waiting } from '../text/waiting.js'
import { compose, lower, wordsOf } from '../text/words.js'
import { glossaryKey } from './glossary.js'
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
  readonly #written = new Waiting<ConceptName>()
  readonly #formed = new Waiting<ConceptName>()
  readonly #byKey = new Map<string, Concept>()

  constructor(concepts: readonly Concept[]) {
    for (const concept of concepts) {
      for (const name of concept.names) {
        const one = { concept, name }
        this.#written.add(initialOfWritten(name), one)
        this.#formed.add(initialOfFormed(name), one)
      }
    }
  }

  readonly find = remember((spelling) => this.#at(glossaryKey(spelling)) ?? this.#at(formKey(spelling)))

  #at(key: string): Concept | undefined {
    const initial = key.charAt(0)
    // Names as they are written go first: "product" is no form of "productivity".
    for (const { concept, name } of this.#written.take(initial)) this.#put(glossaryKey(name), concept)
    for (const { concept, name } of this.#formed.take(initial)) this.#put(formKey(name), concept)
    return this.#byKey.get(key)
  }

  #put(key: string, concept: Concept): void {
    if (!this.#byKey.has(key)) this.#byKey.set(key, concept)
  }
}

// One key for the forms of a name: `slow queries` and `slow query`, 줄이는 and 줄이기. Questions come without words that
// glue (single point failure), so names of several words do, too; `on call` stays what it is.
function formKey(name: string): string {
  const words = wordsOf(lower(compose(name))).map(({ text }) => text)
  const content = words.filter((word) => !ENGLISH_STOP_WORDS.has(word))
  return (content.length > 1 ? content : words).map(plain).join('')
}

function plain(word: string): string {
  if (/^[a-z]{3,}$/.test(word)) return stemOf(word)
  return isHangul(word) ? stem(word).replace(/(?<=..)(기|는|고|면|려면|려고|지|던)$/u, '') : word
}

// The first letter of a key. Nearly all names begin with it, and need not be cut for that.
function initialOfWritten(name: string): string {
  return /^[a-z0-9가-힣]/iu.test(name) ? name.charAt(0).toLowerCase() : glossaryKey(name).charAt(0)
}

function initialOfFormed(name: string): string {
  const [first = ''] = /^(?:[a-z0-9]+(?![\u00c0-\u024f])|[가-힣])/iu.exec(name) ?? []
  const isContent = first !== '' && !ENGLISH_STOP_WORDS.has(first.toLowerCase())
  return isContent ? first.charAt(0).toLowerCase() : formKey(name).charAt(0)
}
