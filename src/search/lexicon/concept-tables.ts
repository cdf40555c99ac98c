import type { Concept } from '../../knowledge/concepts/concepts.js'

/** What stands under a key. */
export type Lookup<Value> = Pick<ReadonlyMap<string, Value>, 'get'>

/** What a graph of concepts looks up: filled as questions come, or made at the build. */
export interface ConceptTables {
  /** Concepts by the keys of their names. */
  readonly names: Lookup<Concept>
  /** Names of several words by the forms of one of their words. */
  readonly phrases: Lookup<readonly Phrase[]>
  readonly descriptions: Descriptions
  /** What is next below each concept, by its id. */
  readonly below: Lookup<readonly Expansion[]>
}

/** A name of several words. */
export interface Phrase {
  readonly concept: Concept
  /** Its place among all names of several words. */
  readonly place: number
  /** The forms of each word. */
  readonly words: readonly (readonly string[])[]
}

/** The words of names and descriptions. */
export interface Descriptions {
  /** By the forms of a word: the places of the concepts that have it, rising, each followed by how often it does. */
  readonly postings: Lookup<readonly number[]>
  /** How many words each concept has. */
  readonly lengths: readonly number[]
}

/** How a concept is reached from the one that was asked for. */
export type ExpansionRelation = 'narrower' | 'tool' | 'called for'

/** A concept below the one that was asked for; `steps` is 1 for its neighbours. */
export interface Expansion {
  readonly concept: Concept
  readonly relation: ExpansionRelation
  readonly steps: number
}

/** What is next below each concept, by its id. */
export function nextBelow(concepts: readonly Concept[]): ReadonlyMap<string, readonly Expansion[]> {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]))
  const below = new Map<string, Expansion[]>()
  const put = (id: string, concept: Concept, relation: ExpansionRelation) => {
    const expansion = { concept, relation, steps: 1 }
    const known = below.get(id)
    if (known) known.push(expansion)
    else below.set(id, [expansion])
  }
  for (const concept of concepts) {
    for (const id of concept.isA) put(id, concept, 'narrower')
    for (const id of concept.usedFor) put(id, concept, 'tool')
    for (const id of concept.leadsTo) {
      const topic = byId.get(id)
      if (topic) put(concept.id, topic, 'called for')
    }
  }
  return below
}
