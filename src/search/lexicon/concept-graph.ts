import type { Concept } from '../../knowledge/files/concepts.js'
import { ENGLISH_STOP_WORDS } from '../text/closed-classes.js'
import { isHangul, stem } from '../text/korean.js'
import { compose, lower, wordsOf } from '../text/words.js'
import { MOST_STEPS } from '../tuning.js'
import { glossaryKey } from './glossary.js'
import { PhraseTable, type SaidConcept } from './phrase-table.js'
import { stemOf } from './stem-table.js'

/** How a concept is reached from the one that was asked for. */
export type Relation = 'narrower' | 'tool' | 'called for'

/** A concept below the one that was asked for; `steps` is 1 for its neighbours. */
export interface Expansion {
  readonly concept: Concept
  readonly relation: Relation
  readonly steps: number
}

/** Concepts, found by any of their names, with what is below each. */
export class ConceptGraph {
  readonly #byKey = new Map<string, Concept>()
  readonly #byId: ReadonlyMap<string, Concept>
  readonly #below = new Map<string, Expansion[]>()
  /** All that is below the concepts that were asked for. */
  readonly #allBelow = new Map<string, readonly Expansion[]>()
  readonly #concepts: readonly Concept[]
  #phrases: PhraseTable | undefined

  /** `keys`: those of an equal graph, which take longer to make than the rest of it. */
  constructor(concepts: readonly Concept[], keys: ConceptKeys = keysOf(concepts)) {
    this.#concepts = concepts
    this.#byId = new Map(concepts.map((concept) => [concept.id, concept]))
    for (const [key, place] of keys) {
      const concept = concepts[place]
      if (concept) this.#byKey.set(key, concept)
    }
    for (const concept of concepts) {
      for (const id of concept.isA) this.#put(id, concept, 'narrower')
      for (const id of concept.usedFor) this.#put(id, concept, 'tool')
      for (const id of concept.leadsTo) {
        const topic = this.#byId.get(id)
        if (topic) this.#put(concept.id, topic, 'called for')
      }
    }
  }

  /** The concept that one of the spellings names. */
  find(...spellings: readonly string[]): Concept | undefined {
    for (const spelling of spellings) {
      const found = this.#byKey.get(glossaryKey(spelling)) ?? this.#byKey.get(conceptKey(spelling))
      if (found) return found
    }
    return undefined
  }

  /** The concepts that a question says in several words, see `PhraseTable`. */
  said(question: readonly string[]): readonly SaidConcept[] {
    this.#phrases ??= new PhraseTable(this.#concepts)
    return this.#phrases.find(question)
  }

  /** What is below a concept, the nearest first, each once. */
  below({ id }: Concept): readonly Expansion[] {
    const known = this.#allBelow.get(id)
    if (known) return known
    const below = this.#walk(id)
    this.#allBelow.set(id, below)
    return below
  }

  #walk(id: string): readonly Expansion[] {
    const found = new Map<string, Expansion>()
    let level = this.#below.get(id) ?? []
    for (let steps = 1; steps <= MOST_STEPS; steps++) {
      const fresh = level.filter(({ concept }) => concept.id !== id && !found.has(concept.id))
      for (const expansion of fresh) found.set(expansion.concept.id, { ...expansion, steps })
      // What a problem calls for keeps that distance from it, whatever is below.
      level = fresh.flatMap(({ concept, relation }) =>
        (this.#below.get(concept.id) ?? []).map((next) => ({
          ...next,
          relation: relation === 'called for' ? relation : next.relation,
        })),
      )
    }
    return [...found.values()]
  }

  #put(id: string, concept: Concept, relation: Relation): void {
    const expansion = { concept, relation, steps: 1 }
    const known = this.#below.get(id)
    if (known) known.push(expansion)
    else this.#below.set(id, [expansion])
  }
}

/** The keys of names, each with the place of its concept. */
export type ConceptKeys = readonly (readonly [key: string, place: number])[]

/** The keys of all names, as they are written and in one form. */
export function keysOf(concepts: readonly Concept[]): ConceptKeys {
  const places = new Map<string, number>()
  // Names as they are written go first: "product" is no form of "productivity".
  for (const keyOf of [glossaryKey, conceptKey]) {
    for (const [place, { names }] of concepts.entries()) {
      for (const key of names.map(keyOf)) if (!places.has(key)) places.set(key, place)
    }
  }
  return [...places]
}

// One key for the forms of a name: `slow queries` and `slow query`, 줄이는 and 줄이기. Questions come without words that
// glue (single point failure), so names of several words do, too; `on call` stays what it is.
function conceptKey(name: string): string {
  const words = wordsOf(lower(compose(name))).map(({ text }) => text)
  const content = words.filter((word) => !ENGLISH_STOP_WORDS.has(word))
  return (content.length > 1 ? content : words).map(plain).join('')
}

function plain(word: string): string {
  if (/^[a-z]{3,}$/.test(word)) return stemOf(word)
  return isHangul(word) ? stem(word).replace(/(?<=..)(기|는|고|면|려면|려고|지|던)$/u, '') : word
}
