import type { Concept } from '../../knowledge/concepts/concepts.js'
import { MOST_STEPS } from '../tuning.js'
import { ConceptNames } from './concept-names.js'
import { type ConceptTables, type Expansion, type Lookup, nextBelow } from './concept-tables.js'
import { type DescribedConcept, DescriptionTable } from './description-table.js'
import { PhraseTable, type SaidConcept } from './phrase-table.js'
import { preparedTablesOf } from './prepared-tables.js'

const graphs = new WeakMap<readonly Concept[], ConceptGraph>()

/** The graph of these very concepts: notes change, and the tables of tens of thousands of names stay. */
export function graphOf(concepts: readonly Concept[]): ConceptGraph {
  const graph = graphs.get(concepts) ?? new ConceptGraph(concepts, preparedTablesOf(concepts))
  graphs.set(concepts, graph)
  return graph
}

/** Concepts, found by any of their names, with what is below each. */
export class ConceptGraph {
  readonly #names: ConceptNames
  readonly #below: Lookup<readonly Expansion[]>
  /** All that is below the concepts that were asked for. */
  readonly #allBelow = new Map<string, readonly Expansion[]>()
  readonly #phrases: PhraseTable
  readonly #descriptions: DescriptionTable

  /** `made`: the tables of these concepts, which are not made here then. */
  constructor(concepts: readonly Concept[], made?: ConceptTables) {
    this.#names = new ConceptNames(made ? [] : concepts, made?.names)
    this.#phrases = new PhraseTable(made ? [] : concepts, made?.phrases)
    this.#descriptions = new DescriptionTable(concepts, made?.descriptions)
    this.#below = made?.below ?? nextBelow(concepts)
  }

  /** The concept that one of the spellings names. */
  find(...spellings: readonly string[]): Concept | undefined {
    for (const spelling of spellings) {
      const found = this.#names.find(spelling)
      if (found) return found
    }
    return undefined
  }

  /** The concepts that a question says in several words, see `PhraseTable`. */
  said(question: readonly string[]): readonly SaidConcept[] {
    return this.#phrases.find(question)
  }

  /** The concepts that words of a question describe, see `DescriptionTable`. */
  described(words: Parameters<DescriptionTable['find']>[0]): readonly DescribedConcept[] {
    return this.#descriptions.find(words)
  }

  /** Looks at all names, in steps: the first question would wait for that. */
  *look(): Generator<undefined, void> {
    yield* this.#names.look()
    yield* this.#phrases.look()
  }

  /** Makes the keys of all names, and the tables of phrases and descriptions, in steps. */
  *prepare(): Generator<undefined, void> {
    yield* this.#descriptions.prepare()
    yield* this.#names.prepare()
    yield* this.#phrases.prepare()
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
    let level: readonly Expansion[] = this.#below.get(id) ?? []
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
}
