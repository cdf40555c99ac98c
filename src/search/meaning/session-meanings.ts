import type { Concept } from '../../knowledge/concepts/concepts.js'
import type { Passage, Session } from '../../knowledge/session.js'
import type { ConceptGraph } from '../lexicon/concept-graph.js'
import { contentWords } from '../lexicon/concept-words.js'
import { conceptsNamedBy } from '../lexicon/spans.js'
import { type Stretch, stretchesOf } from '../ranking/stretches.js'
import { LIKENESS_ORDER, MEANING_OF_TITLE } from '../tuning.js'
import { addScaled, dot, lengthOf, unit, unitBytes } from './vectors.js'
import type { WordVectors } from './word-vectors.js'
import { wordVectorsOf } from './word-vectors-of.js'

/** A part of a session, and where it points to: a unit vector times 127. */
interface PartMeaning {
  /** Absent for the title. */
  readonly stretch?: Stretch
  readonly vector: Int8Array
}

/** How like a session is to a question, by the part that is most. */
export interface Likeness {
  /** The cosine of the angle between them. */
  readonly cosine: number
  /** The same, less what words without a vector may mean. */
  readonly sure: number
  readonly stretch?: Stretch
}

/** What the sessions of a library are about, as vectors. */
export class SessionMeanings {
  readonly #sessions: readonly Session[]
  readonly #concepts: readonly Concept[]
  readonly #graph: ConceptGraph
  #words: WordVectors | undefined
  #parts: (readonly PartMeaning[])[] = []
  #state: 'unread' | 'being read' | 'read' = 'unread'

  /** `graph`: of the same concepts. */
  constructor(sessions: readonly Session[], concepts: readonly Concept[], graph: ConceptGraph) {
    this.#sessions = sessions
    this.#concepts = concepts
    this.#graph = graph
  }

  /** Reads all sessions, a part of one at each step. */
  *prepare(): Generator<undefined, void> {
    if (this.#state !== 'unread') return
    this.#state = 'being read'
    yield
    this.#words = yield* wordVectorsOf(this.#concepts)
    if (this.#words) {
      const words = this.#words
      const meaningOf = conceptMeanings(words)
      for (const session of this.#sessions) {
        const named = conceptsNamedBy([...contentWords(session.title)], this.#graph)
        const title = titleMeaning(session, named.map(meaningOf), words)
        this.#parts.push(yield* partsOf(session, title, words))
      }
    }
    this.#state = 'read'
  }

  /**
   * How like each session is to a text, by its place in the library. Undefined while they are being read, which nobody in a
   * chat should wait for, and where no word of the text has a meaning.
   */
  likenesses(text: string): readonly Likeness[] | undefined {
    if (this.#state === 'being read') return undefined
    for (const _ of this.prepare());
    const sum = this.#words?.sumOf(text)
    if (!this.#words || !sum) return undefined
    const share = this.#words.knownShareOf(text, sum)
    if (share === 0) return undefined
    const question = unit(sum)
    return this.#parts.map((parts) => likenessOf(parts, question, share))
  }

  /** The passage that is most like a text; undefined where none is like it at all. */
  nearest(text: string, passages: readonly Passage[]): Passage | undefined {
    const words = this.#words
    if (!words) return undefined
    const question = words.sumOf(text)
    let nearest: { readonly passage: Passage; readonly cosine: number } | undefined
    for (const passage of passages) {
      const cosine = dot(question, unit(words.sumOf(passage.text)))
      if (cosine > (nearest?.cosine ?? 0)) nearest = { passage, cosine }
    }
    return nearest?.passage
  }
}

/** Where concepts point to; each is read once. */
function conceptMeanings(words: WordVectors): (concept: Concept) => Float32Array {
  const read = new Map<Concept, Float32Array>()
  return (concept) => {
    const meaning = read.get(concept) ?? unit(words.sumOf(textOf(concept)))
    read.set(concept, meaning)
    return meaning
  }
}

const textOf = ({ names, about }: Concept): string => [...names, ...about].join(' ')

/** Where a title points to: its words, and a little what is said of the concepts that it names. */
function titleMeaning({ title }: Session, named: readonly Float32Array[], words: WordVectors): Float32Array {
  const sum = words.sumOf(title)
  if (named.length === 0) return sum
  const all = new Float32Array(sum.length)
  for (const vector of named) addScaled(all, vector, 1)
  addScaled(sum, unit(all), MEANING_OF_TITLE.concepts * lengthOf(sum))
  return sum
}

function* partsOf(
  session: Session,
  title: Float32Array,
  words: WordVectors,
): Generator<undefined, PartMeaning[]> {
  const parts: PartMeaning[] = [{ vector: unitBytes(title) }]
  for (const stretch of stretchesOf(session)) {
    if (stretch.kind !== 'notes') continue
    const sum = words.sumOf(stretch.passages.map(({ text }) => text).join(' '))
    addScaled(sum, title, MEANING_OF_TITLE.beside)
    parts.push({ stretch, vector: unitBytes(sum) })
    yield
  }
  yield
  return parts
}

function likenessOf(parts: readonly PartMeaning[], question: Float32Array, share: number): Likeness {
  let best: PartMeaning | undefined
  let most = 0
  for (const part of parts) {
    const product = dot(question, part.vector)
    if (product > most) [best, most] = [part, product]
  }
  // Of many parts one is like any question.
  const cosine = most / 127 - LIKENESS_ORDER.part * Math.log(parts.length)
  return { cosine, sure: share * cosine, ...(best?.stretch ? { stretch: best.stretch } : {}) }
}
