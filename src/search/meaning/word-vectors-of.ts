import type { Concept } from '../../knowledge/concepts/concepts.js'
import { type CountedForms, conceptForms } from './concept-texts.js'
import { countTexts, preparedWords } from './prepared-words.js'
import { WordVectors } from './word-vectors.js'

const known = new WeakMap<readonly Concept[], WordVectors>()

/** Read once: it takes longer than what is made of it. */
let table: ReturnType<typeof preparedWords>

/**
 * The vectors of words in the shipped concepts, with those that only these concepts have; read in steps, once for the same
 * concepts. Undefined where the build has made none, and for fewer concepts than the shipped ones.
 */
export function* wordVectorsOf(concepts: readonly Concept[]): Generator<undefined, WordVectors | undefined> {
  const before = known.get(concepts)
  if (before) return before
  table ??= preparedWords()
  const texts = countTexts(concepts)
  if (!table || texts < table.texts) return undefined
  const words = new WordVectors(table)
  if (texts > table.texts) yield* words.learn(formsOfEach(concepts))
  known.set(concepts, words)
  return words
}

function* formsOfEach(concepts: readonly Concept[]): Generator<CountedForms, void> {
  for (const concept of concepts) yield conceptForms(concept)
}
